// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/id.h"
#include "core/domain/reminders.h"
#include "core/ports/stores.h"

namespace handrail::casework {

/// Whose matters Home and the lists show.
enum class Reach { Mine, Team, Everyone };

/// A worker's own settings of this desk, not synced: what to be reminded of, and how to be told that a client answered.
/// A settings page reads them with readPreferences, shows them, and saves the whole with savePreferences; whoever
/// depends on them reads them again when the store changes, so nothing has to be told.
struct Preferences
{
    QList<Reminder> reminders = {Reminder::AfterWeek, Reminder::AfterMonth}; ///< Of referrals gone quiet; shortest first.
    bool trayIcon = true;              ///< An icon with the number of new answers, where the system has a tray.
    bool notifyOfAnswers = true;       ///< A desktop notification when a client answers.
    bool namesInNotifications = false; ///< Off: «A client answered» and nothing more, as others may see the screen.
    bool closeToTray = false;          ///< Closing the window leaves Handrail in the tray; off: closing ends it.
    int lockAfterMinutes = 10;         ///< Without a touch; 0: never by itself. One of lockMinutes().
    bool maskPhones = false;           ///< In lists; a client's own page has them whole.
    bool hideFromScreenshots = true;   ///< Where the system has a way to.
    Reach reach = Reach::Mine;         ///< As chosen last on Home.
    friend bool operator==(const Preferences&, const Preferences&) = default;
};

/// What can be chosen for lockAfterMinutes.
const QList<int>& lockMinutes();

/// Of that worker on this desk; the defaults where nothing (or nothing readable) was saved.
Result<Preferences> readPreferences(LocalStore& store, const UserId& worker);
Result<void> savePreferences(LocalStore& store, const UserId& worker, const Preferences& preferences);

} // namespace handrail::casework
