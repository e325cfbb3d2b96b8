// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/messagewriter.h"

namespace handrail::sync {

namespace {

/// The referrals that the message is about, in basket order: all of the share, or the one that is followed up.
QList<ReferralId> referralsOf(const Message& message, const Share& share)
{
    return message.referralId ? QList<ReferralId>{*message.referralId} : share.referralIds;
}

Result<std::optional<QList<ResourceSite>>> sitesOf(LocalStore& store, const QList<ReferralId>& ids)
{
    using Sites = std::optional<QList<ResourceSite>>;
    const auto referrals = store.referrals().referrals(ids);
    if (!referrals)
        return referrals.error();
    QList<ResourceSiteId> siteIds;
    for (const Referral& referral : *referrals)
        siteIds.append(referral.siteId);
    auto sites = store.directory().sites(siteIds);
    if (!sites)
        return sites.error();
    return sites->isEmpty() || sites->size() != ids.size() ? Sites() : Sites(*std::move(sites));
}

Result<QString> workerName(LocalStore& store, const UserId& id)
{
    const auto user = store.agencies().user(id);
    if (!user)
        return user.error();
    return *user ? (*user)->displayName : QString();
}

} // namespace

Result<std::optional<MessageTextContext>> gatherText(LocalStore& store, const Message& message,
                                                     const protocol::Lease& lease)
{
    using Context = std::optional<MessageTextContext>;
    const auto share = store.shares().share(message.shareId);
    if (!share)
        return share.error();
    const auto agency = store.agencies().agency();
    if (!agency)
        return agency.error();
    const auto client = store.clients().client(message.clientId);
    if (!client)
        return client.error();
    if (!*share || !*agency || !*client)
        return Context();
    const auto sites = sitesOf(store, referralsOf(message, **share));
    if (!sites)
        return sites.error();
    const auto worker = workerName(store, (*share)->sharedBy);
    if (!worker)
        return worker.error();
    if (!*sites)
        return Context();
    return Context(MessageTextContext{.agency = **agency,
                                      .kind = message.kind,
                                      .channel = message.channel(),
                                      .language = message.language.isEmpty() ? (*client)->language : message.language,
                                      .clientGivenName = (*client)->givenName,
                                      .workerName = *worker,
                                      .sites = **sites,
                                      .link = lease.link,
                                      .unsubscribeLink = lease.unsubscribeLink});
}

} // namespace handrail::sync
