// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/fhir/bundlewriter.h"
#include "server/store/records.h"

namespace handrail::server::fhir {

/// Which referrals: those that something happened to in this time. A null end is open.
struct ExportRange
{
    QDateTime since; ///< UTC
    QDateTime until; ///< UTC; not part of it.
};

struct ExportCounts
{
    int referrals = 0;
    int resources = 0;
};

/// Writes the agency's referrals as FHIR R4: ServiceRequest, Task and all that they refer to. Case notes, messages and
/// addresses that were taken out of a profile stay in Handrail.
Result<ExportCounts> exportReferrals(Database& db, const AgencyId& agency, const ExportRange& range,
                                     BundleWriter& writer);

} // namespace handrail::server::fhir
