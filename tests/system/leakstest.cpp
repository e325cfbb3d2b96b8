// SPDX-License-Identifier: GPL-3.0-or-later
// The main job with names that stand out, by the real agent and server; then every byte that was left behind is read.
#include "core/casework/clients.h"
#include "core/casework/referrals.h"
#include "core/casework/sharing.h"
#include "core/net/qttransport.h"
#include "core/storage/database.h"
#include "core/sync/serverlink.h"
#include "tests/system/realprograms.h"

#include <QDirIterator>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>
#include <mutex>

using namespace Qt::Literals::StringLiterals;
using namespace handrail;
using namespace handrail::tests;

namespace {

const QString givenName = u"Xiomaraquixote"_s;
const QString familyName = u"Zyzzogetonshire"_s;
const QString phone = u"+16505559137"_s;
const QString email = u"quixotewalnut@client.example"_s;
const QByteArray password = "correct horse battery";
/// What only the server may know of the carrier.
const QByteArray carriersToken = "PLANTED7391carriers5520token";

/// Passes bytes on to the server and keeps them all: what somebody on the way would see without TLS.
class Wire
{
public:
    explicit Wire(const QString& server)
        : m_target(server)
    {
        m_listener.moveToThread(&m_thread);
        m_thread.start();
        QMetaObject::invokeMethod(&m_listener, [this] {
            m_listener.listen(QHostAddress::LocalHost);
            QObject::connect(&m_listener, &QTcpServer::newConnection, &m_listener, [this] { take(); });
            m_port = m_listener.serverPort();
        }, Qt::BlockingQueuedConnection);
    }
    ~Wire()
    {
        QMetaObject::invokeMethod(&m_listener, [this] {
            m_listener.close();
            qDeleteAll(m_listener.findChildren<QTcpSocket*>());
        }, Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }
    [[nodiscard]] QString address() const { return u"http://127.0.0.1:%1"_s.arg(m_port); }
    QByteArray bytes()
    {
        const std::scoped_lock lock(m_mutex);
        return m_bytes;
    }

private:
    void take()
    {
        while (QTcpSocket* from = m_listener.nextPendingConnection()) {
            auto* to = new QTcpSocket(&m_listener);
            to->connectToHost(m_target.host(), quint16(m_target.port()));
            pass(from, to);
            pass(to, from);
        }
    }
    void pass(QTcpSocket* from, QTcpSocket* to)
    {
        const auto move = [this, from, to] {
            const QByteArray some = from->readAll();
            to->write(some);
            const std::scoped_lock lock(m_mutex);
            m_bytes += some;
        };
        QObject::connect(from, &QTcpSocket::readyRead, to, move);
        QObject::connect(from, &QTcpSocket::disconnected, to, [move, to] {
            move();
            to->disconnectFromHost();
        });
    }

    QUrl m_target;
    QThread m_thread;
    QTcpServer m_listener;
    quint16 m_port = 0;
    std::mutex m_mutex;
    QByteArray m_bytes;
};

/// Whether `bytes` have that text in any form in which a program may leave it.
bool holds(const QByteArray& bytes, const QString& text)
{
    const QByteArray utf8 = text.toUtf8();
    const QByteArray utf16(reinterpret_cast<const char*>(text.utf16()), text.size() * 2);
    for (const QByteArray& form : {utf8, utf16, utf8.toHex(), utf8.toPercentEncoding()})
        if (bytes.contains(form))
            return true;
    return bytes.toLower().contains(utf8.toLower());
}

/// The digits as they stand in any way of writing the number.
const QStringList personal = {givenName, familyName, phone.mid(1), u"555-9137"_s, u"quixotewalnut"_s};

/// Temp, cache, home and settings of the desk, in a folder of their own for as long as it lives.
class DesksMachine
{
public:
    DesksMachine()
    {
        for (const auto& [name, folder] : {std::pair("TMPDIR", u"tmp"_s), {"HOME", u"home"_s}, {"XDG_CACHE_HOME", u"cache"_s},
                                           {"XDG_DATA_HOME", u"data"_s}, {"XDG_CONFIG_HOME", u"config"_s}}) {
            m_before.insert(name, qgetenv(name));
            QDir(m_folder.path()).mkdir(folder);
            qputenv(name, m_folder.filePath(folder).toUtf8());
        }
    }
    ~DesksMachine()
    {
        for (auto it = m_before.cbegin(); it != m_before.cend(); ++it) {
            if (it.value().isNull())
                qunsetenv(it.key());
            else
                qputenv(it.key(), it.value());
        }
    }
    DesksMachine(const DesksMachine&) = delete;
    DesksMachine& operator=(const DesksMachine&) = delete;
    [[nodiscard]] QString path() const { return m_folder.path(); }

private:
    QTemporaryDir m_folder;
    QMap<const char*, QByteArray> m_before;
};

/// The files below a folder that hold any of `texts`.
QStringList leaksIn(const QString& folder, const QStringList& texts, int* seen)
{
    QStringList leaks;
    for (QDirIterator files(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
         files.hasNext();) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        ++*seen;
        const QByteArray bytes = file.readAll();
        for (const QString& text : texts)
            if (holds(bytes, text) || holds(file.fileName().toUtf8(), text))
                leaks.append(file.fileName() + u": "_s + text);
    }
    return leaks;
}

/// All that a desk's store holds, in plain text.
QByteArray plainText(const QString& profile, const QString& credentials)
{
    QFile key(credentials + u"/store-key"_s);
    REQUIRE(key.open(QIODevice::ReadOnly));
    const auto database = mustHave(Database::open(profile + u"/store.db"_s, SecureBytes::take(key.readAll())));
    QStringList tables;
    {
        auto names = database->statement(u"SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'"_s);
        mustWork(names.run());
        while (names.next())
            tables.append(names.text(0));
    }
    QByteArray all;
    for (const QString& table : std::as_const(tables)) {
        auto columns = database->statement(u"SELECT COUNT(*) FROM pragma_table_info('%1')"_s.arg(table));
        mustWork(columns.run());
        columns.next();
        const int width = int(columns.integer(0));
        auto rows = database->statement(u"SELECT * FROM \"%1\""_s.arg(table));
        mustWork(rows.run());
        while (rows.next())
            for (int i = 0; i < width; ++i)
                all += rows.value(i).toByteArray() + '\n';
    }
    return all;
}

} // namespace

TEST_CASE("leaks: nothing of a client and no credential is left behind in the open", "[system][leaks]")
{
    QTemporaryDir secrets;
    QFile token(secrets.filePath(u"token"_s));
    REQUIRE(token.open(QIODevice::WriteOnly));
    REQUIRE(token.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    token.write(carriersToken + '\n');
    token.close();
    RealServer server("[texts]\nbase_url = http://127.0.0.1:1\naccount_sid = ACPLANTED7391sid\nauth_token_file = " +
                      token.fileName().toUtf8() + '\n');
    server.addUser(u"dana@opendoor.example"_s, u"administrator"_s);
    const DesksMachine machine; // after the server, whose folder is none of the desk's
    Wire wire(server.address);
    Computer desk(server, u"dana@opendoor.example"_s, Computer::Unsigned{});
    QByteArray said;
    const auto turn = [&](const QStringList& more) {
        QProcess agent;
        desk.startTurn(agent, more);
        REQUIRE(agent.waitForFinished(patienceMs));
        said += agent.readAll();
    };
    turn(desk.signIn(wire.address()));
    desk.atDesk([](casework::Desk& at) {
        const auto found = mustHave(at.store.directory().find(QString(), {0, 2}));
        const ClientId client = mustHave(
            casework::saveClient(at, {.givenName = givenName,
                                      .familyName = familyName,
                                      .language = u"en"_s,
                                      .timeZone = u"America/New_York"_s,
                                      .contactPoints = {{.channel = Channel::Email, .typed = email},
                                                        {.channel = Channel::Text, .typed = phone}}}));
        const auto referrals = mustHave(casework::createReferrals(at, client, QList{found[0].id, found[1].id}));
        mustWork(at.store.drafts().save({u"note/x"_s, givenName, {{u"text"_s, familyName + u" was here"_s}}, at.clock.now()}));
        const auto panel = mustHave(casework::prepareShare(at, client, QList{referrals[0].id, referrals[1].id}));
        return mustHave(casework::share(at, panel,
                                        {.text = true, .phoneTyped = phone, .email = true, .emailTyped = email, .consent = true}));
    });
    turn({});
    turn({});
    const QString profile = server.path(u"dana"_s);
    const QString credentials = server.path(u"dana-credentials"_s);

    SECTION("not in a file of the profile, the temp, cache, data or home folder, nor in the agent's log")
    {
        int seen = 0;
        CHECK(leaksIn(profile, personal, &seen) == QStringList());
        CHECK(seen >= 2);
        CHECK(leaksIn(machine.path(), personal, &seen) == QStringList());
        REQUIRE(said.contains("pushed"));
        for (const QString& text : personal)
            CHECK_FALSE(holds(said, text));
        const QString pass = QString::fromLatin1(password);
        CHECK_FALSE(holds(said, pass));
        CHECK(leaksIn(profile, {pass}, &seen) == QStringList());
    }
    SECTION("which is no wonder of an empty desk: opened with its key, all of it is there, but no carrier's credential")
    {
        const QByteArray plain = plainText(profile, credentials);
        CHECK(holds(plain, givenName));
        CHECK(holds(plain, phone));
        CHECK_FALSE(holds(plain, QString::fromLatin1(carriersToken)));
        CHECK_FALSE(plain.contains("PLANTED7391"));
        CHECK_FALSE(holds(plain, QString::fromLatin1(password)));
    }
    SECTION("nor does a carrier's credential travel: the whole of sync has clients in it, and none of that")
    {
        const QByteArray travelled = wire.bytes();
        CHECK(holds(travelled, givenName));
        CHECK_FALSE(travelled.contains("PLANTED7391"));
        CHECK_FALSE(said.contains("PLANTED7391"));
    }
    SECTION("and the desk is wiped by the server's word: store, log and key are gone, and nothing is made in their place")
    {
        REQUIRE(QFile::exists(profile + u"/store.db"_s));
        REQUIRE(QFile::exists(credentials + u"/store-key"_s));
        const QString device =
            desk.atDesk([](casework::Desk& at) { return mustHave(at.store.sync().fact(sync::facts::deviceId)); });
        Computer second(server, u"dana@opendoor.example"_s, Computer::Unsigned{});
        const composition::ProfileOptions options{.directory = server.path(u"second"_s),
                                                  .credentialsDirectory = server.path(u"second-credentials"_s),
                                                  .headless = true};
        const auto other = mustHave(composition::Profile::make(options));
        auto opened = mustHave(other->openStore());
        QtTransport transport;
        const auto session = mustHave(sync::signIn({server.address, u"dana@opendoor.example"_s, QString::fromLatin1(password), u"b"_s},
                                                   transport, opened.store->sync(), *opened.secrets, other->ids()));
        sync::ServerLink link(transport, session.server, mustHave(sync::readToken(*opened.secrets)));
        mustWork(link.revokeDevice(DeviceId::fromString(device).value(), true));
        said.clear();
        turn({});
        INFO(said.toStdString());
        CHECK_FALSE(QFile::exists(profile + u"/store.db"_s));
        for (const QString& left : QDir(profile).entryList(QDir::Files | QDir::Hidden))
            CHECK_FALSE(left.startsWith(u"store.db"_s));
        CHECK_FALSE(QFile::exists(credentials + u"/store-key"_s));
        CHECK_FALSE(QFile::exists(credentials + u"/device-token"_s));
        CHECK_FALSE(QFile::exists(profile + u"/wipe-asked"_s));
        int seen = 0;
        CHECK(leaksIn(machine.path(), personal, &seen) == QStringList());
    }
}
