// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/activity.h"
#include "core/domain/bounce.h"
#include "core/domain/client.h"
#include "core/domain/message.h"
#include "core/domain/reply.h"
#include "core/domain/resourcesite.h"
#include "core/domain/share.h"

namespace handrail {

/// One channel's part of the share panel, as it stands on the screen.
struct ChannelChoice
{
    bool ticked = false;
    std::optional<Address> address; ///< Empty where the field is empty or does not parse.
    QString addressError;           ///< Why it does not parse, in a sentence; shown as the problem.
    bool optedOut = false;          ///< What the ledger says of the address.
    bool mayText = true;            ///< False where the client's profile says that it may not be texted.
    QString bounced = {};           ///< Why mail to the address comes back (bounce.h); empty: it doesn't.
};

/// A reason why «Share with Client» can't be pressed, and beside which field it stands (R2).
struct ShareProblem
{
    enum class Field { Basket, Channels, PhoneNumber, EmailAddress, Consent } field = Field::Channels;
    QString sentence;
    friend bool operator==(const ShareProblem&, const ShareProblem&) = default;
};

/// All that the decision to share may look at. The fields that make ids are called by the plan, once per id.
struct ShareContext
{
    Agency agency;
    Client client;
    UserId worker;
    QList<Referral> referrals; ///< Created already or about to be, in basket order.
    ChannelChoice text;
    ChannelChoice email;
    bool consentTicked = false;
    QString consentWording; ///< Exact words on the screen.
    QString consentLanguage;
    QDateTime now; ///< UTC
    std::function<QUuid()> newId;
};

/// What a share is made of, to be stored in one transaction.
struct SharePlan
{
    Share share;
    Consent consent;
    QList<Message> messages; ///< One initial per channel, then one follow-up per referral and channel (R4, R5).
    QList<Activity> activities;
};

/// R2: everything that stands in the way; empty means that the button works.
QList<ShareProblem> shareProblems(const ShareContext& context);

/// R1-R5: what pressing «Share with Client» does, or the first problem as an error.
Result<SharePlan> planShare(const ShareContext& context);

/// The day each follow-up of a basket of `count` referrals falls on, for the basket and the preview (UTC instants).
QList<QDateTime> followUpDays(const QDateTime& sharedAt, int count, const QTimeZone& zone, const ContactWindow& window);

/// R2: the words beside the checkbox, the note and the scripts, in the worker's language. Program and number are the
/// agency's.
struct ShareWording
{
    QString consent;     ///< My Client Consents to Receiving Texts and / or emails from {program name}
    QString note;        ///< Clients will receive one immediate message ...
    QString textScript;  ///< What to read to the client about texts.
    QString emailScript; ///< What to read to the client about emails.
    /// What the consent record keeps: everything above that was on the screen.
    [[nodiscard]] QString recorded(bool text, bool email) const;
};
ShareWording shareWording(const Agency& agency);

/// A contact point as the drop-down offers it, with the reason in words.
struct AddressSuggestion
{
    Address address;
    QString label; ///< The contact point's label.
    QString why;   ///< "Answered last · Primary", "Opted out of texts since ...", ...
    bool optedOut = false;
    bool mayText = true;
    bool bounced = false; ///< Mail to it comes back.
    /// Whether the dialog may put it into the field by itself.
    [[nodiscard]] bool usable() const { return !optedOut && !bounced && mayText; }
};

/// R2 «recommend the addresses in the client's profile, best first»: usable before opted out or bounced, then the one
/// that answered last, then primary, then the order of the profile. Landlines (mayText false) come last for texts.
/// `optOuts`: the ledger's current word on each address that is opted out. `lastAnswered`: null where none did.
/// `bounces`: the client's addresses that don't take mail.
QList<AddressSuggestion> suggestAddresses(const Client& client, Channel channel, const QList<OptOut>& optOuts,
                                          const std::optional<Address>& lastAnswered,
                                          const QList<Bounce>& bounces = {});

/// What is worth knowing of an address beside what keeps it from being used.
struct AddressFacts
{
    Channel channel = Channel::Text;
    bool inProfile = false;
    bool otherCountry = false; ///< Its calling code is not the sending number's.
    QStringList alsoOf;        ///< Other clients who have it in their profile.
};
/// A sentence each, most important first; empty where there is nothing to say.
QStringList addressWarnings(const AddressFacts& facts);

} // namespace handrail
