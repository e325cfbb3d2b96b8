// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/carriers/mailwriter.h"

#include "core/carriers/gmimehelp.h"
#include "core/domain/address.h"

#include <QByteArrayList>
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QRegularExpression>
#include <QUrl>
#include <algorithm>
#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

struct FreeOptions
{
    void operator()(GMimeFormatOptions* options) const { g_mime_format_options_free(options); }
};
struct FreeDate
{
    void operator()(GDateTime* date) const { g_date_time_unref(date); }
};

/// One line: a name or subject with line breaks must not become a header.
QString oneLine(const QString& text)
{
    QString line = text;
    for (QChar& c : line)
        if (c.category() == QChar::Other_Control || c == QChar(QChar::LineSeparator) ||
            c == QChar(QChar::ParagraphSeparator))
            c = u' ';
    return line.simplified();
}

bool isPlain(const QString& line)
{
    return line.size() <= 200 && !line.contains(u"=?"_s) &&
           std::ranges::all_of(line, [](QChar c) { return c >= u' ' && c <= u'~'; });
}

/// A character as it stands in an encoded word (RFC 2047 section 4.2, what is allowed in a name).
QByteArray encoded(char32_t character)
{
    QByteArray coded;
    for (const char byte : QString::fromUcs4(&character, 1).toUtf8()) {
        const bool plain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9');
        coded += plain ? QByteArray(1, byte) : byte == ' ' ? "_" : '=' + QByteArray(1, byte).toHex().toUpper();
    }
    return coded;
}

/// Not GMime's way: that leaves "=0D=0A" in a name as it is, and a reader decodes a line break.
QByteArray encodedWords(const QString& line)
{
    constexpr qsizetype longest = 60; // With the word's own ends below the 75 that are allowed.
    QByteArrayList words{QByteArray()};
    for (const char32_t character : line.toUcs4()) {
        const QByteArray coded = encoded(character);
        if (words.last().size() + coded.size() > longest)
            words.append(QByteArray());
        words.last() += coded;
    }
    for (QByteArray& word : words)
        word = "=?utf-8?Q?" + word + "?=";
    return words.join("\n ");
}

QByteArray subjectOf(const QString& subject)
{
    const QString line = oneLine(subject);
    return isPlain(line) ? line.toUtf8() : encodedWords(line);
}

QByteArray senderOf(const OutgoingMail& mail)
{
    const QString name = oneLine(mail.fromName);
    const QByteArray address = '<' + mail.fromAddress.toUtf8() + '>';
    if (name.isEmpty())
        return address;
    if (!isPlain(name))
        return encodedWords(name) + "\n " + address;
    return '"' + QString(name).replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s).toUtf8() + "\" " + address;
}

Result<void> check(const OutgoingMail& mail)
{
    static const QRegularExpression idShape(u"^[A-Za-z0-9._+=-]{1,200}@[A-Za-z0-9.-]{1,200}$"_s);
    const auto bad = [](const char* sentence) {
        return Error{ErrorCode::InvalidInput, QCoreApplication::translate("Mail", sentence)};
    };
    if (!EmailAddress::parse(mail.toAddress))
        return bad(QT_TRANSLATE_NOOP("Mail", "The client's email address can't be right."));
    if (!EmailAddress::parse(mail.fromAddress))
        return bad(QT_TRANSLATE_NOOP("Mail", "The agency's sending address can't be right."));
    if (!idShape.match(mail.messageId).hasMatch() || !mail.date.isValid())
        return bad(QT_TRANSLATE_NOOP("Mail", "The email has no valid id or date."));
    const QUrl url(mail.unsubscribeUrl, QUrl::StrictMode);
    const bool web = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
    if (!mail.unsubscribeUrl.isEmpty() && (!url.isValid() || !web))
        return bad(QT_TRANSLATE_NOOP("Mail", "The email's unsubscribe link can't be right."));
    const QUrl mailto(mail.unsubscribeMailto, QUrl::StrictMode);
    if (!mail.unsubscribeMailto.isEmpty() && (!mailto.isValid() || mailto.scheme() != "mailto"_L1))
        return bad(QT_TRANSLATE_NOOP("Mail", "The email's unsubscribe link can't be right."));
    if (!mail.returnPath.isEmpty() && !EmailAddress::parse(mail.returnPath))
        return bad(QT_TRANSLATE_NOOP("Mail", "The address for returned mail can't be right."));
    return {};
}

/// As it is, on its line: an address folded in the middle is an address no more.
void setRawHeader(GMimeMessage* message, const char* name, const QByteArray& value)
{
    GMimeHeaderList* headers = g_mime_object_get_header_list(GMIME_OBJECT(message));
    g_mime_header_list_append(headers, name, "", "utf-8");
    GMimeHeader* header = g_mime_header_list_get_header_at(headers, g_mime_header_list_get_count(headers) - 1);
    g_mime_header_set_raw_value(header, QByteArray(' ' + value + '\n').constData());
}

void setHeaders(GMimeMessage* message, const OutgoingMail& mail)
{
    const QByteArray from = mail.fromAddress.toUtf8();
    setRawHeader(message, "From", senderOf(mail));
    g_mime_message_add_mailbox(message, GMIME_ADDRESS_TYPE_TO, nullptr, mail.toAddress.toUtf8().constData());
    setRawHeader(message, "Subject", subjectOf(mail.subject));
    const std::unique_ptr<GDateTime, FreeDate> date(g_date_time_new_from_unix_utc(mail.date.toSecsSinceEpoch()));
    g_mime_message_set_date(message, date.get());
    g_mime_message_set_message_id(message, mail.messageId.toUtf8().constData());
    setRawHeader(message, "Auto-Submitted", "auto-generated");
    setRawHeader(message, "X-Auto-Response-Suppress", "OOF, AutoReply");
    setRawHeader(message, "List-Id", "<handrail." + from.mid(from.lastIndexOf('@') + 1) + '>');
    if (mail.unsubscribeUrl.isEmpty())
        return;
    const QByteArray url = QUrl(mail.unsubscribeUrl, QUrl::StrictMode).toEncoded();
    const QByteArray mailto = QUrl(mail.unsubscribeMailto, QUrl::StrictMode).toEncoded();
    setRawHeader(message, "List-Unsubscribe", '<' + url + '>' + (mailto.isEmpty() ? "" : ", <" + mailto + '>'));
    setRawHeader(message, "List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
}

void setLanguage(GMimeObject* part, const QString& language)
{
    static const QRegularExpression tag(u"^[A-Za-z0-9-]{2,35}$"_s);
    if (tag.match(language).hasMatch())
        g_mime_object_set_header(part, "Content-Language", language.toLatin1().constData(), "utf-8");
}

Owned<GMimeObject> textPart(const char* subtype, const QString& text, const QString& language)
{
    GMimeTextPart* part = g_mime_text_part_new_with_subtype(subtype);
    // Not g_mime_text_part_set_text(): it picks the narrowest charset that fits.
    const QByteArray bytes = text.toUtf8();
    const Owned<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.constData(), size_t(bytes.size())));
    const Owned<GMimeDataWrapper> content(
        g_mime_data_wrapper_new_with_stream(stream.get(), GMIME_CONTENT_ENCODING_DEFAULT));
    g_mime_part_set_content(GMIME_PART(part), content.get());
    g_mime_object_set_content_type_parameter(GMIME_OBJECT(part), "charset", "utf-8");
    g_mime_part_set_content_encoding(GMIME_PART(part), GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
    setLanguage(GMIME_OBJECT(part), language);
    return Owned<GMimeObject>(GMIME_OBJECT(part));
}

Owned<GMimeObject> bodyOf(const OutgoingMail& mail)
{
    Owned<GMimeObject> plain = textPart("plain", mail.text, mail.language);
    if (mail.html.isEmpty())
        return plain;
    const Owned<GMimeObject> html = textPart("html", mail.html, mail.language);
    GMimeMultipart* both = g_mime_multipart_new_with_subtype("alternative");
    const QByteArray hash = QCryptographicHash::hash(mail.messageId.toUtf8(), QCryptographicHash::Sha256).toHex();
    g_mime_multipart_set_boundary(both, QByteArray("=_handrail_" + hash.left(32)).constData());
    g_mime_multipart_add(both, plain.get());
    g_mime_multipart_add(both, html.get());
    setLanguage(GMIME_OBJECT(both), mail.language);
    return Owned<GMimeObject>(GMIME_OBJECT(both));
}

} // namespace

Result<QByteArray> writeMail(const OutgoingMail& mail)
{
    if (const auto checked = check(mail); !checked)
        return checked.error();
    setUpGMime();
    const Owned<GMimeMessage> message(g_mime_message_new(TRUE));
    setHeaders(message.get(), mail);
    const Owned<GMimeObject> body = bodyOf(mail);
    g_mime_message_set_mime_part(message.get(), body.get());
    const std::unique_ptr<GMimeFormatOptions, FreeOptions> options(g_mime_format_options_new());
    g_mime_format_options_set_newline_format(options.get(), GMIME_NEWLINE_FORMAT_DOS);
    const std::unique_ptr<char, decltype(&g_free)> written(
        g_mime_object_to_string(GMIME_OBJECT(message.get()), options.get()), &g_free);
    return QByteArray(written.get());
}

} // namespace handrail
