// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/textposition.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

constexpr int overlapDays = 2;
constexpr int firstDays = 30;
constexpr qint64 writeEverySeconds = 3600;

QString factOf(const AgencyId& agency)
{
    return u"texts:"_s + agency.toString();
}

/// Invalid where nothing was ever read.
Result<QDateTime> readUntil(Database& db, const AgencyId& agency)
{
    auto row = db.query(u"SELECT value FROM server_fact WHERE name = ?"_s, {factOf(agency)});
    if (!row)
        return row.error();
    if (!row->next())
        return QDateTime();
    return QDateTime::fromMSecsSinceEpoch(row->value(0).toString().toLongLong(), Qt::UTC);
}

} // namespace

Result<QDateTime> readTextsFrom(Database& db, const AgencyId& agency, const QDateTime& now)
{
    const auto until = readUntil(db, agency);
    if (!until)
        return until.error();
    // A clock that went back must not skip what comes now.
    return until->isValid() ? std::min(*until, now).addDays(-overlapDays) : now.addDays(-firstDays);
}

Result<void> keepTextsRead(Database& db, const AgencyId& agency, const QDateTime& now)
{
    const auto until = readUntil(db, agency);
    if (!until)
        return until.error();
    if (until->isValid() && std::abs(until->secsTo(now)) < writeEverySeconds)
        return {};
    return db.transaction([&]() -> Result<void> {
        auto kept = db.query(u"INSERT INTO server_fact (name, value) VALUES (?, ?)"
                             " ON CONFLICT (name) DO UPDATE SET value = excluded.value"_s,
                             {factOf(agency), QString::number(now.toMSecsSinceEpoch())});
        return kept ? Result<void>() : kept.error();
    });
}

} // namespace handrail::server
