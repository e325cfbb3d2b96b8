// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/auth/auth.h"

namespace handrail::server {

inline constexpr int longestEnrolmentHours = 24 * 14;

/// A code that signs one device in as this user, once, in the place of the password, for so many hours (1 to
/// longestEnrolmentHours, else InvalidInput). A user has one at a time: a new one takes the old one's place. What else a
/// sign-in asks for (a second factor, an enabled user) it still asks for. NotFound: no such user.
Result<QString> makeEnrolmentCode(Database& db, const AgencyId& agency, const UserId& user, int hours,
                                  const Environment& environment, const Actor& by = Actor::command());

/// Whether `typed` is the user's code; it is used up then. Costs the same for a user that there is not.
Result<bool> useEnrolmentCode(Database& db, const AgencyId& agency, const UserId& user, const QString& typed,
                              const Environment& environment);

/// Takes the user's code away, where there is one.
Result<void> voidEnrolmentCode(Database& db, const AgencyId& agency, const UserId& user);

/// What `handrail --enrol` takes: the server's address with email and code in front of the host (RFC 3986, userinfo).
QString enrolmentAddress(const QString& publicUrl, const QString& email, const QString& code);

} // namespace handrail::server
