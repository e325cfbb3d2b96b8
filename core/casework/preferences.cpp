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

} // namespace

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
        .reach = Reach(std::clamp(saved[u"reach"].toInt(int(usual.reach)), int(Reach::Mine), int(Reach::Everyone)))};
}

Result<void> savePreferences(LocalStore& store, const UserId& worker, const Preferences& preferences)
{
    const QJsonObject saved = {{u"reminder_hours"_s, hoursFrom(preferences.reminders)},
                               {u"tray_icon"_s, preferences.trayIcon},
                               {u"notify_of_answers"_s, preferences.notifyOfAnswers},
                               {u"names_in_notifications"_s, preferences.namesInNotifications},
                               {u"close_to_tray"_s, preferences.closeToTray},
                               {u"reach"_s, int(preferences.reach)}};
    return store.sync().setFact(factOf(worker),
                                QString::fromUtf8(QJsonDocument(saved).toJson(QJsonDocument::Compact)));
}

} // namespace handrail::casework
