// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/session.h"

#include "core/sync/serveraddress.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace handrail::sync {

namespace {

Error trouble(ErrorCode code, const char* sentence)
{
    return {code, QCoreApplication::translate("Sync", sentence)};
}

/// The device's id, made once: the server's devices and the stamps of changes are named by it.
Result<QUuid> deviceId(SyncStore& store, Ids& ids)
{
    const auto known = store.fact(facts::deviceId);
    if (!known)
        return known.error();
    if (const QUuid id = QUuid::fromString(*known); !id.isNull())
        return id;
    const QUuid made = ids.next();
    if (auto kept = store.setFact(facts::deviceId, made.toString(QUuid::WithoutBraces)); !kept)
        return kept.error();
    return made;
}

Result<void> checkOwner(const std::optional<Session>& owner, const protocol::SignInAnswer& answer)
{
    if (!owner || (owner->user == answer.user.id && owner->agency == answer.agencyId))
        return {};
    return trouble(ErrorCode::Conflict,
                   QT_TRANSLATE_NOOP("Sync", "This computer account already holds another worker's clients. Sign in to "
                                             "the computer with your own account, or start Handrail with a profile of "
                                             "your own (--profile)."));
}

/// The user's id comes last: readSession() takes a profile without one for signed out, so a crash in between is
/// harmless.
Result<void> keep(SyncStore& store, const Session& session, const QString& email)
{
    const std::pair<QLatin1String, QString> all[] = {{facts::serverUrl, session.server.toString()},
                                                     {facts::userName, session.userName},
                                                     {facts::userEmail, email},
                                                     {facts::agencyId, session.agency.toString()},
                                                     {facts::lastSyncError, QString()},
                                                     {facts::signInNeeded, QString()},
                                                     {facts::signedOut, QString()},
                                                     {facts::userId, session.user.toString()}};
    for (const auto& [name, value] : all)
        if (auto kept = store.setFact(name, value); !kept)
            return kept;
    return {};
}

/// A profile that once was reached by https never goes back to plain http.
Result<void> refuseDowngrade(const std::optional<Session>& owner, const QUrl& address)
{
    if (!owner || owner->server.scheme() != "https"_L1 || address.scheme() == "https"_L1)
        return {};
    return trouble(ErrorCode::InvalidInput,
                   QT_TRANSLATE_NOOP("Sync", "This computer has always reached the server over an encrypted connection, and "
                                             "the address that was typed has none. Type it with «https://»."));
}

struct Asked
{
    QUrl server;
    protocol::SignInRequest request;
    std::optional<Session> owner; ///< Whose profile it is already.
};

Result<Asked> readForm(const SignInForm& form, SyncStore& store, Ids& ids)
{
    const auto address = readServerAddress(form.server);
    if (!address)
        return address.error();
    if (form.email.trimmed().isEmpty() || form.password.isEmpty())
        return trouble(ErrorCode::InvalidInput, QT_TRANSLATE_NOOP("Sync", "Enter your email address and password."));
    const auto device = deviceId(store, ids);
    if (!device)
        return device.error();
    const auto owner = readSession(store);
    if (!owner)
        return owner.error();
    if (auto fine = refuseDowngrade(*owner, *address); !fine)
        return fine.error();
    return Asked{*address, {form.email.trimmed(), form.password, *device, form.deviceName}, *owner};
}

/// Keeps what the server gave, and makes the profile that user's.
Result<Session> settle(const Asked& asked, const protocol::SignInAnswer& answer, SyncStore& store, SecretStore& secrets)
{
    if (auto mine = checkOwner(asked.owner, answer); !mine)
        return mine.error();
    if (auto kept = secrets.write(QString::fromLatin1(deviceTokenSecret), answer.token); !kept)
        return kept.error();
    const Session session{asked.server, answer.user.id, answer.user.displayName, answer.agencyId};
    // By the organisation's account no email was typed.
    const QString email = asked.request.email.isEmpty() ? answer.user.email : asked.request.email;
    if (auto kept = keep(store, session, email); !kept)
        return kept.error();
    return session;
}

Result<SignInProgress> progress(const Asked& asked, const protocol::SignInOutcome& outcome, SyncStore& store,
                                SecretStore& secrets)
{
    SignInProgress made{{}, outcome.next, outcome.recoveryCodes};
    if (!outcome.signedIn)
        return made;
    const auto session = settle(asked, *outcome.signedIn, store, secrets);
    if (!session)
        return session.error();
    made.session = *session;
    return made;
}

} // namespace

Result<std::optional<Session>> readSession(SyncStore& store)
{
    QStringList values;
    for (const QLatin1String name : {facts::serverUrl, facts::userId, facts::userName, facts::agencyId}) {
        const auto value = store.fact(name);
        if (!value)
            return value.error();
        values.append(*value);
    }
    const auto server = readServerAddress(values[0]);
    const auto user = UserId::fromString(values[1]);
    const auto agency = AgencyId::fromString(values[3]);
    if (!server || !user || !agency)
        return std::optional<Session>();
    return std::optional(Session{*server, *user, values[2], *agency});
}

Result<Session> signIn(const SignInForm& form, HttpTransport& transport, SyncStore& store, SecretStore& secrets,
                       Ids& ids)
{
    const auto asked = readForm(form, store, ids);
    if (!asked)
        return asked.error();
    const auto answer = ServerLink(transport, asked->server).signIn(asked->request);
    return answer ? settle(*asked, *answer, store, secrets) : answer.error();
}

Result<SignInProgress> beginSignIn(const SignInForm& form, HttpTransport& transport, SyncStore& store,
                                   SecretStore& secrets, Ids& ids)
{
    const auto asked = readForm(form, store, ids);
    if (!asked)
        return asked.error();
    const auto outcome = ServerLink(transport, asked->server).beginSignIn(asked->request);
    return outcome ? progress(*asked, *outcome, store, secrets) : outcome.error();
}

Result<SignInProgress> finishSignIn(const SignInForm& form, const protocol::SecondFactorRequest& request,
                                    HttpTransport& transport, SyncStore& store, SecretStore& secrets)
{
    const auto address = readServerAddress(form.server);
    if (!address)
        return address.error();
    const auto owner = readSession(store);
    if (!owner)
        return owner.error();
    if (auto fine = refuseDowngrade(*owner, *address); !fine)
        return fine.error();
    const Asked asked{*address, {.email = form.email.trimmed(), .password = {}, .deviceId = {}}, *owner};
    const auto outcome = ServerLink(transport, *address).sendCode(request);
    return outcome ? progress(asked, *outcome, store, secrets) : outcome.error();
}

Result<protocol::SingleSignOnStart> startSingleSignOn(const QString& server, protocol::SingleSignOnRequest request,
                                                      HttpTransport& transport, SyncStore& store, Ids& ids)
{
    const auto address = readServerAddress(server);
    if (!address)
        return address.error();
    const auto device = deviceId(store, ids);
    if (!device)
        return device.error();
    const auto owner = readSession(store);
    if (!owner)
        return owner.error();
    if (auto fine = refuseDowngrade(*owner, *address); !fine)
        return fine.error();
    request.deviceId = *device;
    return ServerLink(transport, *address).startSingleSignOn(request);
}

Result<SignInProgress> finishSingleSignOn(const QString& server, const protocol::SingleSignOnFinish& request,
                                          HttpTransport& transport, SyncStore& store, SecretStore& secrets)
{
    const auto address = readServerAddress(server);
    if (!address)
        return address.error();
    const auto owner = readSession(store);
    if (!owner)
        return owner.error();
    if (auto fine = refuseDowngrade(*owner, *address); !fine)
        return fine.error();
    const auto outcome = ServerLink(transport, *address).finishSingleSignOn(request);
    return outcome ? progress({*address, {}, *owner}, *outcome, store, secrets) : outcome.error();
}

Result<void> signOut(SyncStore& store, SecretStore& secrets)
{
    // First of all nothing is shown any more; the rest can be done again.
    if (auto kept = store.setFact(facts::signedOut, QStringLiteral("yes")); !kept)
        return kept;
    if (auto kept = store.setFact(facts::signInNeeded, QStringLiteral("yes")); !kept)
        return kept;
    return secrets.remove(QString::fromLatin1(deviceTokenSecret));
}

Result<QByteArray> readToken(SecretStore& secrets)
{
    const auto token = secrets.read(QString::fromLatin1(deviceTokenSecret));
    if (!token)
        return token.error();
    if (!*token || (*token)->isEmpty())
        return trouble(ErrorCode::Unauthorized,
                       QT_TRANSLATE_NOOP("Sync", "Nobody is signed in on this computer, or the keychain is locked. "
                                                 "Unlock it or sign in again."));
    return **token;
}

} // namespace handrail::sync
