// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/accountlink.h"

namespace handrail::composition {

namespace {

constexpr unsigned long patienceAtEndMs = 2000;

} // namespace

AccountLink::AccountLink(const Profile& profile, StoreRunner& store)
    : m_profile(profile)
    , m_store(store)
{
}

AccountLink::~AccountLink()
{
    for (const QPointer<QThread>& thread : std::as_const(m_threads))
        if (thread)
            thread->wait(patienceAtEndMs);
}

Result<AccountLink::Door> AccountLink::readDoor(const Profile& profile, LocalStore& store)
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
    return Door{*session ? (*session)->server : QUrl(), *token};
}

void AccountLink::start(std::function<void()> job)
{
    QThread* thread = QThread::create(std::move(job));
    m_threads.removeIf([](const QPointer<QThread>& one) { return one.isNull(); });
    m_threads.append(thread);
    QObject::connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    thread->start();
}

void signOutHere(AccountLink& link, const Profile& profile, StoreRunner& store, QObject* context,
                 std::function<void(Result<void>)> done)
{
    link.ask<void>(
        context, [](sync::ServerLink& server) { return server.signOut(); },
        [&profile, &store, context, done = std::move(done)](const Result<void>&) {
            askStore(
                store, context,
                [&profile](LocalStore& local) -> Result<void> {
                    const auto secrets = profile.openSecrets();
                    return secrets ? sync::signOut(local.sync(), **secrets) : secrets.error();
                },
                done);
        });
}

} // namespace handrail::composition
