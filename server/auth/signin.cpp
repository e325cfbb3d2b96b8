// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/signin.h"

#include "core/domain/records/codec.h"
#include "server/auth/enrolment.h"
#include "server/auth/guesses.h"
#include "server/auth/passwordhash.h"
#include "server/auth/secondfactor.h"
#include "server/auth/signinrules.h"
#include "server/auth/totp.h"
#include "server/store/records.h"

#include <QCoreApplication>
#include <QCryptographicHash>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

constexpr qint64 challengeMs = 5LL * 60 * 1000;
constexpr int codesPerChallenge = 5;

QString tr(const char* text)
{
    return QCoreApplication::translate("Server", text);
}

Error wrongEmailOrPassword()
{
    return {ErrorCode::Unauthorized, tr("Email or password is wrong.")};
}

Error challengeOver()
{
    return {ErrorCode::NotFound, tr("This sign-in took too long, or had too many wrong codes. Start again.")};
}

Result<void> storeDevice(Database& db, const Account& account, const QUuid& device, const QString& name,
                         const QByteArray& token, qint64 nowMs)
{
    return db.transaction([&]() -> Result<void> {
        // Only the user's own: whoever knows a colleague's device must not be able to sign it out.
        auto gone = db.query(u"DELETE FROM device WHERE agency_id = ? AND id = ? AND user_id = ?"_s,
                             {bound(account.agency), bound(device), bound(account.user.id)});
        if (!gone)
            return gone.error();
        auto others =
            db.query(u"SELECT 1 FROM device WHERE agency_id = ? AND id = ?"_s, {bound(account.agency), bound(device)});
        if (!others)
            return others.error();
        if (others->next())
            return Error{ErrorCode::Conflict, tr("Another user is signed in on this device. Start Handrail with a "
                                                 "profile of your own (--profile).")};
        auto added = db.query(u"INSERT INTO device (agency_id, id, user_id, name, token_hash, created_at, last_seen_at,"
                              " revoked) VALUES (?, ?, ?, ?, ?, ?, ?, 0)"_s,
                              {bound(account.agency), bound(device), bound(account.user.id),
                               name.isNull() ? u""_s : name, hashOfToken(token), nowMs, nowMs});
        return added ? Result<void>() : added.error();
    });
}

Result<std::optional<Account>> accountOf(Database& db, const QString& condition, const QVariantList& values)
{
    auto row = db.query(u"SELECT u.agency_id, u.id, p.hash FROM \"user\" u JOIN password p"
                        " ON p.agency_id = u.agency_id AND p.user_id = u.id WHERE "_s +
                            condition,
                        values);
    if (!row)
        return row.error();
    if (!row->next())
        return std::optional<Account>();
    const auto agency = AgencyId::fromString(row->value(0).toString());
    const QUuid key = QUuid::fromString(row->value(1).toString());
    const QString hash = row->value(2).toString();
    row->finish();
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

Result<QByteArray> makeChallenge(Database& db, const Account& account, const protocol::SignInRequest& request,
                                 const Environment& environment)
{
    const QByteArray challenge = makeToken(environment.random);
    const qint64 now = environment.clock.now().toMSecsSinceEpoch();
    auto old = db.query(u"DELETE FROM sign_in_challenge WHERE expires_at < ?"_s, {now});
    if (!old)
        return old.error();
    auto added =
        db.query(u"INSERT INTO sign_in_challenge (agency_id, challenge_hash, user_id, device_id, device_name,"
                 " expires_at, tries) VALUES (?, ?, ?, ?, ?, ?, 0)"_s,
                 {bound(account.agency), hashOfToken(challenge), bound(account.user.id), bound(request.deviceId),
                  request.deviceName.isNull() ? u""_s : request.deviceName, now + challengeMs});
    return added ? Result<QByteArray>(challenge) : added.error();
}

Result<QString> nameOfAgency(Database& db, const AgencyId& agency)
{
    const auto fields = RecordReader(db, agency).find(u"agency", agency.uuid());
    if (!fields)
        return fields.error();
    const QString name = fields->value_or(QJsonObject())[u"program_name"].toString();
    return name.isEmpty() ? u"Handrail"_s : name;
}

/// The challenge for a user whose password is right. Where they have no second factor but need one, they set it up now.
Result<protocol::SignInOutcome> askSecondFactor(Database& db, const Account& account, bool isOn,
                                                const protocol::SignInRequest& request, const Environment& environment,
                                                const SignInSettings& settings)
{
    if (!request.knowsSecondFactor)
        return Error{
            ErrorCode::NewerVersion,
            tr("Signing in takes a code of your authenticator app, which this Handrail does not know. Update it.")};
    const auto challenge = makeChallenge(db, account, request, environment);
    if (!challenge)
        return challenge.error();
    protocol::SecondFactorStep step{*challenge, {}, {}};
    if (!isOn) {
        const auto name = nameOfAgency(db, account.agency);
        if (!name)
            return name.error();
        const auto secret = SecondFactor(db, environment, settings.key, account.agency, account.user.id).begin();
        if (!secret)
            return secret.error();
        step.secret = base32(*secret);
        step.uri = totpUri(*secret, *name, account.user.email);
    }
    return protocol::SignInOutcome{{}, step, {}};
}

struct Challenge
{
    AgencyId agency;
    UserId user;
    QUuid device;
    QString deviceName;
};

/// The challenge, with one more try counted; nothing where it is over.
Result<std::optional<Challenge>> useChallenge(Database& db, const QString& hash, qint64 nowMs)
{
    auto counted = db.query(u"UPDATE sign_in_challenge SET tries = tries + 1 WHERE challenge_hash = ?"
                            " AND expires_at > ? AND tries < ?"_s,
                            {hash, nowMs, codesPerChallenge});
    if (!counted)
        return counted.error();
    if (counted->numRowsAffected() < 1)
        return std::optional<Challenge>();
    auto row = db.query(u"SELECT agency_id, user_id, device_id, device_name FROM sign_in_challenge"
                        " WHERE challenge_hash = ?"_s,
                        {hash});
    if (!row)
        return row.error();
    if (!row->next())
        return std::optional<Challenge>();
    const auto agency = AgencyId::fromString(row->value(0).toString());
    const auto user = UserId::fromString(row->value(1).toString());
    if (!agency || !user)
        return std::optional<Challenge>();
    return std::optional(
        Challenge{*agency, *user, QUuid::fromString(row->value(2).toString()), row->value(3).toString()});
}

/// Whether the code is right; the recovery codes where it confirmed a new second factor.
Result<std::optional<QStringList>> checkCode(SecondFactor& factor, const QString& code)
{
    const auto state = factor.state();
    if (!state)
        return state.error();
    if (!state->on)
        return factor.confirm(code);
    const auto right = factor.take(code);
    if (!right)
        return right.error();
    return *right ? std::optional(QStringList()) : std::optional<QStringList>();
}

std::vector<GuessLimit> codeLimits(const Challenge& challenge, bool deviceIsKnown)
{
    const QString who = u"second factor of user "_s + challenge.user.toString();
    return {{.what = deviceIsKnown ? who + u" on "_s + challenge.device.toString() : who,
             .most = 10,
             .windowSeconds = 3600}};
}

} // namespace

QByteArray makeToken(Random& random)
{
    return random.bytes(32).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QString hashOfToken(const QByteArray& token)
{
    return QString::fromLatin1(QCryptographicHash::hash(token, QCryptographicHash::Sha256).toHex());
}

Result<std::optional<Account>> findAccount(Database& db, const QString& email)
{
    return accountOf(db, u"u.email = ?"_s, {email.trimmed().toLower()});
}

Result<std::optional<Account>> findAccount(Database& db, const AgencyId& agency, const UserId& user)
{
    return accountOf(db, u"u.agency_id = ? AND u.id = ?"_s, {bound(agency), bound(user)});
}

Result<protocol::SignInAnswer> enter(Database& db, const Account& account, const QUuid& device,
                                     const QString& deviceName, const Environment& environment)
{
    const QByteArray token = makeToken(environment.random);
    if (auto stored = storeDevice(db, account, device, deviceName, token, environment.clock.now().toMSecsSinceEpoch());
        !stored)
        return stored.error();
    const auto kept = writeAudit(db, account.agency, environment,
                                 {Actor::user(account.user.id, DeviceId(device)), audited::signIn, {}, {}});
    if (!kept)
        return kept.error();
    return protocol::SignInAnswer{token, account.user, account.agency};
}

Result<protocol::SignInOutcome> signIn(Database& db, const protocol::SignInRequest& request,
                                       const Environment& environment, const SignInSettings& settings)
{
    const auto account = findAccount(db, request.email);
    if (!account)
        return account.error();
    const bool matches = passwordMatches(*account ? (*account)->hash : hashOfNobody(), request.password);
    if (*account && (*account)->user.disabled)
        return wrongEmailOrPassword();
    // A one-time code stands in the password's place; who is nobody costs the same.
    const auto enrolled = matches ? Result<bool>(false)
                                  : useEnrolmentCode(db, *account ? (*account)->agency : AgencyId(QUuid()),
                                                     *account ? (*account)->user.id : UserId(QUuid()), request.password,
                                                     environment);
    if (!enrolled)
        return enrolled.error();
    if (!*account || (!matches && !*enrolled))
        return wrongEmailOrPassword();
    // A headless agent has no hands for codes and no browser: its password is long and in a file (decisions/0072).
    if ((*account)->user.role != Role::Agent) {
        const auto rule = signInRule(db, (*account)->agency);
        if (!rule)
            return rule.error();
        if (rule->passwordOff && settings.singleSignOn)
            return Error{ErrorCode::NotAllowed,
                         tr("Your agency signs in with its organisation’s account. Press “Sign in "
                            "with your organisation”.")};
        const auto state = SecondFactor(db, environment, settings.key, (*account)->agency, (*account)->user.id).state();
        if (!state)
            return state.error();
        if (state->on || rule->secondFactorRequired)
            return askSecondFactor(db, **account, state->on, request, environment, settings);
    }
    auto answer = enter(db, **account, request.deviceId, request.deviceName, environment);
    if (!answer)
        return answer.error();
    return protocol::SignInOutcome{std::move(answer).value(), {}, {}};
}

Result<protocol::SignInOutcome> finishSignIn(Database& db, const protocol::SecondFactorRequest& request,
                                             const Environment& environment, const SignInSettings& settings)
{
    const QString hash = hashOfToken(request.challenge);
    const auto challenge = useChallenge(db, hash, environment.clock.now().toMSecsSinceEpoch());
    if (!challenge)
        return challenge.error();
    if (!*challenge)
        return challengeOver();
    const auto account = findAccount(db, (*challenge)->agency, (*challenge)->user);
    if (!account)
        return account.error();
    if (!*account || (*account)->user.disabled)
        return challengeOver();
    const auto known = knownDevice(db, (*account)->user.email, (*challenge)->device);
    if (!known)
        return known.error();
    Guesses guesses(db, environment);
    const auto limits = codeLimits(**challenge, known->has_value());
    const auto may = guesses.begin(limits);
    if (!may)
        return may.error();
    if (!*may)
        return Error{ErrorCode::NotAllowed, tr("Too many wrong codes. Wait an hour and try again, or ask your "
                                               "administrator to reset your second factor.")};
    SecondFactor factor(db, environment, settings.key, (*challenge)->agency, (*challenge)->user);
    const auto codes = checkCode(factor, request.code);
    if (!codes)
        return codes.error();
    if (!*codes)
        return Error{ErrorCode::Unauthorized,
                     tr("The code is wrong, too old, or was used already. Wait for the next one.")};
    if (auto forgiven = guesses.succeeded(limits.front().what); !forgiven)
        return forgiven.error();
    auto used = db.query(u"DELETE FROM sign_in_challenge WHERE challenge_hash = ?"_s, {hash});
    if (!used)
        return used.error();
    if (used->numRowsAffected() < 1)
        return challengeOver();
    auto answer = enter(db, **account, (*challenge)->device, (*challenge)->deviceName, environment);
    if (!answer)
        return answer.error();
    return protocol::SignInOutcome{std::move(answer).value(), {}, **codes};
}

} // namespace handrail::server
