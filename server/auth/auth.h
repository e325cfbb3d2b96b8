// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/agency.h"
#include "core/domain/visibility.h"
#include "core/protocol/wire.h"
#include "server/audit/audit.h"
#include "server/http/router.h"
#include "server/store/database.h"
#include "server/store/environment.h"

namespace handrail::server {

/// Who is asking: a device on which a user signed in.
struct Session
{
    AgencyId agencyId;
    UserId userId;
    DeviceId deviceId;
    Role role = Role::Worker;
    std::optional<TeamId> team = {};

    /// For what the user may see (core/domain/visibility.h).
    [[nodiscard]] Viewer viewer() const { return {userId, role, team}; }

    [[nodiscard]] Actor actor() const { return Actor::user(userId, deviceId); }
};

/// A token that was not used for so long is over.
inline constexpr qint64 tokenIdleMs = 90LL * 24 * 3600 * 1000;

/// The session of the request's `Authorization: Bearer` token. Unauthorized where the token is unknown or revoked, was
/// not used for 90 days, or its user is disabled: all look alike.
Result<Session> authenticate(Database& db, const Request& request, const Environment& environment);

/// The device where the user with that email signed in on it before, else nothing.
Result<std::optional<DeviceId>> knownDevice(Database& db, const QString& email, const QUuid& device);

/// The device's token ends; signing out twice is fine.
Result<void> signOut(Database& db, const Session& session);

/// A new user with a password. Conflict where the email already signs in on this server, in any agency.
Result<void> addUser(Database& db, const AgencyId& agency, const User& user, const QString& password,
                     const Environment& environment, const Actor& by = Actor::command());

/// Ends all sessions of the user.
Result<void> setPassword(Database& db, const AgencyId& agency, const UserId& user, const QString& password,
                         const Environment& environment, const Actor& by = Actor::command());

/// Whether it is the password of who asks.
Result<bool> isPassword(Database& db, const Session& session, const QString& password);

/// The user's own doing: the old password must be right (NotAllowed). All their other devices are signed out, this one
/// stays.
Result<void> changePassword(Database& db, const Session& session, const QString& oldPassword,
                            const QString& newPassword);

/// A password of 20 letters and digits that can be read out and typed.
QString makePassword(Random& random);

inline constexpr int minPasswordLength = 12;

} // namespace handrail::server
