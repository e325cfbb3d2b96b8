// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/database.h"

#include "server/store/sharedindex.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QRegularExpression>
#include <QSqlError>
#include <QUrl>
#include <QUrlQuery>
#include <atomic>
#include <chrono>
#include <mutex>

using namespace Qt::Literals::StringLiterals;

static void initStoreResources()
{
    Q_INIT_RESOURCE(serverstore);
}

namespace handrail::server {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("ServerStore", text);
}

/// SQLITE_BUSY, SQLITE_LOCKED and their extended codes; PostgreSQL's serialization failure and deadlock.
bool goesAwayByTrying(const QString& code)
{
    bool isNumber = false;
    const int number = code.toInt(&isNumber) & 0xff;
    return code == "40001"_L1 || code == "40P01"_L1 || (isNumber && code.size() < 5 && (number == 5 || number == 6));
}

/// The statements of a file of sql/: each ends with a semicolon at the end of a line, comments have lines of their own.
QStringList statementsOf(const QString& script)
{
    QStringList code;
    for (const QString& line : script.split(u'\n'))
        if (!line.trimmed().startsWith("--"_L1))
            code.append(line);
    QStringList statements;
    for (const QString& statement : code.join(u'\n').split(u";\n"_s))
        if (!statement.trimmed().isEmpty())
            statements.append(statement.trimmed());
    return statements;
}

/// One that begins with /* sqlite */ or /* postgres */ is for that database alone.
bool isFor(const QString& statement, bool isPostgres)
{
    return !statement.startsWith(isPostgres ? "/* sqlite */"_L1 : "/* postgres */"_L1);
}

/// The turn to write to a file of SQLite, of which there is one: who waits for it here goes on the moment it is free, while
/// SQLite itself would sleep for some time and look again.
std::shared_ptr<std::counting_semaphore<1>> turnsAt(const QString& file)
{
    static std::mutex mutex;
    static QHash<QString, std::weak_ptr<std::counting_semaphore<1>>> all;
    const std::lock_guard lock(mutex);
    auto& known = all[QFileInfo(file).absoluteFilePath()];
    auto turns = known.lock();
    if (!turns) {
        turns = std::make_shared<std::counting_semaphore<1>>(1);
        known = turns;
    }
    return turns;
}

QDir steps()
{
    initStoreResources();
    return {u":/handrail/server/sql"_s, u"*.sql"_s, QDir::Name};
}

/// The steps after `version`, by number; numbers may be left out.
QMap<int, QString> stepsAfter(int version)
{
    QMap<int, QString> files;
    const QDir folder = steps();
    for (const QString& name : folder.entryList())
        if (const int number = name.left(4).toInt(); number > version)
            files.insert(number, folder.filePath(name));
    return files;
}

Result<QString> scriptIn(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Internal, tr("A step of the database's schema is missing.")};
    return QString::fromUtf8(file.readAll());
}

} // namespace

/// libpq by itself goes on in the clear where a server has no TLS.
static Result<QString> tlsOf(const QUrl& url, const QString& host)
{
    const QString wanted = QUrlQuery(url).queryItemValue(u"sslmode"_s, QUrl::FullyDecoded);
    const QString authority = QUrlQuery(url).queryItemValue(u"sslrootcert"_s, QUrl::FullyDecoded);
    static const QStringList strict = {u"require"_s, u"verify-ca"_s, u"verify-full"_s};
    static const QRegularExpression here(u"^(|localhost|::1|/.*|127(\\.\\d{1,3}){3})$"_s);
    const bool isHere = here.match(host).hasMatch();
    if ((!wanted.isEmpty() && !strict.contains(wanted)) || authority.contains(u';') || authority.contains(u' '))
        return Error{ErrorCode::InvalidInput,
                     tr("In the database's address, sslmode may be require, verify-ca or verify-full: without TLS the "
                        "clients' data could be read on the way.")};
    if (wanted.isEmpty() && isHere)
        return QString();
    const QString mode = u"sslmode="_s + (wanted.isEmpty() ? u"require"_s : wanted);
    return authority.isEmpty() ? mode : QString(mode + u";sslrootcert="_s + authority);
}

int storeVersion()
{
    static const int last = stepsAfter(0).lastKey();
    return last;
}

Result<DatabaseSettings> DatabaseSettings::fromText(const QString& text)
{
    if (text.isEmpty())
        return Error{ErrorCode::InvalidInput, tr("Say where the database is: a file, or postgresql://user@host/name.")};
    if (text.startsWith("sqlite:"_L1) && text.size() > 7)
        return DatabaseSettings{.name = text.mid(7)};
    if (!text.contains("://"_L1))
        return DatabaseSettings{.name = text};
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || (url.scheme() != "postgresql"_L1 && url.scheme() != "postgres"_L1) || url.path().size() < 2)
        return Error{ErrorCode::InvalidInput,
                     tr("The database's address must look like postgresql://user:password@host:port/name.")};
    const QString folder = QUrlQuery(url).queryItemValue(u"host"_s, QUrl::FullyDecoded);
    const auto tls = tlsOf(url, folder.isEmpty() ? url.host() : folder);
    if (!tls)
        return tls.error();
    return DatabaseSettings{.driver = u"QPSQL"_s,
                            .name = url.path(QUrl::FullyDecoded).mid(1),
                            .host = folder.isEmpty() ? url.host() : folder,
                            .port = url.port(),
                            .user = url.userName(QUrl::FullyDecoded),
                            .password = url.password(QUrl::FullyDecoded),
                            .tls = *tls};
}

Database::Database(DatabaseSettings settings, News* news)
    : m_settings(std::move(settings))
    , m_news(news)
{
    static std::atomic<int> last = 0;
    m_sql = QSqlDatabase::addDatabase(m_settings.driver, u"handrail-server-%1"_s.arg(++last));
    if (!isPostgres())
        m_turns = turnsAt(m_settings.name);
}

Database::~Database()
{
    const QString name = m_sql.connectionName();
    m_statements.reset(); // Before the connection that they belong to.
    m_sql.close();
    m_sql = {};
    QSqlDatabase::removeDatabase(name);
}

Result<std::unique_ptr<Database>> Database::open(const DatabaseSettings& settings, News* news)
{
    if (!QSqlDatabase::isDriverAvailable(settings.driver))
        return Error{ErrorCode::StorageTrouble,
                     tr("Qt's driver %1 for the database is not installed.").arg(settings.driver)};
    std::unique_ptr<Database> db(new Database(settings, news));
    if (auto connected = db->connect(); !connected)
        return connected.error();
    return db;
}

Result<void> Database::connect()
{
    m_statements = std::make_shared<Statements>();
    m_sql.setDatabaseName(m_settings.name);
    if (isPostgres()) {
        m_sql.setHostName(m_settings.host);
        if (m_settings.port > 0)
            m_sql.setPort(m_settings.port);
        m_sql.setUserName(m_settings.user);
        m_sql.setPassword(m_settings.password);
        m_sql.setConnectOptions(m_settings.tls);
    } else {
        m_sql.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=10000"_s);
        if (auto room = checkRoom(m_settings.name); !room)
            return room;
        // Made before SQLite makes it, so that nobody else on the machine can read it; its WAL takes the same rights.
        QFile file(m_settings.name);
        if (!file.exists() &&
            file.open(QIODevice::NewOnly | QIODevice::ReadWrite, QFile::ReadOwner | QFile::WriteOwner))
            file.close();
    }
    if (!m_sql.open())
        return errorOf(m_sql.lastError());
    if (isPostgres())
        return run(u"SET client_min_messages = warning"_s);
    // WAL with FULL: in simulated power cuts, NORMAL lost acknowledged rows and FULL none.
    if (auto done = run(u"PRAGMA journal_mode = WAL"_s); !done)
        return done;
    if (auto done = run(u"PRAGMA synchronous = FULL"_s); !done)
        return done;
    if (auto read = run(u"SELECT COUNT(*) FROM sqlite_master"_s); !read) // Makes the index, where it was not there.
        return read;
    takeRoomForIndex(m_settings.name);
    // 32 MiB a connection: with SQLite's 2, a queue of 10,000 messages was read from the file at every look.
    return run(u"PRAGMA cache_size = -32768"_s);
}

Error Database::errorOf(const QSqlError& error)
{
    const QString code = error.nativeErrorCode();
    m_busy = goesAwayByTrying(code);
    // Shut down by its administrator, crashed, starting; or no answer at all, which has no code.
    m_lost = isPostgres() && (code.isEmpty() || code.startsWith("57P0"_L1) || code.startsWith("08"_L1));
    // The driver's own words may quote values of rows: only its code leaves.
    if (!isPostgres() && code == u"26"_s) // SQLITE_NOTADB
        return {ErrorCode::StorageTrouble,
                tr("The file of the server's database is no database, or damaged. It was left as it is. Check "
                   "database/url in the configuration, or put the file back from a backup.")};
    if (code == (isPostgres() ? u"53100"_s : u"13"_s)) // disk_full, SQLITE_FULL
        return {ErrorCode::StorageTrouble,
                tr("The disk with the server's database is full: nothing was saved. It is tried again by itself; an "
                   "administrator must free some space.")};
    // PostgreSQL has no code where nothing answers.
    if (error.type() == QSqlError::ConnectionError && !m_sql.isOpen())
        return {ErrorCode::StorageTrouble,
                tr("The server's database can't be opened%1. Check its address, rights and disk.")
                    .arg(code.isEmpty() ? QString() : u" (%1)"_s.arg(code))};
    return {ErrorCode::StorageTrouble, tr("The server's database did not take a statement (%1).").arg(code)};
}

Result<void> Database::run(const QString& sql)
{
    QSqlQuery query(m_sql);
    if (!query.exec(sql))
        return errorOf(query.lastError());
    return {};
}

/// The database was restarted, or the network cut. Only outside of a transaction: nothing of it is lost then.
bool Database::connectAgain()
{
    if (!m_lost || m_inTransaction)
        return false;
    m_statements.reset();
    m_sql.close();
    return connect().ok();
}

void Database::insertLater(const QString& table, const QString& columns, const QVariantList& row, const QString& tail)
{
    Q_ASSERT(m_inTransaction);
    m_later.insert(table, columns, row, tail);
}

void Database::runLater(const QString& table, const QString& sql, const QVariantList& values)
{
    Q_ASSERT(m_inTransaction);
    m_later.lastWord(table, sql, values);
}

/// All that waits, or only what the statement `before` must find written.
Result<void> Database::writeLate(const QString* before)
{
    if (!m_inTransaction || m_later.isEmpty())
        return {};
    const LaterWrites::Run run = [this](const QString& sql, const QVariantList& values) -> Result<void> {
        const auto ran = ask(sql, values);
        return ran ? Result<void>() : ran.error();
    };
    return before != nullptr ? m_later.writeWhatItNeeds(*before, run) : m_later.writeAll(run);
}

Result<Rows> Database::query(const QString& sql, const QVariantList& values)
{
    if (auto written = writeLate(&sql); !written)
        return written.error();
    auto result = ask(sql, values);
    // What only reads may be asked twice.
    if (!result && connectAgain() && sql.startsWith("SELECT"_L1))
        return ask(sql, values);
    return result;
}

Result<void> Database::readWhole()
{
    const QSqlError trouble = std::exchange(*m_readTrouble, {});
    return trouble.isValid() ? Result<void>(errorOf(trouble)) : Result<void>();
}

Result<Rows> Database::ask(const QString& sql, const QVariantList& values)
{
    // Kept until the end of the transaction: nothing of it may go on.
    if (m_inTransaction && m_readTrouble->isValid())
        return errorOf(*m_readTrouble);
    // PostgreSQL can prepare only what reads and writes rows.
    if (values.isEmpty()) {
        auto query = std::make_unique<QSqlQuery>(m_sql);
        query->setForwardOnly(true);
        if (!query->exec(sql))
            return errorOf(query->lastError());
        return Rows(std::move(query), m_readTrouble);
    }
    auto query = m_statements->take(sql);
    if (!query) {
        query = std::make_unique<QSqlQuery>(m_sql);
        query->setForwardOnly(true);
        if (!query->prepare(sql))
            return errorOf(query->lastError());
    }
    for (qsizetype i = 0; i < values.size(); ++i)
        query->bindValue(int(i), values[i]);
    if (!query->exec())
        return errorOf(query->lastError());
    return Rows(std::move(query), m_readTrouble, sql, m_statements);
}

Result<void> Database::begin()
{
    if (m_inTransaction)
        return Error{ErrorCode::Internal, tr("A transaction was begun inside another.")};
    m_busy = false;
    // What is to be written may rest on what was read before, and that broke off.
    if (auto whole = readWhole(); !whole)
        return whole;
    m_newsworthy.clear();
    m_afterCommit.clear();
    m_later.forget();
    waitForTurn();
    const QString sql = isPostgres() ? u"BEGIN"_s : u"BEGIN IMMEDIATE"_s;
    auto begun = run(sql);
    if (!begun && isPostgres()) {
        // The database was restarted, or the network cut: nothing has happened yet, so one new connection is safe.
        m_statements.reset();
        m_sql.close();
        if (auto connected = connect(); !connected)
            return connected;
        begun = run(sql);
    }
    m_inTransaction = begun.ok();
    if (!m_inTransaction)
        endTurn();
    return begun;
}

/// As long as SQLite itself would wait; then it is SQLite's to say that the file is busy.
void Database::waitForTurn()
{
    using namespace std::chrono_literals;
    if (m_turns)
        m_hasTurn = m_turns->try_acquire_for(10s);
}

void Database::endTurn()
{
    if (std::exchange(m_hasTurn, false))
        m_turns->release();
}

/// To the other processes on this database; PostgreSQL delivers it with the commit.
Result<void> Database::tellOthers()
{
    if (m_news == nullptr || !isPostgres())
        return {};
    for (const AgencyId& agency : std::as_const(m_newsworthy)) {
        const QString word = QString::fromLatin1(m_news->wordOf(agency.toString().toLatin1()));
        if (auto told = query(u"SELECT pg_notify(?, ?)"_s, {QLatin1String(newsChannel), word}); !told)
            return told.error();
    }
    return {};
}

Result<void> Database::commit()
{
    if (auto written = writeLate(nullptr); !written)
        return written;
    if (auto whole = readWhole(); !whole)
        return whole;
    if (auto told = tellOthers(); !told)
        return told;
    if (auto done = run(u"COMMIT"_s); !done)
        return done;
    m_inTransaction = false;
    endTurn();
    if (m_news != nullptr)
        for (const AgencyId& agency : std::as_const(m_newsworthy))
            m_news->tell(agency.toString().toLatin1());
    m_newsworthy.clear();
    for (const auto& call : std::exchange(m_afterCommit, {}))
        call();
    return {};
}

void Database::rollback()
{
    m_inTransaction = false;
    m_later.forget();
    *m_readTrouble = {}; // It is why this one was given up, where it is: who asked is told.
    QSqlQuery(m_sql).exec(u"ROLLBACK"_s);
    endTurn();
}

bool Database::mayRetry(int attempt) const
{
    constexpr int maxAttempts = 5;
    return m_busy && attempt < maxAttempts;
}

Result<int> Database::storedVersion()
{
    auto found = query(u"SELECT value FROM server_fact WHERE name = 'schema_version'"_s);
    if (!found)
        return found.error();
    const int version = found->next() ? found->value(0).toInt() : 0;
    if (version > storeVersion())
        return Error{ErrorCode::NewerVersion,
                     tr("The server's database was written by a newer Handrail (schema %1, this one knows %2). It was "
                        "left as it is; install the newer handrail-server again.")
                         .arg(version)
                         .arg(storeVersion())};
    return version;
}

/// Whether this was the last step.
Result<bool> Database::migrateStep()
{
    return transaction([&]() -> Result<bool> {
        // Of several processes that start at once, one makes the step, and the others find it made.
        if (isPostgres())
            if (auto locked = run(u"SELECT pg_advisory_xact_lock(7265372048)"_s); !locked)
                return locked.error();
        if (auto made = run(u"CREATE TABLE IF NOT EXISTS server_fact (name TEXT NOT NULL PRIMARY KEY, value TEXT)"_s);
            !made)
            return made.error();
        const auto version = storedVersion();
        if (!version)
            return version.error();
        if (*version == storeVersion())
            return true;
        const auto following = stepsAfter(*version);
        const auto script = scriptIn(following.first());
        if (!script)
            return script.error();
        for (const QString& statement : statementsOf(*script))
            if (auto ran = isFor(statement, isPostgres()) ? run(statement) : Result<void>(); !ran)
                return ran.error();
        const QString sql = *version == 0 ? u"INSERT INTO server_fact (value, name) VALUES (?, 'schema_version')"_s
                                          : u"UPDATE server_fact SET value = ? WHERE name = 'schema_version'"_s;
        if (auto noted = query(sql, {QString::number(following.firstKey())}); !noted)
            return noted.error();
        return following.firstKey() == storeVersion();
    });
}

Result<void> Database::migrate()
{
    for (bool done = false; !done;) {
        const auto last = migrateStep();
        if (!last)
            return last.error();
        done = *last;
    }
    return {};
}

Result<void> Database::checkVersion()
{
    const auto version = storedVersion();
    if (!version)
        return version.error();
    if (*version != storeVersion())
        return Error{
            ErrorCode::StorageTrouble,
            tr("The server's database has an older schema; start `handrail-server serve` once to bring it up.")};
    return {};
}

} // namespace handrail::server
