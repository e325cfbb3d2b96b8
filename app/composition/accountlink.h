// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/composition/profile.h"
#include "core/net/qttransport.h"
#include "core/ports/storerunner.h"
#include "core/sync/serverlink.h"
#include "core/sync/session.h"

#include <QList>
#include <QPointer>
#include <QThread>

namespace handrail::composition {

/// Asks the server a question of the one who is signed in, on a thread of its own: a carrier may take a minute, and
/// neither the screens nor the store wait for it.
class AccountLink
{
public:
    AccountLink(const Profile& profile, StoreRunner& store);
    ~AccountLink();
    AccountLink(const AccountLink&) = delete;
    AccountLink& operator=(const AccountLink&) = delete;

    /// `question`: Result<T>(sync::ServerLink&); `done`: called with its answer, or with the error that nobody is
    /// signed in, on `context`'s thread, unless `context` died.
    template <typename T>
    void ask(QObject* context, std::function<Result<T>(sync::ServerLink&)> question,
             std::function<void(Result<T>)> done)
    {
        askStore(
            m_store, context, [profile = &m_profile](LocalStore& store) { return readDoor(*profile, store); },
            [this, context, question = std::move(question), done = std::move(done)](const Result<Door>& door) {
                if (!door.ok()) {
                    done(door.error());
                    return;
                }
                run<T>(*door, context, question, done);
            });
    }

    /// The same at a server where nobody is signed in yet, without the store.
    template <typename T>
    void askAt(const QUrl& server, QObject* context, std::function<Result<T>(sync::ServerLink&)> question,
               std::function<void(Result<T>)> done)
    {
        run<T>({server, {}}, context, std::move(question), std::move(done));
    }

private:
    struct Door
    {
        QUrl server;
        QByteArray token;
    };
    template <typename T>
    void run(const Door& door, QObject* context, std::function<Result<T>(sync::ServerLink&)> question,
             std::function<void(Result<T>)> done)
    {
        const QPointer<QObject> guard(context);
        QObject* const home = QAbstractEventDispatcher::instance(context->thread());
        start([door, trust = m_profile.trust(), question = std::move(question), done = std::move(done), guard, home] {
            QtTransport transport(trust);
            sync::ServerLink link(transport, door.server, door.token);
            auto answer = std::make_shared<Result<T>>(question(link));
            QMetaObject::invokeMethod(
                home,
                [answer, done, guard] {
                    if (guard)
                        done(std::move(*answer));
                },
                Qt::QueuedConnection);
        });
    }
    static Result<Door> readDoor(const Profile& profile, LocalStore& store);
    void start(std::function<void()> job);

    const Profile& m_profile;
    StoreRunner& m_store;
    QList<QPointer<QThread>> m_threads;
};

/// Signs this device out at the server and forgets its token here; the data stays, sealed until the next sign-in. A
/// server that can't be reached is no trouble: without the token nothing comes in any more.
void signOutHere(AccountLink& link, const Profile& profile, StoreRunner& store, QObject* context,
                 std::function<void(Result<void>)> done);

} // namespace handrail::composition
