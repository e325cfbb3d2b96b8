// SPDX-License-Identifier: GPL-3.0-or-later
// The driver beside stock QSQLITE: the same operations on both, and no difference in what comes back.
#include "core/storage/encryptedsqlitedriver.h"
#include "tests/support/catch.h"
#include "tests/support/seededrandom.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlField>
#include <QSqlIndex>
#include <QSqlQuery>
#include <QSqlQueryModel>
#include <QSqlRecord>
#include <QSqlTableModel>
#include <QTemporaryDir>
#include <QTimeZone>
#include <thread>

using namespace handrail;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

SecureBytes testKey(char fill = 'k')
{
    return SecureBytes::take(QByteArray(32, fill));
}

/// A connection of either driver to a file of its own; closed and removed at the end.
class Connection
{
public:
    Connection(const QString& name, const QString& path, bool ours)
        : m_name(name)
    {
        database = ours ? QSqlDatabase::addDatabase(new EncryptedSqliteDriver(testKey()), name)
                        : QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        database.setDatabaseName(path);
        if (!database.open())
            FAIL(database.lastError().text());
    }
    ~Connection()
    {
        database.close();
        database = QSqlDatabase();
        QSqlDatabase::removeDatabase(m_name);
    }
    QSqlDatabase database;

private:
    QString m_name;
};

/// A value with its type, for comparing and for reading in a failure.
QString show(const QVariant& value)
{
    const QString text = value.typeId() == QMetaType::QByteArray ? QString::fromLatin1(value.toByteArray().toHex())
                         : value.typeId() == QMetaType::Double   ? QString::number(value.toDouble(), 'g', 17)
                                                                 : value.toString();
    return QString::fromLatin1(value.typeName()) + (value.isNull() ? u" null"_s : u' ' + text.left(200));
}

QString show(const QSqlError& error)
{
    return u"error %1 %2"_s.arg(int(error.type())).arg(error.nativeErrorCode());
}

QString show(const QSqlField& field)
{
    return field.name() + u'/' + QString::fromLatin1(field.metaType().name()) + u'/' + field.tableName() + u'/' +
           QString::number(field.requiredStatus()) + u'/' + QString::number(field.isAutoValue()) + u'/' +
           show(field.defaultValue());
}

QString show(const QSqlRecord& record)
{
    QStringList fields;
    for (int i = 0; i < record.count(); ++i)
        fields.append(show(record.field(i)));
    return fields.join(u", ");
}

/// All that a query shows of itself at this moment.
QString show(const QSqlQuery& query)
{
    QStringList all = {u"at %1 valid %2 active %3 select %4 size %5"_s.arg(query.at())
                           .arg(query.isValid())
                           .arg(query.isActive())
                           .arg(query.isSelect())
                           .arg(query.size()),
                       show(query.lastError()), show(query.record())};
    if (query.isActive() && !query.isSelect())
        all.append(u"affected %1 last %2"_s.arg(query.numRowsAffected()).arg(show(query.lastInsertId())));
    if (query.isValid())
        for (int i = 0; i < query.record().count(); ++i)
            all.append(show(query.value(i)) + (query.isNull(i) ? u" (null)"_s : QString()));
    return all.join(u" | ");
}

const QString table = u"CREATE TABLE t (id INTEGER PRIMARY KEY, i INTEGER, r REAL, s TEXT, b BLOB, d DATE, "
                      "dt DATETIME, n NUMERIC, f BOOLEAN, u TEXT UNIQUE, plain)"_s;

/// Two connections, and a pool of queries on each that are used again and again.
class Twins
{
public:
    explicit Twins(quint32 seed)
        : random(seed)
        , m_ours(u"ours"_s, m_folder.filePath(u"ours.db"_s), true)
        , m_stock(u"stock"_s, m_folder.filePath(u"stock.db"_s), false)
    {
        for (int i = 0; i < 6; ++i) {
            m_queries.emplace_back(QSqlQuery(m_ours.database), QSqlQuery(m_stock.database));
            m_queries.back().first.setForwardOnly(i >= 3);
            m_queries.back().second.setForwardOnly(i >= 3);
        }
        same(u"create"_s, [](QSqlDatabase& db) {
            QSqlQuery query(db);
            query.exec(u"PRAGMA synchronous = OFF"_s);
            return query.exec(table) ? u"made"_s : query.lastError().text();
        });
    }

    /// Runs `what` on both and compares what it tells.
    void same(const QString& name, const std::function<QString(QSqlDatabase&)>& what)
    {
        const QString ours = what(m_ours.database);
        const QString stock = what(m_stock.database);
        compare(name, ours, stock);
    }
    void sameQuery(int which, const QString& name, const std::function<QString(QSqlQuery&)>& what)
    {
        auto& [ours, stock] = m_queries[size_t(which)];
        const QString mine = what(ours);
        const QString theirs = what(stock);
        compare(name, mine + u" => "_s + show(ours), theirs + u" => "_s + show(stock));
    }

    SeededRandom random;
    int differences = 0;
    int operations = 0;

private:
    void compare(const QString& name, const QString& ours, const QString& stock)
    {
        ++operations;
        if (ours == stock)
            return;
        ++differences;
        UNSCOPED_INFO("operation " << operations << " " << name.toStdString() << "\n  ours:  " << ours.toStdString()
                                   << "\n  stock: " << stock.toStdString());
        CHECK(ours == stock);
    }

    QTemporaryDir m_folder;
    Connection m_ours;
    Connection m_stock;
    std::vector<std::pair<QSqlQuery, QSqlQuery>> m_queries;
};

QString randomText(SeededRandom& random)
{
    static const QString letters = u"abcXYZ 019'\"%_\\éßñ日本\u0301;:?"_s;
    QString text;
    for (quint32 n = random.below(12); n > 0; --n)
        text += letters[int(random.below(quint32(letters.size())))];
    return random.below(40) == 0 ? text + QString::fromUcs4(U"\U0001F600") : text;
}

QVariant randomValue(SeededRandom& random)
{
    switch (random.below(20)) {
    case 0:
        return {};
    case 1:
        return QVariant(QMetaType(QMetaType::Int));
    case 2:
        return QString();
    case 3:
        return QByteArray();
    case 4:
        return QByteArray("");
    case 5:
        return random.bytes(int(random.below(50)));
    case 6:
        return int(random.below(2000)) - 1000;
    case 7:
        return qint64(random.below(1000)) * 5000000000LL - 1000000000000LL;
    case 8:
        return 4000000000U + random.below(1000);
    case 9:
        return double(random.below(1000000)) / 64.0 - 5000.0;
    case 10:
        return random.below(2) == 1;
    case 11:
        return QDate(1900 + int(random.below(300)), 1 + int(random.below(12)), 1 + int(random.below(28)));
    case 12:
        return QTime(int(random.below(24)), int(random.below(60)), int(random.below(60)), int(random.below(1000)));
    case 13:
        return QDateTime(QDate(2026, 1 + int(random.below(12)), 5), QTime(7, 8, 9, int(random.below(1000))),
                         random.below(2) == 1 ? Qt::UTC : Qt::LocalTime);
    case 14:
        return QDateTime(QDate(2026, 3, 8), QTime(2, 30), QTimeZone("America/New_York"));
    case 15:
        return random.below(2) == 1 ? QVariant(QDate()) : QVariant(QDateTime());
    case 16:
        return QUuid(random.below(9), 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
    case 17:
        return QChar(u'a' + char16_t(random.below(26)));
    case 18:
        return qulonglong(random.below(1000));
    default:
        return randomText(random);
    }
}

QStringList columns()
{
    return {u"r"_s, u"b"_s, u"d"_s, u"dt"_s, u"n"_s, u"f"_s};
}

QString randomColumn(SeededRandom& random)
{
    return columns()[int(random.below(quint32(columns().size())))];
}

void randomWrite(Twins& twins)
{
    const int which = int(twins.random.below(6));
    const QString column = randomColumn(twins.random), other = randomColumn(twins.random);
    const QVariant first = randomValue(twins.random), second = randomValue(twins.random);
    const int id = int(twins.random.below(200));
    switch (twins.random.below(7)) {
    case 0:
        twins.sameQuery(which, u"insert positional"_s, [&](QSqlQuery& q) {
            const bool prepared = q.prepare(u"INSERT INTO t (%1, plain) VALUES (?, ?)"_s.arg(column));
            q.addBindValue(first);
            q.addBindValue(second);
            return u"%1 %2"_s.arg(prepared).arg(q.exec());
        });
        break;
    case 1:
        twins.sameQuery(which, u"insert named"_s, [&](QSqlQuery& q) {
            const bool prepared = q.prepare(u"INSERT INTO t (i, %1) VALUES (:b, :a)"_s.arg(column));
            q.bindValue(u":a"_s, first);
            q.bindValue(u":b"_s, second);
            return u"%1 %2"_s.arg(prepared).arg(q.exec());
        });
        break;
    case 2:
        twins.sameQuery(which, u"the same name twice"_s, [&](QSqlQuery& q) {
            q.prepare(u"UPDATE t SET s = :v, plain = :v WHERE id = :id"_s);
            q.bindValue(u":v"_s, first);
            q.bindValue(u":id"_s, id);
            return QString::number(q.exec());
        });
        break;
    case 3:
        twins.sameQuery(which, u"unique"_s, [&](QSqlQuery& q) {
            q.prepare(u"INSERT INTO t (id, u) VALUES (?, ?)"_s);
            q.bindValue(0, id);
            q.bindValue(1, id % 7);
            return QString::number(q.exec());
        });
        break;
    case 4:
        twins.sameQuery(which, u"update"_s, [&](QSqlQuery& q) {
            q.prepare(u"UPDATE t SET %1 = ? WHERE id BETWEEN ? AND ?"_s.arg(other));
            q.addBindValue(first);
            q.addBindValue(id);
            q.addBindValue(id + 5);
            return QString::number(q.exec());
        });
        break;
    case 5:
        twins.sameQuery(which, u"delete"_s, [&](QSqlQuery& q) {
            return QString::number(q.exec(u"DELETE FROM t WHERE id = %1"_s.arg(id)));
        });
        break;
    default:
        twins.sameQuery(which, u"batch"_s, [&](QSqlQuery& q) {
            q.prepare(u"INSERT INTO t (%1, s) VALUES (?, ?)"_s.arg(column));
            q.addBindValue(QVariantList{first, second, 3});
            q.addBindValue(QVariantList{u"x"_s, QVariant(), first});
            const bool done = q.execBatch();
            const QString error = show(q.lastError());
            q.prepare(u"SELECT 1 AS one"_s); // what is bound after a batch differs; nobody runs it again
            return u"%1 %2"_s.arg(done).arg(error);
        });
    }
}

void randomSelect(Twins& twins)
{
    const int which = int(twins.random.below(6));
    const QString column = randomColumn(twins.random);
    const QVariant value = randomValue(twins.random);
    const int limit = int(twins.random.below(9));
    switch (twins.random.below(6)) {
    case 0:
        twins.sameQuery(which, u"select all columns"_s, [&](QSqlQuery& q) {
            return QString::number(q.exec(u"SELECT * FROM t ORDER BY id LIMIT %1"_s.arg(limit)));
        });
        break;
    case 1:
        twins.sameQuery(which, u"select where"_s, [&](QSqlQuery& q) {
            q.prepare(u"SELECT id, %1, t.s FROM t WHERE %1 IS NOT ? ORDER BY id DESC LIMIT ?"_s.arg(column));
            q.addBindValue(value);
            q.addBindValue(limit);
            return QString::number(q.exec());
        });
        break;
    case 2:
        twins.sameQuery(which, u"expressions"_s, [&](QSqlQuery& q) {
            return QString::number(q.exec(u"SELECT count(*), max(%1), typeof(%1), NULL, length(s) AS \"the length\", "
                                          "x'00ff', 1 = 1 FROM t GROUP BY id ORDER BY id LIMIT %2"_s.arg(column)
                                              .arg(limit)));
        });
        break;
    case 3:
        twins.sameQuery(which, u"the value itself"_s, [&](QSqlQuery& q) {
            q.prepare(u"SELECT :n AS v, typeof(:n) AS kind"_s);
            q.bindValue(u":n"_s, value);
            return u"%1 %2"_s.arg(q.exec()).arg(q.next());
        });
        break;
    case 4:
        twins.sameQuery(which, u"again"_s, [](QSqlQuery& q) { return QString::number(q.exec()); });
        break;
    default:
        twins.sameQuery(which, u"pragma"_s,
                        [](QSqlQuery& q) { return u"%1 %2"_s.arg(q.exec(u"PRAGMA table_info(t)"_s)).arg(q.next()); });
    }
}

void randomMove(Twins& twins)
{
    const int which = int(twins.random.below(6));
    const int row = int(twins.random.below(10)) - 1;
    const quint32 move = twins.random.below(9);
    twins.sameQuery(which, u"move %1 to %2"_s.arg(move).arg(row), [&](QSqlQuery& q) {
        switch (move) {
        case 0:
        case 1:
        case 2:
            return QString::number(q.next());
        case 3:
            return QString::number(q.previous());
        case 4:
            return QString::number(q.first());
        case 5: // QSQLITE miscounts last() of a forward-only query: a difference that docs/database.md lists
            return QString::number(q.isForwardOnly() ? q.next() : q.last());
        case 6:
            return u"from %1: %2"_s.arg(q.at()).arg(q.seek(row));
        case 7:
            return QString::number(q.seek(q.isForwardOnly() ? row + 1 : row - 3, true));
        default:
            q.finish(); // after which only running it again has a meaning
            return QString::number(q.exec());
        }
    });
}

void randomTrouble(Twins& twins)
{
    static const QStringList statements = {u"SELEC 1"_s,
                                           u"SELECT * FROM missing"_s,
                                           u"SELECT 1; SELECT 2"_s,
                                           u""_s,
                                           u"SELECT ?"_s,
                                           u"  "_s,
                                           u"-- only a comment"_s,
                                           u"INSERT INTO t (id) VALUES (1), (1)"_s,
                                           u"SELECT 1;  "_s,
                                           u"INSERT INTO t (id) VALUES ('no number')"_s,
                                           u"SELECT abs(-9223372036854775808)"_s};
    const QString sql = statements[int(twins.random.below(quint32(statements.size())))];
    twins.sameQuery(int(twins.random.below(6)), sql,
                    [&](QSqlQuery& q) { return u"%1 %2"_s.arg(q.exec(sql)).arg(q.next()); });
}

void randomTransaction(Twins& twins)
{
    const quint32 kind = twins.random.below(3);
    twins.same(u"transaction %1"_s.arg(kind), [&](QSqlDatabase& db) {
        const bool done = kind == 0 ? db.transaction() : kind == 1 ? db.commit() : db.rollback();
        return u"%1 %2"_s.arg(done).arg(done ? QString() : show(db.lastError()));
    });
}

void randomOperation(Twins& twins)
{
    const quint32 dice = twins.random.below(100);
    if (dice < 30)
        randomWrite(twins);
    else if (dice < 55)
        randomSelect(twins);
    else if (dice < 92)
        randomMove(twins);
    else if (dice < 96)
        randomTransaction(twins);
    else
        randomTrouble(twins);
}

} // namespace

TEST_CASE("driver: random operations do what they do in QSQLITE", "[driver]")
{
    const auto seed = GENERATE(range(1U, 7U));
    Twins twins(seed);
    for (int i = 0; i < 4000 && twins.differences < 5; ++i)
        randomOperation(twins);
    CAPTURE(seed);
    CHECK(twins.operations > 4000);
    CHECK(twins.differences == 0);
}

TEST_CASE("driver: what it says of the schema is what QSQLITE says", "[driver]")
{
    Twins twins(1);
    twins.same(u"more tables"_s, [](QSqlDatabase& db) {
        QSqlQuery query(db);
        return u"%1%2%3"_s
            .arg(query.exec(u"CREATE TABLE \"odd name\" (a INT NOT NULL DEFAULT 7, \"b c\" VARCHAR(9) "
                            "DEFAULT 'x', PRIMARY KEY (a, \"b c\"))"_s))
            .arg(query.exec(u"CREATE VIEW v AS SELECT id FROM t"_s))
            .arg(query.exec(u"CREATE TEMP TABLE passing (x)"_s));
    });
    twins.same(u"tables"_s, [](QSqlDatabase& db) {
        QStringList all = db.tables(QSql::AllTables) + db.tables(QSql::Tables) + db.tables(QSql::Views) +
                          db.tables(QSql::SystemTables);
        return all.join(u' ');
    });
    for (const QString& name : {u"t"_s, u"odd name"_s, u"\"odd name\""_s, u"v"_s, u"missing"_s}) {
        twins.same(u"record of "_s + name, [&](QSqlDatabase& db) { return show(db.record(name)); });
        twins.same(u"key of "_s + name, [&](QSqlDatabase& db) { return show(db.primaryIndex(name)); });
    }
    CHECK(twins.differences == 0);
}

TEST_CASE("driver: models show what they show on QSQLITE", "[driver]")
{
    Twins twins(3);
    twins.same(u"fill"_s, [](QSqlDatabase& db) {
        QSqlQuery query(db);
        query.prepare(u"INSERT INTO t (i, s, r) VALUES (?, ?, ?)"_s);
        for (int i = 0; i < 700; ++i) {
            query.addBindValue(i);
            query.addBindValue(u"row %1"_s.arg(i % 13));
            query.addBindValue(i / 4.0);
            query.exec();
        }
        return query.lastError().text();
    });
    const auto cells = [](const QAbstractItemModel& model) {
        QStringList all = {QString::number(model.rowCount()), QString::number(model.columnCount())};
        for (int row = 0; row < model.rowCount(); row += 7)
            for (int column = 0; column < model.columnCount(); ++column)
                all.append(show(model.data(model.index(row, column))));
        return all.join(u'|');
    };
    SECTION("QSqlQueryModel, paged")
    {
        twins.same(u"query model"_s, [&](QSqlDatabase& db) {
            QSqlQueryModel model;
            model.setQuery(QSqlQuery(u"SELECT id, i, s, r FROM t ORDER BY s, id"_s, db));
            QString shown = cells(model);
            while (model.canFetchMore()) {
                model.fetchMore();
                shown += u'\n' + cells(model);
            }
            return shown + show(model.record());
        });
    }
    SECTION("QSqlTableModel: filter, sort, edit, insert, remove")
    {
        twins.same(u"table model"_s, [&](QSqlDatabase& db) {
            QSqlTableModel model(nullptr, db);
            model.setTable(u"t"_s);
            model.setEditStrategy(QSqlTableModel::OnManualSubmit);
            model.setFilter(u"s LIKE 'row 1%'"_s);
            model.setSort(1, Qt::DescendingOrder);
            QStringList log = {QString::number(model.select()), cells(model)};
            model.setData(model.index(0, 3), u"changed"_s);
            model.setData(model.index(1, 2), 0.5);
            model.removeRow(2);
            QSqlRecord added = model.record();
            added.setValue(u"s"_s, u"row 1 added"_s);
            added.setGenerated(u"id"_s, false);
            log.append(QString::number(model.insertRecord(-1, added)));
            log.append(QString::number(model.submitAll()) + show(model.lastError()));
            log.append(cells(model));
            model.setData(model.index(0, 0), model.data(model.index(1, 0)));
            log.append(QString::number(model.submitAll()) + show(model.lastError()));
            model.revertAll();
            log.append(cells(model));
            return log.join(u'\n');
        });
    }
    CHECK(twins.differences == 0);
}

TEST_CASE("driver: big values come back whole", "[driver]")
{
    Twins twins(5);
    const QByteArray blob = twins.random.bytes(6 * 1024 * 1024);
    const QString text = QString::fromLatin1(blob.toHex().left(3 * 1024 * 1024));
    twins.same(u"big"_s, [&](QSqlDatabase& db) {
        QSqlQuery query(db);
        query.prepare(u"INSERT INTO t (b, s) VALUES (?, ?)"_s);
        query.addBindValue(blob);
        query.addBindValue(text);
        query.exec();
        query.exec(u"SELECT b, s, length(b), length(s) FROM t"_s);
        query.next();
        return u"%1 %2 %3 %4"_s.arg(query.value(0).toByteArray() == blob)
            .arg(query.value(1).toString() == text)
            .arg(show(query.value(2)), show(query.value(3)));
    });
    twins.same(u"text with a NUL inside"_s, [&](QSqlDatabase& db) {
        QSqlQuery query(db);
        query.prepare(u"SELECT ? AS v"_s);
        query.addBindValue(QString(u"a\0b"_s));
        query.exec();
        query.next();
        return QString::number(query.value(0).toString().size());
    });
    CHECK(twins.differences == 0);
}

TEST_CASE("driver: a connection in each thread", "[driver]")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"shared.db"_s);
    Connection first(u"first"_s, path, true);
    QSqlQuery query(first.database);
    REQUIRE(query.exec(u"PRAGMA journal_mode = WAL"_s));
    REQUIRE(query.exec(u"CREATE TABLE t (id INTEGER PRIMARY KEY, thread INTEGER, n INTEGER)"_s));
    query.finish();
    constexpr int threads = 4, rows = 100;
    std::atomic<int> failures{0};
    std::vector<std::thread> all;
    for (int thread = 0; thread < threads; ++thread)
        all.emplace_back([&, thread] {
            Connection own(u"thread %1"_s.arg(thread), path, true);
            for (int n = 0; n < rows; ++n) {
                QSqlQuery insert(own.database);
                insert.prepare(u"INSERT INTO t (thread, n) VALUES (?, ?)"_s);
                insert.addBindValue(thread);
                insert.addBindValue(n);
                failures += insert.exec() ? 0 : 1;
            }
        });
    for (std::thread& thread : all)
        thread.join();
    CHECK(failures == 0);
    REQUIRE(query.exec(u"SELECT count(*), count(DISTINCT thread), sum(n) FROM t"_s));
    REQUIRE(query.next());
    CHECK(query.value(0).toInt() == threads * rows);
    CHECK(query.value(1).toInt() == threads);
    CHECK(query.value(2).toInt() == threads * rows * (rows - 1) / 2);
}

TEST_CASE("driver: keys", "[driver]")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"keyed.db"_s);
    {
        Connection made(u"made"_s, path, true);
        QSqlQuery query(made.database);
        REQUIRE(query.exec(u"CREATE TABLE secret (name TEXT)"_s));
    }
    const auto opensWith = [&](SecureBytes key) {
        EncryptedSqliteDriver driver(std::move(key));
        return driver.open(path, {}, {}, {}, 0, {});
    };
    CHECK(opensWith(testKey()));
    CHECK_FALSE(opensWith(testKey('x')));
    CHECK_FALSE(opensWith(SecureBytes()));
    CHECK_FALSE(opensWith(SecureBytes::take(QByteArray(31, 'k'))));
    CHECK(opensWith(testKey()));
}

TEST_CASE("driver: a query may outlive its connection", "[driver]")
{
    QTemporaryDir folder;
    auto connection = std::make_unique<Connection>(u"short"_s, folder.filePath(u"a.db"_s), true);
    QSqlQuery query(connection->database);
    REQUIRE(query.exec(u"SELECT 1 UNION SELECT 2"_s));
    REQUIRE(query.next());
    connection->database.close();
    CHECK_FALSE(query.next());
    CHECK_FALSE(query.exec(u"SELECT 1"_s));
    query.clear();
}
