// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/database.h"
#include "server/store/environment.h"

#include <vector>

namespace handrail::server {

/// How often something may be tried. A minute's arithmetic in docs/decisions/0180.
struct GuessLimit
{
    QString what; ///< "address 198.51.100.7"; kept as a hash.
    int most = 10;
    qint64 windowSeconds = 15LL * 60;
};

/// Attempts to guess, counted in the database, so that several server processes count as one. An attempt is counted
/// before it is made and forgiven when it was right: many at once gain nothing. Only rows are added, none is fought
/// for: one user's guesses hold up nobody else's sign-in.
class Guesses
{
public:
    Guesses(Database& db, const Environment& environment)
        : m_db(db)
        , m_environment(environment)
    {
    }
    /// Counts an attempt against every limit in order. False where one is used up: it must not be made.
    Result<bool> begin(const std::vector<GuessLimit>& limits);
    /// The attempt was right: it counts no more, and `what` has all its attempts again.
    Result<void> succeeded(const QString& what);

    /// Forgets what is older than any limit looks back.
    Result<void> forgetOld();

private:
    Result<bool> count(const GuessLimit& limit);

    Database& m_db;
    const Environment& m_environment;
    QString m_attempt;
    QStringList m_counted;
};

/// The limits of a sign-in with `email` from `address`. `knownDevice` is empty where this device never was the email's
/// user's.
std::vector<GuessLimit> signInLimits(const QString& address, const QString& email, const QString& knownDevice);
/// Guesses at the password of somebody who is signed in, wherever it is asked for, count together.
QString passwordOf(const UserId& user);
/// Of these, the one that a right password clears.
QString emailAtAddress(const QString& address, const QString& email);

} // namespace handrail::server
