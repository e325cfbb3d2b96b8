// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/carriers/mailreader.h"
#include "core/carriers/deliveryreport.h"
#include "core/carriers/htmlwords.h"
#include "core/carriers/mailwriter.h"
#include "core/domain/mailwords.h"
#include "tests/carriers/somemail.h"
#include "tests/support/catch.h"

#include <QFile>

using namespace handrail;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString ourId = u"0190a0b0-0000-7000-8000-000000000001"_s;

QByteArray fixture(const char* name)
{
    QFile file(QStringLiteral(HANDRAIL_TEST_DATA "/mail/") + QLatin1String(name) + u".eml"_s);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

InboundMail mustRead(const QByteArray& bytes)
{
    const auto mail = readMail(bytes);
    REQUIRE(mail.has_value());
    return *mail;
}

} // namespace

TEST_CASE("mail reader: what a person writes", "[carriers][mailreader]")
{
    SECTION("names sender, recipient, time and the mail that it answers")
    {
        const InboundMail mail = mustRead(fixture("reply-plain"));
        CHECK(mail.from == u"Maria@client.test"_s);
        CHECK(mail.to.contains(u"help@agency.test"_s));
        CHECK(mail.answers.contains(ourId + u"@agency.test"_s));
        CHECK(mail.date == QDateTime(QDate(2026, 10, 12), QTime(16, 30), Qt::UTC));
        CHECK(mail.subject == u"Re: How did it go?"_s);
        CHECK_FALSE(mail.automatic);
        CHECK(mail.reports.isEmpty());
        CHECK(ownWords(mail.text) == u"They were closed. ¿Mañana?"_s);
        CHECK_FALSE(asksForNoMoreMail(ownWords(mail.text), mail.subject));
    }
    SECTION("is read in every charset and encoding, and as well as can be where they are wrong")
    {
        CHECK(mustRead(fixture("reply-base64-utf8")).text.trimmed() == u"Fui mañana, gracias."_s);
        CHECK(mustRead(fixture("reply-base64-utf8")).subject == u"Re: ¿Cómo le fue?"_s);
        CHECK(mustRead(fixture("reply-latin1-qp")).text.trimmed() == u"Sí, fui mañana."_s);
        CHECK(mustRead(fixture("reply-windows1252")).text.trimmed() == u"It’s “fine” € 5"_s);
        CHECK(mustRead(fixture("reply-broken-charset")).text.trimmed() == u"Café cerrado"_s);
        CHECK(mustRead(fixture("reply-lying-charset")).text.trimmed() == u"mañana"_s);
    }
    SECTION("is found in HTML alone, without the mail that it quotes")
    {
        const QString own = ownWords(mustRead(fixture("reply-html-only")).text);
        CHECK(own == u"They said no & sent me away.\nThank you é!"_s);
    }
    SECTION("is found in nested parts, and not in attachments")
    {
        CHECK(mustRead(fixture("reply-nested")).text.trimmed() == u"The plain words."_s);
    }
    SECTION("has one key, however its way here differs")
    {
        const QByteArray mail = fixture("reply-plain");
        CHECK(mustRead("Received: from a by b\r\n" + mail).key == mustRead(mail).key);
        CHECK(mustRead(QByteArray(mail).replace("closed", "open")).key != mustRead(mail).key);
    }
}

TEST_CASE("mail reader: what machines write", "[carriers][mailreader]")
{
    SECTION("is automatic by any of its marks")
    {
        CHECK(mustRead(fixture("out-of-office")).automatic);
        CHECK(mustRead(fixture("newsletter")).automatic);
        for (const char* line :
             {"Auto-Submitted: auto-generated", "Precedence: bulk", "Precedence: auto_reply", "Return-Path: <>",
              "X-Auto-Response-Suppress: OOF", "X-Autoreply: yes", "X-Autorespond: 1", "List-Id: <x.y>"}) {
            INFO(line);
            CHECK(mustRead(QByteArray(line) + "\r\nFrom: a@b.test\r\nSubject: Re: x\r\n\r\nYes\r\n").automatic);
        }
        CHECK(mustRead("From: a@b.test\r\nSubject: Automatic reply: x\r\n\r\nYes\r\n").automatic);
        CHECK(mustRead("From: noreply@b.test\r\nSubject: x\r\n\r\nYes\r\n").automatic);
        CHECK_FALSE(
            mustRead("From: a@b.test\r\nAuto-Submitted: no\r\nPrecedence: first-class\r\n\r\nYes\r\n").automatic);
    }
    SECTION("says who could not be reached, for which mail, and why")
    {
        const InboundMail mail = mustRead(fixture("bounce-5.1.1"));
        REQUIRE(mail.reports.size() == 1);
        CHECK(mail.reports[0].action == DeliveryAction::Failed);
        CHECK(mail.reports[0].status == u"5.1.1"_s);
        CHECK(mail.reports[0].aboutIds == QStringList{ourId, ourId + u"@agency.test"_s});
    }
    SECTION("tells a delay from a failure")
    {
        const InboundMail mail = mustRead(fixture("bounce-delayed"));
        REQUIRE(mail.reports.size() == 1);
        CHECK(mail.reports[0].action == DeliveryAction::Delayed);
        CHECK(mail.reports[0].status == u"4.2.2"_s);
        CHECK(mail.reports[0].aboutIds.contains(ourId + u"@agency.test"_s));
    }
    SECTION("is understood without a report in form")
    {
        const InboundMail mail = mustRead(fixture("bounce-free-form"));
        REQUIRE(mail.reports.size() == 1);
        CHECK(mail.reports[0].action == DeliveryAction::Failed);
        CHECK(mail.reports[0].status == u"5.7.1"_s);
        CHECK(mail.to.contains(u"help+"_s + ourId + u"@agency.test"_s));
    }
    SECTION("is known as a complaint about a mail of ours")
    {
        const InboundMail mail = mustRead(fixture("complaint"));
        CHECK(mail.complaint);
        CHECK(mail.answers.contains(ourId + u"@agency.test"_s));
    }
    SECTION("our own mail is automatic to everybody")
    {
        CHECK(mustRead(mustHave(writeMail(someMail()))).automatic);
    }
    SECTION("reports are bounded, and nonsense in them is none")
    {
        QByteArray many = "Original-Envelope-Id: a+2Bb\n\n";
        for (int i = 0; i < 1000; ++i)
            many += "Action: failed\nStatus: 5.1.1\n\n";
        CHECK(readDeliveryStatus(many).size() == 20);
        CHECK(readDeliveryStatus(many)[0].aboutIds == QStringList{u"a+b"_s});
        CHECK(readDeliveryStatus("Action: exploded\n\nStatus: x\n").isEmpty());
        CHECK(readDeliveryStatus(QByteArray(1'000'000, '\n')).isEmpty());
    }
}

TEST_CASE("mail reader: monsters", "[carriers][mailreader]")
{
    SECTION("no headers is no mail")
    {
        CHECK_FALSE(readMail({}).has_value());
        CHECK_FALSE(readMail("\r\n\r\nwords").has_value());
    }
    SECTION("nesting without end is refused")
    {
        QByteArray deep = "From: a@b.test\r\nContent-Type: multipart/mixed; boundary=b0\r\n\r\n";
        for (int i = 0; i < 20'000; ++i)
            deep += "--b" + QByteArray::number(i) + "\r\nContent-Type: multipart/mixed; boundary=b" +
                    QByteArray::number(i + 1) + "\r\n\r\n";
        CHECK_FALSE(readMail(deep).has_value());
        QByteArray forwarded = "From: a@b.test\r\n";
        for (int i = 0; i < 20'000; ++i)
            forwarded += "Content-Type: message/rfc822\r\n\r\n";
        CHECK_FALSE(readMail(forwarded).has_value());
    }
    SECTION("ten megabytes of attachment leave the words")
    {
        QByteArray big =
            "From: a@b.test\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nThe words.\r\n--b\r\n"
            "Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n\r\n";
        big += QByteArray("QUJDREVGR0g=\r\n").repeated(800'000);
        CHECK(mustRead(big).text.trimmed() == u"The words."_s);
    }
    SECTION("endless words, headers and addresses are cut")
    {
        const InboundMail mail =
            mustRead("From: a@b.test\r\nTo: " + QByteArray("x@y.test, ").repeated(50'000) +
                     "z@y.test\r\nReferences: " + QByteArray("<a@b> ").repeated(50'000) +
                     "\r\nSubject: " + QByteArray(500'000, 's') + "\r\n\r\n" + QByteArray(1'000'000, 'w'));
        CHECK(mail.text.size() <= 64 * 1024);
        CHECK(mail.subject.size() <= 500);
        CHECK(mail.answers.size() <= 100);
        CHECK(mail.to.size() <= 200);
    }
    SECTION("HTML without end takes one pass")
    {
        const QString html = GENERATE(QString(900'000, u'<'), QString(900'000, u'&'), (u"<div>"_s).repeated(150'000),
                                      (u"<blockquote>"_s).repeated(80'000), (u"<!-- "_s).repeated(150'000));
        CHECK(wordsOfHtml(html).size() <= html.size());
    }
    SECTION("any damage to a mail is survived")
    {
        const QByteArray mail = fixture("bounce-5.1.1") + fixture("reply-nested");
        quint32 random = 1;
        for (int i = 0; i < 500; ++i) {
            QByteArray damaged = mail;
            for (int k = 0; k < 20; ++k) {
                random = random * 1664525 + 1013904223;
                damaged[qsizetype(random % quint32(damaged.size()))] = char(random >> 24);
            }
            (void)readMail(damaged.left(qsizetype(random % quint32(damaged.size()))));
            (void)readMail(damaged);
        }
    }
}
