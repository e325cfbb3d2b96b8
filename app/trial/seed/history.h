// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/records/change.h"
#include "core/domain/resourcesite.h"
#include "core/ports/ids.h"

#include <QDateTime>

namespace handrail::trial {

/// Two months of an office's work: two dozen made-up clients with referrals in every status, as a worker would have
/// entered them. The same each time. For pictures and for trying lists and charts out; `now` is the end of it.
QList<Edit> trialHistory(Ids& ids, const UserId& worker, const QList<ResourceSiteId>& sites, const QString& timeZone,
                         const QDateTime& now);

} // namespace handrail::trial
