// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/fhir/statuses.h"

using namespace Qt::Literals::StringLiterals;

namespace handrail::server::fhir {

FhirStatus fhirStatusOf(ReferralStatus status)
{
    switch (status) {
    case ReferralStatus::Unstarted:
        return {"requested"_L1, "active"_L1};
    case ReferralStatus::InReview:
        return {"accepted"_L1, "active"_L1};
    case ReferralStatus::ServiceInProgress:
        return {"in-progress"_L1, "active"_L1};
    case ReferralStatus::ServiceCompleted:
        return {"completed"_L1, "completed"_L1};
    case ReferralStatus::Canceled:
        return {"cancelled"_L1, "revoked"_L1};
    }
    Q_UNREACHABLE();
    return {};
}

} // namespace handrail::server::fhir
