// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/carriers/twiliosignature.h"
#include "core/casework/clients.h"
#include "core/casework/referrals.h"
#include "core/casework/sharing.h"
#include "core/net/qttransport.h"
#include "tests/system/realprograms.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace handrail;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString account = u"AC"_s + QString(32, u'0');
const QString sendingNumber = u"+19375550100"_s;
const QString publicUrl = u"https://handrail.example"_s;
const QString phone = u"+16502530142"_s;
const QString email = u"ana@mail.example"_s;

/// The trial's carrier as a process of its own.
class StandInCarrier
{
public:
    StandInCarrier()
    {
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(QStringLiteral(HANDRAIL_TRIAL_CARRIER),
                        {u"--port"_s, u"0"_s, u"--account"_s, account, u"--number"_s, sendingNumber});
        static const QRegularExpression line(u"http://127\\.0\\.0\\.1:\\d+"_s);
        QByteArray said;
        REQUIRE(QTest::qWaitFor(
            [&] {
                said += m_process.readAll();
                address = line.match(QString::fromUtf8(said)).captured();
                return !address.isEmpty();
            },
            patienceMs));
    }
    ~StandInCarrier()
    {
        m_process.terminate();
        if (!m_process.waitForFinished(patienceMs))
            m_process.kill();
    }
    QString address;

private:
    QProcess m_process;
};

int post(const QString& url, const QByteArray& body, const QByteArray& type,
         const QList<std::pair<QByteArray, QByteArray>>& headers = {})
{
    QtTransport transport;
    HttpRequest request{.method = "POST", .url = QUrl(url), .headers = headers, .body = body};
    request.headers.emplaceBack("Content-Type", type);
    const HttpOutcome outcome = transport.send(request);
    REQUIRE(outcome.kind == HttpOutcome::Kind::Answered);
    return outcome.response.status;
}

/// A server with the stand-in for its carrier, and two desks of one agency: a worker's and an administrator's. A share
/// of two referrals went out from the first one.
struct TwoDesks
{
    StandInCarrier carrier;
    QTemporaryDir secrets;
    RealServer server;
    Computer first;
    Computer second;
    ShareId share;

    explicit TwoDesks(int statusPollSeconds = 1)
        : server(config(statusPollSeconds), "public_url = " + publicUrl.toUtf8() + '\n')
        , first(with(u"dana@opendoor.example"_s, u"worker"_s))
        , second(with(u"lee@opendoor.example"_s, u"administrator"_s))
        , share(first.atDesk([](casework::Desk& desk) { return shareTwoSites(desk); }))
    {
    }
    QByteArray config(int statusPollSeconds)
    {
        QFile token(secrets.filePath(u"token"_s));
        REQUIRE(token.open(QIODevice::WriteOnly));
        REQUIRE(token.setPermissions(QFile::ReadOwner | QFile::WriteOwner)); // the server takes no other
        token.write("12345\n");
        return "[texts]\nbase_url = " + carrier.address.toUtf8() + "\naccount_sid = " + account.toUtf8() +
               "\nauth_token_file = " + token.fileName().toUtf8() +
               "\npoll_seconds = 1\nwebhooks = yes\nstatus_poll_seconds = " + QByteArray::number(statusPollSeconds) + '\n';
    }
    Computer with(const QString& who, const QString& role)
    {
        server.addUser(who, role);
        return Computer(server, who);
    }
    static ShareId shareTwoSites(casework::Desk& desk)
    {
        const auto found = mustHave(desk.store.directory().find(QString(), {0, 2}));
        REQUIRE(found.size() == 2);
        const ClientId client =
            mustHave(casework::saveClient(desk, {.givenName = u"Ana"_s,
                                                 .familyName = u"Ruiz"_s,
                                                 .language = u"en"_s,
                                                 .timeZone = u"America/New_York"_s,
                                                 .contactPoints = {{.channel = Channel::Email, .typed = email},
                                                                   {.channel = Channel::Text, .typed = phone}}}));
        const auto referrals = mustHave(casework::createReferrals(desk, client, QList{found[0].id, found[1].id}));
        const auto panel = mustHave(casework::prepareShare(desk, client, QList{referrals[0].id, referrals[1].id}));
        return mustHave(casework::share(
            desk, panel,
            {.text = true, .phoneTyped = phone, .email = true, .emailTyped = email, .consent = true}));
    }
    void send() { first.turn(); }
    void fault(const QByteArray& json)
    {
        CHECK(post(carrier.address + u"/trial/fault"_s, json, "application/json") == 200);
    }
    int hook(const QString& path, const WebhookParams& params)
    {
        QByteArrayList pairs;
        for (const auto& [name, value] : params)
            pairs.append(QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value));
        return post(server.address + path, pairs.join('&'), "application/x-www-form-urlencoded",
                    {{"X-Twilio-Signature", twilioSignature(u"12345"_s, publicUrl + path, params)}});
    }
    Message initialText()
    {
        return first.atDesk([this](casework::Desk& desk) {
            for (const Message& message : mustHave(desk.store.shares().messagesOf(share)))
                if (message.kind == MessageKind::Initial && message.channel() == Channel::Text)
                    return message;
            FAIL("no initial text");
            Q_UNREACHABLE();
        });
    }
    QString statusPath()
    {
        const QString agency = first.atDesk([](casework::Desk& desk) {
            return mustHave(desk.store.agencies().agency()).value().id.toString();
        });
        return u"/hooks/twilio/status/"_s + agency + u'.' + initialText().id.toString();
    }
    /// The page that the email's List-Unsubscribe names, at the server's real address.
    QString unsubscribePage()
    {
        REQUIRE(server.mails().size() == 1);
        QFile mail(server.path(u"mails/"_s + server.mails().first()));
        REQUIRE(mail.open(QIODevice::ReadOnly));
        static const QRegularExpression link(u"/u/[A-Za-z0-9_-]{22}"_s);
        const QString found = link.match(QString::fromUtf8(mail.readAll())).captured();
        REQUIRE_FALSE(found.isEmpty());
        return server.address + found;
    }
    static bool knows(Computer& computer, const Address& address)
    {
        computer.turn();
        return computer.atDesk([&](casework::Desk& desk) {
            return !mustHave(desk.store.shares().optedOut({address})).isEmpty();
        });
    }
    /// Both desks know, nothing is left on that channel, and the other channel is none of its business.
    void isStopped(const Address& address)
    {
        const Channel channel = address.channel();
        CHECK(QTest::qWaitFor([&] { return knows(first, address); }, patienceMs));
        CHECK(knows(second, address));
        CHECK_FALSE(isLeft(first, channel));
        CHECK_FALSE(isLeft(second, channel));
        CHECK(isLeft(first, channel == Channel::Text ? Channel::Email : Channel::Text));
    }
    bool isLeft(Computer& computer, Channel channel) const
    {
        return computer.atDesk([&](casework::Desk& desk) {
            return std::ranges::any_of(mustHave(desk.store.shares().messagesOf(share)), [&](const Message& message) {
                return message.channel() == channel && message.state == MessageState::Waiting;
            });
        });
    }
};

} // namespace

TEST_CASE("opt-outs: whichever way it comes, every desk knows and nothing more goes out", "[system][R8][R9][R10]")
{
    TwoDesks it;
    Address address = Address::fromStored(Channel::Text, phone).value();
    SECTION("a word texted, by poll")
    {
        it.send();
        CHECK(post(it.carrier.address + u"/trial/text"_s,
                   QJsonDocument(QJsonObject{{u"from"_s, phone}, {u"body"_s, u"Stop texting me!"_s}}).toJson(),
                   "application/json") == 200);
    }
    SECTION("a word texted, by webhook")
    {
        it.send();
        CHECK(it.hook(u"/hooks/twilio/inbound"_s, {{u"MessageSid"_s, u"SMin"_s},
                                                   {u"From"_s, phone},
                                                   {u"To"_s, sendingNumber},
                                                   {u"Body"_s, u"STOP"_s}}) == 200);
    }
    SECTION("the carrier refuses the text: 21610")
    {
        it.fault(R"({"kind":"refuse","code":21610})");
        it.send();
    }
    SECTION("a status by poll tells of it: 21610")
    {
        it.fault(R"({"kind":"undelivered","code":21610})");
        it.send();
    }
    SECTION("one click in the mail program")
    {
        address = Address::fromStored(Channel::Email, email).value();
        it.send();
        CHECK(post(it.unsubscribePage(), "List-Unsubscribe=One-Click", "application/x-www-form-urlencoded") == 200);
    }
    SECTION("the page that the email links to")
    {
        address = Address::fromStored(Channel::Email, email).value();
        it.send();
        CHECK(post(it.unsubscribePage(), "confirm=yes", "application/x-www-form-urlencoded") == 200);
    }
    it.isStopped(address);
}

TEST_CASE("opt-outs: a status by webhook tells that the client blocks us", "[system][R9]")
{
    // The stand-in's own status must not come first.
    TwoDesks it(3600);
    it.send();
    const Message text = it.initialText();
    REQUIRE(text.state == MessageState::Sent);
    CHECK(it.hook(it.statusPath(), {{u"MessageSid"_s, text.carrierId},
                                    {u"MessageStatus"_s, u"undelivered"_s},
                                    {u"ErrorCode"_s, u"30004"_s}}) == 204);
    it.isStopped(text.address);
}
