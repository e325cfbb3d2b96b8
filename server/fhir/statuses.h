// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/referral.h"

#include <QLatin1String>

namespace handrail::server::fhir {

/// What a referral's status is in FHIR: HL7 SDOH Clinical Care, value sets of Task for referral management and of
/// ServiceRequest. docs/fhir.md has the table.
struct FhirStatus
{
    QLatin1String task;
    QLatin1String request;
};
FhirStatus fhirStatusOf(ReferralStatus status);

} // namespace handrail::server::fhir
