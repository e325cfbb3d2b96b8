// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/writing.h"

#include "server/gateway/links.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

constexpr int maxMailLength = 200'000;
constexpr int maxSubjectLength = 500;

QString tr(const char* source)
{
    return QCoreApplication::translate("Gateway", source);
}

} // namespace

Result<bool> hasLinkOf(RecordReader& reader, const MessageId& message, const QString& text)
{
    static const QRegularExpression shape(u"/[rf]/([A-Za-z0-9_-]{22})(?![A-Za-z0-9_-])"_s);
    auto matches = shape.globalMatch(text);
    for (int i = 0; i < 20 && matches.hasNext(); ++i) {
        auto row = reader.database().query(
            u"SELECT 1 FROM link_token WHERE agency_id = ? AND token_hash = ? AND message_id = ?"_s,
            {bound(reader.agency()), linkHash(matches.next().captured(1).toLatin1()), bound(message)});
        if (!row)
            return row.error();
        if (row->next())
            return true;
    }
    return false;
}

Result<QString> problemWith(RecordReader& reader, const Message& message, const protocol::SendRequest& request)
{
    if (request.body.trimmed().isEmpty())
        return tr("The message that was written is empty. Check its template.");
    if (message.channel() == Channel::Text && request.body.size() > maxTextLength)
        return tr("The text that was written is longer than 1,600 characters. Check its template.");
    if (request.body.size() > maxMailLength || request.html.size() > maxMailLength ||
        request.subject.size() > maxSubjectLength)
        return tr("The email that was written is too long. Check its template.");
    const auto linked = hasLinkOf(reader, message.id, request.body);
    if (!linked)
        return linked.error();
    return *linked ? QString() : tr("The message that was written lacks its link. Check its template.");
}

} // namespace handrail::server
