// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/casework/desk.h"
#include "core/domain/shareplan.h"

namespace handrail::casework {

/// What the share panel shows before anything is typed (R2).
struct SharePanel
{
    Agency agency;
    Client client;
    QList<Referral> referrals;                 ///< In the order asked for: decides the days (R5).
    QList<ResourceSite> sites;                 ///< One per referral, same order.
    ShareWording wording;                      ///< The words on the screen, in the worker's language.
    QList<AddressSuggestion> phoneSuggestions; ///< Best first.
    QList<AddressSuggestion> emailSuggestions; ///< Best first.
};

/// Reads the panel. NotFound where the client, a referral or a site is unknown, InvalidInput where there is no
/// referral or one is another client's, Offline before the first pull has brought the agency's settings.
Result<SharePanel> prepareShare(Desk& desk, const ClientId& client, const QList<ReferralId>& referrals);

/// What the worker has ticked and typed.
struct ShareForm
{
    bool text = false;
    QString phoneTyped;
    bool email = false;
    QString emailTyped;
    bool consent = false;
    bool keepPhone = false; ///< Put the number into the client's profile, where it is not there yet.
    bool keepEmail = false;
};

/// Whether the button works, and why not.
struct ShareCheck
{
    QList<ShareProblem> problems; ///< Empty: «Share with Client» works.
    ChannelChoice text;
    ChannelChoice email;
    QStringList textWarnings; ///< Worth knowing before it is pressed; nothing that stands in the way.
    QStringList emailWarnings;
    bool phoneIsNew = false; ///< A right number that is not in the client's profile and could be kept there.
    bool emailIsNew = false;
};

/// Reads what was typed and asks the opt-out ledger, ticked or not, so that an opted-out address shows at once (R9).
Result<ShareCheck> checkShare(Desk& desk, const SharePanel& panel, const ShareForm& form);

/// «Share with Client»: stores the share, its consent, messages and activities, and what is to be kept in the profile,
/// in one transaction (R1-R5). The error is the first problem of checkShare, asked again at this moment.
Result<ShareId> share(Desk& desk, const SharePanel& panel, const ShareForm& form);

/// R3: records that the client took the consent back, and cancels what has not gone out. Conflict where it was
/// withdrawn already, NotFound where there is no such share.
Result<void> withdrawConsent(Desk& desk, const ShareId& share, const QString& note);

} // namespace handrail::casework
