// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/database.h"
#include "server/store/environment.h"

#include <QJsonObject>
#include <optional>

namespace handrail::server {

/// Who does something that the audit keeps.
struct Actor
{
    QString who = QStringLiteral("command"); ///< A user's id, or one of the words below.
    std::optional<DeviceId> device;

    /// Somebody at the server's command line.
    static Actor command() { return {}; }
    /// The server on its own, by a setting.
    static Actor server() { return {QStringLiteral("server"), {}}; }
    static Actor user(const UserId& user, const std::optional<DeviceId>& device) { return {user.toString(), device}; }
};

/// What the audit keeps; a new word needs its text in ui/models/auditmodel.cpp.
namespace audited {
inline constexpr QLatin1String signIn("sign_in");
inline constexpr QLatin1String signInRefused("sign_in_refused");
inline constexpr QLatin1String signOut("sign_out");
inline constexpr QLatin1String secondFactorChanged("second_factor_changed");
inline constexpr QLatin1String deviceRevoked("device_revoked");
inline constexpr QLatin1String passwordChanged("password_changed");
inline constexpr QLatin1String passwordReset("password_reset");
inline constexpr QLatin1String userAdded("user_added");
inline constexpr QLatin1String userChanged("user_changed");
inline constexpr QLatin1String userDisabled("user_disabled");
inline constexpr QLatin1String userEnabled("user_enabled");
inline constexpr QLatin1String teamChanged("team_changed");
inline constexpr QLatin1String settingsChanged("settings_changed");
inline constexpr QLatin1String snapshotRead("snapshot_read");
inline constexpr QLatin1String clientMoved("client_moved");
inline constexpr QLatin1String imported("imported");
inline constexpr QLatin1String exported("exported");
inline constexpr QLatin1String recordsChanged("records_changed");
inline constexpr QLatin1String shared("shared");
// What a desk tells of (core/domain/access.h), with "exported".
inline constexpr QLatin1String clientOpened("client_opened");
inline constexpr QLatin1String clientsSearched("clients_searched");
inline constexpr QLatin1String reportOpened("report_opened");
inline constexpr QLatin1String printed("printed");
inline constexpr QLatin1String clientErased("client_erased");
inline constexpr QLatin1String retentionApplied("retention_applied");
inline constexpr QLatin1String messageDecided("message_decided");
inline constexpr QLatin1String backup("backup");
inline constexpr QLatin1String restored("restored");
inline constexpr QLatin1String agencyAdded("agency_added");
inline constexpr QLatin1String directoryImported("directory_imported");
inline constexpr QLatin1String feedChanged("feed_changed");
} // namespace audited

struct AuditEntry
{
    Actor by;
    QString what;        ///< A word of `audited`.
    QString about;       ///< The id of the client, user, message ... that it is about; may be empty.
    QJsonObject details; ///< Counts, words and ids; never a client's name, address or words.
};

/// Adds an entry to the agency's audit, in the transaction that is open, or in one of its own. In a transaction that
/// also takes Records::lock(), take that one first: all writers come in the same order.
Result<void> writeAudit(Database& db, const AgencyId& agency, const Environment& environment, const AuditEntry& entry);

/// The same entry for every agency of the server: what was done to the database as a whole.
Result<void> writeAuditOfAll(Database& db, const Environment& environment, const AuditEntry& entry);

} // namespace handrail::server
