// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/carriers/mailreader.h"

#include "core/carriers/deliveryreport.h"
#include "core/carriers/gmimehelp.h"
#include "core/carriers/htmlwords.h"
#include "core/domain/mailstatus.h"

#include <QCryptographicHash>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

constexpr qsizetype mostBytes = 2LL * 1024 * 1024;
constexpr qsizetype mostContentTypes = 200;
constexpr int deepest = 12;
constexpr int mostParts = 60;
constexpr qsizetype longestText = 64 * 1024;

QString header(GMimeMessage* message, const char* name)
{
    return QString::fromUtf8(g_mime_object_get_header(GMIME_OBJECT(message), name)).simplified().left(4000);
}

/// GMime goes down into parts by recursion: a mail of nothing but beginnings must not reach it. No part within a part
/// does without this header.
bool isNestedBeyondReason(const QByteArray& bytes)
{
    return bytes.toLower().count("content-type") > mostContentTypes;
}

Owned<GMimeMessage> parse(const QByteArray& bytes)
{
    const Owned<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.constData(), size_t(bytes.size())));
    const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
    return Owned<GMimeMessage>(g_mime_parser_construct_message(parser.get(), nullptr));
}

QByteArray contentOf(GMimePart* part)
{
    GMimeDataWrapper* content = g_mime_part_get_content(part);
    if (content == nullptr)
        return {};
    const Owned<GMimeStream> memory(g_mime_stream_mem_new());
    g_mime_data_wrapper_write_to_stream(content, memory.get());
    const GByteArray* bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(memory.get()));
    return {reinterpret_cast<const char*>(bytes->data), qsizetype(bytes->len)};
}

/// UTF-8, or Latin-1 where it is not.
QString guessed(const QByteArray& raw)
{
    const QString utf8 = QString::fromUtf8(raw);
    return utf8.contains(QChar::ReplacementCharacter) ? QString::fromLatin1(raw) : utf8;
}

/// In the charset that the part names, where it names one that is known and not mostly named without a thought.
QString textOf(GMimeObject* part)
{
    const QString charset =
        QString::fromLatin1(g_mime_object_get_content_type_parameter(part, "charset")).trimmed().toLower();
    QString read;
    if (!charset.isEmpty() && charset != "utf-8"_L1 && charset != "us-ascii"_L1) {
        const std::unique_ptr<char, decltype(&g_free)> text(g_mime_text_part_get_text(GMIME_TEXT_PART(part)), &g_free);
        read = QString::fromUtf8(text.get());
    }
    if (read.isEmpty() || read.contains(QChar::ReplacementCharacter))
        read = guessed(contentOf(GMIME_PART(part)));
    return read.remove(QChar(u'\0')).left(longestText);
}

/// What the parts of a mail have for us.
struct Found
{
    QString plain;
    QString html;
    QList<DeliveryReport> reports;
    QString aboutId; ///< Message-ID of a mail that is returned in this one.
    bool complaint = false;
    int parts = 0;
};

void readLeaf(GMimeObject* object, const QString& type, Found& found)
{
    if (type == "message/delivery-status"_L1 || type == "message/global-delivery-status"_L1)
        found.reports += readDeliveryStatus(contentOf(GMIME_PART(object)));
    else if (type == "message/feedback-report"_L1)
        found.complaint = fieldIn(contentOf(GMIME_PART(object)), "Feedback-Type").toLower() == "abuse"_L1;
    else if (type == "text/rfc822-headers"_L1 && found.aboutId.isEmpty())
        found.aboutId = bareId(fieldIn(contentOf(GMIME_PART(object)), "Message-ID"));
    else if (GMIME_IS_TEXT_PART(object) && !g_mime_part_is_attachment(GMIME_PART(object))) {
        QString& text = type == "text/html"_L1 ? found.html : found.plain;
        if (text.size() < longestText)
            text += (text.isEmpty() ? u""_s : u"\n"_s) + textOf(object);
    }
}

void readPart(GMimeObject* object, int depth, Found& found)
{
    if (object == nullptr || depth > deepest || ++found.parts > mostParts)
        return;
    const GMimeContentType* constType = g_mime_object_get_content_type(object);
    auto* contentType = const_cast<GMimeContentType*>(constType);
    const QString type = (QString::fromLatin1(g_mime_content_type_get_media_type(contentType)) + u'/' +
                          QString::fromLatin1(g_mime_content_type_get_media_subtype(contentType)))
                             .toLower();
    if (GMIME_IS_MULTIPART(object)) {
        const int count = qMin(g_mime_multipart_get_count(GMIME_MULTIPART(object)), mostParts);
        for (int i = 0; i < count; ++i)
            readPart(g_mime_multipart_get_part(GMIME_MULTIPART(object), i), depth + 1, found);
    } else if (GMIME_IS_MESSAGE_PART(object)) {
        // A mail within the mail is somebody else's words: only which one it is matters.
        GMimeMessage* inner = g_mime_message_part_get_message(GMIME_MESSAGE_PART(object));
        if (inner != nullptr && found.aboutId.isEmpty())
            found.aboutId = bareId(QString::fromUtf8(g_mime_message_get_message_id(inner)));
    } else if (GMIME_IS_PART(object)) {
        readLeaf(object, type, found);
    }
}

QStringList addressesIn(InternetAddressList* list)
{
    QStringList addresses;
    for (int i = 0; list != nullptr && i < qMin(internet_address_list_length(list), 50); ++i) {
        InternetAddress* address = internet_address_list_get_address(list, i);
        if (INTERNET_ADDRESS_IS_MAILBOX(address))
            addresses.append(QString::fromUtf8(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(address))));
    }
    return addresses;
}

QStringList recipientsOf(GMimeMessage* message)
{
    QStringList all = addressesIn(g_mime_message_get_addresses(message, GMIME_ADDRESS_TYPE_TO)) +
                      addressesIn(g_mime_message_get_addresses(message, GMIME_ADDRESS_TYPE_CC));
    for (const char* name : {"Delivered-To", "X-Original-To", "Envelope-To"})
        if (const QString address = bareId(header(message, name)); !address.isEmpty())
            all.append(address);
    return all;
}

QStringList idsAnswered(GMimeMessage* message)
{
    static const QRegularExpression id(u"<([^<>\\s]{1,300})>"_s);
    QStringList ids;
    for (const char* name : {"In-Reply-To", "References"}) {
        auto matches =
            id.globalMatch(QString::fromUtf8(g_mime_object_get_header(GMIME_OBJECT(message), name)).left(8000));
        while (matches.hasNext() && ids.size() < 100)
            ids.append(matches.next().captured(1));
    }
    return ids;
}

bool isMailSystem(const QString& from)
{
    const QString name = from.section(u'@', 0, 0).toLower();
    return name == "mailer-daemon"_L1 || name == "postmaster"_L1 || from.isEmpty();
}

/// RFC 3834, and what programs did before it and beside it.
bool isAutomatic(GMimeMessage* message, const QString& from)
{
    const QString submitted = header(message, "Auto-Submitted").toLower();
    if (!submitted.isEmpty() && submitted.section(u';', 0, 0).trimmed() != "no"_L1)
        return true;
    static const QRegularExpression precedence(u"^(?:bulk|list|junk|auto[_-]?reply)"_s,
                                               QRegularExpression::CaseInsensitiveOption);
    if (precedence.match(header(message, "Precedence")).hasMatch() || header(message, "Return-Path") == "<>"_L1)
        return true;
    for (const char* name :
         {"X-Auto-Response-Suppress", "X-Autoreply", "X-Autorespond", "X-Autoresponder", "X-Auto-Reply",
          "X-Auto-Reply-From", "X-Mail-Autoreply", "X-FC-MachineGenerated", "List-Id", "List-Unsubscribe"})
        if (!header(message, name).isEmpty())
            return true;
    static const QRegularExpression says(
        u"^(?:automatic reply|auto(?:matic)?[- ]?response|out of (?:the )?office|respuesta autom[aá]tica|"
        "fuera de (?:la )?oficina)\\s*:"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression nobody(u"^(?:no[-_.]?reply|do[-_.]?not[-_.]?reply|bounces?)(?:[+@].*)?$"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    return says.match(header(message, "Subject")).hasMatch() || isMailSystem(from) || nobody.match(from).hasMatch();
}

/// A mail system that writes no report as RFC 3464 has it: whether it gave up is in its words, if anywhere.
void addFreeFormReport(GMimeMessage* message, const Found& found, InboundMail& mail)
{
    const bool names = !header(message, "X-Failed-Recipients").isEmpty();
    const bool reports = !mail.reports.isEmpty() || found.complaint;
    if (reports || (!names && !isMailSystem(mail.from)) || mail.from.isEmpty())
        return;
    const QString status = enhancedStatusIn(mail.text);
    mail.reports.append(
        {.action = isForGood(status) || names ? DeliveryAction::Failed : DeliveryAction::Delayed, .status = status});
}

QString keyOf(const InboundMail& mail, const QString& id)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString& part : {id, mail.from, mail.date.toString(Qt::ISODate), mail.subject, mail.text}) {
        hash.addData(part.toUtf8());
        hash.addData(QByteArrayView("\n", 1));
    }
    return u"mail:"_s + QString::fromLatin1(hash.result().toHex().left(40));
}

QDateTime dateOf(GMimeMessage* message)
{
    GDateTime* date = g_mime_message_get_date(message);
    return date == nullptr ? QDateTime() : QDateTime::fromSecsSinceEpoch(g_date_time_to_unix(date), Qt::UTC);
}

} // namespace

std::optional<InboundMail> readMail(const QByteArray& bytes)
{
    const QByteArray beginning = bytes.left(mostBytes);
    if (isNestedBeyondReason(beginning))
        return std::nullopt;
    setUpGMime();
    const Owned<GMimeMessage> message = parse(beginning);
    if (!message || g_mime_header_list_get_count(g_mime_object_get_header_list(GMIME_OBJECT(message.get()))) == 0)
        return std::nullopt;
    Found found;
    readPart(g_mime_message_get_mime_part(message.get()), 0, found);
    InboundMail mail{.from = addressesIn(g_mime_message_get_from(message.get())).value(0),
                     .to = recipientsOf(message.get()),
                     .answers = idsAnswered(message.get()),
                     .subject = QString::fromUtf8(g_mime_message_get_subject(message.get())).simplified().left(500),
                     .text = found.plain.trimmed().isEmpty() ? wordsOfHtml(found.html) : found.plain,
                     .date = dateOf(message.get()),
                     .complaint = found.complaint,
                     .reports = found.reports};
    mail.automatic = isAutomatic(message.get(), mail.from);
    addFreeFormReport(message.get(), found, mail);
    for (DeliveryReport& report : mail.reports)
        report.aboutIds += found.aboutId.isEmpty() ? mail.answers : QStringList(found.aboutId);
    if (mail.complaint && !found.aboutId.isEmpty())
        mail.answers.prepend(found.aboutId);
    mail.key = keyOf(mail, QString::fromUtf8(g_mime_message_get_message_id(message.get())));
    return mail;
}

} // namespace handrail
