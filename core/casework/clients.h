// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/casework/desk.h"

namespace handrail::casework {

/// A contact point as it stands on the form.
struct ContactPointDraft
{
    std::optional<ContactPointId> id; ///< Empty for a new one.
    Channel channel = Channel::Text;
    QString typed; ///< As the worker typed it; blank: an empty line of the form, left out.
    QString label;
    bool primary = false;
    bool mayText = true;
};

/// A client as the form has it.
struct ClientDraft
{
    std::optional<ClientId> id; ///< Empty for a new client.
    QString givenName;
    QString familyName;
    QString language; ///< BCP 47
    QString timeZone; ///< IANA name
    QDate birthDate;  ///< Null where unknown.
    bool timeZoneGuessed = false; ///< The time zone comes from the number's area, nobody chose it.
    QList<ContactPointDraft> contactPoints;
};

/// What is wrong with a field of a form, to be shown beside it. `field`: "given_name", "family_name", "language",
/// "time_zone", "birth_date", "contact_points[1]", "contact_points[1].label".
struct FieldProblem
{
    QString field;
    QString sentence;
    friend bool operator==(const FieldProblem&, const FieldProblem&) = default;
};

/// At most so many phones and emails in a profile.
inline constexpr int maxContactPoints = 20;

/// All that keeps the draft from being saved, in the order of the form; `phoneRegion` as in Agency.
QList<FieldProblem> checkClient(const ClientDraft& draft, const PhoneNumbers& phones, const QString& phoneRegion);

/// Adds or edits a client. Only fields that changed are written; contact points that the draft lacks are marked
/// removed; a contact point whose address changed becomes a new one, so that consents keep the old. InvalidInput with
/// the first problem of checkClient, NotFound where the client to edit does not exist.
Result<ClientId> saveClient(Desk& desk, const ClientDraft& draft);

/// What saveClient would write, for a commit of several clients.
struct ClientEdits
{
    ClientId id;
    QList<Edit> edits;
};
Result<ClientEdits> clientEdits(Desk& desk, const ClientDraft& draft, const QString& phoneRegion);

/// Gives the client to a worker, and to that worker's team unless another is named. The timeline says so.
Result<void> assignClient(Desk& desk, const ClientId& client, const std::optional<UserId>& worker,
                          const std::optional<TeamId>& team);

/// The region in which numbers without a country code are read.
Result<QString> phoneRegionOf(Desk& desk);

} // namespace handrail::casework
