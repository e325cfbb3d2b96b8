// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/signin.h"

#include "core/net/qttransport.h"

namespace handrail::composition {

namespace {

Result<void> decide(const Profile& profile, LocalStore& store, const MessageId& id,
                    const protocol::DecisionRequest& decision)
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
    QtTransport transport;
    return sync::ServerLink(transport, *session ? (*session)->server : QUrl(), *token).decide(id, decision);
}

} // namespace

void signIn(const Profile& profile, StoreRunner& store, const sync::SignInForm& form, QObject* context,
            std::function<void(Result<sync::Session>)> done)
{
    askStore(
        store, context,
        [&profile, form](LocalStore& local) -> Result<sync::Session> {
            const auto secrets = profile.openSecrets();
            if (!secrets)
                return secrets.error();
            QtTransport transport;
            return sync::signIn(form, transport, local.sync(), **secrets, profile.ids());
        },
        std::move(done));
}

void decideHeldMessage(const Profile& profile, StoreRunner& store, const MessageId& id,
                       const protocol::DecisionRequest& decision, QObject* context,
                       std::function<void(Result<void>)> done)
{
    askStore(
        store, context, [&profile, id, decision](LocalStore& local) { return decide(profile, local, id, decision); },
        std::move(done));
}

} // namespace handrail::composition
