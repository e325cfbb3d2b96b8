// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/agency.h"
#include "core/domain/message.h"
#include "core/domain/referral.h"
#include "core/domain/result.h"
#include "core/domain/share.h"

namespace handrail {

/// All that the gate may look at, read in the transaction that commits the intent (DESIGN.md section 3 «Sending»).
struct SendGateContext
{
    Message message;
    std::optional<Consent> consent; ///< The share's.
    bool consentWithdrawn = false;
    bool optedOut = false;                        ///< The ledger's word on the message's address.
    QString bounced;                              ///< Why mail to the address comes back (bounce.h); empty: it doesn't.
    std::optional<ReferralStatus> referralStatus; ///< Of a follow-up's referral.
    bool answered = false;                        ///< A follow-up's referral got Yes or No-longer-interested.
    QDateTime lastFollowUpSentAt;                 ///< Same share and channel; null: none.
    ContactWindow window;
    QString timeZone; ///< The share's.
    QDateTime now;    ///< UTC, the server's clock.
};

struct GateDecision
{
    enum class Verdict {
        Send,   ///< It may leave now.
        Later,  ///< Not now: stays waiting until `notBefore`.
        Refuse, ///< Never: opted out, or no consent for this address and channel. State Refused.
        Cancel, ///< Not needed any more: answered, completed, canceled, withdrawn. State Canceled.
        Expire, ///< More than 14 days late. State Expired.
    } verdict = Verdict::Refuse;
    QString reason;      ///< A sentence for the worker; empty for Send.
    QDateTime notBefore; ///< UTC, for Later.
};

/// The one gate for every kind of message (R3, R5, R6, R9, R10). Anything it can't establish refuses: it fails closed.
GateDecision passSendGate(const SendGateContext& context);

/// Whether a message may step from one state to another; statuses never go back (a late `delivered` beats `unknown`).
/// From Unknown there is no way back to Waiting; from Held, Refused and Expired only by a person's recorded decision
/// (`byPerson`).
bool maySendStateStep(MessageState from, MessageState to, bool byPerson = false);

/// Whether the carrier's word that a message never left it, for a reason that passes (Twilio's 30036), may bring it
/// back to Waiting: nothing reached the client, so this is no second text.
bool mayGoAgain(MessageState from);

/// Where a message stands after the carrier's later word on its last try; nothing where that changes nothing. Statuses
/// never go back: what is delivered, refused or canceled stays so, whatever comes late, twice or out of order.
/// `reported`: Sent, Delivered or Refused; empty where the carrier has it and is still at it.
std::optional<MessageState> stateAfterReport(MessageState now, std::optional<MessageState> reported, bool neverLeft);
/// True for Held, Refused and Expired: nothing happens to such a message any more unless a person decides.
bool awaitsDecision(MessageState state);

/// When a message that a person orders sent once more is due: now, for a follow-up that would count as expired
/// otherwise (R5); the window and one a day hold as ever. Or why it may not be sent: it has moved on (Conflict), there
/// is no consent, it was withdrawn, the address is opted out, or it isn't needed any more (NotAllowed). Nobody's
/// decision goes past those. `context` is the gate's, with the message as it stands.
Result<QDateTime> dueWhenSentAgain(const SendGateContext& context);

/// True for Waiting and Held: nothing has reached a carrier, so canceling it is still of use.
bool isUnsent(MessageState state);

} // namespace handrail
