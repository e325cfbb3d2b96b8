// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/bounce.h"
#include "core/domain/replyplan.h"
#include "core/domain/sendgate.h"
#include "server/store/records.h"

/// What the gateway reads before it decides. Read under Records::lock() it still holds at commit.
namespace handrail::server {

Result<Agency> agencyOf(RecordReader& reader);
Result<std::optional<Message>> findMessage(RecordReader& reader, const MessageId& id);
Result<std::optional<Referral>> findReferral(RecordReader& reader, const ReferralId& id);
Result<std::optional<Share>> findShare(RecordReader& reader, const ShareId& id);

/// The ledger's word on an address (R9); for email one opt-out is for good (R10).
Result<bool> isOptedOut(RecordReader& reader, const Address& address);
/// What came back of mail to the client's addresses, merged records' too, and no worker has set aside, by time.
Result<QList<Bounce>> bouncesOf(RecordReader& reader, const ClientId& client);
/// The client that `id` stands for: another where it was merged (core/domain/mergedclients.h).
Result<ClientId> keptClient(RecordReader& reader, const ClientId& id);
/// The client that `id` stands for, first, and all that were merged into it.
Result<QList<ClientId>> familyOf(RecordReader& reader, const ClientId& id);
/// Clients whose profile or messages have this address, in the order of their ids; of merged ones the kept one.
Result<QList<ClientId>> clientsOf(RecordReader& reader, const Address& address);
/// Waiting or held messages to an address.
Result<QList<Message>> unsentTo(RecordReader& reader, const Address& address);
/// Waiting or held follow-ups of a referral, every channel.
Result<QList<Message>> unsentFollowUps(RecordReader& reader, const ReferralId& referral);
/// The latest answer about a referral to a follow-up of this share, by whichever way it came, a worker's reading of a
/// message included.
struct GivenAnswer
{
    Answer answer;
    QDateTime at; ///< UTC
};
Result<std::optional<GivenAnswer>> lastGivenAnswer(RecordReader& reader, const ShareId& share,
                                                   const ReferralId& referral);
Result<std::optional<Answer>> lastAnswer(RecordReader& reader, const ShareId& share, const ReferralId& referral);
/// Follow-ups texted to a number, newest first.
Result<QList<OpenQuestion>> questionsTo(RecordReader& reader, const Address& number);

/// All that the one gate looks at.
Result<SendGateContext> gateContext(RecordReader& reader, const Agency& agency, const Message& message,
                                    const QDateTime& now);

} // namespace handrail::server
