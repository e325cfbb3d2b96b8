// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/guesses.h"

#include "server/store/records.h"

#include <QCryptographicHash>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

constexpr qint64 longestWindowMs = 3600LL * 1000;
constexpr int attemptsBetweenSweeps = 64;

QString hashOf(const QString& what)
{
    return QString::fromLatin1(QCryptographicHash::hash(what.toUtf8(), QCryptographicHash::Sha256).toHex());
}

QString normalized(const QString& email)
{
    return email.trimmed().toLower();
}

} // namespace

Result<bool> Guesses::begin(const std::vector<GuessLimit>& limits)
{
    m_attempt = bound(m_environment.ids.next()).toString();
    if (uchar(m_environment.random.bytes(1)[0]) % attemptsBetweenSweeps == 0)
        if (auto swept = forgetOld(); !swept)
            return swept.error();
    for (const GuessLimit& limit : limits) {
        const auto may = count(limit);
        if (!may || !*may)
            return may;
    }
    return true;
}

Result<bool> Guesses::count(const GuessLimit& limit)
{
    const QString counted = hashOf(limit.what);
    const qint64 now = m_environment.clock.now().toMSecsSinceEpoch();
    auto added = m_db.query(u"INSERT INTO guess (counted, id, at) SELECT ?, ?, CAST(? AS BIGINT)"
                            " WHERE (SELECT COUNT(*) FROM guess WHERE counted = ? AND at > ?) < ?"_s,
                            {counted, m_attempt, now, counted, now - limit.windowSeconds * 1000, limit.most});
    if (!added)
        return added.error();
    if (added->numRowsAffected() < 1)
        return false;
    m_counted.append(counted);
    return true;
}

Result<void> Guesses::succeeded(const QString& what)
{
    for (const QString& counted : std::as_const(m_counted)) {
        auto forgiven = m_db.query(u"DELETE FROM guess WHERE counted = ? AND id = ?"_s, {counted, m_attempt});
        if (!forgiven)
            return forgiven.error();
    }
    auto cleared = m_db.query(u"DELETE FROM guess WHERE counted = ?"_s, {hashOf(what)});
    return cleared ? Result<void>() : cleared.error();
}

Result<void> Guesses::forgetOld()
{
    auto gone = m_db.query(u"DELETE FROM guess WHERE at < ?"_s,
                           {m_environment.clock.now().toMSecsSinceEpoch() - longestWindowMs});
    return gone ? Result<void>() : gone.error();
}

QString passwordOf(const UserId& user)
{
    return u"password of user "_s + user.toString();
}

QString emailAtAddress(const QString& address, const QString& email)
{
    return u"password of %1 from %2"_s.arg(normalized(email), address);
}

std::vector<GuessLimit> signInLimits(const QString& address, const QString& email, const QString& knownDevice)
{
    const QString who = normalized(email);
    return {{.what = u"address "_s + address, .most = 100},
            {.what = emailAtAddress(address, email), .most = 10},
            // Guesses from many addresses slow down new devices of this email. A device that its user had before has an
            // account of its own, so that nobody is locked out of their desk by others' guesses.
            knownDevice.isEmpty() ? GuessLimit{.what = u"password of %1"_s.arg(who), .most = 30}
                                  : GuessLimit{.what = u"password of %1 on %2"_s.arg(who, knownDevice), .most = 10}};
}

} // namespace handrail::server
