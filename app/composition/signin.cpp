// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/signin.h"

#include "app/composition/screenlock.h"
#include "core/net/qttransport.h"

namespace handrail::composition {

namespace {

/// What `ask` gets from the server, in this device's name. T: what comes back.
template <typename T, typename Ask>
Result<T> atServer(const Profile& profile, LocalStore& store, Ask ask)
{
    const auto session = sync::readSession(store.sync());
    if (!session)
        return session.error();
    const auto secrets = profile.openSecrets();
    if (!secrets)
        return secrets.error();
    const auto token = sync::readToken(**secrets);
    if (!token)
        return token.error();
    QtTransport transport(profile.trust());
    sync::ServerLink link(transport, *session ? (*session)->server : QUrl(), *token);
    return ask(link);
}

/// `progress`, after the lock screen knows the password that the server took; empty where none was typed. One that
/// still waits for a code counts only once it came: until then nobody knows that it is this profile's worker.
Result<sync::SignInProgress> withUnlockPassword(SyncStore& store, const sync::SignInProgress& progress,
                                                const QString& password)
{
    const auto kept =
        progress.session ? keepUnlockPassword(store, password) : setWaitingPassword(store, password);
    return kept ? Result<sync::SignInProgress>(progress) : kept.error();
}

} // namespace

void signIn(const Profile& profile, StoreRunner& store, const sync::SignInForm& form, QObject* context,
            std::function<void(Result<sync::SignInProgress>)> done)
{
    askStore(
        store, context,
        [&profile, form](LocalStore& local) -> Result<sync::SignInProgress> {
            const auto secrets = profile.openSecrets();
            if (!secrets)
                return secrets.error();
            QtTransport transport(profile.trust());
            auto progress = sync::beginSignIn(form, transport, local.sync(), **secrets, profile.ids());
            return progress ? withUnlockPassword(local.sync(), *progress, form.password) : progress;
        },
        std::move(done));
}

void sendCode(const Profile& profile, StoreRunner& store, const sync::SignInForm& form,
              const protocol::SecondFactorRequest& request, QObject* context,
              std::function<void(Result<sync::SignInProgress>)> done)
{
    askStore(
        store, context,
        [&profile, form, request](LocalStore& local) -> Result<sync::SignInProgress> {
            const auto secrets = profile.openSecrets();
            if (!secrets)
                return secrets.error();
            QtTransport transport(profile.trust());
            auto progress = sync::finishSignIn(form, request, transport, local.sync(), **secrets);
            if (!progress || !progress->session)
                return progress;
            const auto kept = keepWaitingPassword(local.sync());
            return kept ? progress : kept.error();
        },
        std::move(done));
}

void startSingleSignOn(const Profile& profile, StoreRunner& store, const QString& server,
                       const protocol::SingleSignOnRequest& request, QObject* context,
                       std::function<void(Result<protocol::SingleSignOnStart>)> done)
{
    askStore(
        store, context,
        [&profile, server, request](LocalStore& local) {
            QtTransport transport(profile.trust());
            return sync::startSingleSignOn(server, request, transport, local.sync(), profile.ids());
        },
        std::move(done));
}

void finishSingleSignOn(const Profile& profile, StoreRunner& store, const QString& server,
                        const protocol::SingleSignOnFinish& request, QObject* context,
                        std::function<void(Result<sync::SignInProgress>)> done)
{
    askStore(
        store, context,
        [&profile, server, request](LocalStore& local) -> Result<sync::SignInProgress> {
            const auto secrets = profile.openSecrets();
            if (!secrets)
                return secrets.error();
            QtTransport transport(profile.trust());
            auto progress = sync::finishSingleSignOn(server, request, transport, local.sync(), **secrets);
            return progress ? withUnlockPassword(local.sync(), *progress, {}) : progress;
        },
        std::move(done));
}

void decideHeldMessage(const Profile& profile, StoreRunner& store, const MessageId& id,
                       const protocol::DecisionRequest& decision, QObject* context,
                       std::function<void(Result<void>)> done)
{
    askStore(
        store, context,
        [&profile, id, decision](LocalStore& local) {
            return atServer<void>(profile, local, [&](sync::ServerLink& link) { return link.decide(id, decision); });
        },
        std::move(done));
}

void askPrintedLink(const Profile& profile, StoreRunner& store, const protocol::PrintedLinkRequest& request,
                    QObject* context, std::function<void(Result<protocol::PrintedLinkAnswer>)> done)
{
    askStore(
        store, context,
        [&profile, request](LocalStore& local) {
            return atServer<protocol::PrintedLinkAnswer>(
                profile, local, [&](sync::ServerLink& link) { return link.printedLink(request); });
        },
        std::move(done));
}

void listPrintedLinks(const Profile& profile, StoreRunner& store, const ClientId& client, QObject* context,
                      std::function<void(Result<protocol::PrintedLinkList>)> done)
{
    askStore(
        store, context,
        [&profile, client](LocalStore& local) {
            return atServer<protocol::PrintedLinkList>(
                profile, local, [&](sync::ServerLink& link) { return link.printedLinks(client); });
        },
        std::move(done));
}

void revokePrintedLink(const Profile& profile, StoreRunner& store, const QString& id, QObject* context,
                       std::function<void(Result<protocol::PrintedLink>)> done)
{
    askStore(
        store, context,
        [&profile, id](LocalStore& local) {
            return atServer<protocol::PrintedLink>(profile, local,
                                                   [&](sync::ServerLink& link) { return link.revokePrintedLink(id); });
        },
        std::move(done));
}

} // namespace handrail::composition
