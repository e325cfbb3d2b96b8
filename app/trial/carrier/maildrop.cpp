// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/trial/carrier/maildrop.h"

#include <QDir>
#include <algorithm>
#include <memory>

// GLib has a member called `signals`.
#undef signals
#include <gmime/gmime.h>

using namespace Qt::Literals::StringLiterals;

namespace handrail::trial {

namespace {

struct Unref
{
    void operator()(void* object) const { g_object_unref(object); }
};
template <typename T>
using Owned = std::unique_ptr<T, Unref>;

QString partText(GMimeObject* object)
{
    if (object == nullptr || !GMIME_IS_TEXT_PART(object))
        return {};
    char* text = g_mime_text_part_get_text(GMIME_TEXT_PART(object));
    const QString result = QString::fromUtf8(text);
    g_free(text);
    return result;
}

void collect(GMimeObject*, GMimeObject* part, gpointer target)
{
    auto* mail = static_cast<DroppedMail*>(target);
    GMimeContentType* type = g_mime_object_get_content_type(part);
    if (g_mime_content_type_is_type(type, "text", "plain") != 0)
        mail->text = partText(part);
    else if (g_mime_content_type_is_type(type, "text", "html") != 0)
        mail->html = partText(part);
}

QString addresses(InternetAddressList* list)
{
    char* text = list == nullptr ? nullptr : internet_address_list_to_string(list, nullptr, 0);
    const QString result = QString::fromUtf8(text);
    g_free(text);
    return result;
}

std::optional<DroppedMail> readMail(const QString& path)
{
    const Owned<GMimeStream> stream(g_mime_stream_file_open(QFile::encodeName(path).constData(), "r", nullptr));
    if (!stream)
        return std::nullopt;
    const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
    const Owned<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), nullptr));
    if (!message)
        return std::nullopt;
    DroppedMail mail;
    mail.to = addresses(g_mime_message_get_to(message.get()));
    mail.from = addresses(g_mime_message_get_from(message.get()));
    mail.subject = QString::fromUtf8(g_mime_message_get_subject(message.get()));
    mail.unsubscribe = QString::fromUtf8(g_mime_object_get_header(GMIME_OBJECT(message.get()), "List-Unsubscribe"));
    if (GDateTime* date = g_mime_message_get_date(message.get()))
        mail.at = QDateTime::fromSecsSinceEpoch(g_date_time_to_unix(date), Qt::UTC);
    g_mime_message_foreach(message.get(), collect, &mail);
    return mail;
}

} // namespace

QList<DroppedMail> readMailDrop(const QString& folder)
{
    static const bool started = (g_mime_init(), true);
    Q_UNUSED(started)
    QList<DroppedMail> mails;
    const QDir dir(folder);
    for (const QString& name : dir.entryList({u"*.eml"_s}, QDir::Files, QDir::Name)) {
        if (auto mail = readMail(dir.filePath(name))) {
            mail->fileName = name;
            mails.append(*mail);
        }
    }
    std::ranges::stable_sort(mails, {}, [](const DroppedMail& m) { return m.at.toMSecsSinceEpoch(); });
    return mails;
}

} // namespace handrail::trial
