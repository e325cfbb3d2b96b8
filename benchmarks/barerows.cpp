// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/barerows.h"

#include "benchmarks/must.h"

#include <QElapsedTimer>
#include <sqlite3.h>

using namespace Qt::Literals::StringLiterals;

namespace handrail::bench {

namespace {

QByteArray rawKey(const QByteArray& key)
{
    return "raw:" + key.toHex();
}

QVariant valueAt(sqlite3_stmt* row, int column)
{
    switch (sqlite3_column_type(row, column)) {
    case SQLITE_INTEGER:
        return qint64(sqlite3_column_int64(row, column));
    case SQLITE_FLOAT:
        return sqlite3_column_double(row, column);
    case SQLITE_NULL:
        return {};
    default:
        return QByteArray(static_cast<const char*>(sqlite3_column_blob(row, column)), sqlite3_column_bytes(row, column));
    }
}

void bind(sqlite3_stmt* statement, int position, const QVariant& value)
{
    switch (value.typeId()) {
    case QMetaType::UnknownType:
        sqlite3_bind_null(statement, position);
        break;
    case QMetaType::Double:
        sqlite3_bind_double(statement, position, value.toDouble());
        break;
    case QMetaType::LongLong:
        sqlite3_bind_int64(statement, position, value.toLongLong());
        break;
    default: {
        const QByteArray text = value.toByteArray();
        sqlite3_bind_text(statement, position, text.constData(), int(text.size()), SQLITE_TRANSIENT);
    }
    }
}

} // namespace

BareDatabase::BareDatabase(const QString& path, const QByteArray& key)
{
    if (sqlite3_open(path.toUtf8().constData(), &m_db) != SQLITE_OK)
        stop(u"can't open %1"_s.arg(path));
    if (!key.isEmpty()) {
        const QByteArray raw = rawKey(key);
        sqlite3_key_v2(m_db, "main", raw.constData(), int(raw.size()));
    }
    for (const char* pragma : {"PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL", "PRAGMA secure_delete = ON",
                               "PRAGMA cache_size = -32768"})
        execute(pragma);
}

BareDatabase::~BareDatabase()
{
    for (sqlite3_stmt* insert : std::as_const(m_inserts))
        sqlite3_finalize(insert);
    sqlite3_close(m_db);
}

void BareDatabase::execute(const QByteArray& sql)
{
    if (sqlite3_exec(m_db, sql.constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
        stop(QString::fromUtf8(sql + ": " + sqlite3_errmsg(m_db)));
}

void BareDatabase::makePlain()
{
    execute("PRAGMA journal_mode = DELETE");
    if (sqlite3_rekey_v2(m_db, "main", nullptr, 0) != SQLITE_OK)
        stop(u"can't take the encryption off"_s);
}

QList<QByteArray> BareDatabase::tables()
{
    sqlite3_stmt* query = nullptr;
    sqlite3_prepare_v2(m_db,
                       "SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE '%\\_search%' ESCAPE '\\'"
                       " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
                       -1, &query, nullptr);
    QList<QByteArray> names;
    while (sqlite3_step(query) == SQLITE_ROW)
        names.append(valueAt(query, 0).toByteArray());
    sqlite3_finalize(query);
    return names;
}

QList<BareRow> BareDatabase::lacking(const QString& other, const QByteArray& key)
{
    if (!m_attached)
        execute("ATTACH DATABASE '" + other.toUtf8() + "' AS ours KEY '" + rawKey(key) + "'");
    m_attached = true;
    QList<BareRow> rows;
    for (const QByteArray& table : tables()) {
        sqlite3_stmt* query = nullptr;
        const QByteArray sql = "SELECT * FROM ours.\"" + table + "\" EXCEPT SELECT * FROM main.\"" + table + '"';
        if (sqlite3_prepare_v2(m_db, sql.constData(), -1, &query, nullptr) != SQLITE_OK)
            stop(QString::fromUtf8(sql));
        while (sqlite3_step(query) == SQLITE_ROW) {
            BareRow row{QString::fromUtf8(table), {}};
            for (int column = 0; column < sqlite3_column_count(query); ++column)
                row.values.append(valueAt(query, column));
            rows.append(row);
        }
        sqlite3_finalize(query);
    }
    return rows;
}

sqlite3_stmt* BareDatabase::insertInto(const BareRow& row)
{
    sqlite3_stmt*& insert = m_inserts[row.table];
    if (insert == nullptr) {
        const QString marks = QStringList(row.values.size(), u"?"_s).join(u',');
        const QByteArray sql = u"INSERT OR REPLACE INTO main.\"%1\" VALUES (%2)"_s.arg(row.table, marks).toUtf8();
        if (sqlite3_prepare_v2(m_db, sql.constData(), -1, &insert, nullptr) != SQLITE_OK)
            stop(QString::fromUtf8(sql + ": " + sqlite3_errmsg(m_db)));
    }
    return insert;
}

double BareDatabase::write(const QList<BareRow>& rows)
{
    for (const BareRow& row : rows)
        insertInto(row);
    QElapsedTimer timer;
    timer.start();
    execute("BEGIN IMMEDIATE");
    for (const BareRow& row : rows) {
        sqlite3_stmt* insert = insertInto(row);
        for (int i = 0; i < row.values.size(); ++i)
            bind(insert, i + 1, row.values[i]);
        if (sqlite3_step(insert) != SQLITE_DONE)
            stop(QString::fromUtf8(sqlite3_errmsg(m_db)));
        sqlite3_reset(insert);
    }
    execute("COMMIT");
    return double(timer.nsecsElapsed()) / 1e9;
}

double BareDatabase::readAll()
{
    const QList<QByteArray> names = tables();
    QElapsedTimer timer;
    timer.start();
    for (const QByteArray& table : names) {
        sqlite3_stmt* query = nullptr;
        sqlite3_prepare_v2(m_db, ("SELECT * FROM \"" + table + '"').constData(), -1, &query, nullptr);
        while (sqlite3_step(query) == SQLITE_ROW)
            sqlite3_column_bytes(query, sqlite3_column_count(query) - 1);
        sqlite3_finalize(query);
    }
    return double(timer.nsecsElapsed()) / 1e9;
}

} // namespace handrail::bench
