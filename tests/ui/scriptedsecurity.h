// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/securityservices.h"

#include <QList>
#include <QStringList>

namespace handrail::tests {

/// Opens with «correct horse», and makes who guesses wrong wait for what the test says.
class ScriptedSecurity : public ui::SecurityServices
{
public:
    void askUnlockBy(QObject* context, std::function<void(UnlockBy)> done) override
    {
        later(context, [done, this] { done(by); });
    }
    void unlock(const QString& typed, QObject* context, std::function<void(ui::UnlockAnswer)> done) override
    {
        tries.append(typed);
        ui::UnlockAnswer answer;
        if (typed != QStringLiteral("correct horse")) {
            answer = {Error{ErrorCode::Unauthorized, QStringLiteral("That was not right.")}, waitSeconds};
        }
        later(context, [done, answer] { done(answer); });
    }
    void keepLocked(bool locked) override { kept.append(locked); }
    [[nodiscard]] std::optional<int> fixedLockMinutes() const override { return fixedMinutes; }
    [[nodiscard]] bool usesPassphrase() const override { return by == UnlockBy::Passphrase; }
    void changePassphrase(const QString& before, const QString& after, QObject* context,
                          std::function<void(Result<void>)> done) override
    {
        passphrases.append({before, after});
        later(context, [done, result = passphraseAnswer] { done(result); });
    }
    void renewKey(QObject*, std::function<void(Result<void>)>) override { ++renewals; }
    void wipeDevice(const DeviceId& device, QObject* context, std::function<void(Result<void>)> done) override
    {
        wiped.append(device);
        later(context, [done] { done({}); });
    }
    [[nodiscard]] bool canHideFromScreenshots() const override { return false; }

    UnlockBy by = UnlockBy::Password;
    QStringList tries;
    QList<bool> kept;
    QList<std::pair<QString, QString>> passphrases;
    QList<DeviceId> wiped;
    Result<void> passphraseAnswer;
    std::optional<int> fixedMinutes;
    int waitSeconds = 0;
    int renewals = 0;

private:
    static void later(QObject* context, std::function<void()> what)
    {
        QMetaObject::invokeMethod(context, std::move(what), Qt::QueuedConnection);
    }
};

} // namespace handrail::tests
