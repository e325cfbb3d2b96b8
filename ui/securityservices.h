// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/id.h"
#include "core/domain/result.h"

#include <QObject>
#include <functional>
#include <optional>

namespace handrail::ui {

/// What came of typing at the lock screen.
struct UnlockAnswer
{
    Result<void> result; ///< Unauthorized: it was wrong. NotAllowed: too soon after wrong ones, it was not looked at.
    int waitSeconds = 0; ///< Until the next guess is looked at.
};

/// What stands between this computer and who passes by. Every call returns at once; `done` is called later on
/// `context`'s thread, unless `context` died.
class SecurityServices
{
public:
    virtual ~SecurityServices() = default;

    enum class UnlockBy {
        Password,   ///< The account's, as of the last sign-in here.
        Passphrase, ///< Of a computer without a keychain.
        SignIn,     ///< Nothing is known here to check against (the organisation's account): by signing in again.
    };
    virtual void askUnlockBy(QObject* context, std::function<void(UnlockBy)> done) = 0;
    virtual void unlock(const QString& typed, QObject* context, std::function<void(UnlockAnswer)> done) = 0;
    /// A lock outlives the program: whoever ends and starts it finds it locked.
    virtual void keepLocked(bool locked) = 0;

    /// After how many idle minutes it locks, where the organisation's IT fixed that; nothing: the worker chooses.
    [[nodiscard]] virtual std::optional<int> fixedLockMinutes() const { return {}; }
    [[nodiscard]] virtual bool usesPassphrase() const = 0;
    /// Unauthorized: the old one is wrong; InvalidInput: the new one is too short.
    virtual void changePassphrase(const QString& before, const QString& after, QObject* context,
                                  std::function<void(Result<void>)> done) = 0;
    /// The key of the data on this computer is made anew, at a new start of Handrail that follows at once; `done` only
    /// hears of trouble.
    virtual void renewKey(QObject* context, std::function<void(Result<void>)> done) = 0;
    /// Signs a device out, and has it remove its data as soon as it next reaches the server.
    virtual void wipeDevice(const DeviceId& device, QObject* context, std::function<void(Result<void>)> done) = 0;
    /// Whether this system can keep windows out of screenshots, which Settings then offer.
    [[nodiscard]] virtual bool canHideFromScreenshots() const = 0;
};

} // namespace handrail::ui
