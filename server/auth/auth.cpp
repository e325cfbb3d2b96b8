// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/auth.h"

#include "core/domain/records/codec.h"
#include "server/auth/enrolment.h"
#include "server/auth/passwordhash.h"
#include "server/auth/signin.h"
#include "server/store/records.h"
#include "server/store/sessions.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

constexpr qint64 hourMs = 3600LL * 1000;

QString tr(const char* text)
{
    return QCoreApplication::translate("Server", text);
}

Error notSignedIn()
{
    return {ErrorCode::Unauthorized, tr("This device is not signed in any more. Sign in again; nothing is lost.")};
}

QString normalized(const QString& email)
{
    return email.trimmed().toLower();
}

QByteArray bearerToken(const Request& request)
{
    const QByteArray header = request.header("Authorization");
    return header.left(7).toLower() == "bearer " ? header.mid(7).trimmed() : QByteArray();
}

/// Written at most once an hour, so that reading stays reading.
Result<void> noteSeen(Database& db, const AgencyId& agency, const DeviceId& device, qint64 lastSeen, qint64 nowMs)
{
    if (nowMs - lastSeen < hourMs)
        return {};
    auto noted = db.query(u"UPDATE device SET last_seen_at = ? WHERE agency_id = ? AND id = ?"_s,
                          {nowMs, bound(agency), bound(device)});
    return noted ? Result<void>() : noted.error();
}

Result<void> storePassword(Database& db, const AgencyId& agency, const UserId& user, const QString& password)
{
    if (password.size() < minPasswordLength)
        return Error{ErrorCode::InvalidInput, tr("A password needs at least %1 characters.").arg(minPasswordLength)};
    const auto hash = hashPassword(password);
    if (!hash)
        return hash.error();
    auto gone = db.query(u"DELETE FROM password WHERE agency_id = ? AND user_id = ?"_s, {bound(agency), bound(user)});
    if (!gone)
        return gone.error();
    auto added = db.query(u"INSERT INTO password (agency_id, user_id, hash) VALUES (?, ?, ?)"_s,
                          {bound(agency), bound(user), *hash});
    return added ? Result<void>() : added.error();
}

} // namespace

Result<Session> authenticate(Database& db, const Request& request, const Environment& environment)
{
    const QByteArray token = bearerToken(request);
    if (token.isEmpty())
        return notSignedIn();
    auto row = db.query(u"SELECT d.agency_id, d.id, d.user_id, d.last_seen_at, u.role, u.team_id FROM device d JOIN \"user\" u"
                        " ON u.agency_id = d.agency_id AND u.id = d.user_id"
                        " WHERE d.token_hash = ? AND d.revoked = 0 AND COALESCE(u.disabled, 0) = 0"_s,
                        {hashOfToken(token)});
    if (!row)
        return row.error();
    const bool known = row->next();
    // A disk that fails must not sign anybody out.
    if (auto whole = db.readWhole(); !whole)
        return whole.error();
    if (!known)
        return notSignedIn();
    const auto agency = AgencyId::fromString(row->value(0).toString());
    const auto device = DeviceId::fromString(row->value(1).toString());
    const auto user = UserId::fromString(row->value(2).toString());
    const qint64 lastSeen = row->value(3).toLongLong();
    const auto role = records::fromName<Role>(row->value(4).toString());
    const auto team = TeamId::fromString(row->value(5).toString());
    const qint64 nowMs = environment.clock.now().toMSecsSinceEpoch();
    if (!agency || !device || !user || !role || nowMs - lastSeen > tokenIdleMs)
        return notSignedIn();
    row->finish();
    if (auto noted = noteSeen(db, *agency, *device, lastSeen, nowMs); !noted)
        return noted.error();
    return Session{*agency, *user, *device, *role, team};
}

Result<std::optional<DeviceId>> knownDevice(Database& db, const QString& email, const QUuid& device)
{
    auto row = db.query(u"SELECT 1 FROM \"user\" u JOIN device d ON d.agency_id = u.agency_id AND d.user_id = u.id"
                        " WHERE u.email = ? AND d.id = ?"_s,
                        {normalized(email), bound(device)});
    if (!row)
        return row.error();
    return row->next() ? std::optional(DeviceId(device)) : std::optional<DeviceId>();
}

Result<void> signOut(Database& db, const Session& session)
{
    return db.transaction([&]() -> Result<void> {
        const auto ended = endSession(db, session.agencyId, session.deviceId);
        return ended ? Result<void>() : ended.error();
    });
}

Result<void> addUser(Database& db, const AgencyId& agency, const User& given, const QString& password,
                     const Environment& environment, const Actor& by)
{
    const auto email = EmailAddress::parse(given.email);
    if (!email)
        return email.error();
    User user = given;
    user.email = normalized(given.email);
    return db.transaction([&]() -> Result<void> {
        auto records = Records::lock(db, agency, environment);
        if (!records)
            return records.error();
        auto taken = db.query(u"SELECT 1 FROM \"user\" WHERE email = ?"_s, {user.email});
        if (!taken)
            return taken.error();
        if (taken->next())
            return Error{ErrorCode::Conflict, tr("There is a user with that email already.")};
        if (const auto written = records->write(records::editOf("user", user.id.uuid(), user)); !written)
            return written.error();
        if (auto stored = storePassword(db, agency, user.id, password); !stored)
            return stored;
        return writeAudit(db, agency, environment,
                          {by, audited::userAdded, user.id.toString(), {{u"role"_s, records::nameOf(user.role)}}});
    });
}

Result<void> setPassword(Database& db, const AgencyId& agency, const UserId& user, const QString& password,
                         const Environment& environment, const Actor& by)
{
    return db.transaction([&]() -> Result<void> {
        if (auto stored = storePassword(db, agency, user, password); !stored)
            return stored;
        if (auto ended = endSessions(db, agency, user); !ended)
            return ended;
        if (auto gone = voidEnrolmentCode(db, agency, user); !gone)
            return gone;
        return writeAudit(db, agency, environment, {by, audited::passwordReset, user.toString(), {}});
    });
}

Result<bool> isPassword(Database& db, const Session& session, const QString& password)
{
    auto row = db.query(u"SELECT hash FROM password WHERE agency_id = ? AND user_id = ?"_s,
                        {bound(session.agencyId), bound(session.userId)});
    if (!row)
        return row.error();
    const QString hash = row->next() ? row->value(0).toString() : hashOfNobody();
    row->finish();
    return passwordMatches(hash, password);
}

Result<void> changePassword(Database& db, const Session& session, const QString& oldPassword,
                            const QString& newPassword)
{
    const auto right = isPassword(db, session, oldPassword);
    if (!right)
        return right.error();
    if (!*right)
        return Error{ErrorCode::NotAllowed, tr("The old password is not right.")};
    if (oldPassword == newPassword)
        return Error{ErrorCode::InvalidInput, tr("The new password is the same as the old one.")};
    return db.transaction([&]() -> Result<void> {
        if (auto stored = storePassword(db, session.agencyId, session.userId, newPassword); !stored)
            return stored;
        return endSessions(db, session.agencyId, session.userId, session.deviceId);
    });
}

QString makePassword(Random& random)
{
    // 32 signs without 0, 1, l and o: five bits each, none mistaken for another.
    const QString signs = u"abcdefghijkmnpqrstuvwxyz23456789"_s;
    QString password;
    for (const char byte : random.bytes(20))
        password.append(signs[uchar(byte) % signs.size()]);
    return password;
}

} // namespace handrail::server
