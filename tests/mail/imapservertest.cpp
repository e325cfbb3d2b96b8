// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/mail/mailpeers.h"
#include "tests/support/manualclock.h"

#include <QDateTime>
#include <QDirIterator>
#include <QProcess>

using namespace handrail;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A mailbox of its own in dovecot, and a way to put mails into it as a mail server does.
struct Box
{
    Box()
        : user(u"box%1@agency.test"_s.arg(++boxes))
    {
        clock.setWall(QDateTime::currentDateTimeUtc());
    }
    [[nodiscard]] QString maildir() const
    {
        return peers.folder.filePath(u"dovecot/mail/agency.test/"_s + user.section(u'@', 0, 0));
    }
    /// Into Maildir's own `new`, whole.
    void deliver(const QByteArray& mail)
    {
        const QDir dir(maildir());
        for (const char* folder : {"tmp", "new", "cur"})
            REQUIRE(dir.mkpath(QLatin1String(folder)));
        QFile file(dir.filePath(u"new/%1.M%2.test"_s.arg(clock.now().toSecsSinceEpoch()).arg(++count)));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(mail);
        file.close();
        REQUIRE(QProcess::execute(u"chown"_s, {u"-R"_s, u"nobody:nogroup"_s, maildir()}) == 0);
    }
    [[nodiscard]] bool isRead(int which) const
    {
        QDirIterator files(maildir(), {u"*.M%1.test*"_s.arg(which)}, QDir::Files, QDirIterator::Subdirectories);
        return files.hasNext() && files.next().section(u":2,"_s, 1).contains(u'S');
    }
    ImapMailbox open(const std::function<void(ImapSettings&)>& change = {})
    {
        ImapSettings settings = peers.mailbox(user);
        if (change)
            change(settings);
        return {settings, clock};
    }

    MailPeers peers;
    ManualClock clock;
    QString user;
    int count = 0;
    inline static int boxes = 0;
};

QByteArray mail(const QByteArray& words)
{
    return "From: maria@client.test\r\nTo: help@agency.test\r\nMessage-ID: <" + words.toHex() +
           "@client.test>\r\nSubject: Hi\r\n\r\n" + words + "\r\n";
}

} // namespace

TEST_CASE("mailbox: is read", "[mail][imap]")
{
    Box box;
    box.deliver(mail("one"));
    box.deliver(mail("two"));
    ImapMailbox mailbox = box.open([](ImapSettings& settings) { settings.mailsAtOnce = 1; });
    const MailboxReading first = mustHave(mailbox.read({}));
    REQUIRE(first.mails.size() == 1);
    CHECK(first.mails[0].text.trimmed() == u"one"_s);
    CHECK(first.more);
    const MailboxReading second = mustHave(mailbox.read(first.after));
    REQUIRE(second.mails.size() == 1);
    CHECK(second.mails[0].text.trimmed() == u"two"_s);
    CHECK_FALSE(second.more);
    SECTION("to its end, once")
    {
        const MailboxReading third = mustHave(mailbox.read(second.after));
        CHECK(third.mails.isEmpty());
        CHECK(third.after == second.after);
        box.deliver(mail("three"));
        CHECK(mustHave(mailbox.read(third.after)).mails.size() == 1);
    }
    SECTION("and left as it is")
    {
        CHECK_FALSE(box.isRead(1));
        mustWork(mailbox.dealtWith(first, {first.mails[0].uid}));
        CHECK_FALSE(box.isRead(1));
    }
    SECTION("and what was taken in is marked as read where the settings say so, and nothing else")
    {
        ImapMailbox marking = box.open([](ImapSettings& settings) { settings.markRead = true; });
        mustWork(marking.dealtWith(second, {first.mails[0].uid}));
        CHECK(box.isRead(1));
        CHECK_FALSE(box.isRead(2));
    }
    SECTION("anew where the mail server numbers it anew, with the same keys")
    {
        MailboxPosition old = second.after;
        old.validity += 1;
        ImapMailbox whole = box.open();
        const MailboxReading again = mustHave(whole.read(old));
        REQUIRE(again.mails.size() == 2);
        CHECK(again.mails[0].key == first.mails[0].key);
    }
    SECTION("not beyond the days that are looked back on")
    {
        box.clock.advanceDays(60);
        const MailboxReading later = mustHave(box.open().read({}));
        CHECK(later.mails.isEmpty());
        CHECK(later.after.uid == second.after.uid);
    }
}

TEST_CASE("mailbox: monsters in it", "[mail][imap]")
{
    Box box;
    box.deliver(mail(QByteArray("words\r\n") + QByteArray("x\r\n").repeated(4'000'000)));
    QByteArray deep = "From: a@b.test\r\nContent-Type: multipart/mixed; boundary=b0\r\n\r\n";
    for (int i = 0; i < 5'000; ++i)
        deep += "--b" + QByteArray::number(i) + "\r\nContent-Type: multipart/mixed; boundary=b" +
                QByteArray::number(i + 1) + "\r\n\r\n";
    box.deliver(deep);
    box.deliver("");
    box.deliver(mail("after the storm"));
    const MailboxReading reading = mustHave(box.open().read({}));
    CHECK(reading.unreadable >= 1);
    REQUIRE(reading.mails.size() >= 2);
    CHECK(reading.mails.first().text.size() <= 64 * 1024);
    CHECK(reading.mails.last().text.trimmed() == u"after the storm"_s);
    CHECK_FALSE(reading.more);
}

TEST_CASE("mailbox: encryption and sign-in", "[mail][imap]")
{
    Box box;
    box.deliver(mail("one"));
    SECTION("by TLS from the first byte and by STARTTLS")
    {
        const bool tls = GENERATE(true, false);
        auto mailbox = box.open([&](ImapSettings& settings) {
            settings.host = u"localhost"_s;
            settings.security = tls ? MailServer::Security::Tls : MailServer::Security::StartTls;
            settings.port = tls ? box.peers.imapsPort : box.peers.imapPort;
        });
        CHECK(mustHave(mailbox.read({})).mails.size() == 1);
    }
    SECTION("a certificate that nobody vouches for is refused")
    {
        auto mailbox = box.open([&](ImapSettings& settings) {
            settings.security = MailServer::Security::Tls;
            settings.port = box.peers.imapsPort;
            settings.caFile.clear();
        });
        CHECK(mailbox.read({}).error().sentence.contains(u"can't prove"_s));
    }
    SECTION("a wrong password says so")
    {
        auto mailbox = box.open([](ImapSettings& settings) { settings.password = u"wrong"_s; });
        CHECK(mailbox.read({}).error().sentence.contains(u"password"_s));
    }
    SECTION("a folder that is not there says so")
    {
        auto mailbox = box.open([](ImapSettings& settings) { settings.folder = u"No\" such"_s; });
        CHECK(mailbox.read({}).error().sentence.contains(u"folder"_s));
    }
    SECTION("nobody there")
    {
        auto mailbox = box.open([](ImapSettings& settings) { settings.port = 1; });
        CHECK(mailbox.read({}).error().code == ErrorCode::Offline);
    }
    SECTION("a password never travels unencrypted to another machine")
    {
        auto mailbox = box.open([](ImapSettings& settings) { settings.host = u"imap.invalid"_s; });
        CHECK(mailbox.read({}).error().sentence.contains(u"unencrypted"_s));
    }
}
