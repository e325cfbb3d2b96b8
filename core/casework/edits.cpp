// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/casework/edits.h"

#include "core/domain/records/codec.h"

using namespace Qt::Literals::StringLiterals;

namespace handrail::casework {

std::optional<Edit> changedFields(const QString& entity, const QUuid& key, const QJsonObject& before,
                                  const QJsonObject& after)
{
    QJsonObject changed;
    for (auto it = after.begin(); it != after.end(); ++it)
        if (before.value(it.key()) != it.value())
            changed.insert(it.key(), it.value());
    return changed.isEmpty() ? std::nullopt : std::optional(Edit{entity, key, changed});
}

Edit editOf(const StatusChange& change)
{
    return {u"referral"_s, change.referralId.uuid(), {{u"status"_s, records::nameOf(change.to)}}};
}

QList<Edit> editsOf(const QList<Activity>& activities)
{
    QList<Edit> edits;
    for (const Activity& activity : activities)
        edits.append(records::editOf("activity", activity.id.uuid(), activity));
    return edits;
}

QList<Edit> cancelingEdits(const QList<MessageId>& messages, const QString& reason, const QDateTime& at)
{
    QList<Edit> edits;
    for (const MessageId& id : messages)
        edits.append({u"message"_s,
                      id.uuid(),
                      {{u"state"_s, records::nameOf(MessageState::Canceled)},
                       {u"reason"_s, reason},
                       {u"state_at"_s, at.toMSecsSinceEpoch()}}});
    return edits;
}

} // namespace handrail::casework
