// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/encryptedsqliteresult.h"

#include "core/storage/encryptedsqlitedriver.h"
#include "core/storage/sqlitetypes.h"

#include <QDateTime>
#include <QSqlField>
#include <QUuid>
#include <sqlite3.h>

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

QVariant columnValue(sqlite3_stmt* statement, int column)
{
    switch (sqlite3_column_type(statement, column)) {
    case SQLITE_INTEGER:
        return qint64(sqlite3_column_int64(statement, column));
    case SQLITE_FLOAT:
        return sqlite3_column_double(statement, column);
    case SQLITE_BLOB: {
        const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement, column));
        return QByteArray(bytes, sqlite3_column_bytes(statement, column));
    }
    case SQLITE_NULL:
        return QVariant(QMetaType(QMetaType::QString));
    default: {
        const auto* text = static_cast<const QChar*>(sqlite3_column_text16(statement, column));
        return QString(text, sqlite3_column_bytes16(statement, column) / qsizetype(sizeof(QChar)));
    }
    }
}

/// The type of an expression's column, which has no declaration: from the value of the first row.
QMetaType valueType(int storageClass)
{
    switch (storageClass) {
    case SQLITE_INTEGER:
        return QMetaType(QMetaType::Int);
    case SQLITE_FLOAT:
        return QMetaType(QMetaType::Double);
    case SQLITE_BLOB:
        return QMetaType(QMetaType::QByteArray);
    case SQLITE_TEXT:
        return QMetaType(QMetaType::QString);
    default:
        return QMetaType(QMetaType::UnknownType);
    }
}

/// Since Qt 6 a QVariant that holds a null QString is not itself null.
bool isNullValue(const QVariant& value)
{
    if (value.isNull())
        return true;
    switch (value.typeId()) {
    case QMetaType::QString:
        return value.toString().isNull();
    case QMetaType::QByteArray:
        return value.toByteArray().isNull();
    case QMetaType::QDateTime:
        return value.toDateTime().isNull();
    case QMetaType::QDate:
        return value.toDate().isNull();
    case QMetaType::QTime:
        return value.toTime().isNull();
    case QMetaType::QUuid:
        return value.toUuid().isNull();
    default:
        return false;
    }
}

QString textOf(const char16_t* text)
{
    return QString::fromUtf16(text).remove(u'"');
}

} // namespace

EncryptedSqliteResult::EncryptedSqliteResult(const EncryptedSqliteDriver* driver)
    : QSqlResult(driver)
    , m_driver(driver)
{
    m_driver->m_results.append(this);
}

EncryptedSqliteResult::~EncryptedSqliteResult()
{
    // QSqlResult keeps a guarded pointer: it is null where the driver went first (and finalised us).
    if (QSqlResult::driver() != nullptr)
        m_driver->m_results.removeOne(this);
    finalize();
}

void EncryptedSqliteResult::finalize()
{
    sqlite3_finalize(m_statement);
    m_statement = nullptr;
    m_done = true;
    m_hasAhead = false;
}

QVariant EncryptedSqliteResult::handle() const
{
    return QVariant::fromValue(static_cast<void*>(m_statement));
}

void EncryptedSqliteResult::forgetRows()
{
    m_record.clear();
    m_rows.clear();
    m_ahead.clear();
    m_hasAhead = false;
    m_done = false;
    m_rowsRead = 0;
    setAt(QSql::BeforeFirstRow);
}

bool EncryptedSqliteResult::reset(const QString& sql)
{
    return prepare(sql) && exec();
}

bool EncryptedSqliteResult::prepare(const QString& sql)
{
    if (driver() == nullptr || !driver()->isOpen() || driver()->isOpenError())
        return false;
    finalize();
    forgetRows();
    setActive(false);
    setSelect(false);
    const void* tail = nullptr;
    const int bytes = int((sql.size() + 1) * qsizetype(sizeof(QChar)));
    const int prepared = sqlite3_prepare16_v2(m_driver->m_db, sql.utf16(), bytes, &m_statement, &tail);
    if (prepared != SQLITE_OK) {
        setLastError(
            sqliteError(m_driver->m_db, u"Unable to execute statement"_s, QSqlError::StatementError, prepared));
        finalize();
        return false;
    }
    if (tail != nullptr && !QString::fromUtf16(static_cast<const char16_t*>(tail)).trimmed().isEmpty()) {
        setLastError(sqliteError(m_driver->m_db, u"Unable to execute multiple statements at a time"_s,
                                 QSqlError::StatementError, SQLITE_MISUSE));
        finalize();
        return false;
    }
    return true;
}

bool EncryptedSqliteResult::exec()
{
    forgetRows();
    setLastError(QSqlError());
    setActive(false);
    if (m_statement == nullptr) {
        setLastError(QSqlError(u"No query"_s, u"Unable to fetch row"_s, QSqlError::ConnectionError));
        setAt(QSql::AfterLastRow);
        return false;
    }
    sqlite3_reset(m_statement);
    if (!bindAll())
        return false;
    m_hasAhead = step() == Step::Row;
    if (lastError().isValid()) {
        setSelect(false);
        return false;
    }
    setSelect(!m_record.isEmpty());
    setActive(true);
    return true;
}

bool EncryptedSqliteResult::bindAll()
{
    const QVariantList values = boundValues();
    if (sqlite3_bind_parameter_count(m_statement) != values.size()) {
        setLastError(QSqlError(u"Parameter count mismatch"_s, QString(), QSqlError::StatementError));
        return false;
    }
    for (int i = 0; i < values.size(); ++i) {
        if (!bindOne(i + 1, values[i])) {
            setLastError(sqliteError(m_driver->m_db, u"Unable to bind parameters"_s, QSqlError::StatementError));
            return false;
        }
    }
    return true;
}

bool EncryptedSqliteResult::bindOne(int parameter, const QVariant& value)
{
    if (isNullValue(value))
        return sqlite3_bind_null(m_statement, parameter) == SQLITE_OK;
    const auto bindText = [&](const QString& text) {
        if (text.isNull()) // what an invalid date has as its text
            return sqlite3_bind_null(m_statement, parameter) == SQLITE_OK;
        // 64-bit lengths: a value of more than 2 GB must be refused by SQLite, not wrap around.
        return sqlite3_bind_text64(m_statement, parameter, reinterpret_cast<const char*>(text.utf16()),
                                   sqlite3_uint64(text.size()) * sizeof(QChar), SQLITE_TRANSIENT,
                                   SQLITE_UTF16) == SQLITE_OK;
    };
    switch (value.typeId()) {
    case QMetaType::QByteArray: {
        const QByteArray bytes = value.toByteArray();
        // An empty blob is a value, not NULL: SQLite takes it for NULL where the pointer is null.
        const char* data = bytes.isEmpty() ? "" : bytes.constData();
        return sqlite3_bind_blob64(m_statement, parameter, data, sqlite3_uint64(bytes.size()), SQLITE_TRANSIENT) ==
               SQLITE_OK;
    }
    case QMetaType::Bool:
    case QMetaType::Int:
        return sqlite3_bind_int(m_statement, parameter, value.toInt()) == SQLITE_OK;
    case QMetaType::UInt:
    case QMetaType::LongLong:
        return sqlite3_bind_int64(m_statement, parameter, value.toLongLong()) == SQLITE_OK;
    case QMetaType::Double:
        return sqlite3_bind_double(m_statement, parameter, value.toDouble()) == SQLITE_OK;
    case QMetaType::QDateTime:
        return bindText(value.toDateTime().toString(Qt::ISODateWithMs));
    case QMetaType::QTime:
        return bindText(value.toTime().toString(u"hh:mm:ss.zzz"_s));
    default:
        return bindText(value.toString());
    }
}

void EncryptedSqliteResult::describeColumns(bool hasRow)
{
    if (!m_record.isEmpty())
        return;
    const int columns = sqlite3_column_count(m_statement);
    for (int i = 0; i < columns; ++i) {
        const QString name = textOf(static_cast<const char16_t*>(sqlite3_column_name16(m_statement, i)));
        const QString table = textOf(static_cast<const char16_t*>(sqlite3_column_table_name16(m_statement, i)));
        const QString declared =
            QString::fromUtf16(static_cast<const char16_t*>(sqlite3_column_decltype16(m_statement, i)));
        const QMetaType type = !declared.isEmpty() ? sqliteColumnType(declared)
                               : hasRow            ? valueType(sqlite3_column_type(m_statement, i))
                                                   : QMetaType(QMetaType::UnknownType);
        m_record.append(QSqlField(name.mid(name.lastIndexOf(u'.') + 1), type, table));
    }
}

EncryptedSqliteResult::Step EncryptedSqliteResult::step()
{
    const int stepped = m_statement != nullptr ? sqlite3_step(m_statement) : SQLITE_MISUSE;
    if (stepped == SQLITE_ROW) {
        describeColumns(true);
        m_ahead.clear();
        for (int i = 0; i < m_record.count(); ++i)
            m_ahead.push_back(columnValue(m_statement, i));
        return Step::Row;
    }
    m_done = true;
    setAt(QSql::AfterLastRow);
    if (stepped == SQLITE_DONE) {
        describeColumns(false);
        sqlite3_reset(m_statement);
        return Step::Done;
    }
    if (m_statement != nullptr) {
        const int code = sqlite3_reset(m_statement);
        setLastError(sqliteError(m_driver->m_db, u"Unable to fetch row"_s, QSqlError::ConnectionError,
                                 code != SQLITE_OK ? code : stepped));
    }
    return Step::Failed;
}

/// One more row into m_rows; false at the end.
bool EncryptedSqliteResult::advance()
{
    if (!m_hasAhead && (m_done || step() != Step::Row))
        return false;
    m_hasAhead = false;
    if (isForwardOnly())
        m_rows.clear();
    m_rows.push_back(std::move(m_ahead));
    m_ahead.clear();
    ++m_rowsRead;
    return true;
}

bool EncryptedSqliteResult::fetch(int row)
{
    if (!isActive() || row < 0)
        return false;
    if (at() == row)
        return true;
    if (isForwardOnly()) {
        if (at() > row || at() == QSql::AfterLastRow)
            return false;
        while (at() < row)
            if (!fetchNext())
                return false;
        return true;
    }
    while (m_rowsRead <= row) {
        if (!advance()) {
            setAt(QSql::AfterLastRow);
            return false;
        }
    }
    setAt(row);
    return true;
}

bool EncryptedSqliteResult::fetchNext()
{
    if (at() == QSql::AfterLastRow)
        return false;
    if (!isForwardOnly())
        return fetch(at() + 1);
    const bool moved = advance();
    setAt(moved ? at() + 1 : int(QSql::AfterLastRow));
    return moved;
}

bool EncryptedSqliteResult::fetchPrevious()
{
    return fetch(at() - 1);
}

bool EncryptedSqliteResult::fetchFirst()
{
    if (isForwardOnly() && at() != QSql::BeforeFirstRow)
        return false;
    return fetch(0);
}

bool EncryptedSqliteResult::fetchLast()
{
    if (isForwardOnly() && at() == QSql::AfterLastRow)
        return false;
    while (advance()) {
    }
    if (m_rowsRead == 0) {
        setAt(QSql::AfterLastRow);
        return false;
    }
    setAt(m_rowsRead - 1);
    return true;
}

const std::vector<QVariant>* EncryptedSqliteResult::current() const
{
    if (at() < 0 || m_rows.empty())
        return nullptr;
    return isForwardOnly() ? &m_rows.back() : &m_rows[size_t(at())];
}

QVariant EncryptedSqliteResult::data(int column)
{
    const auto* row = current();
    return row != nullptr && column >= 0 && size_t(column) < row->size() ? (*row)[size_t(column)] : QVariant();
}

bool EncryptedSqliteResult::isNull(int column)
{
    return data(column).isNull();
}

int EncryptedSqliteResult::size()
{
    return -1;
}

int EncryptedSqliteResult::numRowsAffected()
{
    return driver() != nullptr && m_driver->m_db != nullptr ? sqlite3_changes(m_driver->m_db) : -1;
}

QVariant EncryptedSqliteResult::lastInsertId() const
{
    if (!isActive() || m_driver->m_db == nullptr)
        return {};
    const qint64 id = sqlite3_last_insert_rowid(m_driver->m_db);
    return id != 0 ? QVariant(id) : QVariant();
}

QSqlRecord EncryptedSqliteResult::record() const
{
    return isActive() && isSelect() ? m_record : QSqlRecord();
}

void EncryptedSqliteResult::detachFromResultSet()
{
    if (m_statement != nullptr)
        sqlite3_reset(m_statement);
    m_done = true;
}

void EncryptedSqliteResult::virtual_hook(int id, void* data)
{
    QSqlResult::virtual_hook(id, data);
}

} // namespace handrail
