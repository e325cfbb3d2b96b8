// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/statistics.h"

#include <QVariantList>

namespace handrail {

/// A SELECT of all that a measure counts, with what to bind. Columns: key, bucket, at, client_id, referral_id, site_id,
/// worker_id, status, channel, answer, message_state, reason.
struct MeasureSql
{
    QString sql;
    QVariantList values;
};
MeasureSql sqlOf(Measure measure, const StatisticsQuery& query);

} // namespace handrail
