// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/casework/sharing.h"

#include "core/casework/addressholders.h"
#include "core/casework/clients.h"
#include "core/casework/edits.h"
#include "core/casework/previews.h"
#include "core/casework/refusal.h"
#include "core/casework/typedaddress.h"
#include "core/domain/reasons.h"
#include "core/domain/records/codec.h"

#include <QLocale>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace handrail::casework {

namespace {

Result<Agency> agencyOf(Desk& desk)
{
    auto agency = desk.store.agencies().agency();
    if (!agency)
        return agency.error();
    if (!*agency)
        return refusal(ErrorCode::Offline,
                       QT_TRANSLATE_NOOP("Casework", "Handrail has not yet received your agency's settings from the "
                                                     "server. Sharing works as soon as it has."));
    return std::move(**agency);
}

/// The referrals as they are now, in the order asked for, all of this client.
Result<QList<Referral>> referralsOf(Desk& desk, const ClientId& client, const QList<ReferralId>& ids)
{
    if (ids.isEmpty())
        return refusal(ErrorCode::InvalidInput, QT_TRANSLATE_NOOP("Casework", "Choose a referral to share first."));
    auto referrals = desk.store.referrals().referrals(ids);
    if (!referrals)
        return referrals.error();
    if (referrals->size() != ids.size())
        return refusal(ErrorCode::NotFound, QT_TRANSLATE_NOOP("Casework", "One of the referrals is no longer there."));
    for (const Referral& referral : *referrals)
        if (referral.clientId != client)
            return refusal(ErrorCode::InvalidInput,
                           QT_TRANSLATE_NOOP("Casework", "Referrals of different clients can't be shared together."));
    return referrals;
}

Result<QList<AddressSuggestion>> suggestionsFor(Desk& desk, const Client& client, Channel channel)
{
    QList<Address> addresses;
    for (const ContactPoint& point : client.contactPoints)
        if (point.address.channel() == channel)
            addresses.append(point.address);
    const auto optOuts = desk.store.shares().optedOut(addresses);
    if (!optOuts)
        return optOuts.error();
    const auto lastAnswered = desk.store.shares().lastAnswered(client.id, channel);
    if (!lastAnswered)
        return lastAnswered.error();
    const auto bounces = desk.store.shares().bounces(client.id);
    if (!bounces)
        return bounces.error();
    return suggestAddresses(client, channel, *optOuts, *lastAnswered, *bounces);
}

/// The client's contact point with that address, or null.
const ContactPoint* pointOf(const Client& client, const Address& address)
{
    const auto found = std::ranges::find_if(client.contactPoints, [&](const ContactPoint& point) {
        return !point.removed && point.address.channel() == address.channel() &&
               point.address.ledgerKey() == address.ledgerKey();
    });
    return found == client.contactPoints.end() ? nullptr : &*found;
}

Result<ChannelChoice> choiceOf(Desk& desk, const SharePanel& panel, Channel channel, bool ticked, const QString& typed)
{
    ChannelChoice choice{.ticked = ticked};
    if (typed.trimmed().isEmpty())
        return choice;
    const auto address = readTyped(channel, typed, desk.phones, panel.agency.phoneRegion);
    if (!address) {
        choice.addressError = address.error().sentence;
        return choice;
    }
    choice.address = *address;
    const auto optOuts = desk.store.shares().optedOut({*address});
    if (!optOuts)
        return optOuts.error();
    choice.optedOut = !optOuts->isEmpty();
    const ContactPoint* point = pointOf(panel.client, *address);
    choice.mayText = !point || point->mayText;
    const auto bounces = desk.store.shares().bounces(panel.client.id);
    if (!bounces)
        return bounces.error();
    if (const Bounce* bounce = bounceOf(*address, *bounces))
        choice.bounced = reasonInWords(bounce->reason);
    return choice;
}

/// The words with the sending number as people read it out: a client is told this number.
ShareWording wordingFor(const Desk& desk, Agency agency)
{
    if (const auto number = PhoneNumber::fromE164(agency.sendingNumber))
        agency.sendingNumber = desk.phones.display(*number, agency.phoneRegion);
    return shareWording(agency);
}

/// All that the decision looks at, read from the store at this moment: the panel may have stood open for an hour.
Result<ShareContext> contextOf(Desk& desk, const SharePanel& panel, const ShareForm& form)
{
    QList<ReferralId> ids;
    for (const Referral& referral : panel.referrals)
        ids.append(referral.id);
    const auto referrals = referralsOf(desk, panel.client.id, ids);
    if (!referrals)
        return referrals.error();
    const auto text = choiceOf(desk, panel, Channel::Text, form.text, form.phoneTyped);
    if (!text)
        return text.error();
    const auto email = choiceOf(desk, panel, Channel::Email, form.email, form.emailTyped);
    if (!email)
        return email.error();
    return ShareContext{.agency = panel.agency,
                        .client = panel.client,
                        .worker = desk.worker,
                        .referrals = *referrals,
                        .text = *text,
                        .email = *email,
                        .consentTicked = form.consent,
                        .consentWording = panel.wording.recorded(form.text, form.email),
                        .consentLanguage = QLocale().bcp47Name(),
                        .now = desk.clock.now(),
                        .newId = [&desk] { return desk.ids.next(); }};
}

/// R5: one follow-up per referral and channel. A second share while one waits would ask the client twice.
Result<bool> asksTwice(Desk& desk, const ShareContext& context)
{
    for (const Referral& referral : context.referrals) {
        const auto unsent = desk.store.shares().unsentFollowUps(referral.id);
        if (!unsent)
            return unsent.error();
        for (const Message& message : *unsent)
            if (message.channel() == Channel::Text ? context.text.ticked : context.email.ticked)
                return true;
    }
    return false;
}

/// What could never be written would never go out: said now and not to nobody in a week.
QStringList unwritable(Desk& desk, const SharePanel& panel, const ShareForm& form)
{
    QStringList sentences;
    ShareForm text, email;
    text.text = form.text;
    email.email = form.email;
    for (const ShareForm& channel : {text, email})
        if (const auto written = previewMessages(desk, panel, channel); !written)
            sentences.append(QCoreApplication::translate("Casework", "%1 An administrator can correct it in Settings.")
                                 .arg(written.error().sentence));
    return sentences;
}

Result<QList<ShareProblem>> problemsOf(Desk& desk, const SharePanel& panel, const ShareForm& form,
                                       const ShareContext& context)
{
    QList<ShareProblem> problems = shareProblems(context);
    for (const QString& sentence : unwritable(desk, panel, form))
        problems.append({ShareProblem::Field::Channels, sentence});
    const auto twice = asksTwice(desk, context);
    if (!twice)
        return twice.error();
    if (*twice)
        problems.append({ShareProblem::Field::Channels,
                         QCoreApplication::translate(
                             "Casework", "This referral is shared this way already and its follow-up is still to come. "
                                         "Withdraw the consent of that share to share it anew.")});
    return problems;
}

Error asError(const ShareProblem& problem)
{
    return {ErrorCode::InvalidInput, problem.sentence};
}

/// The other country, the other client, the profile that lacks it.
Result<QStringList> warningsFor(Desk& desk, const SharePanel& panel, const ChannelChoice& choice)
{
    if (!choice.address)
        return QStringList();
    const auto holders = clientsWith(desk, *choice.address);
    if (!holders)
        return holders.error();
    AddressFacts facts{.channel = choice.address->channel(),
                       .inProfile = pointOf(panel.client, *choice.address) != nullptr};
    for (const Client& holder : *holders)
        if (holder.id != panel.client.id)
            facts.alsoOf.append(holder.fullName().left(60));
    const auto own = PhoneNumber::fromE164(panel.agency.sendingNumber);
    const auto theirs = PhoneNumber::fromE164(choice.address->value());
    if (choice.address->channel() == Channel::Text && own && theirs)
        facts.otherCountry = desk.phones.callingCode(*own) != desk.phones.callingCode(*theirs);
    return addressWarnings(facts);
}

bool isNew(const SharePanel& panel, const ChannelChoice& choice)
{
    return choice.address && !choice.optedOut && !pointOf(panel.client, *choice.address) &&
           panel.client.contactPoints.size() < maxContactPoints;
}

/// An address that the client gave just now, for the profile.
std::optional<Edit> keepingEdit(Desk& desk, const SharePanel& panel, const ChannelChoice& choice, bool keep)
{
    if (!keep || !choice.ticked || !isNew(panel, choice))
        return std::nullopt;
    const bool first = std::ranges::none_of(panel.client.contactPoints, [&](const ContactPoint& point) {
        return point.address.channel() == choice.address->channel();
    });
    const ContactPoint point{.id = ContactPointId(desk.ids.next()),
                             .clientId = panel.client.id,
                             .address = *choice.address,
                             .label = {},
                             .primary = first};
    return records::editOf("contact_point", point.id.uuid(), point);
}

QList<Edit> shareEdits(const SharePlan& plan)
{
    QList<Edit> edits = {records::editOf("share", plan.share.id.uuid(), plan.share),
                         records::editOf("consent", plan.consent.id.uuid(), plan.consent)};
    for (const Message& message : plan.messages)
        edits.append(records::editOf("message", message.id.uuid(), message));
    return edits + editsOf(plan.activities);
}

} // namespace

Result<SharePanel> prepareShare(Desk& desk, const ClientId& clientId, const QList<ReferralId>& ids)
{
    const auto agency = agencyOf(desk);
    if (!agency)
        return agency.error();
    const auto client = desk.store.clients().client(clientId);
    if (!client)
        return client.error();
    if (!*client)
        return refusal(ErrorCode::NotFound, QT_TRANSLATE_NOOP("Casework", "This client is no longer there."));
    const auto referrals = referralsOf(desk, clientId, ids);
    if (!referrals)
        return referrals.error();
    QList<ResourceSiteId> siteIds;
    for (const Referral& referral : *referrals)
        siteIds.append(referral.siteId);
    const auto sites = desk.store.directory().sites(siteIds);
    if (!sites)
        return sites.error();
    if (sites->size() != siteIds.size())
        return refusal(ErrorCode::NotFound,
                       QT_TRANSLATE_NOOP("Casework", "One of the resources is no longer in the directory."));
    const auto phones = suggestionsFor(desk, **client, Channel::Text);
    if (!phones)
        return phones.error();
    const auto emails = suggestionsFor(desk, **client, Channel::Email);
    if (!emails)
        return emails.error();
    return SharePanel{*agency, **client, *referrals, *sites, wordingFor(desk, *agency), *phones, *emails};
}

Result<ShareCheck> checkShare(Desk& desk, const SharePanel& panel, const ShareForm& form)
{
    const auto context = contextOf(desk, panel, form);
    if (!context)
        return context.error();
    const auto problems = problemsOf(desk, panel, form, *context);
    if (!problems)
        return problems.error();
    const auto textWarnings = warningsFor(desk, panel, context->text);
    if (!textWarnings)
        return textWarnings.error();
    const auto emailWarnings = warningsFor(desk, panel, context->email);
    if (!emailWarnings)
        return emailWarnings.error();
    return ShareCheck{.problems = *problems,
                      .text = context->text,
                      .email = context->email,
                      .textWarnings = *textWarnings,
                      .emailWarnings = *emailWarnings,
                      .phoneIsNew = isNew(panel, context->text),
                      .emailIsNew = isNew(panel, context->email)};
}

Result<ShareId> share(Desk& desk, const SharePanel& panel, const ShareForm& form)
{
    const auto context = contextOf(desk, panel, form);
    if (!context)
        return context.error();
    const auto problems = problemsOf(desk, panel, form, *context);
    if (!problems)
        return problems.error();
    if (!problems->isEmpty())
        return asError(problems->first());
    const auto plan = planShare(*context);
    if (!plan)
        return plan.error();
    QList<Edit> edits = shareEdits(*plan);
    for (const auto& kept : {keepingEdit(desk, panel, context->text, form.keepPhone),
                             keepingEdit(desk, panel, context->email, form.keepEmail)})
        if (kept)
            edits.append(*kept);
    if (const auto committed = desk.store.edits().commit(edits); !committed)
        return committed.error();
    return plan->share.id;
}

} // namespace handrail::casework
