// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/audit/audit.h"

#include <QDateTime>

namespace handrail::server {

/// An entry as it was kept.
struct AuditLine
{
    qint64 number = 0; ///< From 1, without gaps.
    QDateTime at;      ///< UTC
    AuditEntry entry;
    QString hash = {}; ///< Of the chain.
};

/// The detail with the ids of all clients that an entry is about, where they are several.
inline constexpr QLatin1String clientsOfEntry("clients");

/// Which entries; what is empty asks for all.
struct AuditQuery
{
    QDateTime from; ///< From this instant on ...
    QDateTime to;   ///< ... and before this one.
    QString who;
    QString what;
    QString about; ///< Also one of `clientsOfEntry`.
    qint64 before = 0; ///< Numbers below this one: the next page; 0: from the newest.
    int limit = 100;
};

/// The newest first.
Result<QList<AuditLine>> readAudit(Database& db, const AgencyId& agency, const AuditQuery& query);

/// A place in the chain as an administrator noted it outside of the server.
struct AuditMark
{
    qint64 number = 0;
    QString hash;
    /// "128:5f2c…", or nothing where it has no such form.
    static std::optional<AuditMark> fromText(const QString& text);
    [[nodiscard]] QString toText() const { return QString::number(number) + u':' + hash; }
};

struct AuditCheck
{
    AuditMark last;  ///< As far as it was followed.
    QString problem; ///< A sentence; empty: every entry is there as it was written.
};

/// Follows the chain from the first entry to the last. Whoever may write to the database could change an entry and
/// make the rest of the chain anew: only a mark that was noted elsewhere (`expected`) shows that.
Result<AuditCheck> verifyAudit(Database& db, const AgencyId& agency, const std::optional<AuditMark>& expected = {});

} // namespace handrail::server
