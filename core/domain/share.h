// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/address.h"
#include "core/domain/agency.h"
#include "core/domain/id.h"

#include <QDateTime>
#include <QList>

namespace handrail {

/// One press of «Share with Client».
struct Share
{
    ShareId id;
    ClientId clientId;
    UserId sharedBy;
    QDateTime sharedAt;            ///< UTC
    QList<ReferralId> referralIds; ///< Basket order: decides the days of the follow-ups (R5).
    QList<Address> addresses;      ///< One per ticked channel.
    QString language;
    QString timeZone; ///< The client's, as it was at the share.
    friend bool operator==(const Share&, const Share&) = default;
};

/// The proof that the client agreed (R3). Never edited.
struct Consent
{
    ConsentId id;
    ShareId shareId;
    ClientId clientId;
    UserId workerId;
    QDateTime givenAt; ///< UTC
    QList<Address> addresses;
    QString wording;  ///< The exact words shown beside the checkbox and in the script.
    QString language; ///< The language of those words.
    friend bool operator==(const Consent&, const Consent&) = default;
};

/// Takes a consent back: cancels what has not gone out (R3).
struct ConsentWithdrawal
{
    QUuid id;
    ConsentId consentId;
    ShareId shareId;
    UserId workerId;
    QDateTime withdrawnAt; ///< UTC
    QString note;
    friend bool operator==(const ConsentWithdrawal&, const ConsentWithdrawal&) = default;
};

} // namespace handrail
