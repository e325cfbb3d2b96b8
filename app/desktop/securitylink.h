// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/composition/accountlink.h"
#include "app/composition/profile.h"
#include "core/ports/storerunner.h"
#include "ui/securityservices.h"

namespace handrail::desktop {

/// What the lock screen and the settings of security ask, on the store's thread.
class SecurityLink : public ui::SecurityServices
{
public:
    /// `startOver`: ends this process and starts a new one, once the agent has let go of the store.
    SecurityLink(const composition::Profile& profile, StoreRunner& store, composition::AccountLink& account,
                 std::function<void()> startOver);

    void askUnlockBy(QObject* context, std::function<void(UnlockBy)> done) override;
    void unlock(const QString& typed, QObject* context, std::function<void(ui::UnlockAnswer)> done) override;
    void keepLocked(bool locked) override;
    [[nodiscard]] std::optional<int> fixedLockMinutes() const override;
    [[nodiscard]] bool usesPassphrase() const override;
    void changePassphrase(const QString& before, const QString& after, QObject* context,
                          std::function<void(Result<void>)> done) override;
    void renewKey(QObject* context, std::function<void(Result<void>)> done) override;
    void wipeDevice(const DeviceId& device, QObject* context, std::function<void(Result<void>)> done) override;
    [[nodiscard]] bool canHideFromScreenshots() const override;

private:
    const composition::Profile& m_profile;
    StoreRunner& m_store;
    composition::AccountLink& m_account;
    std::function<void()> m_startOver;
};

} // namespace handrail::desktop
