// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/worker/day.h"

#include "core/casework/clients.h"
#include "core/casework/referrals.h"
#include "core/casework/sharing.h"

using namespace Qt::Literals::StringLiterals;

namespace handrail::faults {

namespace {

constexpr int sitesToChooseFrom = 20;

/// That the client has an open referral there already, or withdrew before: the worker reads it and goes on.
Result<void> orNothing(const Error& error)
{
    if (error.code == ErrorCode::Conflict || error.code == ErrorCode::InvalidInput || error.code == ErrorCode::NotFound)
        return {};
    return error;
}

} // namespace

Day::Day(casework::Desk& desk, quint32 seed)
    : m_desk(desk)
    , m_random(seed)
{
}

Result<void> Day::step()
{
    switch (m_random.below(12)) {
    case 0:
    case 1:
    case 2:
        return newClient();
    case 3:
        return shareAgain();
    case 4:
    case 5:
        return status();
    case 6:
    case 7:
        return rename();
    case 8:
        return m_random.below(3) == 0 ? withdraw() : draft();
    default:
        return note();
    }
}

Result<QList<ResourceSiteId>> Day::someSites()
{
    const auto found = m_desk.store.directory().find(QString(), {0, sitesToChooseFrom});
    if (!found)
        return found.error();
    QList<ResourceSiteId> sites;
    for (quint32 wanted = 1 + m_random.below(3); wanted > 0 && !found->isEmpty(); --wanted)
        if (const auto id = (*found)[m_random.below(quint32(found->size()))].id; !sites.contains(id))
            sites.append(id);
    return sites;
}

Result<std::optional<ClientId>> Day::someClient()
{
    const ClientQuery all;
    const auto count = m_desk.store.clients().count(all);
    if (!count || *count == 0)
        return count ? Result<std::optional<ClientId>>(std::optional<ClientId>()) : count.error();
    const auto found = m_desk.store.clients().find(all, {int(m_random.below(quint32(*count))), 1});
    if (!found)
        return found.error();
    return found->isEmpty() ? std::optional<ClientId>() : std::optional(found->front().id);
}

Result<std::optional<Referral>> Day::someReferral()
{
    const auto count = m_desk.store.referrals().count({});
    if (!count || *count == 0)
        return count ? Result<std::optional<Referral>>(std::optional<Referral>()) : count.error();
    const auto found = m_desk.store.referrals().find({}, {int(m_random.below(quint32(*count))), 1});
    if (!found)
        return found.error();
    return found->isEmpty() ? std::optional<Referral>() : std::optional(found->front().referral);
}

Result<void> Day::newClient()
{
    const quint32 number = m_random.below(1000000);
    casework::ClientDraft draft{.givenName = u"Ana%1"_s.arg(number), .familyName = u"Ruiz"_s, .language = u"en"_s,
                                .timeZone = u"America/New_York"_s};
    draft.contactPoints.append({.channel = Channel::Text, .typed = u"+12122%1"_s.arg(number, 6, 10, QChar(u'0')), .primary = true});
    if (m_random.below(2) == 0)
        draft.contactPoints.append({.channel = Channel::Email, .typed = u"ana%1@mail.example"_s.arg(number)});
    const auto saved = casework::saveClient(m_desk, draft);
    if (!saved)
        return orNothing(saved.error());
    const auto client = m_desk.store.clients().client(*saved);
    if (!client)
        return client.error();
    const auto sites = someSites();
    if (!sites)
        return sites.error();
    return *client && !sites->isEmpty() ? shareWith(**client, *sites) : Result<void>();
}

Result<void> Day::shareAgain()
{
    const auto id = someClient();
    if (!id || !*id)
        return id ? Result<void>() : id.error();
    const auto client = m_desk.store.clients().client(**id);
    const auto sites = someSites();
    if (!client || !sites)
        return client ? sites.error() : client.error();
    return *client ? shareWith(**client, *sites) : Result<void>();
}

Result<void> Day::shareWith(const Client& client, const QList<ResourceSiteId>& sites)
{
    const auto created = casework::createReferrals(m_desk, client.id, sites);
    if (!created)
        return orNothing(created.error());
    QList<ReferralId> referrals;
    for (const Referral& referral : *created)
        referrals.append(referral.id);
    const auto panel = casework::prepareShare(m_desk, client.id, referrals);
    if (!panel)
        return panel.error().code == ErrorCode::Offline ? Result<void>() : orNothing(panel.error());
    casework::ShareForm form{.consent = true};
    for (const ContactPoint& point : client.contactPoints) {
        const bool text = point.address.channel() == Channel::Text;
        (text ? form.text : form.email) = true;
        (text ? form.phoneTyped : form.emailTyped) = point.address.value();
    }
    const auto shared = casework::share(m_desk, *panel, form);
    return shared ? Result<void>() : orNothing(shared.error());
}

Result<void> Day::note()
{
    const auto referral = someReferral();
    if (!referral || !*referral)
        return referral ? Result<void>() : referral.error();
    return casework::addNote(m_desk, (*referral)->id, u"Called, nobody there. %1"_s.arg(m_random.below(1000000)));
}

Result<void> Day::status()
{
    const auto referral = someReferral();
    if (!referral || !*referral)
        return referral ? Result<void>() : referral.error();
    const auto set = casework::setStatus(m_desk, (*referral)->id, ReferralStatus(m_random.below(5)), u"by telephone"_s);
    return set ? set : orNothing(set.error());
}

Result<void> Day::rename()
{
    const auto id = someClient();
    if (!id || !*id)
        return id ? Result<void>() : id.error();
    const auto client = m_desk.store.clients().client(**id);
    if (!client || !*client)
        return client ? Result<void>() : client.error();
    casework::ClientDraft draft{.id = **id, .givenName = (*client)->givenName, .familyName = u"Ruiz %1"_s.arg(m_random.below(1000000)),
                                .language = (*client)->language, .timeZone = (*client)->timeZone};
    for (const ContactPoint& point : (*client)->contactPoints)
        draft.contactPoints.append({.id = point.id, .channel = point.address.channel(), .typed = point.address.value(),
                                    .label = point.label, .primary = point.primary, .mayText = point.mayText});
    const auto saved = casework::saveClient(m_desk, draft);
    return saved ? Result<void>() : orNothing(saved.error());
}

Result<void> Day::withdraw()
{
    const auto id = someClient();
    if (!id || !*id)
        return id ? Result<void>() : id.error();
    const auto consents = m_desk.store.shares().consents(**id, {0, 1});
    if (!consents || consents->isEmpty())
        return consents ? Result<void>() : consents.error();
    const auto withdrawn = casework::withdrawConsent(m_desk, consents->front().consent.shareId, u"changed their mind"_s);
    return withdrawn ? withdrawn : orNothing(withdrawn.error());
}

Result<void> Day::draft()
{
    return m_desk.store.drafts().save({.name = u"note/draft"_s, .title = u"A note"_s,
                                       .content = {{u"text"_s, u"half a sentence %1"_s.arg(m_random.below(1000000))}},
                                       .savedAt = m_desk.clock.now()});
}

} // namespace handrail::faults
