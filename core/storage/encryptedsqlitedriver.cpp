// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/encryptedsqlitedriver.h"

#include "core/ports/unwanted.h"
#include "core/storage/encryptedsqliteresult.h"
#include "core/storage/sqlitetypes.h"

#include <QSqlField>
#include <QSqlIndex>
#include <QSqlQuery>
#include <cstring>
#include <sqlite3.h>

using namespace Qt::Literals::StringLiterals;

namespace handrail {

EncryptedSqliteDriver::EncryptedSqliteDriver(SecureBytes key, int busyTimeoutMs, QObject* parent)
    : QSqlDriver(parent)
    , m_key(std::move(key))
    , m_busyTimeoutMs(busyTimeoutMs)
{
}

EncryptedSqliteDriver::~EncryptedSqliteDriver()
{
    EncryptedSqliteDriver::close();
}

bool EncryptedSqliteDriver::hasFeature(DriverFeature feature) const
{
    switch (feature) {
    case BLOB:
    case Transactions:
    case Unicode:
    case LastInsertId:
    case PreparedQueries:
    case PositionalPlaceholders:
    case SimpleLocking:
    case FinishQuery:
    case LowPrecisionNumbers:
        return true;
    case NamedPlaceholders: // Qt turns them into positional ones: one kind of binding to get right.
    case QuerySize:
    case BatchOperations:
    case EventNotifications:
    case MultipleResultSets:
    case CancelQuery:
        return false;
    }
    return false;
}

bool EncryptedSqliteDriver::open(const QString& path, const QString&, const QString&, const QString&, int,
                                 const QString&)
{
    close();
    setOpenError(false);
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_FULLMUTEX;
    const int opened = sqlite3_open_v2(path.toUtf8().constData(), &m_db, flags, nullptr);
    const bool ready = opened == SQLITE_OK && unlock();
    if (!ready) {
        setLastError(sqliteError(m_db, u"Error opening database"_s, QSqlError::ConnectionError, opened));
        setOpenError(true);
        sqlite3_close(m_db);
        m_db = nullptr;
        return false;
    }
    sqlite3_extended_result_codes(m_db, 1);
    constexpr int stepsBetweenLooks = 1000; // of SQLite's machine: some tens of microseconds
    sqlite3_progress_handler(m_db, stepsBetweenLooks, [](void*) { return MayGiveUp::now() ? 1 : 0; }, nullptr);
    setOpen(true);
    return true;
}

namespace {

/// "raw:" and 64 hex digits: the key as it is, with no derivation that would cost time and add nothing.
SecureBytes rawKey(const SecureBytes& key)
{
    const SecureBytes hex = key.toHex();
    SecureBytes raw(4 + 2 * key.size());
    std::memcpy(raw.bytes().data(), "raw:", 4);
    std::memcpy(raw.bytes().data() + 4, hex.data(), 2 * key.size());
    return raw;
}

} // namespace

bool EncryptedSqliteDriver::changeKey(const SecureBytes& key)
{
    const SecureBytes raw = rawKey(key);
    const int changed = sqlite3_rekey_v2(m_db, "main", raw.data(), int(raw.size()));
    if (changed != SQLITE_OK)
        setLastError(sqliteError(m_db, u"Error changing the key"_s, QSqlError::TransactionError, changed));
    return changed == SQLITE_OK;
}

bool EncryptedSqliteDriver::unlock()
{
    constexpr size_t keySize = 32;
    if (m_key.size() != keySize)
        return false;
    sqlite3_busy_timeout(m_db, m_busyTimeoutMs);
    sqlite3mc_config(m_db, "cipher", CODEC_TYPE_CHACHA20);
    const SecureBytes raw = rawKey(m_key);
    // SQLite takes any key; only reading shows whether it fits.
    return sqlite3_key_v2(m_db, "main", raw.data(), int(raw.size())) == SQLITE_OK &&
           sqlite3_exec(m_db, "SELECT count(*) FROM sqlite_master", nullptr, nullptr, nullptr) == SQLITE_OK;
}

void EncryptedSqliteDriver::close()
{
    if (m_db == nullptr)
        return;
    for (EncryptedSqliteResult* result : std::as_const(m_results))
        result->finalize();
    if (sqlite3_close(m_db) != SQLITE_OK)
        setLastError(sqliteError(m_db, u"Error closing database"_s, QSqlError::ConnectionError));
    m_db = nullptr;
    setOpen(false);
    setOpenError(false);
}

QSqlResult* EncryptedSqliteDriver::createResult() const
{
    return new EncryptedSqliteResult(this);
}

bool EncryptedSqliteDriver::run(const char* sql, const QString& trouble)
{
    if (!isOpen() || isOpenError())
        return false;
    if (sqlite3_exec(m_db, sql, nullptr, nullptr, nullptr) == SQLITE_OK)
        return true;
    setLastError(QSqlError(trouble, QString::fromUtf8(sqlite3_errmsg(m_db)), QSqlError::TransactionError));
    return false;
}

bool EncryptedSqliteDriver::beginTransaction()
{
    return run("BEGIN", u"Unable to begin transaction"_s);
}

bool EncryptedSqliteDriver::commitTransaction()
{
    return run("COMMIT", u"Unable to commit transaction"_s);
}

bool EncryptedSqliteDriver::rollbackTransaction()
{
    return run("ROLLBACK", u"Unable to rollback transaction"_s);
}

QStringList EncryptedSqliteDriver::tables(QSql::TableType type) const
{
    QStringList kinds;
    if (type & QSql::Tables)
        kinds.append(u"'table'"_s);
    if (type & QSql::Views)
        kinds.append(u"'view'"_s);
    QStringList names;
    if (isOpen() && !kinds.isEmpty()) {
        QSqlQuery query(createResult());
        query.setForwardOnly(true);
        query.exec(u"SELECT name FROM sqlite_master WHERE type IN (%1) UNION ALL "
                   "SELECT name FROM sqlite_temp_master WHERE type IN (%1)"_s.arg(kinds.join(u',')));
        while (query.next())
            names.append(query.value(0).toString());
    }
    if (isOpen() && (type & QSql::SystemTables))
        names.append(u"sqlite_master"_s);
    return names;
}

namespace {

/// What PRAGMA table_info says of a table, the primary key alone or all columns.
QSqlIndex columnsOf(QSqlResult* result, const EncryptedSqliteDriver& driver, const QString& table, bool onlyPrimaryKey)
{
    QSqlQuery query(result);
    query.setForwardOnly(true);
    query.exec(u"PRAGMA table_info(%1)"_s.arg(driver.escapeIdentifier(table, QSqlDriver::TableName)));
    QSqlIndex columns;
    while (query.next()) {
        const bool isPrimaryKey = query.value(5).toInt() != 0;
        if (onlyPrimaryKey && !isPrimaryKey)
            continue;
        const QString declared = query.value(2).toString().toLower();
        QString fallback = query.value(4).toString();
        if (fallback.startsWith(u'\''))
            fallback = fallback.mid(1, fallback.size() - 2);
        QSqlField field(query.value(1).toString(), sqliteColumnType(declared), table);
        field.setRequired(query.value(3).toInt() != 0);
        field.setDefaultValue(fallback);
        // SQLite numbers such a column itself: models must leave it out of their INSERT.
        field.setAutoValue(isPrimaryKey && declared == u"integer");
        columns.append(field);
    }
    return columns;
}

QString unquoted(const QSqlDriver& driver, const QString& table)
{
    return driver.isIdentifierEscaped(table, QSqlDriver::TableName)
               ? driver.stripDelimiters(table, QSqlDriver::TableName)
               : table;
}

} // namespace

QSqlIndex EncryptedSqliteDriver::primaryIndex(const QString& table) const
{
    return isOpen() ? columnsOf(createResult(), *this, unquoted(*this, table), true) : QSqlIndex();
}

QSqlRecord EncryptedSqliteDriver::record(const QString& table) const
{
    return isOpen() ? columnsOf(createResult(), *this, unquoted(*this, table), false) : QSqlRecord();
}

QVariant EncryptedSqliteDriver::handle() const
{
    return QVariant::fromValue(static_cast<void*>(m_db));
}

QString EncryptedSqliteDriver::escapeIdentifier(const QString& identifier, IdentifierType) const
{
    if (identifier.isEmpty() || (identifier.startsWith(u'"') && identifier.endsWith(u'"')))
        return identifier;
    QString escaped = identifier;
    escaped.replace(u'"', u"\"\""_s);
    escaped.replace(u'.', u"\".\""_s);
    return u'"' + escaped + u'"';
}

} // namespace handrail
