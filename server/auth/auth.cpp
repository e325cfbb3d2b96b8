// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/auth.h"

#include "core/domain/records/codec.h"
#include "server/auth/passwordhash.h"
#include "server/store/records.h"

#include <QCoreApplication>
#include <QCryptographicHash>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

constexpr qint64 idleDays = 90;
constexpr qint64 hourMs = 3600LL * 1000;

QString tr(const char* text)
{
    return QCoreApplication::translate("Server", text);
}

Error notSignedIn()
{
    return {ErrorCode::Unauthorized, tr("This device is not signed in any more. Sign in again; nothing is lost.")};
}

Error wrongEmailOrPassword()
{
    return {ErrorCode::Unauthorized, tr("Email or password is wrong.")};
}

QString normalized(const QString& email)
{
    return email.trimmed().toLower();
}

/// Tokens have 256 random bits: a plain hash is enough (ASVS 6.5.2).
QString hashOfToken(const QByteArray& token)
{
    return QString::fromLatin1(QCryptographicHash::hash(token, QCryptographicHash::Sha256).toHex());
}

struct Account
{
    AgencyId agency;
    User user;
    QString hash;
};

Result<std::optional<Account>> findAccount(Database& db, const QString& email)
{
    auto row = db.query(u"SELECT u.agency_id, u.id, p.hash FROM \"user\" u JOIN password p"
                        " ON p.agency_id = u.agency_id AND p.user_id = u.id WHERE u.email = ?"_s,
                        {normalized(email)});
    if (!row)
        return row.error();
    if (!row->next())
        return std::optional<Account>();
    const auto agency = AgencyId::fromString(row->value(0).toString());
    const QUuid key = QUuid::fromString(row->value(1).toString());
    const QString hash = row->value(2).toString();
    if (!agency || key.isNull())
        return std::optional<Account>();
    const auto fields = RecordReader(db, *agency).find(u"user", key);
    if (!fields)
        return fields.error();
    const auto user = records::readUser(key, fields->value_or(QJsonObject()));
    if (!user)
        return user.error();
    return std::optional(Account{*agency, *user, hash});
}

Result<void> storeDevice(Database& db, const Account& account, const protocol::SignInRequest& request,
                         const QByteArray& token, qint64 nowMs)
{
    return db.transaction([&]() -> Result<void> {
        auto gone = db.query(u"DELETE FROM device WHERE agency_id = ? AND id = ?"_s,
                             {bound(account.agency), bound(request.deviceId)});
        if (!gone)
            return gone.error();
        auto added =
            db.query(u"INSERT INTO device (agency_id, id, user_id, name, token_hash, created_at, last_seen_at,"
                     " revoked) VALUES (?, ?, ?, ?, ?, ?, ?, 0)"_s,
                     {bound(account.agency), bound(request.deviceId), bound(account.user.id),
                      request.deviceName.isNull() ? u""_s : request.deviceName, hashOfToken(token), nowMs, nowMs});
        return added ? Result<void>() : added.error();
    });
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
    if (!row->next())
        return notSignedIn();
    const auto agency = AgencyId::fromString(row->value(0).toString());
    const auto device = DeviceId::fromString(row->value(1).toString());
    const auto user = UserId::fromString(row->value(2).toString());
    const qint64 lastSeen = row->value(3).toLongLong();
    const auto role = records::fromName<Role>(row->value(4).toString());
    const auto team = TeamId::fromString(row->value(5).toString());
    const qint64 nowMs = environment.clock.now().toMSecsSinceEpoch();
    if (!agency || !device || !user || !role || nowMs - lastSeen > idleDays * 24 * hourMs)
        return notSignedIn();
    row->finish();
    if (auto noted = noteSeen(db, *agency, *device, lastSeen, nowMs); !noted)
        return noted.error();
    return Session{*agency, *user, *device, *role, team};
}

Result<protocol::SignInAnswer> signIn(Database& db, const protocol::SignInRequest& request,
                                      const Environment& environment)
{
    const auto account = findAccount(db, request.email);
    if (!account)
        return account.error();
    const bool matches = passwordMatches(*account ? (*account)->hash : hashOfNobody(), request.password);
    if (!matches || !*account || (*account)->user.disabled)
        return wrongEmailOrPassword();
    const QByteArray token =
        environment.random.bytes(32).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    if (auto stored = storeDevice(db, **account, request, token, environment.clock.now().toMSecsSinceEpoch()); !stored)
        return stored.error();
    return protocol::SignInAnswer{token, (*account)->user, (*account)->agency};
}

Result<void> signOut(Database& db, const Session& session)
{
    auto revoked = db.query(u"UPDATE device SET revoked = 1 WHERE agency_id = ? AND id = ?"_s,
                            {bound(session.agencyId), bound(session.deviceId)});
    return revoked ? Result<void>() : revoked.error();
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
        auto revoked = db.query(u"UPDATE device SET revoked = 1 WHERE agency_id = ? AND user_id = ?"_s,
                                {bound(agency), bound(user)});
        if (!revoked)
            return revoked.error();
        return writeAudit(db, agency, environment, {by, audited::passwordReset, user.toString(), {}});
    });
}

Result<void> changePassword(Database& db, const Session& session, const QString& oldPassword,
                            const QString& newPassword)
{
    auto row = db.query(u"SELECT hash FROM password WHERE agency_id = ? AND user_id = ?"_s,
                        {bound(session.agencyId), bound(session.userId)});
    if (!row)
        return row.error();
    const QString hash = row->next() ? row->value(0).toString() : hashOfNobody();
    row->finish();
    if (!passwordMatches(hash, oldPassword))
        return Error{ErrorCode::NotAllowed, tr("The old password is not right.")};
    if (oldPassword == newPassword)
        return Error{ErrorCode::InvalidInput, tr("The new password is the same as the old one.")};
    return db.transaction([&]() -> Result<void> {
        if (auto stored = storePassword(db, session.agencyId, session.userId, newPassword); !stored)
            return stored;
        auto revoked = db.query(u"UPDATE device SET revoked = 1 WHERE agency_id = ? AND user_id = ? AND id <> ?"_s,
                                {bound(session.agencyId), bound(session.userId), bound(session.deviceId)});
        return revoked ? Result<void>() : revoked.error();
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
