// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/remindersection.h"

#include "ui/theme.h"
#include "ui/views/widgets.h"

#include <QBoxLayout>
#include <QCheckBox>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

ReminderSection::ReminderSection(Services services)
    : SettingsSection(services, u"reminderSettings"_s, tr("Reminders"),
                      tr("For you on this computer. What you choose is kept at once."))
{
    column()->addWidget(
        makeLabel(tr("Remind me on Home of a referral about which nothing has happened for"), u"strong"_s, true));
    const QString labels[] = {tr("a day"), tr("two days"), tr("a week"), tr("a month")};
    for (qsizetype i = 0; i < allReminders().size(); ++i) {
        m_reminders.append(addChoice(u"reminder%1"_s.arg(i), labels[i]));
    }
    column()->addSpacing(scaled(8));
    column()->addWidget(makeLabel(tr("When a client answers"), u"strong"_s, true));
    m_notify = addChoice(u"notifyOfAnswers"_s, tr("Show a notification of the desktop"));
    m_names = addChoice(u"namesInNotifications"_s, tr("With the client’s name (others may see it)"));
    m_tray = addChoice(u"trayIcon"_s, tr("Show the number of new answers in the tray"));
    m_closeToTray = addChoice(u"closeToTray"_s, tr("Closing the window leaves Handrail in the tray"));
    column()->addStretch(1);
}

QCheckBox* ReminderSection::addChoice(const QString& name, const QString& label)
{
    auto* box = new QCheckBox(label);
    identify(box, name, label);
    column()->addWidget(box);
    connect(box, &QCheckBox::toggled, this, &ReminderSection::keep);
    return box;
}

void ReminderSection::load()
{
    askStore(
        services().store, this,
        [worker = services().worker](LocalStore& store) { return casework::readPreferences(store, worker); },
        [this](const Result<casework::Preferences>& read) {
            if (!read.ok()) {
                notice().say(Notice::Tone::Bad, read.error().sentence);
                return;
            }
            m_kept = *read;
            m_showing = true;
            for (qsizetype i = 0; i < m_reminders.size(); ++i) {
                m_reminders[i]->setChecked(m_kept.reminders.contains(allReminders()[i]));
            }
            m_notify->setChecked(m_kept.notifyOfAnswers);
            m_names->setChecked(m_kept.namesInNotifications);
            m_names->setEnabled(m_kept.notifyOfAnswers);
            m_tray->setChecked(m_kept.trayIcon);
            m_closeToTray->setChecked(m_kept.closeToTray);
            m_closeToTray->setEnabled(m_kept.trayIcon);
            m_showing = false;
        });
}

casework::Preferences ReminderSection::chosen() const
{
    casework::Preferences made = m_kept;
    made.reminders.clear();
    for (qsizetype i = 0; i < m_reminders.size(); ++i) {
        if (m_reminders[i]->isChecked()) {
            made.reminders.append(allReminders()[i]);
        }
    }
    made.notifyOfAnswers = m_notify->isChecked();
    made.namesInNotifications = m_names->isChecked();
    made.trayIcon = m_tray->isChecked();
    made.closeToTray = m_closeToTray->isChecked();
    return made;
}

void ReminderSection::keep()
{
    if (m_showing) {
        return;
    }
    m_kept = chosen();
    m_names->setEnabled(m_kept.notifyOfAnswers);
    m_closeToTray->setEnabled(m_kept.trayIcon);
    askStore(
        services().store, this,
        [worker = services().worker, kept = m_kept](LocalStore& store) {
            return casework::savePreferences(store, worker, kept);
        },
        [this](const Result<void>& saved) {
            if (!saved.ok()) {
                notice().say(Notice::Tone::Bad, saved.error().sentence);
            }
        });
}

} // namespace handrail::ui
