// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/agentcycle.h"

#include "core/sync/pull.h"
#include "core/sync/session.h"

namespace handrail::sync {

namespace {

/// How old last_sync_at may get while nothing happens: each write is a commit that wakes the desktop, so not one a
/// poll.
constexpr qint64 staleMs = 60000;

/// Whether there is no point in asking the server anything else now.
bool endsTheTurn(const Error& error)
{
    switch (error.code) {
    case ErrorCode::Offline:
    case ErrorCode::Unauthorized:
    case ErrorCode::NewerVersion:
    case ErrorCode::StorageTrouble:
    case ErrorCode::KeyTrouble:
        return true;
    default:
        return false;
    }
}

/// Remembers the first error. False where the turn ends with it.
template <typename T>
bool goesOn(const Result<T>& result, CycleReport& report)
{
    if (result.ok())
        return true;
    if (!report.trouble)
        report.trouble = result.error();
    return !endsTheTurn(result.error());
}

void take(const Result<int>& pulled, CycleReport& report)
{
    if (pulled)
        report.pulled += *pulled;
}

void exchange(LocalStore& store, ServerLink& server, const Clock& clock, bool maySend, CycleReport& report)
{
    const auto pushed = pushOutgoing(store.sync(), server);
    if (pushed)
        report.pushed = *pushed;
    if (!goesOn(pushed, report))
        return;
    const auto pulled = pullChanges(store.sync(), server);
    take(pulled, report);
    if (!goesOn(pulled, report))
        return;
    if (server.serverTime().isValid())
        report.serverAheadMs = clock.now().msecsTo(server.serverTime());
    if (!maySend)
        return;
    const auto sent = sendDue(store, server, clock);
    if (sent)
        report.sent = *sent;
    if (report.sent.trouble && !report.trouble)
        report.trouble = report.sent.trouble;
    if (!goesOn(sent, report) || (sent && sent->handed + sent->released == 0))
        return;
    const auto news = pullChanges(store.sync(), server);
    take(news, report);
    goesOn(news, report);
}

Result<void> setIfOther(SyncStore& store, QLatin1String name, const QString& value)
{
    const auto known = store.fact(name);
    if (!known)
        return known.error();
    return *known == value ? Result<void>() : store.setFact(name, value);
}

/// Being offline says nothing about the token.
Result<void> keepSignInNeeded(SyncStore& store, const CycleReport& report)
{
    if (report.trouble && report.trouble->code != ErrorCode::Unauthorized)
        return {};
    return setIfOther(store, facts::signInNeeded, report.trouble ? QStringLiteral("yes") : QString());
}

/// Since the first turn of those that reached no server.
Result<void> keepOfflineSince(SyncStore& store, const Clock& clock, const CycleReport& report)
{
    const bool offline = report.trouble && report.trouble->code == ErrorCode::Offline;
    const auto since = store.fact(facts::offlineSince);
    if (!since)
        return since.error();
    if (offline == !since->isEmpty())
        return {};
    return store.setFact(facts::offlineSince, offline ? QString::number(clock.now().toMSecsSinceEpoch()) : QString());
}

/// What the server said when it was last asked for messages to send.
Result<void> keepWordsOfClaim(SyncStore& store, const CycleReport& report)
{
    if (report.trouble)
        return {};
    const qint64 left = report.sent.leftToHeadless;
    if (auto kept = setIfOther(store, facts::leftToHeadless, left > 0 ? QString::number(left) : QString()); !kept)
        return kept;
    if (auto kept = setIfOther(store, facts::carrierTrouble, report.sent.carrierTrouble); !kept)
        return kept;
    return setIfOther(store, facts::nextTryAt, {});
}

Result<void> keepFacts(SyncStore& store, const Clock& clock, const CycleReport& report)
{
    if (auto kept = keepSignInNeeded(store, report); !kept)
        return kept;
    if (auto kept = keepOfflineSince(store, clock, report); !kept)
        return kept;
    if (auto kept = keepWordsOfClaim(store, report); !kept)
        return kept;
    const QString sentence = report.trouble ? report.trouble->sentence : QString();
    if (auto kept = setIfOther(store, facts::lastSyncError, sentence); !kept || report.trouble)
        return kept;
    const auto last = store.fact(facts::lastSyncAt);
    if (!last)
        return last.error();
    const qint64 now = clock.now().toMSecsSinceEpoch();
    if (!report.didSomething() && std::abs(now - last->toLongLong()) < staleMs)
        return {};
    return store.setFact(facts::lastSyncAt, QString::number(now));
}

} // namespace

CycleReport runCycle(LocalStore& store, ServerLink& server, const Clock& clock, bool maySend)
{
    CycleReport report;
    exchange(store, server, clock, maySend, report);
    if (report.trouble && report.trouble->code == ErrorCode::Unauthorized) {
        const auto wipe = server.wipeOrdered(); // Where it can't be asked now, it is at the next turn.
        report.wipeOrdered = wipe.ok() && *wipe;
    }
    goesOn(keepFacts(store.sync(), clock, report), report);
    return report;
}

Result<void> keepNextTry(SyncStore& store, const Clock& clock, qint64 waitMs)
{
    return store.setFact(facts::nextTryAt, QString::number(clock.now().toMSecsSinceEpoch() + waitMs));
}

} // namespace handrail::sync
