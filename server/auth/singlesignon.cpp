// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/singlesignon.h"

#include "server/store/records.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QLoggingCategory>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

Q_LOGGING_CATEGORY(logSingle, "handrail.server.singlesignon")

namespace handrail::server {

namespace {

constexpr qint64 attemptMs = 10LL * 60 * 1000;

QString tr(const char* text)
{
    return QCoreApplication::translate("Server", text);
}

Error attemptOver()
{
    return {ErrorCode::NotFound, tr("This sign-in took too long, or was used already. Start again.")};
}

Error unknownPerson()
{
    return {ErrorCode::NotAllowed,
            tr("Your organisation knows you, but Handrail has no user for you, or it is disabled. Ask "
               "your administrator.")};
}

/// RFC 8252 section 7.3: the device's own loopback, with whatever port was free.
bool isOwnLoopback(const QString& redirectUri)
{
    const QUrl url(redirectUri, QUrl::StrictMode);
    return url.isValid() && url.scheme() == "http"_L1 && url.port() > 0 && url.userInfo().isEmpty() &&
           !url.hasFragment() && isThisMachine(url.host());
}

QString challengeOf(const QString& verifier)
{
    return QString::fromLatin1(QCryptographicHash::hash(verifier.toUtf8(), QCryptographicHash::Sha256)
                                   .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

struct Attempt
{
    QString nonce;
    QString challenge;
    QString redirectUri;
    QUuid device;
    QString deviceName;
};

/// Each attempt is taken out once, whatever becomes of it.
Result<std::optional<Attempt>> takeAttempt(Database& db, const QByteArray& attempt, qint64 nowMs)
{
    const QString hash = hashOfToken(attempt);
    auto row = db.query(u"SELECT nonce, code_challenge, redirect_uri, device_id, device_name"
                        " FROM single_sign_on_attempt WHERE attempt_hash = ? AND expires_at > ?"_s,
                        {hash, nowMs});
    if (!row)
        return row.error();
    if (!row->next())
        return std::optional<Attempt>();
    const Attempt found{row->value(0).toString(), row->value(1).toString(), row->value(2).toString(),
                        QUuid::fromString(row->value(3).toString()), row->value(4).toString()};
    row->finish();
    auto taken = db.query(u"DELETE FROM single_sign_on_attempt WHERE attempt_hash = ?"_s, {hash});
    if (!taken)
        return taken.error();
    return taken->numRowsAffected() > 0 ? std::optional(found) : std::optional<Attempt>();
}

bool isOf(const std::optional<Account>& account, const OidcSettings& settings)
{
    return account && !account->user.disabled && account->user.role != Role::Agent &&
           (settings.agency.isEmpty() || account->agency.toString() == settings.agency);
}

Result<std::optional<Account>> linkedAccount(Database& db, const OidcSettings& settings, const QString& subject)
{
    auto row = db.query(u"SELECT agency_id, user_id FROM single_sign_on_link WHERE issuer = ? AND subject = ?"_s,
                        {settings.issuer, subject});
    if (!row)
        return row.error();
    if (!row->next())
        return std::optional<Account>();
    const auto agency = AgencyId::fromString(row->value(0).toString());
    const auto user = UserId::fromString(row->value(1).toString());
    row->finish();
    if (!agency || !user)
        return std::optional<Account>();
    return findAccount(db, *agency, *user);
}

/// The first time: by the email that the provider verified. A user who is linked to another subject stays so: an email
/// that was given to somebody new opens nothing.
Result<std::optional<Account>> link(Database& db, const OidcSettings& settings, const IdToken& token, qint64 nowMs)
{
    if (token.email.isEmpty() || !token.emailVerified)
        return std::optional<Account>();
    const auto account = findAccount(db, token.email);
    if (!account || !isOf(*account, settings))
        return account ? Result<std::optional<Account>>(std::optional<Account>()) : account;
    return db.transaction([&]() -> Result<std::optional<Account>> {
        auto other = db.query(u"SELECT 1 FROM single_sign_on_link WHERE agency_id = ? AND issuer = ? AND user_id = ?"_s,
                              {bound((*account)->agency), settings.issuer, bound((*account)->user.id)});
        if (!other)
            return other.error();
        if (other->next())
            return std::optional<Account>();
        auto linked =
            db.query(u"INSERT INTO single_sign_on_link (agency_id, issuer, subject, user_id, linked_at)"
                     " VALUES (?, ?, ?, ?, ?)"_s,
                     {bound((*account)->agency), settings.issuer, token.subject, bound((*account)->user.id), nowMs});
        return linked ? account : linked.error();
    });
}

} // namespace

Result<bool> hasOrganisationAccount(Database& db, const AgencyId& agency, const UserId& user)
{
    auto row = db.query(u"SELECT 1 FROM single_sign_on_link WHERE agency_id = ? AND user_id = ?"_s,
                        {bound(agency), bound(user)});
    return row ? Result<bool>(row->next()) : row.error();
}

Result<protocol::SingleSignOnStart> startSingleSignOn(Database& db, const protocol::SingleSignOnRequest& request,
                                                      OidcProvider& provider, const Environment& environment)
{
    static const QRegularExpression challengeShape(u"^[A-Za-z0-9_-]{43}$"_s);
    if (!isOwnLoopback(request.redirectUri) || !challengeShape.match(request.codeChallenge).hasMatch())
        return Error{ErrorCode::InvalidInput,
                     tr("The device asked for a sign-in that the server can’t begin. Update it.")};
    const auto address = provider.authorizationAddress();
    if (!address)
        return address.error();
    const qint64 now = environment.clock.now().toMSecsSinceEpoch();
    auto old = db.query(u"DELETE FROM single_sign_on_attempt WHERE expires_at < ?"_s, {now});
    if (!old)
        return old.error();
    const protocol::SingleSignOnStart start{.attempt = makeToken(environment.random),
                                            .authorization = *address,
                                            .clientId = provider.settings().clientId,
                                            .scope = u"openid email"_s,
                                            .nonce = QString::fromLatin1(makeToken(environment.random))};
    auto kept =
        db.query(u"INSERT INTO single_sign_on_attempt (attempt_hash, nonce, code_challenge, redirect_uri,"
                 " device_id, device_name, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
                 {hashOfToken(start.attempt), start.nonce, request.codeChallenge, request.redirectUri,
                  bound(request.deviceId), request.deviceName.isNull() ? u""_s : request.deviceName, now + attemptMs});
    return kept ? Result<protocol::SingleSignOnStart>(start) : kept.error();
}

Result<protocol::SignInOutcome> finishSingleSignOn(Database& db, const protocol::SingleSignOnFinish& request,
                                                   OidcProvider& provider, const Environment& environment)
{
    const qint64 now = environment.clock.now().toMSecsSinceEpoch();
    const auto attempt = takeAttempt(db, request.attempt, now);
    if (!attempt)
        return attempt.error();
    if (!*attempt || challengeOf(request.codeVerifier) != (*attempt)->challenge)
        return attemptOver();
    if (auto issuer = provider.checkIssuer(request.issuer); !issuer)
        return issuer.error();
    const auto token = provider.redeem(request.code, request.codeVerifier, (*attempt)->redirectUri, (*attempt)->nonce);
    if (!token)
        return token.error();
    auto account = linkedAccount(db, provider.settings(), token->subject);
    if (account && !*account)
        account = link(db, provider.settings(), *token, now);
    if (!account)
        return account.error();
    if (!isOf(*account, provider.settings())) {
        qCInfo(logSingle) << "somebody whom the provider knows is no user here";
        return unknownPerson();
    }
    auto answer = enter(db, **account, (*attempt)->device, (*attempt)->deviceName, environment);
    if (!answer)
        return answer.error();
    return protocol::SignInOutcome{std::move(answer).value(), {}, {}};
}

} // namespace handrail::server
