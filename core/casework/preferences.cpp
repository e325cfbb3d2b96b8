// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/casework/preferences.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace handrail::casework {

namespace {

QString factOf(const UserId& worker)
{
    return u"preferences."_s + worker.toString();
}

QList<Reminder> remindersFrom(const QJsonValue& hours, const QList<Reminder>& otherwise)
{
    if (!hours.isArray())
        return otherwise;
    QList<Reminder> wanted;
    for (const Reminder reminder : allReminders())
        if (hours.toArray().contains(hoursOf(reminder)))
            wanted.append(reminder);
    return wanted;
}

QJsonArray hoursFrom(const QList<Reminder>& reminders)
{
    QJsonArray hours;
    for (const Reminder reminder : allReminders())
        if (reminders.contains(reminder))
            hours.append(hoursOf(reminder));
    return hours;
}

int lockMinutesFrom(const QJsonValue& saved, int otherwise)
{
    return lockMinutes().contains(saved.toInt(-1)) ? saved.toInt() : otherwise;
}

} // namespace

const QList<int>& lockMinutes()
{
    static const QList<int> minutes = {1, 3, 5, 10, 15, 30, 60, 0};
    return minutes;
}

Result<Preferences> readPreferences(LocalStore& store, const UserId& worker)
{
    const auto text = store.sync().fact(factOf(worker));
    if (!text)
        return text.error();
    const QJsonObject saved = QJsonDocument::fromJson(text->toUtf8()).object();
    const Preferences usual;
    return Preferences{
        .reminders = remindersFrom(saved[u"reminder_hours"], usual.reminders),
        .trayIcon = saved[u"tray_icon"].toBool(usual.trayIcon),
        .notifyOfAnswers = saved[u"notify_of_answers"].toBool(usual.notifyOfAnswers),
        .namesInNotifications = saved[u"names_in_notifications"].toBool(usual.namesInNotifications),
        .closeToTray = saved[u"close_to_tray"].toBool(usual.closeToTray),
        .lockAfterMinutes = lockMinutesFrom(saved[u"lock_after_minutes"], usual.lockAfterMinutes),
        .maskPhones = saved[u"mask_phones"].toBool(usual.maskPhones),
        .hideFromScreenshots = saved[u"hide_from_screenshots"].toBool(usual.hideFromScreenshots),
        .reach = Reach(std::clamp(saved[u"reach"].toInt(int(usual.reach)), int(Reach::Mine), int(Reach::Everyone)))};
}

Result<void> savePreferences(LocalStore& store, const UserId& worker, const Preferences& preferences)
{
    const QJsonObject saved = {{u"reminder_hours"_s, hoursFrom(preferences.reminders)},
                               {u"tray_icon"_s, preferences.trayIcon},
                               {u"notify_of_answers"_s, preferences.notifyOfAnswers},
                               {u"names_in_notifications"_s, preferences.namesInNotifications},
                               {u"close_to_tray"_s, preferences.closeToTray},
                               {u"lock_after_minutes"_s, preferences.lockAfterMinutes},
                               {u"mask_phones"_s, preferences.maskPhones},
                               {u"hide_from_screenshots"_s, preferences.hideFromScreenshots},
                               {u"reach"_s, int(preferences.reach)}};
    return store.sync().setFact(factOf(worker),
                                QString::fromUtf8(QJsonDocument(saved).toJson(QJsonDocument::Compact)));
}

} // namespace handrail::casework
