// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/composition/profile.h"
#include "core/ports/storerunner.h"
#include "core/protocol/wire.h"
#include "core/sync/session.h"

namespace handrail::composition {

/// Signs in at the server on the store's thread and says on `context`'s thread how that went (see sync::beginSignIn).
/// The store must be open. Returns at once.
void signIn(const Profile& profile, StoreRunner& store, const sync::SignInForm& form, QObject* context,
            std::function<void(Result<sync::SignInProgress>)> done);

/// Brings the code of a second factor (see sync::finishSignIn); as signIn otherwise.
void sendCode(const Profile& profile, StoreRunner& store, const sync::SignInForm& form,
              const protocol::SecondFactorRequest& request, QObject* context,
              std::function<void(Result<sync::SignInProgress>)> done);

/// Single sign-on before and after the browser (see sync::startSingleSignOn); as signIn otherwise.
void startSingleSignOn(const Profile& profile, StoreRunner& store, const QString& server,
                       const protocol::SingleSignOnRequest& request, QObject* context,
                       std::function<void(Result<protocol::SingleSignOnStart>)> done);
void finishSingleSignOn(const Profile& profile, StoreRunner& store, const QString& server,
                        const protocol::SingleSignOnFinish& request, QObject* context,
                        std::function<void(Result<sync::SignInProgress>)> done);

/// Brings a worker's decision about a held message to the server; as signIn otherwise. The message's new state comes
/// with the next pull.
void decideHeldMessage(const Profile& profile, StoreRunner& store, const MessageId& id,
                       const protocol::DecisionRequest& decision, QObject* context,
                       std::function<void(Result<void>)> done);

/// Asks the server for a link that goes onto paper; as signIn otherwise.
void askPrintedLink(const Profile& profile, StoreRunner& store, const protocol::PrintedLinkRequest& request,
                    QObject* context, std::function<void(Result<protocol::PrintedLinkAnswer>)> done);
/// The links of a client's sheets, latest first; as signIn otherwise.
void listPrintedLinks(const Profile& profile, StoreRunner& store, const ClientId& client, QObject* context,
                      std::function<void(Result<protocol::PrintedLinkList>)> done);
/// The link of that id opens nothing from now on; as signIn otherwise.
void revokePrintedLink(const Profile& profile, StoreRunner& store, const QString& id, QObject* context,
                       std::function<void(Result<protocol::PrintedLink>)> done);

} // namespace handrail::composition
