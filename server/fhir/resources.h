// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/activity.h"
#include "core/domain/agency.h"
#include "core/domain/client.h"
#include "core/domain/referral.h"
#include "core/domain/resourcesite.h"
#include "core/domain/share.h"

#include <QJsonObject>

/// Handrail's records as FHIR R4 resources. Pure; a resource's id is its record's, so that a later export updates.
namespace handrail::server::fhir {

QJsonObject patient(const Client& client, const AgencyId& agency);
QJsonObject practitioner(const User& user);
/// The agency itself.
QJsonObject agencyOrganization(const Agency& agency);

/// The id of the organization that a site belongs to: sites of one name share it.
QUuid organizationIdOf(const ResourceSite& site, const AgencyId& agency);
QJsonObject siteOrganization(const ResourceSite& site, const AgencyId& agency);
QJsonObject location(const ResourceSite& site, const AgencyId& agency);
QJsonObject healthcareService(const ResourceSite& site, const AgencyId& agency);

/// A share's consent; `withdrawn`: it no longer holds.
QJsonObject consent(const Consent& consent, bool withdrawn, const AgencyId& agency);

/// All that a referral's resources say of it.
struct ReferralFacts
{
    Referral referral;
    ResourceSite site;
    QList<Activity> activities; ///< Of this referral, the oldest first.
    QList<Consent> consents;    ///< Of the shares that it was in.
    bool consentWithdrawn = false;
    AgencyId agency;
};
QJsonObject serviceRequest(const ReferralFacts& facts);
/// SDOHCC Task for Referral Management.
QJsonObject referralTask(const ReferralFacts& facts);
/// One task for the patient for each answer: «did you receive services?», completed.
QList<QJsonObject> answerTasks(const ReferralFacts& facts);

/// When the referral last changed.
QDateTime lastUpdated(const ReferralFacts& facts);

} // namespace handrail::server::fhir
