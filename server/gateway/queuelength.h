// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/database.h"

#include <QDateTime>

namespace handrail::server {

/// What waits although it is due, of all agencies.
struct QueueLength
{
    QString channel; ///< text, email
    qint64 due = 0;
    qint64 oldestSeconds = 0;
};

/// One for each channel, also where nothing waits.
Result<QList<QueueLength>> queueLengths(Database& db, const QDateTime& now);

} // namespace handrail::server
