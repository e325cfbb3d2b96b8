// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/carriers/somemail.h"
#include "tests/mail/mailpeers.h"

#include <QRegularExpression>
#include <QSet>

using namespace handrail;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;
using Kind = SendOutcome::Kind;
using Security = MailServer::Security;

namespace {

OutgoingMail mailTo(const QString& address, const QString& id)
{
    OutgoingMail mail = someMail();
    mail.fromAddress = u"help@agency.test"_s;
    mail.toAddress = address;
    mail.envelopeId = u"0190a0b0-0000-7000-8000-"_s + id;
    mail.messageId = mail.envelopeId + u"@agency.test"_s;
    return mail;
}

SmtpSettings signedIn(SmtpSettings settings, const QString& password = u"correct horse"_s)
{
    settings.user = u"agency"_s;
    settings.password = password;
    return settings;
}

} // namespace

TEST_CASE("mail server: encryption", "[mail][smtp]")
{
    const MailPeers peers;
    SECTION("by STARTTLS and from the first byte")
    {
        const auto [name, security] =
            GENERATE(table<const char*, Security>({{"starttls", Security::StartTls}, {"tls", Security::Tls}}));
        INFO(name);
        CHECK(SmtpMail(peers.peer(name, security)).send(someMail()).kind == Kind::Sent);
        const auto mails = peers.events(name, "mail");
        REQUIRE_FALSE(mails.isEmpty());
        CHECK(mails.last()[u"tls"].toBool());
        CHECK(mails.last()[u"to"].toArray().first() == someMail().toAddress);
    }
    SECTION("is given up where the certificate is self-signed, of another name, or expired, and nothing is sent")
    {
        const auto [name, security] = GENERATE(table<const char*, Security>(
            {{"selfsigned", Security::Tls}, {"wrongname", Security::Tls}, {"expired", Security::StartTls}}));
        INFO(name);
        const SendOutcome outcome = SmtpMail(peers.peer(name, security)).send(someMail());
        CHECK(outcome.kind == Kind::TryLater);
        CHECK(outcome.reason.contains(u"can't prove who it is"_s));
        CHECK(peers.events(name, "mail").isEmpty());
    }
    SECTION("by an authority of the agency's own needs its file")
    {
        SmtpSettings settings = peers.peer("tls", Security::Tls);
        settings.caFile.clear();
        CHECK(SmtpMail(settings).send(someMail()).reason.contains(u"can't prove"_s));
        settings.caFile = u"/nowhere/ca.pem"_s;
        CHECK(SmtpMail(settings).send(someMail()).kind == Kind::TryLater);
    }
}

TEST_CASE("mail server: sign-in", "[mail][smtp]")
{
    const MailPeers peers;
    SECTION("by PLAIN and by LOGIN, under encryption")
    {
        const auto [name, method, security] = GENERATE(table<const char*, QString, Security>(
            {{"plain_auth", u"PLAIN"_s, Security::StartTls}, {"login_auth", u"LOGIN"_s, Security::Tls}}));
        INFO(name);
        CHECK(SmtpMail(signedIn(peers.peer(name, security))).send(someMail()).kind == Kind::Sent);
        const auto tries = peers.events(name, "auth");
        REQUIRE_FALSE(tries.isEmpty());
        CHECK(tries.last()[u"method"].toString() == method);
        CHECK(tries.last()[u"tls"].toBool());
    }
    SECTION("with a wrong password waits for an administrator")
    {
        const SendOutcome outcome =
            SmtpMail(signedIn(peers.peer("plain_auth", Security::StartTls), u"wrong"_s)).send(someMail());
        CHECK(outcome.kind == Kind::TryLater);
        CHECK(outcome.reason.contains(u"user name and password"_s));
    }
    SECTION("by XOAUTH2 takes the token from its file each time, so that it may be renewed")
    {
        SmtpSettings settings = signedIn(peers.peer("xoauth2", Security::StartTls), {});
        settings.tokenFile = peers.file("token");
        peers.write("token-wanted", "first-token\n");
        peers.write("token", "first-token\n");
        CHECK(SmtpMail(settings).send(someMail()).kind == Kind::Sent);
        CHECK(peers.events("xoauth2", "auth").last()[u"method"].toString() == u"XOAUTH2"_s);

        peers.write("token-wanted", "second-token\n");
        SmtpMail smtp(settings);
        CHECK(smtp.send(someMail()).reason.contains(u"does not accept"_s));
        peers.write("token", "second-token\nand more\n");
        CHECK(smtp.send(someMail()).kind == Kind::Sent);
    }
}

TEST_CASE("mail server: many mails", "[mail][smtp]")
{
    const MailPeers peers;
    SECTION("go over one connection, a refused one among them included")
    {
        const qsizetype before = peers.read("postfix.log").size();
        SmtpMail smtp(peers.postfix());
        for (int i = 0; i < 5; ++i) {
            CHECK(smtp.send(mailTo(u"maria@client.test"_s, u"10000000000%1"_s.arg(i))).kind == Kind::Sent);
            CHECK(smtp.send(mailTo(u"nobody@client.test"_s, u"20000000000%1"_s.arg(i))).kind == Kind::Refused);
        }
        waitFor("postfix writes its log",
                [&] { return peers.read("postfix.log").mid(before).count("NOQUEUE: reject") >= 5; });
        const QString log = QString::fromUtf8(peers.read("postfix.log").mid(before));
        CHECK(log.count(QRegularExpression(u"smtpd\\[\\d+\\]: connect from"_s)) == 1);
    }
    SECTION("go on where the server hung up in between")
    {
        SmtpMail smtp(peers.peer("starttls", Security::StartTls));
        CHECK(smtp.send(someMail()).kind == Kind::Sent);
        CHECK(smtp.send(someMail()).kind == Kind::Sent);
        const auto mails = peers.events("starttls", "mail");
        REQUIRE(mails.size() >= 2);
        CHECK(mails.last()[u"session"] == mails[mails.size() - 2][u"session"]);
    }
}

TEST_CASE("mail server: postfix refuses", "[mail][smtp]")
{
    const MailPeers peers;
    SmtpMail smtp(peers.postfix());
    SECTION("an address that is not there, for good and in plain words")
    {
        const SendOutcome outcome = smtp.send(mailTo(u"nobody@client.test"_s, u"300000000001"_s));
        CHECK(outcome.kind == Kind::Refused);
        CHECK(outcome.carrierCode == 550);
        CHECK(outcome.reason == u"This email address does not exist."_s);
        CHECK(outcome.bounced);
    }
    SECTION("what is not its business, which says nothing about the address")
    {
        const SendOutcome outcome = smtp.send(mailTo(u"x@outside.test"_s, u"300000000002"_s));
        CHECK(outcome.kind == Kind::Refused);
        CHECK(outcome.reason.contains(u"does not let"_s));
        CHECK_FALSE(outcome.bounced);
    }
}
