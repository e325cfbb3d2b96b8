// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/shareplan.h"

#include "core/domain/followups.h"
#include "core/domain/language.h"
#include "core/domain/localtime.h"
#include "core/domain/sharednote.h"

#include <QCoreApplication>
#include <QSet>
#include <QTimeZone>

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

using Field = ShareProblem::Field;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Share)
};

/// The client's zone; the agency's where the profile has none.
QString zoneNameFor(const ShareContext& context)
{
    const QString name = context.client.timeZone.trimmed();
    return name.isEmpty() ? context.agency.timeZone.trimmed() : name;
}

QStringList basketProblems(const ShareContext& context)
{
    QStringList problems;
    if (context.referrals.isEmpty())
        problems.append(Words::tr("Pick at least one resource site to share."));
    QSet<ReferralId> seenReferrals;
    QSet<ResourceSiteId> seenSites;
    bool twice = false;
    bool foreign = false;
    for (const Referral& referral : context.referrals) {
        twice = twice || seenReferrals.contains(referral.id) || seenSites.contains(referral.siteId);
        foreign = foreign || referral.clientId != context.client.id;
        seenReferrals.insert(referral.id);
        seenSites.insert(referral.siteId);
    }
    if (twice)
        problems.append(Words::tr("The same resource site is listed twice. Remove one of the two."));
    if (foreign)
        problems.append(
            Words::tr("One of the referrals belongs to another client. Open the referrals of this client again."));
    if (!zoneNamed(zoneNameFor(context)))
        problems.append(
            Words::tr("The client’s time zone is not known, so the follow-ups have no day. Correct it in the "
                      "client’s profile."));
    return problems;
}

QString channelProblem(const Agency& agency, const ChannelChoice& choice, Channel channel)
{
    const bool text = channel == Channel::Text;
    if (text && agency.sendingNumber.trimmed().isEmpty())
        return Words::tr(
            "Your agency has no sending number yet, so it can’t text. An administrator enters it in Settings.");
    if (!text && agency.sendingAddress.trimmed().isEmpty())
        return Words::tr(
            "Your agency has no sending address yet, so it can’t send email. An administrator enters it in Settings.");
    if (!choice.address && !choice.addressError.isEmpty())
        return choice.addressError;
    if (!choice.address || choice.address->channel() != channel)
        return text ? Words::tr("Enter the phone number to text.") : Words::tr("Enter the email address to write to.");
    if (!choice.optedOut && !choice.bounced.isEmpty())
        return Words::tr("Emails to this address come back: %1 Ask the client for the right address. If this one is "
                         "right, press «Try This Address Again» in the client’s profile first.")
            .arg(choice.bounced);
    if (!choice.optedOut)
        return choice.mayText || !text
                   ? QString()
                   : Words::tr("The client’s profile says that this number may not be texted. Choose "
                               "another one, or correct the profile.");
    return text
               ? Words::tr("This number has opted out of texts. Handrail can’t text it until the client opts in again.")
               : Words::tr("This address has unsubscribed from emails, for good. Send a text instead.");
}

QList<Address> tickedAddresses(const ShareContext& context)
{
    QList<Address> addresses;
    for (const ChannelChoice* choice : {&context.text, &context.email})
        if (choice->ticked)
            addresses.append(*choice->address);
    return addresses;
}

/// Why no plan can be made though the form is right: the caller left out what R3 needs.
std::optional<Error> missingInput(const ShareContext& context)
{
    if (context.consentWording.trimmed().isEmpty())
        return Error{ErrorCode::Internal, Words::tr("The words of the consent are missing, so nothing was shared.")};
    if (!context.now.isValid() || !context.newId)
        return Error{ErrorCode::Internal, Words::tr("Handrail could not read the time, so nothing was shared.")};
    return std::nullopt;
}

Message newMessage(const ShareContext& context, const Share& share, const Address& address,
                   const std::optional<ReferralId>& referral, const QDateTime& dueAt)
{
    return {.id = MessageId(context.newId()),
            .shareId = share.id,
            .clientId = share.clientId,
            .referralId = referral,
            .kind = referral ? MessageKind::FollowUp : MessageKind::Initial,
            .address = address,
            .dueAt = dueAt,
            .language = share.language};
}

QList<Message> messagesOf(const ShareContext& context, const Share& share, const QList<QDateTime>& days)
{
    QList<Message> messages;
    for (const Address& address : share.addresses)
        messages.append(newMessage(context, share, address, std::nullopt, share.sharedAt));
    for (qsizetype i = 0; i < share.referralIds.size(); ++i)
        for (const Address& address : share.addresses)
            messages.append(newMessage(context, share, address, share.referralIds[i], days[i]));
    return messages;
}

QList<Activity> activitiesOf(const ShareContext& context, const Share& share, const QList<QDateTime>& days,
                             const QTimeZone& zone)
{
    QList<Activity> activities;
    for (qsizetype i = 0; i < share.referralIds.size(); ++i) {
        Activity activity{.id = ActivityId(context.newId()),
                          .kind = ActivityKind::Shared,
                          .clientId = share.clientId,
                          .referralId = share.referralIds[i],
                          .at = share.sharedAt,
                          .workerId = share.sharedBy,
                          .text = SharedNote{.byText = context.text.ticked,
                                             .byEmail = context.email.ticked,
                                             .followUp = days[i].toTimeZone(zone).date()}
                                      .toText()};
        if (share.addresses.size() == 1)
            activity.channel = share.addresses.first().channel();
        activities.append(activity);
    }
    return activities;
}

} // namespace

QList<ShareProblem> shareProblems(const ShareContext& context)
{
    QList<ShareProblem> problems;
    for (const QString& sentence : basketProblems(context))
        problems.append({Field::Basket, sentence});
    if (!context.text.ticked && !context.email.ticked)
        problems.append({Field::Channels, Words::tr("Tick text, email or both.")});
    if (context.text.ticked)
        if (const QString sentence = channelProblem(context.agency, context.text, Channel::Text); !sentence.isEmpty())
            problems.append({Field::PhoneNumber, sentence});
    if (context.email.ticked)
        if (const QString sentence = channelProblem(context.agency, context.email, Channel::Email); !sentence.isEmpty())
            problems.append({Field::EmailAddress, sentence});
    if (!context.consentTicked)
        problems.append({Field::Consent, Words::tr("Ask the client for consent, then tick this box.")});
    return problems;
}

Result<SharePlan> planShare(const ShareContext& context)
{
    if (const QList<ShareProblem> problems = shareProblems(context); !problems.isEmpty())
        return Error{problems.first().field == Field::Consent ? ErrorCode::NotAllowed : ErrorCode::InvalidInput,
                     problems.first().sentence};
    if (const auto error = missingInput(context))
        return *error;
    Share share{.id = ShareId(context.newId()),
                .clientId = context.client.id,
                .sharedBy = context.worker,
                .sharedAt = context.now.toUTC(),
                .addresses = tickedAddresses(context),
                .language = chooseLanguage(context.agency.languages, context.client.language),
                .timeZone = zoneNameFor(context)};
    for (const Referral& referral : context.referrals)
        share.referralIds.append(referral.id);
    const Consent consent{.id = ConsentId(context.newId()),
                          .shareId = share.id,
                          .clientId = share.clientId,
                          .workerId = context.worker,
                          .givenAt = share.sharedAt,
                          .addresses = share.addresses,
                          .wording = context.consentWording,
                          .language = context.consentLanguage};
    const QTimeZone zone = zoneNamed(share.timeZone).value();
    const QList<QDateTime> days =
        followUpDays(share.sharedAt, int(share.referralIds.size()), zone, context.agency.window);
    return SharePlan{share, consent, messagesOf(context, share, days), activitiesOf(context, share, days, zone)};
}

QList<QDateTime> followUpDays(const QDateTime& sharedAt, int count, const QTimeZone& zone, const ContactWindow& window)
{
    QList<QDateTime> days;
    for (int index = 0; index < count; ++index)
        days.append(followUpDueAt(sharedAt, index, zone, window));
    return days;
}

} // namespace handrail
