// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/autoreply.h"

#include "core/domain/autotext.h"
#include "core/domain/localtime.h"
#include "core/domain/records/codec.h"

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

/// Short codes and senders with letters are machines: answering one can go on for ever.
constexpr int leastOfAPerson = 9;
constexpr QLatin1String afterStop(" stop"); ///< Marks a day's confirmation beside its answer to HELP.

/// True where this mark is new.
Result<bool> mark(Records& records, const QString& to, const QString& day)
{
    auto marked = records.database().query(u"INSERT INTO auto_reply (agency_id, address, day) VALUES (?, ?, ?)"
                                           " ON CONFLICT (agency_id, address, day) DO NOTHING"_s,
                                           {bound(records.agency()), to, day});
    if (!marked)
        return marked.error();
    return marked->numRowsAffected() > 0;
}

Result<bool> isDue(Records& records, ReplyPlan::AutoReply reply, const QString& to, const QString& day)
{
    if (reply == ReplyPlan::AutoReply::StopConfirmation)
        return mark(records, to, day + afterStop);
    auto confirmed =
        records.database().query(u"SELECT 1 FROM auto_reply WHERE agency_id = ? AND address = ? AND day = ?"_s,
                                 {bound(records.agency()), to, QString(day + afterStop)});
    if (!confirmed)
        return confirmed.error();
    return confirmed->next() ? Result<bool>(false) : mark(records, to, day);
}

/// Of the latest text to this number; the client read that one.
Result<QString> languageOf(Records& records, const QString& to)
{
    auto latest = records.select(u"message"_s, u"channel = ? AND address = ? ORDER BY due_at DESC, id DESC LIMIT 1"_s,
                                 {records::nameOf(Channel::Text), to});
    if (!latest)
        return latest.error();
    return latest->isEmpty() ? QString() : latest->first().fields.value("language"_L1).toString();
}

QString dayOf(const Agency& agency, const QDateTime& now)
{
    const auto zone = zoneNamed(agency.timeZone);
    return (zone ? now.toTimeZone(*zone) : now.toUTC()).date().toString(Qt::ISODate);
}

} // namespace

Result<std::optional<OutgoingText>> dueAutoText(Records& records, const Environment& environment, const Agency& agency,
                                                ReplyPlan::AutoReply reply, const QString& to)
{
    const bool person = to.size() >= leastOfAPerson && Address::fromStored(Channel::Text, to).has_value();
    if (reply == ReplyPlan::AutoReply::None || !person)
        return std::optional<OutgoingText>();
    const auto due = isDue(records, reply, to, dayOf(agency, environment.clock.now()));
    if (!due)
        return due.error();
    if (!*due)
        return std::optional<OutgoingText>();
    const auto language = languageOf(records, to);
    if (!language)
        return language.error();
    return std::optional(
        OutgoingText{.to = to, .from = agency.sendingNumber, .body = autoText(reply, agency, *language)});
}

} // namespace handrail::server
