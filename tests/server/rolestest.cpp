// SPDX-License-Identifier: GPL-3.0-or-later
// I9: each role against each route, by the real program and real HTTP. The program says which routes it has: one that is
// not in the table below fails the test.
#include "tests/server/testserver.h"

#include <QProcess>
#include <QRegularExpression>
#include <QTest>

using namespace handrail;
using namespace handrail::server;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Who asks: the worker and the supervisor of the client's team, those of another team, the administrator, the headless
/// agent, and somebody who has not signed in.
enum Asker { Own, OtherWorker, Supervisor, OtherSupervisor, Admin, Agent, Nobody, askers };
constexpr const char* names[] = {"own", "other", "supervisor", "othersupervisor", "admin", "agent", "nobody"};

struct Answer
{
    int status = 0;
    QByteArray body;
};

/// The real server on a free port, and an agency in its database made before.
class Program
{
public:
    Program()
    {
        QFile config(folder.filePath(u"server.ini"_s));
        REQUIRE(config.open(QIODevice::WriteOnly));
        config.write("[server]\nlisten_port = 0\nlog = debug\n[database]\nurl = sqlite:server.db\n");
        config.close();
        world.settings = {.name = folder.filePath(u"server.db"_s)};
        db = world.open();
        mustWork(db->migrate());
        mustWork(createAgency(*db, world.agency, world.environment));
    }
    ~Program()
    {
        m_process.terminate();
        if (!m_process.waitForFinished(20000))
            m_process.kill();
    }
    void start()
    {
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(QStringLiteral(HANDRAIL_SERVER), {u"--config"_s, folder.filePath(u"server.ini"_s), u"serve"_s});
        static const QRegularExpression line(u"listening on http://127\\.0\\.0\\.1:(\\d+)"_s);
        REQUIRE(QTest::qWaitFor(
            [&] {
                said += m_process.readAll();
                m_port = quint16(line.match(QString::fromUtf8(said)).captured(1).toUInt());
                return m_port != 0;
            },
            30000));
    }
    /// «POST /v1/changes» ...: all of the protocol, as the program itself lists them.
    [[nodiscard]] QStringList routes() const
    {
        QProcess lists;
        lists.start(QStringLiteral(HANDRAIL_SERVER), {u"--config"_s, folder.filePath(u"server.ini"_s), u"routes"_s});
        REQUIRE(lists.waitForFinished(30000));
        REQUIRE(lists.exitCode() == 0);
        return QString::fromUtf8(lists.readAllStandardOutput()).split(u'\n').filter(u" /v1/"_s);
    }
    Answer send(const QByteArray& method, const QByteArray& target, const QByteArray& token, const QByteArray& body)
    {
        QTcpSocket socket;
        socket.connectToHost(u"127.0.0.1"_s, m_port);
        REQUIRE(socket.waitForConnected(5000));
        sendTo(socket, httpText(method, target, body,
                                token.isEmpty() ? QByteArray() : "Authorization: Bearer " + token + "\r\n"));
        const TestAnswer answer = readAnswer(socket, 20000);
        return {answer.status, answer.body};
    }

    QTemporaryDir folder;
    TestServerStore world;
    std::unique_ptr<Database> db;
    QByteArray said;

private:
    QProcess m_process;
    quint16 m_port = 0;
};

QString text(const QUuid& id)
{
    return id.toString(QUuid::WithoutBraces);
}

QByteArray bytes(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// An office of two teams; one client of the first team's worker, with a referral and a message that waits.
struct Office
{
    Program program;
    TeamId north{program.world.ids.next()}, south{program.world.ids.next()};
    QList<UserId> users;
    QList<QByteArray> tokens;
    QList<QUuid> devices;
    QUuid client = program.world.ids.next(), referral = program.world.ids.next(), share = program.world.ids.next(),
          message = program.world.ids.next();

    Office()
    {
        const Role roles[] = {Role::Worker, Role::Worker, Role::Supervisor, Role::Supervisor, Role::Administrator, Role::Agent};
        for (int i = 0; i < Nobody; ++i) {
            users.append(UserId(program.world.ids.next()));
            devices.append(program.world.ids.next());
            const bool isSouth = i == OtherWorker || i == OtherSupervisor;
            User user{.id = users.last(), .displayName = QString::fromLatin1(names[i]), .email = emailOf(i), .role = roles[i]};
            user.teamId = isSouth ? south : north;
            mustWork(addUser(*program.db, program.world.agency.id, user, u"correct horse"_s, program.world.environment));
        }
        program.world.write(
            *program.db,
            {{u"client"_s, client, {{u"given_name"_s, u"Mariaquita"_s}, {u"assigned_worker_id"_s, users[Own].toString()}, {u"team_id"_s, north.toString()}}},
             {u"referral"_s, referral, {{u"client_id"_s, text(client)}, {u"site_id"_s, text(share)}, {u"status"_s, u"unstarted"_s}, {u"created_by"_s, users[Own].toString()}, {u"created_at"_s, 1000}}},
             // Due in a hundred years: it waits all through the test.
             {u"message"_s, message, {{u"share_id"_s, text(share)}, {u"client_id"_s, text(client)}, {u"kind"_s, u"initial"_s}, {u"channel"_s, u"text"_s}, {u"address"_s, u"+19375550101"_s}, {u"due_at"_s, qint64(4900000000000)}, {u"state"_s, u"waiting"_s}}}});
        program.start();
        for (int i = 0; i < Nobody; ++i)
            tokens.append(signIn(i));
        tokens.append(QByteArray());
    }
    static QString emailOf(int asker) { return QString::fromLatin1(names[asker]) + u"@example.org"_s; }
    QByteArray signIn(int asker)
    {
        const Answer answer = program.send("POST", "/v1/sign-in", {}, bytes(signInBody(asker)));
        return mustHave(protocol::readSignInAnswer(QJsonDocument::fromJson(answer.body).object())).token;
    }
    QJsonObject signInBody(int asker) const
    {
        return protocol::toJson(protocol::SignInRequest{emailOf(asker), u"correct horse"_s, devices[asker], u"desk"_s});
    }
    QByteArray push(int asker)
    {
        static qint64 ms = 1790000000000;
        const QUuid device = asker == Nobody ? client : devices[asker];
        const Change change{ChangeId(program.world.ids.next()), u"client"_s, client, {++ms, 0, device}, {{u"language"_s, u"es"_s}}};
        return bytes(protocol::toJson(protocol::PushRequest{{change}}));
    }
};

/// What came of it, in a word: "seen", "hidden", "yes", or the status.
using Ask = std::function<QByteArray(Office&, int asker)>;

QByteArray word(const Answer& answer)
{
    return QByteArray::number(answer.status);
}

Ask plain(const QByteArray& method, const QByteArray& target, const QByteArray& body = {})
{
    return [=](Office& office, int asker) { return word(office.program.send(method, target, office.tokens[asker], body)); };
}

/// Whether the answer speaks of the client.
Ask looksFor(const QByteArray& target)
{
    return [=](Office& office, int asker) {
        const Answer answer = office.program.send("GET", target, office.tokens[asker], {});
        return answer.status != 200 ? word(answer) : QByteArray(answer.body.contains("Mariaquita") ? "seen" : "hidden");
    };
}

Ask onMessage(const QByteArray& verb, const QByteArray& body)
{
    return [=](Office& office, int asker) {
        return word(office.program.send("POST", "/v1/messages/" + text(office.message).toLatin1() + "/" + verb,
                                        office.tokens[asker], body));
    };
}

Ask onClient(const QByteArray& method, const QByteArray& verb)
{
    return [=](Office& office, int asker) {
        return word(office.program.send(method, "/v1/admin/clients/" + text(office.program.world.ids.next()).toLatin1() + "/" + verb,
                                        office.tokens[asker], method == "POST" ? "{}" : ""));
    };
}

struct Row
{
    QString route;
    Ask ask;
    QByteArray expected[askers]; ///< In the order of Asker. «*»: anything but 401 and 403; «~»: but 401.
};

/// What only administrators may do.
Row adminsOnly(const QString& route, Ask ask)
{
    return {route, std::move(ask), {"403", "403", "403", "403", "*", "403", "401"}};
}

QList<Row> table()
{
    const Ask push = [](Office& office, int asker) {
        const Answer answer = office.program.send("POST", "/v1/changes", office.tokens[asker], office.push(asker));
        if (answer.status != 200)
            return word(answer);
        return QByteArray(answer.body.contains("\"accepted\":true") ? "yes" : "no");
    };
    const Ask printed = [](Office& office, int asker) {
        const QJsonObject body = protocol::toJson(
            protocol::PrintedLinkRequest{ClientId(office.client), {ReferralId(office.referral)}, u"en"_s, false});
        return word(office.program.send("POST", "/v1/printed-links", office.tokens[asker], bytes(body)));
    };
    const Ask claim = [](Office& office, int asker) {
        const Answer answer = office.program.send("POST", "/v1/messages/claim", office.tokens[asker], "{\"limit\":5}");
        // Nothing is due: what is, and to whom it goes, tests/gateway/claimtest.cpp has.
        return word(answer);
    };
    const Ask signOut = [](Office& office, int asker) {
        const QByteArray answer = word(office.program.send("POST", "/v1/sign-out", office.tokens[asker], "{}"));
        if (asker != Nobody)
            office.tokens[asker] = office.signIn(asker);
        return answer;
    };
    const Ask signIn = [](Office& office, int asker) {
        if (asker == Nobody)
            return word(office.program.send("POST", "/v1/sign-in", {}, bytes({{u"email"_s, u"x@example.org"_s}, {u"password"_s, u"wrong word"_s}, {u"device_id"_s, text(office.client)}, {u"device_name"_s, u"x"_s}})));
        const Answer answer = office.program.send("POST", "/v1/sign-in", {}, bytes(office.signInBody(asker)));
        office.tokens[asker] = mustHave(protocol::readSignInAnswer(QJsonDocument::fromJson(answer.body).object())).token;
        return word(answer);
    };
    const auto linksFor = [](Office& office, int asker) {
        return office.program.send("GET", "/v1/printed-links?client=" + text(office.client).toLatin1(),
                                   office.tokens[asker], {});
    };
    const auto linksIn = [](const Answer& answer) {
        return QJsonDocument::fromJson(answer.body).object()[u"links"].toArray();
    };
    // The row above has printed some.
    const Ask listed = [=](Office& office, int asker) {
        const Answer answer = linksFor(office, asker);
        return answer.status != 200 ? word(answer) : QByteArray(linksIn(answer).isEmpty() ? "hidden" : "seen");
    };
    const Ask revoked = [=](Office& office, int asker) {
        const QString id = linksIn(linksFor(office, Own)).first()[u"id"].toString();
        return word(office.program.send("POST", "/v1/printed-links/" + id.toLatin1() + "/revoke", office.tokens[asker], "{}"));
    };
    const Ask devices = [](Office& office, int asker) {
        return word(office.program.send("GET", "/v1/devices?user=" + office.users[Own].toString().toLatin1(),
                                        office.tokens[asker], {}));
    };
    const QByteArray wrongPassword = R"({"old_password":"not it, no","new_password":"another horse"})";
    return {
        {u"POST /v1/sign-in"_s, signIn, {"200", "200", "200", "200", "200", "200", "401"}},
        {u"POST /v1/sign-out"_s, signOut, {"200", "200", "200", "200", "200", "200", "401"}},
        // Everybody's own, and nobody else's.
        {u"POST /v1/password"_s, plain("POST", "/v1/password", wrongPassword), {"403", "403", "403", "403", "403", "403", "401"}},
        {u"GET /v1/sign-in/methods"_s, plain("GET", "/v1/sign-in/methods"), {"200", "200", "200", "200", "200", "200", "200"}},
        {u"POST /v1/sign-in/second-factor"_s, plain("POST", "/v1/sign-in/second-factor", "{}"), {"400", "400", "400", "400", "400", "400", "400"}},
        {u"GET /v1/second-factor"_s, plain("GET", "/v1/second-factor"), {"~", "~", "~", "~", "~", "~", "401"}},
        {u"POST /v1/second-factor/set-up"_s, plain("POST", "/v1/second-factor/set-up", "{}"), {"~", "~", "~", "~", "~", "~", "401"}},
        {u"POST /v1/second-factor/confirm"_s, plain("POST", "/v1/second-factor/confirm", "{}"), {"~", "~", "~", "~", "~", "~", "401"}},
        {u"POST /v1/second-factor/off"_s, plain("POST", "/v1/second-factor/off", "{}"), {"~", "~", "~", "~", "~", "~", "401"}},
        // Another person's devices are an administrator's business.
        {u"GET /v1/devices"_s, devices, {"200", "403", "403", "403", "200", "403", "401"}},
        {u"POST /v1/devices/{id}/revoke"_s, plain("POST", "/v1/devices/00000000-0000-7000-8000-0000000000ff/revoke", "{}"), {"~", "~", "~", "~", "~", "~", "401"}},
        // A device whose token is over asks it, in nobody's name.
        {u"POST /v1/wipe"_s, plain("POST", "/v1/wipe", "{}"), {"200", "200", "200", "200", "200", "200", "200"}},
        adminsOnly(u"POST /v1/users/{id}/second-factor/reset"_s, plain("POST", "/v1/users/00000000-0000-7000-8000-0000000000ff/second-factor/reset", "{}")),
        adminsOnly(u"GET /v1/sign-in-rule"_s, plain("GET", "/v1/sign-in-rule")),
        adminsOnly(u"POST /v1/sign-in-rule"_s, plain("POST", "/v1/sign-in-rule", "{}")),
        {u"GET /v1/changes"_s, looksFor("/v1/changes?since=0"), {"seen", "hidden", "seen", "hidden", "seen", "seen", "401"}},
        {u"GET /v1/snapshot"_s, looksFor("/v1/snapshot"), {"seen", "hidden", "seen", "hidden", "seen", "seen", "401"}},
        {u"POST /v1/changes"_s, push, {"yes", "no", "yes", "no", "yes", "yes", "401"}},
        {u"POST /v1/messages/claim"_s, claim, {"200", "200", "200", "200", "200", "200", "401"}},
        // Seen: there is no such lease. Not seen: there is no such message.
        {u"POST /v1/messages/{id}/send"_s, onMessage("send", R"({"fence":1,"subject":"","body":"x","html":""})"), {"409", "404", "409", "404", "409", "409", "401"}},
        {u"POST /v1/messages/{id}/release"_s, onMessage("release", R"({"fence":1,"problem":"x"})"), {"409", "404", "409", "404", "409", "409", "401"}},
        {u"POST /v1/messages/{id}/decision"_s, onMessage("decision", R"({"decision":"send_again","note":""})"), {"409", "404", "409", "404", "409", "403", "401"}},
        {u"POST /v1/printed-links"_s, printed, {"200", "404", "200", "404", "200", "200", "401"}},
        {u"GET /v1/printed-links"_s, listed, {"seen", "hidden", "seen", "hidden", "seen", "seen", "401"}},
        {u"POST /v1/printed-links/{id}/revoke"_s, revoked, {"200", "404", "200", "404", "200", "200", "401"}},
        adminsOnly(u"GET /v1/gateway"_s, plain("GET", "/v1/gateway")),
        adminsOnly(u"POST /v1/gateway/test"_s, plain("POST", "/v1/gateway/test", R"({"channel":"text","address":"+19375550142"})")),
        adminsOnly(u"GET /v1/admin/feeds"_s, plain("GET", "/v1/admin/feeds")),
        adminsOnly(u"POST /v1/admin/feeds"_s, plain("POST", "/v1/admin/feeds", "{}")),
        adminsOnly(u"POST /v1/admin/feeds/fetch"_s, plain("POST", "/v1/admin/feeds/fetch", "{}")),
        adminsOnly(u"POST /v1/admin/feeds/remove"_s, plain("POST", "/v1/admin/feeds/remove", "{}")),
        adminsOnly(u"GET /v1/admin/people"_s, plain("GET", "/v1/admin/people")),
        adminsOnly(u"POST /v1/admin/people"_s, plain("POST", "/v1/admin/people", "{}")),
        adminsOnly(u"POST /v1/admin/people/{id}"_s, plain("POST", "/v1/admin/people/00000000-0000-7000-8000-0000000000ff", "{}")),
        adminsOnly(u"POST /v1/admin/people/{id}/password"_s, plain("POST", "/v1/admin/people/00000000-0000-7000-8000-0000000000ff/password", "{}")),
        adminsOnly(u"GET /v1/admin/audit"_s, plain("GET", "/v1/admin/audit")),
        adminsOnly(u"GET /v1/admin/retention"_s, plain("GET", "/v1/admin/retention?days=40000")),
        adminsOnly(u"POST /v1/admin/retention"_s, plain("POST", "/v1/admin/retention", "{}")),
        adminsOnly(u"POST /v1/admin/clients/{id}/erase"_s, onClient("POST", "erase")),
        adminsOnly(u"GET /v1/admin/clients/{id}/export"_s, onClient("GET", "export")),
    };
}

bool fits(const QByteArray& got, const QByteArray& expected)
{
    if (expected == "~")
        return got != "401";
    return expected == "*" ? got != "401" && got != "403" : got == expected;
}

} // namespace

TEST_CASE("roles: each against each route", "[server][roles]")
{
    Office office;
    QStringList tested;
    for (const Row& row : table()) {
        tested.append(row.route);
        for (int asker = 0; asker < askers; ++asker) {
            INFO(row.route.toStdString() << " by " << names[asker]);
            const QByteArray got = row.ask(office, asker);
            CAPTURE(got.toStdString(), row.expected[asker].toStdString());
            CHECK(fits(got, row.expected[asker]));
        }
    }
    const QStringList routes = office.program.routes();
    CHECK(routes.size() > 10);
    for (const QString& route : routes) {
        INFO("add a row for the route " << route.toStdString() << " to the table of this test");
        CHECK(tested.contains(route));
    }
    for (const QString& route : tested) {
        INFO("the program has no route " << route.toStdString());
        CHECK(routes.contains(route));
    }
}
