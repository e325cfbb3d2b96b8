// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/queuelength.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

Result<QList<QueueLength>> queueLengths(Database& db, const QDateTime& now)
{
    // From the agencies on, so that each one's part of the index on what is due answers it.
    auto rows = db.query(u"SELECT message.channel, COUNT(*), MIN(message.due_at) FROM agency JOIN message"
                         " ON message.agency_id = agency.agency_id AND message.state = 'waiting'"
                         " AND message.due_at <= ? GROUP BY message.channel"_s,
                         {now.toMSecsSinceEpoch()});
    if (!rows)
        return rows.error();
    QList<QueueLength> lengths{{.channel = u"text"_s}, {.channel = u"email"_s}};
    while (rows->next())
        for (QueueLength& length : lengths)
            if (length.channel == rows->value(0).toString()) {
                length.due = rows->value(1).toLongLong();
                const qint64 ms = now.toMSecsSinceEpoch() - rows->value(2).toLongLong();
                length.oldestSeconds = std::max(qint64(0), ms / 1000);
            }
    return lengths;
}

} // namespace handrail::server
