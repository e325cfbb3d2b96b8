// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/storefaults/dump.h"

#include <QCryptographicHash>
#include <functional>
#include <sqlite3.h>

using namespace Qt::Literals::StringLiterals;

namespace handrail::tests {

namespace {

/// Calls `row` for each row; what SQLite says, "ok" where all went well.
QString eachRow(sqlite3* db, const QByteArray& sql, const std::function<void(sqlite3_stmt*)>& row)
{
    sqlite3_stmt* statement = nullptr;
    int code = sqlite3_prepare_v2(db, sql.constData(), -1, &statement, nullptr);
    while (code == SQLITE_OK || code == SQLITE_ROW) {
        code = sqlite3_step(statement);
        if (code == SQLITE_ROW)
            row(statement);
    }
    sqlite3_finalize(statement);
    return code == SQLITE_DONE ? u"ok"_s : QString::fromUtf8(sqlite3_errmsg(db));
}

QByteArray textAt(sqlite3_stmt* row, int column)
{
    return {reinterpret_cast<const char*>(sqlite3_column_text(row, column)), sqlite3_column_bytes(row, column)};
}

void addRow(QCryptographicHash& hash, sqlite3_stmt* row)
{
    for (int i = 0; i < sqlite3_column_count(row); ++i) {
        const QByteArray value(static_cast<const char*>(sqlite3_column_blob(row, i)), sqlite3_column_bytes(row, i));
        hash.addData(QByteArray::number(sqlite3_column_type(row, i)) + ':' + QByteArray::number(value.size()) + ':');
        hash.addData(value);
    }
    hash.addData(QByteArrayView("\n"));
}

QString read(sqlite3* db, Dump& dump)
{
    QList<QByteArray> tables;
    const QString listed = eachRow(
        db, "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name",
        [&](sqlite3_stmt* row) { tables.append(textAt(row, 0)); });
    if (listed != u"ok")
        return listed;
    for (const QByteArray& table : std::as_const(tables)) {
        QCryptographicHash hash(QCryptographicHash::Md5);
        if (const QString got = eachRow(db, "SELECT * FROM \"" + table + '"', [&](auto* row) { addRow(hash, row); });
            got != u"ok")
            return got;
        dump.insert(QString::fromUtf8(table), hash.result());
    }
    QString verdict;
    const QString asked = eachRow(db, "PRAGMA integrity_check(3)",
                                  [&](sqlite3_stmt* row) { verdict += QString::fromUtf8(textAt(row, 0)); });
    return asked == u"ok" ? verdict : asked;
}

} // namespace

Looked lookInto(const QByteArray& path, const QByteArray& key)
{
    Looked looked;
    sqlite3* db = nullptr;
    int code = sqlite3_open_v2(path.constData(), &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_FULLMUTEX, nullptr);
#ifdef HANDRAIL_WITH_CIPHERS
    if (code == SQLITE_OK && !key.isEmpty()) {
        const QByteArray raw = "raw:" + key.toHex();
        sqlite3mc_config(db, "cipher", CODEC_TYPE_CHACHA20);
        code = sqlite3_key_v2(db, "main", raw.constData(), int(raw.size()));
    }
#else
    Q_UNUSED(key)
#endif
    looked.integrity = code == SQLITE_OK ? read(db, looked.dump) : QString::fromUtf8(sqlite3_errmsg(db));
    sqlite3_close(db);
    return looked;
}

QStringList differences(const Dump& a, const Dump& b)
{
    QStringList names;
    for (auto table = a.begin(); table != a.end(); ++table)
        if (b.value(table.key()) != table.value())
            names.append(table.key());
    for (auto table = b.begin(); table != b.end(); ++table)
        if (!a.contains(table.key()))
            names.append(table.key());
    return names;
}

} // namespace handrail::tests
