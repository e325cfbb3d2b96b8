// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/carriers/conversation.h"
#include "core/carriers/mailwriter.h"
#include "server/gateway/mailintake.h"
#include "tests/gateway/gatewayworld.h"
#include "tests/mail/mailpeers.h"

using namespace handrail;
using namespace handrail::server;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A real gateway that sends through postfix and reads dovecot's mailbox of the agency.
struct Round
{
    MailPeers peers;
    GatewayWorld world;
    SmtpMail smtp;
    ImapMailbox mailbox;
    MailIntake intake;
    Client client;

    explicit Round(const QString& address)
        : smtp(settings(peers))
        , mailbox(peers.mailbox(), world.store.clock)
        , intake(world.databases, mailbox, world.store.environment)
        , client(begin(address))
    {
    }
    Client begin(const QString& address)
    {
        world.store.clock.setWall(QDateTime::currentDateTimeUtc());
        world.store.agency.sendingAddress = u"help@agency.test"_s;
        mustWork(saveAgency(*world.db, world.store.agency, world.store.environment));
        world.email = mustHave(EmailAddress::parse(address));
        world.gateway = std::make_unique<Gateway>(world.databases, Carriers{&world.texts, &smtp},
                                                  GatewaySettings{.publicUrl = u"https://h.example"_s,
                                                                  .mailReturnPath = u"help+*@agency.test"_s,
                                                                  .readsMail = true},
                                                  world.store.environment);
        // What the tests before left in the mailbox is not this one's.
        (void)mustHave(intake.poll());
        return world.addClient(u"Maria"_s);
    }
    static SmtpSettings settings(const MailPeers& peers)
    {
        SmtpSettings settings = peers.postfix();
        settings.reportSuccess = true;
        return settings;
    }
    /// Polls until `isSo`, adding up what came.
    MailRound pollUntil(const char* what, const std::function<bool()>& isSo)
    {
        MailRound sum;
        waitFor(what, [&] {
            const MailRound round = mustHave(intake.poll());
            sum.replies += round.replies;
            sum.reports += round.reports;
            sum.optOuts += round.optOuts;
            sum.automatic += round.automatic;
            sum.strangers += round.strangers;
            return isSo();
        });
        return sum;
    }
    Message initial(const SharePlan& plan) { return GatewayWorld::pick(plan, MessageKind::Initial, Channel::Email); }
    Message followUp(const SharePlan& plan) { return GatewayWorld::pick(plan, MessageKind::FollowUp, Channel::Email); }

    /// The client's mail program answers: another real mail, through the same mail server.
    void clientAnswers(const Message& about, const QString& words, bool outOfOffice = false)
    {
        OutgoingMail mail{.messageId = QUuid::createUuid().toString(QUuid::WithoutBraces) + u"@client.test"_s,
                          .fromName = u"Maria"_s,
                          .fromAddress = u"maria@client.test"_s,
                          .toAddress = u"help@agency.test"_s,
                          .subject = u"Re: Harbor House"_s,
                          .text = words,
                          .date = world.store.clock.now()};
        QByteArray bytes = mustHave(writeMail(mail));
        const QByteArray auto_ = outOfOffice ? "Auto-Submitted: auto-replied\r\n" : "";
        bytes.replace("Auto-Submitted: auto-generated\r\n", auto_)
            .replace("X-Auto-Response-Suppress: OOF, AutoReply\r\n", "");
        const qsizetype listId = bytes.indexOf("List-Id:");
        bytes.remove(listId, bytes.indexOf('\n', listId) + 1 - listId);
        bytes.prepend("In-Reply-To: <" + about.id.toString().toUtf8() + "@agency.test>\r\n");
        Conversation talk("smtp://127.0.0.1:" + QByteArray::number(peers.smtpPort) + "/client.test", peers.postfix());
        REQUIRE(talk.opened() == CURLE_OK);
        for (const QByteArray& said :
             {QByteArray("MAIL FROM:<maria@client.test>\r\n"), QByteArray("RCPT TO:<help@agency.test>\r\n"),
              QByteArray("DATA\r\n"), QByteArray(bytes + "\r\n.\r\n"), QByteArray("QUIT\r\n")}) {
            REQUIRE(talk.say(said));
            REQUIRE(talk.line().value_or(QByteArray()).left(1).toInt() < 4);
        }
    }
};

} // namespace

TEST_CASE("mail round: an address that takes mail", "[mail][round]")
{
    Round round(u"maria@client.test"_s);
    GatewayWorld& world = round.world;
    const SharePlan plan = world.share(round.client, 1, true);
    REQUIRE(world.sendAll() == 2);
    SECTION("gets it as it was written, and the report of success comes back as nothing to worry about")
    {
        round.pollUntil("the report of success", [&] {
            return world.count(u"SELECT COUNT(*) FROM seen_inbound WHERE carrier_id LIKE 'mail:%'"_s) >= 1;
        });
        CHECK(world.stateOf(round.initial(plan)) == MessageState::Sent);
        ImapMailbox clients(round.peers.mailbox(u"maria@client.test"_s), world.store.clock);
        const auto got = mustHave(clients.read({})).mails;
        REQUIRE_FALSE(got.isEmpty());
        CHECK(got.last().text.contains(u"https://h.example/r/"_s));
    }
    SECTION("a human reply is shown to the worker, without our words; an out-of-office note is ignored")
    {
        round.clientAnswers(round.initial(plan), u"I am away. Yes, stop by."_s, true);
        round.clientAnswers(round.initial(plan),
                            u"They were closed.\n\nOn Monday, Harbor <help@agency.test> wrote:\n> Yes or No?\n"_s);
        const MailRound sum = round.pollUntil("the reply", [&] { return !world.replies().isEmpty(); });
        CHECK(sum.replies == 1);
        CHECK(world.replies().first().body == u"They were closed."_s);
        CHECK(world.activities(u"kind = 'client_message'"_s).size() == 1);
        const MailRound rest = round.pollUntil("the rest", [] { return true; });
        CHECK(sum.automatic + rest.automatic == 1);
        CHECK(world.replies().size() == 1);
    }
    SECTION("a wish for no more stops the follow-ups")
    {
        round.clientAnswers(round.initial(plan), u"unsubscribe"_s);
        round.pollUntil("the wish", [&] { return world.stateOf(round.followUp(plan)) == MessageState::Canceled; });
        CHECK(world.count(u"SELECT COUNT(*) FROM opt_out WHERE source = 'email_reply'"_s) == 1);
    }
}

TEST_CASE("mail round: an address that sends mail back", "[mail][round]")
{
    const auto [address, words] =
        GENERATE(table<QString, QString>({{u"gone@client.test"_s, u"This email address does not exist."_s},
                                          {u"full@client.test"_s, u"The client's mailbox is full."_s}}));
    Round round(address);
    GatewayWorld& world = round.world;
    const SharePlan plan = world.share(round.client, 1, true);
    REQUIRE(world.sendAll() == 2);
    REQUIRE(world.stateOf(round.initial(plan)) == MessageState::Sent);
    round.pollUntil("the bounce", [&] { return world.stateOf(round.initial(plan)) == MessageState::Refused; });
    CHECK(world.message(round.initial(plan).id).reason == words);
    CHECK(world.stateOf(round.followUp(plan)) == MessageState::Canceled);
    const auto told = world.events(MessageState::Refused);
    REQUIRE(told.size() == 1);
    CHECK(told.first().referralId == plan.share.referralIds.first());
    CHECK(told.first().rule == bounceRule);

    // Two desks pull the same changes.
    RecordReader reader(*world.db, world.store.agency.id);
    int pulled = 0;
    for (const Change& change : mustHave(reader.changesSince(0, 1000)))
        pulled += change.entity == u"activity"_s && change.fields.value(u"rule"_s).toString() == bounceRule;
    CHECK(pulled == 1);
}

TEST_CASE("mail round: an address whose server is busy", "[mail][round]")
{
    Round round(u"busy@client.test"_s);
    GatewayWorld& world = round.world;
    const SharePlan plan = world.share(round.client, 1, true);
    REQUIRE(world.sendAll() == 2);
    round.pollUntil("the delay", [&] { return !world.activities(u"text LIKE '%goes on trying%'"_s).isEmpty(); });
    CHECK(world.stateOf(round.initial(plan)) == MessageState::Sent);
    CHECK(world.stateOf(round.followUp(plan)) == MessageState::Waiting);
}

TEST_CASE("mail round: an email whose fate is unknown", "[mail][round]")
{
    // The gateway's call broke off after the end of the mail, yet postfix has it: its report says so.
    Round round(u"maria@client.test"_s);
    GatewayWorld& world = round.world;
    const SharePlan plan = world.share(round.client, 1, true);
    REQUIRE(world.sendAll() == 2);
    const Message initial = round.initial(plan);
    world.store.write(*world.db, {Edit{u"message"_s, initial.id.uuid(), {{u"state"_s, u"unknown"_s}}}});
    round.pollUntil("the report", [&] { return world.stateOf(initial) == MessageState::Sent; });
}
