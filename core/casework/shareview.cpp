// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/casework/shareview.h"

#include "core/casework/refusal.h"
#include "core/domain/sendgate.h"

#include <algorithm>

namespace handrail::casework {

namespace {

/// The sites' names in the order of the share; a referral or site that is not here is left nameless.
Result<QHash<ReferralId, QString>> siteNamesOf(Desk& desk, const Share& share)
{
    QHash<ReferralId, QString> names;
    for (const ReferralId& id : share.referralIds) {
        const auto referral = desk.store.referrals().referral(id);
        if (!referral)
            return referral.error();
        if (!*referral)
            continue;
        const auto site = desk.store.directory().site((*referral)->siteId);
        if (!site)
            return site.error();
        names.insert(id, *site ? (*site)->displayName()
                               : QCoreApplication::translate("Casework", "A resource that left the directory"));
    }
    return names;
}

} // namespace

QList<ShareView::Line> ShareView::unsent() const
{
    QList<Line> all;
    std::ranges::copy_if(lines, std::back_inserter(all), [](const Line& line) { return isUnsent(line.message.state); });
    return all;
}

Result<ShareView> viewShare(Desk& desk, const ShareId& id)
{
    const auto share = desk.store.shares().share(id);
    if (!share)
        return share.error();
    if (!*share)
        return refusal(ErrorCode::NotFound, QT_TRANSLATE_NOOP("Casework", "This share is no longer there."));
    const auto worker = desk.store.agencies().user((*share)->sharedBy);
    const auto consent = desk.store.shares().consentOf(id);
    const auto withdrawn = desk.store.shares().isWithdrawn(id);
    const auto messages = desk.store.shares().messagesOf(id);
    const auto names = siteNamesOf(desk, **share);
    if (!worker || !consent)
        return worker ? consent.error() : worker.error();
    if (!withdrawn || !messages)
        return withdrawn ? messages.error() : withdrawn.error();
    if (!names)
        return names.error();
    ShareView view{.share = **share,
                   .sharedBy = *worker ? (*worker)->displayName : QString(),
                   .consent = *consent,
                   .withdrawn = *withdrawn,
                   .siteNames = {},
                   .lines = {}};
    for (const ReferralId& referral : (*share)->referralIds)
        view.siteNames.append(names->value(referral));
    for (const Message& message : *messages)
        view.lines.append({message, message.referralId ? names->value(*message.referralId) : QString()});
    return view;
}

} // namespace handrail::casework
