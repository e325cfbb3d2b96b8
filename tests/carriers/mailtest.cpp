// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/carriers/maildrop.h"
#include "core/carriers/mailwriter.h"
#include "tests/carriers/somemail.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <gmime/gmime.h>

using namespace handrail;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A mail as a reader's program understands it.
struct Parsed
{
    explicit Parsed(const QByteArray& bytes)
    {
        g_mime_init();
        GMimeStream* stream = g_mime_stream_mem_new_with_buffer(bytes.constData(), size_t(bytes.size()));
        GMimeParser* parser = g_mime_parser_new_with_stream(stream);
        message = g_mime_parser_construct_message(parser, nullptr);
        g_object_unref(parser);
        g_object_unref(stream);
        REQUIRE(message != nullptr);
    }
    ~Parsed() { g_object_unref(message); }
    Parsed(const Parsed&) = delete;
    Parsed& operator=(const Parsed&) = delete;

    [[nodiscard]] QString header(const char* name) const
    {
        return QString::fromUtf8(g_mime_object_get_header(GMIME_OBJECT(message), name));
    }
    [[nodiscard]] int headerCount() const
    {
        return g_mime_header_list_get_count(g_mime_object_get_header_list(GMIME_OBJECT(message)));
    }
    [[nodiscard]] GMimeObject* part(int index) const
    {
        return g_mime_multipart_get_part(GMIME_MULTIPART(g_mime_message_get_mime_part(message)), index);
    }
    [[nodiscard]] QString text(int index) const
    {
        char* text = g_mime_text_part_get_text(GMIME_TEXT_PART(part(index)));
        const QString read = QString::fromUtf8(text).replace("\r\n"_L1, "\n"_L1);
        g_free(text);
        return read;
    }

    GMimeMessage* message = nullptr;
};

} // namespace

TEST_CASE("mail: a written one read again", "[carriers][mail]")
{
    const OutgoingMail mail = someMail();
    const QByteArray bytes = mustHave(writeMail(mail));
    const Parsed parsed(bytes);
    SECTION("has both texts, whole")
    {
        const GMimeContentType* type = g_mime_object_get_content_type(g_mime_message_get_mime_part(parsed.message));
        CHECK(QByteArray(g_mime_content_type_get_media_subtype(const_cast<GMimeContentType*>(type))) == "alternative");
        CHECK(parsed.text(0) == mail.text);
        CHECK(parsed.text(1) == mail.html);
        CHECK(QByteArray(g_mime_object_get_content_type_parameter(parsed.part(0), "charset")) == "utf-8");
    }
    SECTION("says who, to whom, what and when")
    {
        CHECK(QString::fromUtf8(g_mime_message_get_subject(parsed.message)) == mail.subject);
        CHECK(QString::fromUtf8(g_mime_message_get_message_id(parsed.message)) == mail.messageId);
        CHECK(parsed.header("From") == u"\"Casa Esperanza, Ayuda\" <help@agency.example>"_s);
        CHECK(parsed.header("To") == mail.toAddress);
        CHECK(bytes.contains("Date: Mon, 05 Oct 2026 15:00:07 +0000\r\n"));
    }
    SECTION("can be unsubscribed with one click, and answers no robot")
    {
        CHECK(bytes.contains("\r\nList-Unsubscribe: <" + mail.unsubscribeUrl.toUtf8() + ">\r\n"));
        CHECK(bytes.contains("\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"));
        CHECK(parsed.header("List-Id") == u"<handrail.agency.example>"_s);
        CHECK(parsed.header("Auto-Submitted") == u"auto-generated"_s);
    }
    SECTION("is plain ASCII in lines that every mail server takes")
    {
        for (const QByteArray& line : bytes.split('\n')) {
            CHECK(line.size() <= 200);
            CHECK((line.isEmpty() || line.endsWith('\r')));
        }
        CHECK(std::ranges::none_of(bytes, [](char c) { return uchar(c) > 126; }));
    }
    SECTION("is the same, byte for byte, at every try")
    {
        CHECK(mustHave(writeMail(mail)) == bytes);
    }
}

TEST_CASE("mail: names and subjects", "[carriers][mail]")
{
    SECTION("can't become headers")
    {
        OutgoingMail mail = someMail();
        const int headers = Parsed(mustHave(writeMail(mail))).headerCount();
        mail.fromName = u"Help\r\nBcc: all@evil.example\r\n"_s;
        mail.subject = u"Hi\nBcc: all@evil.example\n\nbody\u2028x"_s;
        const Parsed parsed(mustHave(writeMail(mail)));
        CHECK(parsed.headerCount() == headers);
        CHECK(parsed.header("Bcc").isEmpty());
    }
    SECTION("survive in any language")
    {
        OutgoingMail mail = someMail();
        mail.fromName = u"Ñandú 食堂 \"x\" <y>"_s;
        const Parsed parsed(mustHave(writeMail(mail)));
        InternetAddress* from = internet_address_list_get_address(g_mime_message_get_from(parsed.message), 0);
        CHECK(QString::fromUtf8(internet_address_get_name(from)) == mail.fromName);
    }
}

TEST_CASE("mail: no name or subject becomes anything else", "[carriers][mail]")
{
    // Pieces that have broken headers elsewhere, put together in every which way.
    const QStringList pieces = {u"\r\n"_s,
                                u"\n"_s,
                                u"\r"_s,
                                QString(QChar(u'\0')),
                                u"Bcc: all@evil.example"_s,
                                u": "_s,
                                u"=?utf-8?q?=0D=0ABcc:_all@evil.example?="_s,
                                u"=?utf-8?b?DQpCY2M6IHg=?="_s,
                                u"<"_s,
                                u">"_s,
                                u"\""_s,
                                u"\\"_s,
                                u","_s,
                                u";"_s,
                                u"@"_s,
                                u"("_s,
                                u")"_s,
                                u" "_s,
                                u"\t"_s,
                                u"é"_s,
                                u"食"_s,
                                u"🙂"_s,
                                QString(QChar(0x2028)),
                                QString(QChar(0x0085)),
                                QString(QChar(0xd800)),
                                u"Casa"_s,
                                QString(400, u'x'),
                                u"\u202e"_s};
    const OutgoingMail plain = someMail();
    const int headers = Parsed(mustHave(writeMail(plain))).headerCount();
    quint32 random = 7;
    const auto next = [&random](quint32 below) {
        random = random * 1664525 + 1013904223;
        return (random >> 8) % below;
    };
    for (int i = 0; i < 400; ++i) {
        QString name;
        QString subject;
        for (quint32 k = 0; k < 1 + next(8); ++k) {
            name += pieces[next(quint32(pieces.size()))];
            subject += pieces[next(quint32(pieces.size()))];
        }
        OutgoingMail mail = plain;
        mail.fromName = name;
        mail.subject = subject;
        const QByteArray bytes = mustHave(writeMail(mail));
        const Parsed parsed(bytes);
        INFO(name << " / " << subject);
        REQUIRE(parsed.headerCount() == headers);
        REQUIRE(parsed.header("Bcc").isEmpty());
        InternetAddressList* from = g_mime_message_get_from(parsed.message);
        REQUIRE(internet_address_list_length(from) == 1);
        InternetAddress* sender = internet_address_list_get_address(from, 0);
        REQUIRE(QString::fromUtf8(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(sender))) ==
                mail.fromAddress);
        // What a mail program decodes has no line in it either.
        const QString shown = QString::fromUtf8(internet_address_get_name(sender)) +
                              QString::fromUtf8(g_mime_message_get_subject(parsed.message));
        REQUIRE_FALSE(shown.contains(u'\n'));
        REQUIRE_FALSE(shown.contains(u'\r'));
        for (const QByteArray& line : bytes.split('\n'))
            REQUIRE(line.size() <= 998);
    }
}

TEST_CASE("mail: its unsubscribe addresses", "[carriers][mail]")
{
    OutgoingMail mail = someMail();
    SECTION("may be a link and a mail")
    {
        mail.unsubscribeMailto = u"mailto:help@agency.example?subject=unsubscribe%20abc"_s;
        CHECK(mustHave(writeMail(mail)).contains("/u/"));
        CHECK(mustHave(writeMail(mail)).contains(">, <mailto:help@agency.example?subject=unsubscribe%20abc>\r\n"));
    }
    SECTION("can't be anything else")
    {
        mail.unsubscribeMailto = u"javascript:x"_s;
        CHECK_FALSE(writeMail(mail).ok());
    }
    SECTION("and the language are in every mail")
    {
        CHECK(mustHave(writeMail(mail)).contains("\r\nContent-Language: es\r\n"));
    }
}

TEST_CASE("mail: what can't be written", "[carriers][mail]")
{
    OutgoingMail mail = someMail();
    SECTION("an address with a line break")
    {
        mail.toAddress = u"a@b.example\r\nBcc: c@d.example"_s;
    }
    SECTION("two addresses")
    {
        mail.toAddress = u"a@b.example, c@d.example"_s;
    }
    SECTION("a broken sender")
    {
        mail.fromAddress = u"nobody"_s;
    }
    SECTION("an id with a line break")
    {
        mail.messageId = u"a@b\r\nX: y"_s;
    }
    SECTION("an unsubscribe link that is none")
    {
        mail.unsubscribeUrl = u"javascript:alert(1)"_s;
    }
    CHECK(writeMail(mail).error().code == ErrorCode::InvalidInput);
}

TEST_CASE("mail folder: a mail", "[carriers][mail]")
{
    QTemporaryDir folder;
    MailDrop drop(folder.filePath(u"mail"_s));
    SECTION("is one file, however often it is tried")
    {
        const SendOutcome outcome = drop.send(someMail());
        CHECK(outcome.kind == SendOutcome::Kind::Sent);
        CHECK(outcome.carrierId == someMail().messageId);
        CHECK(drop.send(someMail()).kind == SendOutcome::Kind::Sent);
        const QDir dir(folder.filePath(u"mail"_s));
        REQUIRE(dir.entryList(QDir::Files) == QStringList{someMail().messageId + u".eml"_s});
        QFile file(dir.filePath(someMail().messageId + u".eml"_s));
        REQUIRE(file.open(QIODevice::ReadOnly));
        CHECK(file.readAll() == mustHave(writeMail(someMail())));
    }
    SECTION("waits where the folder can't be written")
    {
        QFile(folder.filePath(u"mail"_s)).open(QIODevice::WriteOnly);
        CHECK(drop.send(someMail()).kind == SendOutcome::Kind::TryLater);
    }
    SECTION("that can't be written at all is refused")
    {
        OutgoingMail mail = someMail();
        mail.toAddress = u"nobody"_s;
        CHECK(drop.send(mail).kind == SendOutcome::Kind::Refused);
    }
}
