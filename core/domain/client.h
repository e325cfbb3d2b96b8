// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/address.h"
#include "core/domain/id.h"

#include <QDateTime>
#include <QList>

namespace handrail {

/// A way to reach a client. A removed one stays in the store, since messages and consents name its address.
struct ContactPoint
{
    ContactPointId id;
    ClientId clientId;
    Address address;
    QString label; ///< "Mobile", "Home", "Work", or the worker's own word.
    bool primary = false;
    bool mayText = true; ///< False for a landline; without meaning for an email address.
    bool removed = false;
    friend bool operator==(const ContactPoint&, const ContactPoint&) = default;
};

/// The person helped.
struct Client
{
    ClientId id;
    QString givenName;
    QString familyName;
    QString language = QStringLiteral("en"); ///< BCP 47; messages and pages are in it where the agency has it.
    QString timeZone;                        ///< IANA name; decides the follow-ups' wall clock (R5).
    bool timeZoneGuessed = false;            ///< From the area of a phone number; nobody chose it.
    QDate birthDate;                         ///< Null where unknown.
    std::optional<UserId> assignedWorkerId;
    std::optional<TeamId> teamId;
    std::optional<ClientId> mergedInto; ///< This record is the same person as that one, which is the one shown.
    QList<ContactPoint> contactPoints; ///< Not part of the record; filled by the store, removed ones left out.

    [[nodiscard]] QString fullName() const { return QString(givenName + u' ' + familyName).trimmed(); }
    friend bool operator==(const Client&, const Client&) = default;
};

/// A worker said that two clients who resemble each other are two people (docs/decisions/0136). Append-only.
struct DifferentPeople
{
    QUuid id;
    ClientId clientId;
    ClientId otherId;
    UserId workerId;
    QDateTime at; ///< UTC
    friend bool operator==(const DifferentPeople&, const DifferentPeople&) = default;
};

} // namespace handrail
