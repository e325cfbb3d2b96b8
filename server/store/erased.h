// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/reply.h"
#include "server/store/records.h"

/// What stays of erased clients and removed agencies, so that they stay erased and their opt-outs go on working (docs/decisions/0211).
namespace handrail::server {

/// Whether there is anything to ask of what follows: in most agencies nobody was ever erased.
struct KeptOfErased
{
    bool records = false;
    bool optOuts = false; ///< Of removed agencies, too.
};
Result<KeptOfErased> anyErased(Database& db, const AgencyId& agency);

/// An error where the change is about a record of an erased client: a device that was away doesn't bring one back.
Result<void> checkNotErased(RecordReader& reader, const Change& change);

/// HMAC-SHA-256 of the address under the agency's key, in hex: the same address gives the same hash here and another
/// one elsewhere. Makes the key where there is none yet, so inside a transaction.
Result<QString> hashOfAddress(Database& db, const AgencyId& agency, const Address& address, Random& random);

/// What an erased client's ledger said last about the address, or that of an agency which was removed and sent from
/// where this one sends now (docs/decisions/0232); or nothing. Without id; nobody asks for it.
Result<std::optional<OptOut>> erasedOptOut(Database& db, const AgencyId& agency, const Address& address);

/// Keeps the ledger's word on an address; the newer one wins, and an email's opt-out always stays (R10).
Result<void> keepOptOut(Database& db, const AgencyId& agency, const OptOut& optOut, Random& random);

/// Somebody has the address again: what is kept of it goes into the ledger as a record, so that desks show it before
/// anything is typed (R9).
Result<void> bringBackOptOut(Records& records, const Address& address, const Environment& environment);

} // namespace handrail::server
