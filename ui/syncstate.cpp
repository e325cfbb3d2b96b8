// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/syncstate.h"

#include "core/domain/reasons.h"
#include "core/domain/snapshotstate.h"
#include "ui/words.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(SyncState)
};

/// "14:02", or with the day where it was another one.
QString sinceInWords(const QDateTime& at, const QDateTime& now)
{
    return at.toLocalTime().date() == now.toLocalTime().date() ? clockInWords(at, QTimeZone::systemTimeZone())
                                                               : timeInWords(at, now);
}

QDateTime instantOf(const QString& ms)
{
    return ms.toLongLong() > 0 ? QDateTime::fromMSecsSinceEpoch(ms.toLongLong(), Qt::UTC) : QDateTime();
}

/// Reads facts one by one and remembers the first trouble.
class FactReader
{
public:
    explicit FactReader(SyncStore& store)
        : m_store(store)
    {
    }
    QString operator()(const char* name) { return taken(m_store.fact(QString::fromLatin1(name))); }
    template <typename T>
    T taken(const Result<T>& read)
    {
        if (read.ok()) {
            return *read;
        }
        if (!m_trouble) {
            m_trouble = read.error();
        }
        return T();
    }
    [[nodiscard]] const std::optional<Error>& trouble() const { return m_trouble; }

private:
    SyncStore& m_store;
    std::optional<Error> m_trouble;
};

QString waitingInWords(int waiting)
{
    return waiting == 0 ? Words::tr("Everything is sent")
                        : Words::tr("%n change(s) wait for the server", nullptr, waiting);
}

/// What is in the way of a turn, in a few words.
QString troubleInWords(const SyncState& state, const QDateTime& now)
{
    if (state.offlineSince.isValid()) {
        return Words::tr("offline since %1").arg(sinceInWords(state.offlineSince, now));
    }
    return reasonInWords(state.lastSyncError);
}

} // namespace

Result<SyncState> readSyncState(LocalStore& store)
{
    FactReader read(store.sync());
    const SnapshotState snapshot = SnapshotState::fromText(read("snapshot"));
    const SyncState state{.waiting = read.taken(store.sync().outgoingCount()),
                          .refused = int(read.taken(store.sync().refused()).size()),
                          .lastSyncAt = instantOf(read("last_sync_at")),
                          .lastSyncError = read("last_sync_error"),
                          .everPulled = read.taken(store.agencies().agency()).has_value(),
                          .userName = read("user_name"),
                          .signInNeeded = !read("sign_in_needed").isEmpty(),
                          .offlineSince = instantOf(read("offline_since")),
                          .nextTryAt = instantOf(read("next_try_at")),
                          .leftToHeadless = read("left_to_headless").toInt(),
                          .clientsHere = snapshot.clients,
                          .clientsToGet = snapshot.of,
                          .carrierTrouble = read("carrier_trouble")};
    if (read.trouble()) {
        return *read.trouble();
    }
    return state;
}

bool isWell(const SyncState& state)
{
    return state.lastSyncError.isEmpty() && !state.signInNeeded && state.carrierTrouble.isEmpty();
}

/// «Getting your clients: 12,300 of 40,000»
static QString snapshotInWords(const SyncState& state)
{
    const QLocale locale;
    return Words::tr("Getting your clients: %1 of %2")
        .arg(locale.toString(state.clientsHere), locale.toString(state.clientsToGet));
}

QString syncInWords(const SyncState& state, const QDateTime& now)
{
    if (state.refused > 0) {
        return Words::tr("The server refused %n change(s); please tell your administrator", nullptr, state.refused);
    }
    if (state.signInNeeded) {
        return state.waiting == 0
                   ? Words::tr("Signed out at the server")
                   : Words::tr("%1 - %2").arg(waitingInWords(state.waiting), Words::tr("signed out at the server"));
    }
    if (!state.lastSyncError.isEmpty()) {
        return Words::tr("%1 - %2").arg(state.clientsToGet > 0 ? snapshotInWords(state) : waitingInWords(state.waiting),
                                        troubleInWords(state, now));
    }
    if (state.clientsToGet > 0) {
        return snapshotInWords(state);
    }
    if (!state.carrierTrouble.isEmpty()) {
        return Words::tr("Messages are stopped: %1").arg(reasonInWords(state.carrierTrouble));
    }
    if (state.waiting == 0 && state.leftToHeadless > 0) {
        return Words::tr("%n message(s) wait for the agent on your agency’s server", nullptr, state.leftToHeadless);
    }
    return waitingInWords(state.waiting);
}

QString syncDetails(const SyncState& state, const QDateTime& now)
{
    QStringList lines;
    if (!state.lastSyncError.isEmpty()) {
        lines.append(reasonInWords(state.lastSyncError));
    }
    if (!state.carrierTrouble.isEmpty()) {
        lines.append(reasonInWords(state.carrierTrouble));
    }
    if (state.leftToHeadless > 0) {
        lines.append(Words::tr("Your agency sends messages only from its server’s agent. This computer leaves them to "
                               "it."));
    }
    if (state.clientsToGet > 0) {
        lines.append(Words::tr("You can work meanwhile. What came stays, also when the computer is switched off."));
    }
    if (state.lastSyncAt.isValid()) {
        lines.append(Words::tr("The server last answered at %1.").arg(sinceInWords(state.lastSyncAt, now)));
    }
    if (state.nextTryAt > now) {
        lines.append(Words::tr("It is tried again at %1.").arg(sinceInWords(state.nextTryAt, now)));
    }
    return lines.join(u'\n');
}

} // namespace handrail::ui
