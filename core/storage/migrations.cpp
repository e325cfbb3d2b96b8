// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrations.h"

#include "core/storage/facts.h"
#include "core/storage/storagelog.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

// Outside a namespace, as Q_INIT_RESOURCE wants it: a static library's resources are not found by themselves.
static void initStorageResources()
{
    Q_INIT_RESOURCE(storage);
}

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

/// The statements of a migration file. Comments are whole lines; a statement ends with a semicolon at a line's end.
QStringList statementsOf(const QString& sql)
{
    QStringList statements;
    QString statement;
    for (const QString& line : sql.split(u'\n')) {
        if (line.trimmed().startsWith(u"--") || line.trimmed().isEmpty())
            continue;
        statement += line + u'\n';
        if (line.trimmed().endsWith(u';')) {
            statements.append(statement);
            statement.clear();
        }
    }
    Q_ASSERT(statement.isEmpty());
    return statements;
}

Result<QString> migrationFile(int version)
{
    const QDir folder(u":/handrail/storage/sql"_s);
    const QStringList found = folder.entryList(QStringList{u"%1_*.sql"_s.arg(version, 4, 10, QChar(u'0'))});
    QFile file(folder.filePath(found.value(0)));
    if (found.size() != 1 || !file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Internal,
                     QCoreApplication::translate("Storage", "This copy of Handrail lacks a part that upgrades the "
                                                            "local store. Please install it again.")};
    return QString::fromUtf8(file.readAll());
}

Result<void> step(Database& database, int version)
{
    const auto sql = migrationFile(version);
    if (!sql)
        return sql.error();
    const auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    for (const QString& statement : statementsOf(*sql))
        HANDRAIL_TRY(database.execute(statement));
    HANDRAIL_TRY(database.execute(u"INSERT OR REPLACE INTO fact (name, value) VALUES ('%1', '%2')"_s.arg(
        facts::minCompatibleVersion, QString::number(minCompatibleStoreVersion))));
    HANDRAIL_TRY(database.execute(u"PRAGMA user_version = %1"_s.arg(version)));
    HANDRAIL_TRY((*transaction)->commit());
    qCInfo(storageLog) << "the local store is now of version" << version;
    return {};
}

} // namespace

Result<int> fileVersion(Database& database)
{
    const auto version = database.single(u"PRAGMA user_version"_s);
    return version ? Result<int>(version->toInt()) : version.error();
}

Result<void> migrate(Database& database)
{
    initStorageResources();
    const auto version = fileVersion(database);
    if (!version)
        return version.error();
    if (*version > storeVersion) {
        const auto oldest =
            database.single(u"SELECT value FROM fact WHERE name = '%1'"_s.arg(facts::minCompatibleVersion));
        if (oldest && oldest->toInt() > 0 && oldest->toInt() <= storeVersion)
            return {};
        return Error{ErrorCode::NewerVersion,
                     QCoreApplication::translate("Storage", "The local store was made by a newer version of Handrail. "
                                                            "It was left as it is; please install the newer "
                                                            "version.")};
    }
    for (int next = *version + 1; next <= storeVersion; ++next)
        HANDRAIL_TRY(step(database, next));
    return {};
}

} // namespace handrail
