// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/securitylink.h"

#include "app/composition/screenlock.h"
#include "app/desktop/session/screencapture.h"

namespace handrail::desktop {

using Passphrase = composition::Profile::Passphrase;

SecurityLink::SecurityLink(const composition::Profile& profile, StoreRunner& store, composition::AccountLink& account,
                           std::function<void()> startOver)
    : m_profile(profile)
    , m_store(store)
    , m_account(account)
    , m_startOver(std::move(startOver))
{
}

void SecurityLink::askUnlockBy(QObject* context, std::function<void(UnlockBy)> done)
{
    askStore(
        m_store, context,
        [profile = &m_profile](LocalStore& store) {
            if (profile->passphrase() == Passphrase::Typed)
                return UnlockBy::Passphrase;
            const auto has = composition::hasUnlockPassword(store.sync());
            return has.ok() && *has ? UnlockBy::Password : UnlockBy::SignIn;
        },
        std::move(done));
}

void SecurityLink::unlock(const QString& typed, QObject* context, std::function<void(ui::UnlockAnswer)> done)
{
    askStore(
        m_store, context,
        [profile = &m_profile, typed](LocalStore& store) {
            const auto tried = composition::tryToUnlock(*profile, store.sync(), typed);
            return ui::UnlockAnswer{tried.result, tried.waitSeconds};
        },
        std::move(done));
}

void SecurityLink::keepLocked(bool locked)
{
    m_store.run([locked](LocalStore& store) {
        if (const auto kept = composition::setScreenLocked(store.sync(), locked); !kept)
            qWarning("%s", qUtf8Printable(kept.error().sentence));
    });
}

std::optional<int> SecurityLink::fixedLockMinutes() const
{
    return m_profile.options().policy.lockMinutes;
}

bool SecurityLink::usesPassphrase() const
{
    return m_profile.passphrase() == Passphrase::Typed;
}

void SecurityLink::changePassphrase(const QString& before, const QString& after, QObject* context,
                                    std::function<void(Result<void>)> done)
{
    askStore(
        m_store, context,
        [profile = &m_profile, before, after](LocalStore&) { return profile->changePassphrase(before, after); },
        std::move(done));
}

void SecurityLink::renewKey(QObject* context, std::function<void(Result<void>)> done)
{
    const auto asked = m_profile.askForNewKey();
    if (asked.ok())
        m_startOver();
    else
        QMetaObject::invokeMethod(context, [done = std::move(done), asked] { done(asked); }, Qt::QueuedConnection);
}

void SecurityLink::wipeDevice(const DeviceId& device, QObject* context, std::function<void(Result<void>)> done)
{
    m_account.ask<void>(
        context, [device](sync::ServerLink& server) { return server.revokeDevice(device, true); }, std::move(done));
}

bool SecurityLink::canHideFromScreenshots() const
{
    return canHideFromCapture();
}

} // namespace handrail::desktop
