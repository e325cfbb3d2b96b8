// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/refusals.h"

#include "core/domain/activity.h"
#include "core/domain/records/codec.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

bool isLateCancel(const Change& refused, const QJsonObject& current)
{
    return refused.entity == "message"_L1 && refused.fields[u"state"] == u"canceled"_s &&
           current[u"state"] != u"canceled"_s;
}

/// The referrals that the message is about; one empty entry where none is known, so that the client's timeline has it.
Result<QList<std::optional<ReferralId>>> referralsOf(Records& records, const Message& message)
{
    if (message.referralId)
        return QList<std::optional<ReferralId>>{message.referralId};
    const auto share = records.find(u"share", message.shareId.uuid());
    if (!share)
        return share.error();
    QList<std::optional<ReferralId>> referrals;
    if (*share)
        for (const QJsonValue& id : (**share)[u"referral_ids"].toArray())
            if (const auto referral = ReferralId::fromString(id.toString()))
                referrals.append(referral);
    if (referrals.isEmpty())
        referrals.append(std::nullopt);
    return referrals;
}

/// No worker's name on it: the desk then marks it as new, since its worker has not seen it yet.
Result<void> tellOfLateCancel(Records& records, const Environment& environment, const QUuid& key,
                              const QJsonObject& current)
{
    const auto message = records::readMessage(key, current);
    if (!message)
        return {}; // kept in part only; the device has the sentence of the refusal
    const auto referrals = referralsOf(records, *message);
    if (!referrals)
        return referrals.error();
    QList<Edit> edits;
    for (const auto& referral : *referrals) {
        const Activity told{.id = ActivityId(environment.ids.next()),
                            .kind = ActivityKind::MessageEvent,
                            .clientId = message->clientId,
                            .referralId = referral,
                            .at = environment.clock.now(),
                            .channel = message->channel(),
                            .messageId = message->id,
                            .rule = lateCancelRule,
                            .messageState = message->state};
        edits.append(records::editOf("activity", told.id.uuid(), told));
    }
    const auto written = records.write(edits);
    return written ? Result<void>() : written.error();
}

} // namespace

Result<void> putDeviceRight(Records& records, const Environment& environment, const Change& refused,
                            const QJsonObject& current)
{
    const records::Entity* entity = records::findEntity(refused.entity);
    // The last stamp that can be written has none after it.
    constexpr qint64 lastWallMs = (qint64(1) << 48) - 1;
    if (entity == nullptr || entity->appendOnly || refused.stamp.wallMs >= lastWallMs)
        return {};
    QJsonObject truth;
    for (auto field = refused.fields.begin(); field != refused.fields.end(); ++field)
        if (entity->field(field.key()) != nullptr && current[field.key()] != field.value())
            truth.insert(field.key(), current[field.key()]);
    if (truth.isEmpty())
        return {};
    if (const auto said = records.writeOver(Edit{refused.entity, refused.key, truth}, refused.stamp); !said)
        return said.error();
    return isLateCancel(refused, current) ? tellOfLateCancel(records, environment, refused.key, current)
                                          : Result<void>();
}

} // namespace handrail::server
