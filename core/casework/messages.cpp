// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/casework/messages.h"

#include "core/casework/edits.h"
#include "core/casework/refusal.h"
#include "core/casework/samplelinks.h"
#include "core/domain/sendgate.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace handrail::casework {

namespace {

constexpr int mostEvents = 200;

Result<MessageRow> mustFind(Desk& desk, const MessageId& id)
{
    auto row = desk.store.messages().message(id);
    if (!row)
        return row.error();
    if (!*row)
        return refusal(ErrorCode::NotFound, QT_TRANSLATE_NOOP("Casework", "This message is no longer there."));
    return std::move(**row);
}

QList<ReferralId> referralsOf(const Message& message, const std::optional<Share>& share)
{
    if (message.referralId)
        return {*message.referralId};
    return share ? share->referralIds : QList<ReferralId>();
}

/// In the order of the referrals.
Result<QList<ResourceSite>> sitesOf(Desk& desk, const QList<ReferralId>& ids)
{
    const auto referrals = desk.store.referrals().referrals(ids);
    if (!referrals)
        return referrals.error();
    QList<ResourceSiteId> sites;
    for (const Referral& referral : *referrals)
        sites.append(referral.siteId);
    return desk.store.directory().sites(sites);
}

Result<MessageText> textOf(Desk& desk, const Message& message, const QList<ResourceSite>& sites, const QString& worker)
{
    const auto agency = desk.store.agencies().agency();
    if (!agency)
        return agency.error();
    const auto client = desk.store.clients().client(message.clientId);
    if (!client)
        return client.error();
    if (!*agency || !*client || sites.isEmpty())
        return refusal(ErrorCode::NotFound,
                       QT_TRANSLATE_NOOP("Casework", "What this message is made of is not here yet."));
    const auto base = linkBaseOf(desk);
    if (!base)
        return base.error();
    const bool initial = message.kind == MessageKind::Initial;
    return writeMessage({.agency = **agency,
                         .kind = message.kind,
                         .channel = message.channel(),
                         .language = message.language.isEmpty() ? (*client)->language : message.language,
                         .clientGivenName = (*client)->givenName,
                         .workerName = worker,
                         .sites = initial ? sites : sites.first(1),
                         .link = sampleLink(*base, initial ? u'r' : u'f'),
                         .unsubscribeLink = message.channel() == Channel::Email ? sampleLink(*base, u'u') : QString()});
}

Result<void> addShare(Desk& desk, MessageDetails& details, std::optional<Share>& share)
{
    const Message& message = details.row.message;
    const auto found = desk.store.shares().share(message.shareId);
    if (!found)
        return found.error();
    share = *found;
    const auto consent = desk.store.shares().consentOf(message.shareId);
    if (!consent)
        return consent.error();
    details.consent = *consent;
    const auto out = desk.store.shares().optedOut({message.address});
    if (!out)
        return out.error();
    details.optedOut = !out->isEmpty();
    if (!share)
        return {};
    details.sharedAt = share->sharedAt;
    const auto user = desk.store.agencies().user(share->sharedBy);
    if (!user)
        return user.error();
    details.sharedBy = *user ? (*user)->displayName : QString();
    return {};
}

/// An initial message has an event for each referral: one of them is enough.
Result<void> addEvents(Desk& desk, MessageDetails& details)
{
    ActivityQuery query;
    query.message = details.row.message.id;
    const auto rows = desk.store.activities().find(query, Page{0, mostEvents});
    if (!rows)
        return rows.error();
    for (const ActivityRow& row : *rows) {
        const auto same = [&](const ActivityRow& other) {
            return row.activity.kind == other.activity.kind && row.activity.at == other.activity.at &&
                   row.activity.messageState == other.activity.messageState &&
                   row.activity.kind == ActivityKind::MessageEvent;
        };
        if (std::none_of(details.events.begin(), details.events.end(), same))
            details.events.prepend(row);
    }
    return {};
}

Result<QString> checkedReason(const QString& reason)
{
    if (reason.trimmed().isEmpty())
        return refusal(ErrorCode::InvalidInput, QT_TRANSLATE_NOOP("Casework", "Say why the message is canceled."));
    if (reason.size() > longestMessageReason)
        return refusal(ErrorCode::InvalidInput,
                       QT_TRANSLATE_NOOP("Casework", "The reason is too long: it may have 500 characters."));
    return reason.trimmed();
}

} // namespace

Result<MessageDetails> readMessage(Desk& desk, const MessageId& id)
{
    const auto row = mustFind(desk, id);
    if (!row)
        return row.error();
    MessageDetails details{.row = *row,
                           .phoneRegion = {},
                           .siteNames = {},
                           .referralIds = {},
                           .sharedBy = {},
                           .sharedAt = {},
                           .consent = {},
                           .events = {}};
    std::optional<Share> share;
    if (const auto added = addShare(desk, details, share); !added)
        return added.error();
    details.referralIds = referralsOf(row->message, share);
    const auto sites = sitesOf(desk, details.referralIds);
    if (!sites)
        return sites.error();
    for (const ResourceSite& site : *sites)
        details.siteNames.append(site.displayName());
    if (const auto added = addEvents(desk, details); !added)
        return added.error();
    const auto agency = desk.store.agencies().agency();
    if (!agency)
        return agency.error();
    if (*agency)
        details.phoneRegion = (*agency)->phoneRegion;
    details.text = textOf(desk, row->message, *sites, details.sharedBy);
    return details;
}

Result<void> cancelMessage(Desk& desk, const MessageId& id, const QString& typed)
{
    const auto reason = checkedReason(typed);
    if (!reason)
        return reason.error();
    const auto row = mustFind(desk, id);
    if (!row)
        return row.error();
    if (!isUnsent(row->message.state))
        return refusal(ErrorCode::Conflict,
                       QT_TRANSLATE_NOOP("Casework", "This message does not wait any more, so it can’t be canceled."));
    const auto share = desk.store.shares().share(row->message.shareId);
    if (!share)
        return share.error();
    const QDateTime now = desk.clock.now();
    QList<Activity> notes;
    for (const ReferralId& referral : referralsOf(row->message, *share))
        notes.append({.id = ActivityId(desk.ids.next()),
                      .kind = ActivityKind::Note,
                      .clientId = row->message.clientId,
                      .referralId = referral,
                      .at = now,
                      .workerId = desk.worker,
                      .channel = row->message.channel(),
                      .messageId = id,
                      .text = *reason});
    return desk.store.edits().commit(cancelingEdits({id}, *reason, now) + editsOf(notes));
}

} // namespace handrail::casework
