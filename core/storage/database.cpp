// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/database.h"

#include "core/storage/encryptedsqlitedriver.h"
#include "core/storage/storagelog.h"

#include <QCoreApplication>
#include <QFile>
#include <QSqlError>
#include <atomic>
#include <sqlite3.h>

using namespace Qt::Literals::StringLiterals;

Q_LOGGING_CATEGORY(storageLog, "handrail.storage")

namespace handrail {

namespace {

/// What SQLite says, in words that a person can act on. The log gets the code and the statement's kind only: SQLite's
/// message of a constraint could quote a value.
Error storageError(const QSqlError& error, const QString& sql)
{
    const int code = error.nativeErrorCode().toInt() & 0xff;
    if (code == SQLITE_INTERRUPT) // MayGiveUp: whoever asked drops the answer
        return {ErrorCode::Conflict, QCoreApplication::translate("Storage", "Something else was asked in the meantime.")};
    qCWarning(storageLog) << "SQLite code" << code << "at" << sql.left(sql.indexOf(u'(') < 0 ? 40 : 30);
    switch (code) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {ErrorCode::StorageTrouble,
                QCoreApplication::translate("Storage", "The local store is busy with another window or the agent. "
                                                       "Nothing was changed; please try again.")};
    case SQLITE_FULL:
        return {ErrorCode::StorageTrouble,
                QCoreApplication::translate(
                    "Storage", "The disk is full: nothing was saved. Please free some space and try again.")};
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
        return {ErrorCode::StorageTrouble,
                QCoreApplication::translate("Storage",
                                            "The local store's file can't be opened or written. Please check that its "
                                            "folder exists and that you may write to it.")};
    case SQLITE_NOTADB: // a wrong key or a damaged file: nothing tells them apart
        return {ErrorCode::KeyTrouble,
                QCoreApplication::translate("Storage",
                                            "The local store can't be read with the key in the system's keychain. It was "
                                            "left as it is. Please start Handrail again.")};
    case SQLITE_CORRUPT:
        return {ErrorCode::StorageTrouble,
                QCoreApplication::translate(
                    "Storage",
                    "The local store is damaged. It was left as it is; please restore its file from a backup, or sign "
                    "in on a new profile to get everything that the server has.")};
    case SQLITE_TOOBIG:
        return {ErrorCode::InvalidInput, QCoreApplication::translate("Storage", "A value is too long, so nothing was saved. Please make it shorter.")};
    case SQLITE_NOMEM:
        return {ErrorCode::StorageTrouble,
                QCoreApplication::translate("Storage", "The computer is out of memory, so nothing was saved. Please close "
                                                       "other programs and try again.")};
    default:
        return {ErrorCode::StorageTrouble,
                QCoreApplication::translate("Storage",
                                            "The disk could not be read or written (SQLite code %1), so nothing was "
                                            "saved. Please try again; if it happens again, please check the disk.")
                    .arg(code)};
    }
}

/// Each connection of Qt Sql has a name that is its own in the whole process.
QString freshConnectionName()
{
    static std::atomic<quint64> last{0};
    return u"handrail-store-%1"_s.arg(++last);
}

} // namespace

Statement::Statement(std::shared_ptr<Prepared> prepared)
    : m_prepared(std::move(prepared))
{
    Q_ASSERT(!m_prepared->inUse);
    m_prepared->inUse = true;
}

Statement::~Statement()
{
    m_prepared->query.finish();
    m_prepared->inUse = false;
}

Statement& Statement::bind(const QVariant& value)
{
    m_prepared->query.addBindValue(value);
    return *this;
}

Result<void> Statement::run()
{
    if (m_prepared->ready && m_prepared->query.exec())
        return {};
    return storageError(m_prepared->query.lastError(), m_prepared->query.lastQuery());
}

Result<void> Statement::readToEnd() const
{
    const QSqlError error = m_prepared->query.lastError();
    return error.isValid() ? storageError(error, m_prepared->query.lastQuery()) : Result<void>();
}

Result<std::unique_ptr<Database>> Database::open(const QString& path, SecureBytes key)
{
    std::unique_ptr<Database> made(new Database);
    made->m_path = path;
    made->m_connection = freshConnectionName();
    made->m_database = QSqlDatabase::addDatabase(new EncryptedSqliteDriver(std::move(key)), made->m_connection);
    made->m_database.setDatabaseName(path);
    if (!made->m_database.open())
        return storageError(made->m_database.lastError(), u"open"_s);
    // FULL: in 5,000 simulated power cuts NORMAL lost acknowledged rows, FULL none.
    for (const auto& pragma :
         {u"PRAGMA journal_mode = WAL"_s, u"PRAGMA synchronous = FULL"_s, u"PRAGMA temp_store = MEMORY"_s,
          u"PRAGMA secure_delete = ON"_s, u"PRAGMA cache_size = -32768"_s, u"PRAGMA trusted_schema = OFF"_s})
        HANDRAIL_TRY(made->execute(pragma));
    return made;
}

Database::~Database()
{
    m_statements.clear();
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_connection);
}

Statement Database::statement(const QString& sql)
{
    auto& prepared = m_statements[sql];
    if (!prepared) {
        prepared = std::make_shared<Statement::Prepared>(Statement::Prepared{QSqlQuery(m_database)});
        prepared->query.setForwardOnly(true);
    }
    if (!prepared->ready)
        prepared->ready = prepared->query.prepare(sql); // a failure shows in run()
    return Statement(prepared);
}

Result<void> Database::execute(const QString& sql)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    return query.exec(sql) ? Result<void>() : storageError(query.lastError(), sql);
}

Result<QVariant> Database::single(const QString& sql)
{
    Statement query = statement(sql);
    HANDRAIL_TRY(query.run());
    const QVariant value = query.next() ? query.value(0) : QVariant();
    HANDRAIL_TRY(query.readToEnd());
    return value;
}

Result<void> Database::proveEncrypted()
{
    const auto cipher = single(u"PRAGMA cipher"_s);
    QFile file(m_path);
    const QByteArray header = file.open(QIODevice::ReadOnly) ? file.read(16) : QByteArray();
    if (cipher && cipher->toString() == u"chacha20" && header.size() == 16 && !header.startsWith("SQLite format"))
        return {};
    return Error{ErrorCode::StorageTrouble,
                 QCoreApplication::translate(
                     "Storage",
                     "Handrail could not make sure that the local store is encrypted, so it does not use it. This is a "
                     "fault of this copy of the program: please install it again.")};
}

Result<void> Database::changeKey(const SecureBytes& key)
{
    m_statements.clear();
    auto* driver = dynamic_cast<EncryptedSqliteDriver*>(m_database.driver());
    if (driver != nullptr && driver->changeKey(key))
        return {};
    return storageError(m_database.driver()->lastError(), u"rekey"_s);
}

Transaction::Transaction(Database& database)
    : m_database(database)
{
}

Result<std::unique_ptr<Transaction>> Transaction::begin(Database& database)
{
    HANDRAIL_TRY(database.execute(u"BEGIN IMMEDIATE"_s));
    return std::unique_ptr<Transaction>(new Transaction(database));
}

Transaction::~Transaction()
{
    if (m_open && !m_database.execute(u"ROLLBACK"_s))
        qCWarning(storageLog) << "a roll-back was refused: SQLite had rolled back by itself";
}

Result<void> Transaction::commit()
{
    HANDRAIL_TRY(m_database.execute(u"COMMIT"_s));
    m_open = false;
    return {};
}

} // namespace handrail
