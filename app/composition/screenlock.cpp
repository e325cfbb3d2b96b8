// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/screenlock.h"

#include "core/crypto/passphrase.h"
#include "core/domain/unlockpause.h"

#include <QCoreApplication>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace handrail::composition {

namespace {

const QString lockedFact = u"screen_locked"_s;
const QString verifierFact = u"unlock_verifier"_s;
const QString waitingFact = u"unlock_verifier_waiting"_s;
const QString wrongFact = u"unlock_wrong"_s;     ///< Guesses since the last right one.
const QString wrongAtFact = u"unlock_wrong_at"_s; ///< Of the last of them, milliseconds.

Error trouble(ErrorCode code, const char* sentence)
{
    return {code, QCoreApplication::translate("Composition", sentence)};
}

Result<void> keepVerifier(SyncStore& store, const QString& fact, const QString& password)
{
    if (password.isEmpty())
        return store.setFact(fact, {});
    const auto verifier = passwordVerifier(password);
    return verifier ? store.setFact(fact, *verifier) : verifier.error();
}

struct Guesses
{
    int wrong = 0;
    qint64 lastAtMs = 0;
};

Result<Guesses> readGuesses(SyncStore& store)
{
    const auto wrong = store.fact(wrongFact);
    const auto at = store.fact(wrongAtFact);
    if (!wrong || !at)
        return wrong ? at.error() : wrong.error();
    return Guesses{wrong->toInt(), at->toLongLong()};
}

Result<void> countGuess(SyncStore& store, const Guesses& before, qint64 nowMs)
{
    if (auto kept = store.setFact(wrongFact, QString::number(before.wrong + 1)); !kept)
        return kept;
    return store.setFact(wrongAtFact, QString::number(nowMs));
}

/// Of the pause that `guesses` earned, what is left. A clock that was set back makes it no longer than it was.
int secondsLeft(const Guesses& guesses, qint64 nowMs)
{
    const qint64 pauseMs = pauseAfterWrongGuesses(guesses.wrong) * 1000LL;
    const qint64 left = std::min(pauseMs, guesses.lastAtMs + pauseMs - nowMs);
    return left > 0 ? int((left + 999) / 1000) : 0;
}

Result<bool> isRight(const Profile& profile, SyncStore& store, const QString& typed)
{
    if (profile.passphrase() == Profile::Passphrase::Typed) {
        const auto opened = profile.typePassphrase(typed);
        if (opened.ok() || opened.error().code == ErrorCode::Unauthorized)
            return opened.ok();
        return opened.error();
    }
    const auto verifier = store.fact(verifierFact);
    return verifier ? Result<bool>(fitsVerifier(*verifier, typed)) : verifier.error();
}

} // namespace

Result<bool> isScreenLocked(SyncStore& store)
{
    const auto locked = store.fact(lockedFact);
    return locked ? Result<bool>(!locked->isEmpty()) : locked.error();
}

Result<void> setScreenLocked(SyncStore& store, bool locked)
{
    return store.setFact(lockedFact, locked ? u"yes"_s : QString());
}

Result<void> keepUnlockPassword(SyncStore& store, const QString& password)
{
    if (auto dropped = store.setFact(waitingFact, {}); !dropped)
        return dropped;
    if (auto cleared = store.setFact(wrongFact, {}); !cleared)
        return cleared;
    return keepVerifier(store, verifierFact, password);
}

Result<void> setWaitingPassword(SyncStore& store, const QString& password)
{
    return keepVerifier(store, waitingFact, password);
}

Result<void> keepWaitingPassword(SyncStore& store)
{
    const auto waiting = store.fact(waitingFact);
    if (!waiting || waiting->isEmpty())
        return waiting ? Result<void>() : waiting.error();
    if (auto kept = store.setFact(verifierFact, *waiting); !kept)
        return kept;
    return store.setFact(waitingFact, {});
}

Result<bool> hasUnlockPassword(SyncStore& store)
{
    const auto verifier = store.fact(verifierFact);
    return verifier ? Result<bool>(!verifier->isEmpty()) : verifier.error();
}

UnlockTry tryToUnlock(const Profile& profile, SyncStore& store, const QString& typed)
{
    const auto guesses = readGuesses(store);
    if (!guesses)
        return {guesses.error()};
    const qint64 nowMs = profile.clock().now().toMSecsSinceEpoch();
    if (const int left = secondsLeft(*guesses, nowMs); left > 0)
        return {trouble(ErrorCode::NotAllowed, QT_TRANSLATE_NOOP("Composition", "There were too many wrong tries.")), left};
    if (auto counted = countGuess(store, *guesses, nowMs); !counted)
        return {counted.error()};
    const auto right = isRight(profile, store, typed);
    if (!right)
        return {right.error()};
    if (!*right)
        return {trouble(ErrorCode::Unauthorized, QT_TRANSLATE_NOOP("Composition", "That was not right.")),
                pauseAfterWrongGuesses(guesses->wrong + 1)};
    return {store.setFact(wrongFact, {})};
}

} // namespace handrail::composition
