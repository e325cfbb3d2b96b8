// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/auth/auth.h"

/// What an administrator, or somebody at the command line, does with those who sign in.
namespace handrail::server {

/// A user as administrators see them.
struct UserLine
{
    User user;
    int devices = 0;      ///< Signed in now.
    QDateTime lastSeenAt; ///< On any device; null: never signed in.
    bool secondFactor = false;
};

/// All users of the agency by name; `words`: only those whose name or email has them.
Result<QList<UserLine>> listUsers(Database& db, const AgencyId& agency, const QString& words = {});

/// The user with that id or email in the agency; NotFound with a sentence.
Result<User> findUser(Database& db, const AgencyId& agency, const QString& idOrEmail);

/// What is to change; what is empty stays.
struct UserChange
{
    std::optional<QString> name;
    std::optional<QString> email;
    std::optional<Role> role;
    std::optional<std::optional<TeamId>> team; ///< Holding nothing: of no team any more.
    std::optional<bool> disabled;
};

/// Changes a user; disabling one signs their devices out. Refused: an email that signs in
/// already (Conflict), a team that isn't there (NotFound), and taking the agency's last active administrator away
/// (NotAllowed), or disabling oneself.
Result<User> changeUser(Database& db, const AgencyId& agency, const UserId& user, const UserChange& change,
                        const Environment& environment, const Actor& by);

} // namespace handrail::server
