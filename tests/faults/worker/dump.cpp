// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/worker/dump.h"

#include "app/composition/credentialsdirectory.h"
#include "core/storage/database.h"
#include "core/storage/recordtables.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace handrail::faults {

namespace {

Result<QJsonObject> standing(Database& database)
{
    const auto outgoing = database.single(u"SELECT count(*) FROM outgoing WHERE refused IS NULL"_s);
    const auto cursor = database.single(u"SELECT value FROM fact WHERE name = 'cursor'"_s);
    const auto snapshot = database.single(u"SELECT value FROM fact WHERE name = 'snapshot'"_s);
    const auto integrity = database.single(u"PRAGMA integrity_check"_s);
    for (const auto& read : {outgoing, cursor, snapshot, integrity})
        HANDRAIL_TRY(read);
    QJsonArray refused;
    Statement query = database.statement(u"SELECT entity, key, fields, refused FROM outgoing WHERE refused IS NOT NULL"_s);
    HANDRAIL_TRY(query.run());
    while (query.next())
        refused.append(QJsonObject{{u"entity"_s, query.text(0)}, {u"key"_s, query.text(1)},
                                   {u"fields"_s, QJsonDocument::fromJson(query.text(2).toUtf8()).object()},
                                   {u"sentence"_s, query.text(3)}});
    return QJsonObject{{u"outgoing"_s, outgoing->toInt()}, {u"cursor"_s, cursor->toString().toLongLong()},
                       {u"snapshot"_s, snapshot->toString()}, {u"refused"_s, refused}, {u"integrity"_s, integrity->toString()}};
}

} // namespace

Result<QList<QJsonObject>> dumpStore(const QString& storePath, const QString& credentials)
{
    composition::CredentialsDirectory secrets(credentials);
    auto key = secrets.read(u"local-store-key"_s);
    if (!key)
        return key.error();
    if (!*key)
        return Error{ErrorCode::KeyTrouble, u"There is no store key in %1."_s.arg(credentials)};
    const auto database = Database::open(storePath, SecureBytes::take(std::move(**key)));
    if (!database)
        return database.error();
    const auto first = standing(**database);
    if (!first)
        return first.error();
    QList<QJsonObject> all{*first};
    RecordTables tables(**database);
    for (const records::Entity& entity : records::schema()) {
        const auto rows = tables.select(entity, u"ORDER BY id"_s, {});
        if (!rows)
            return rows.error();
        for (const RecordTables::Row& row : *rows)
            all.append({{u"entity"_s, QString(entity.name)}, {u"key"_s, row.key.toString(QUuid::WithoutBraces)}, {u"fields"_s, row.fields}});
    }
    return all;
}

} // namespace handrail::faults
