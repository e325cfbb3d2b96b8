// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/casework/desk.h"

#include <QTimeZone>

namespace handrail::casework {

/// What a filter asks for now: «mine» is `worker`, days are those of `zone`.
ReferralQuery queryOf(const ReferralFilter& filter, const UserId& worker, const QDateTime& now, const QTimeZone& zone);

} // namespace handrail::casework
