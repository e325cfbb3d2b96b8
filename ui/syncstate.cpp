// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/syncstate.h"

#include "ui/words.h"

#include <QCoreApplication>

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

} // namespace

Result<SyncState> readSyncState(LocalStore& store)
{
    const auto waiting = store.sync().outgoingCount();
    const auto refused = store.sync().refused();
    const auto agency = store.agencies().agency();
    const auto at = store.sync().fact(u"last_sync_at"_s);
    const auto error = store.sync().fact(u"last_sync_error"_s);
    const auto name = store.sync().fact(u"user_name"_s);
    const auto signIn = store.sync().fact(u"sign_in_needed"_s);
    for (const Error* trouble : {waiting.ok() ? nullptr : &waiting.error(), refused.ok() ? nullptr : &refused.error(),
                                 agency.ok() ? nullptr : &agency.error(), at.ok() ? nullptr : &at.error(),
                                 error.ok() ? nullptr : &error.error(), name.ok() ? nullptr : &name.error(),
                                 signIn.ok() ? nullptr : &signIn.error()}) {
        if (trouble) {
            return *trouble;
        }
    }
    const qint64 ms = at->toLongLong();
    return SyncState{*waiting,
                     int(refused->size()),
                     ms > 0 ? QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC) : QDateTime(),
                     *error,
                     agency->has_value(),
                     *name,
                     !signIn->isEmpty()};
}

QString syncInWords(const SyncState& state, const QDateTime& now)
{
    if (state.refused > 0) {
        return Words::tr("The server refused %n change(s); please tell your administrator", nullptr, state.refused);
    }
    if (state.signInNeeded) {
        return state.waiting == 0
                   ? Words::tr("Signed out at the server")
                   : Words::tr("%1 - %2").arg(Words::tr("%n change(s) wait for the server", nullptr, state.waiting),
                                              Words::tr("signed out at the server"));
    }
    if (state.lastSyncError.isEmpty()) {
        return state.waiting == 0 ? Words::tr("Everything is sent")
                                  : Words::tr("%n change(s) wait for the server", nullptr, state.waiting);
    }
    const QString offline = state.lastSyncAt.isValid()
                                ? Words::tr("offline since %1").arg(sinceInWords(state.lastSyncAt, now))
                                : Words::tr("offline");
    return state.waiting == 0 ? Words::tr("Everything is sent - %1").arg(offline)
                              : Words::tr("%1 - %2").arg(
                                    Words::tr("%n change(s) wait for the server", nullptr, state.waiting), offline);
}

} // namespace handrail::ui
