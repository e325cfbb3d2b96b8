// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/casework/referrals.h"

#include "core/casework/edits.h"
#include "core/casework/refusal.h"
#include "core/domain/records/codec.h"

#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace handrail::casework {

namespace {

Result<void> checkSites(Desk& desk, const ClientId& client, const QList<ResourceSiteId>& ids)
{
    if (ids.isEmpty())
        return refusal(ErrorCode::InvalidInput,
                       QT_TRANSLATE_NOOP("Casework", "The basket is empty. Add a resource from the directory first."));
    if (QSet<ResourceSiteId>(ids.begin(), ids.end()).size() != ids.size())
        return refusal(ErrorCode::InvalidInput,
                       QT_TRANSLATE_NOOP("Casework", "The same resource was chosen twice. Take one of the two out."));
    const auto sites = desk.store.directory().sites(ids);
    if (!sites)
        return sites.error();
    if (sites->size() != ids.size())
        return refusal(ErrorCode::NotFound,
                       QT_TRANSLATE_NOOP("Casework", "One of the resources is no longer in the directory."));
    for (const ResourceSite& site : *sites) {
        const auto open = desk.store.referrals().openReferrals(client, site.id);
        if (!open)
            return open.error();
        if (!open->isEmpty())
            return Error{ErrorCode::Conflict,
                         QCoreApplication::translate("Casework", "The client has an open referral to %1 already. Take "
                                                                 "it out of the basket, or close that referral first.")
                             .arg(site.displayName())};
    }
    return {};
}

/// The sites' places in the basket are used up.
Result<QList<Edit>> basketEdits(Desk& desk, const ClientId& client, const QList<ResourceSiteId>& sites)
{
    const auto basket = desk.store.baskets().basket(client);
    if (!basket)
        return basket.error();
    QList<Edit> edits;
    for (const BasketItem& item : *basket)
        if (sites.contains(item.siteId))
            edits.append({u"basket_item"_s, item.id.uuid(), {{u"removed"_s, true}}});
    return edits;
}

Activity createdActivity(Desk& desk, const Referral& referral)
{
    return Activity{.id = ActivityId(desk.ids.next()),
                    .kind = ActivityKind::Created,
                    .clientId = referral.clientId,
                    .referralId = referral.id,
                    .at = referral.createdAt,
                    .workerId = desk.worker};
}

} // namespace

Result<QList<Referral>> createReferrals(Desk& desk, const ClientId& client, const QList<ResourceSiteId>& sites)
{
    const auto known = desk.store.clients().client(client);
    if (!known)
        return known.error();
    if (!*known)
        return refusal(ErrorCode::NotFound, QT_TRANSLATE_NOOP("Casework", "This client is no longer there."));
    if (const auto checked = checkSites(desk, client, sites); !checked)
        return checked.error();
    const ClientId kept = (*known)->id;
    auto edits = basketEdits(desk, kept, sites);
    if (!edits)
        return edits.error();
    QList<Referral> referrals;
    for (const ResourceSiteId& site : sites) {
        const Referral referral{ReferralId(desk.ids.next()), kept,        site,
                                ReferralStatus::Unstarted,   desk.worker, desk.clock.now()};
        edits->append(records::editOf("referral", referral.id.uuid(), referral));
        edits->append(editsOf({createdActivity(desk, referral)}));
        referrals.append(referral);
    }
    if (const auto committed = desk.store.edits().commit(*edits); !committed)
        return committed.error();
    return referrals;
}

} // namespace handrail::casework
