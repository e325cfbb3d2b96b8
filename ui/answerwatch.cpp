// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/answerwatch.h"

#include "core/casework/home.h"
#include "ui/systemtray.h"
#include "ui/words.h"

#include <QApplication>
#include <QTimer>
#include <QWidget>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

namespace {

constexpr int checkTrayMs = 3000;

} // namespace

AnswerWatch::AnswerWatch(Services services, std::unique_ptr<Tray> tray, QWidget* window)
    : QObject(window)
    , m_services(services)
    , m_tray(std::move(tray))
    , m_window(window)
    , m_check(new QTimer(this))
{
    connect(m_tray.get(), &Tray::activated, this, &AnswerWatch::bringBack);
    connect(m_tray.get(), &Tray::notificationPressed, this, [this] {
        bringBack();
        if (m_latest && !m_locked) {
            Q_EMIT openEntry(*m_latest);
        }
    });
    connect(m_tray.get(), &Tray::quitWanted, this, &AnswerWatch::quit);
    m_check->setInterval(checkTrayMs);
    connect(m_check, &QTimer::timeout, this, &AnswerWatch::checkTray);
    refresh();
}

AnswerWatch::~AnswerWatch() = default;

Result<AnswerWatch::News> AnswerWatch::read(casework::Desk& desk)
{
    const auto preferences = casework::readPreferences(desk.store, desk.worker);
    if (!preferences) {
        return preferences.error();
    }
    ActivityQuery query;
    query.scope.worker = desk.worker;
    query.kinds = {ActivityKind::Answered, ActivityKind::ClientMessage};
    query.onlyNew = true;
    const auto count = desk.store.activities().count(query);
    if (!count) {
        return count.error();
    }
    const auto rows = desk.store.activities().find(query, Page{0, 1});
    if (!rows) {
        return rows.error();
    }
    return News{*preferences, *count, rows->isEmpty() ? std::nullopt : std::optional(rows->first())};
}

void AnswerWatch::refresh()
{
    if (m_asking) {
        m_askAgain = true;
        return;
    }
    m_asking = true;
    atDesk(m_services, this, &AnswerWatch::read, [this](const Result<News>& news) {
        m_asking = false;
        // Trouble with the store stands on every page already.
        if (news.ok()) {
            take(*news);
        }
        if (std::exchange(m_askAgain, false)) {
            refresh();
        }
    });
}

void AnswerWatch::take(const News& news)
{
    m_preferences = news.preferences;
    // What came while the program was off is counted, and not told one by one.
    const bool isNews = !m_first && news.count > m_count && news.latest &&
                        (!m_latest || m_latest->activity.id != news.latest->activity.id);
    const bool counts = m_first ? news.count > 0 : news.count != m_count;
    m_first = false;
    m_count = news.count;
    if (counts && m_window) {
        m_window->setWindowIcon(countedIcon(m_count)); // the task bar's, which desktops without a tray have too
    }
    if (news.latest) {
        m_latest = news.latest;
    }
    showTray();
    if (isNews && m_preferences.notifyOfAnswers) {
        // Desktops without a tray still mark the window in the task bar.
        QApplication::alert(m_window);
        if (m_preferences.trayIcon && m_tray->isAvailable()) {
            tell(news);
        }
    }
}

void AnswerWatch::showTray()
{
    if (m_preferences.trayIcon && m_tray->isAvailable()) {
        m_tray->showIcon(m_locked ? 0 : m_count);
    } else {
        m_tray->hideIcon();
    }
}

void AnswerWatch::setLocked(bool locked)
{
    m_locked = locked;
    if (!m_first) {
        showTray();
    }
}

void AnswerWatch::tell(const News& news)
{
    const ActivityRow& row = *news.latest;
    const bool answered = row.activity.kind == ActivityKind::Answered;
    const QString title = answered ? tr("A client answered") : tr("A client wrote");
    m_tray->notify(title, m_preferences.namesInNotifications && !m_locked ? activitySentence(row) : QString());
}

bool AnswerWatch::hidesOnClose() const
{
    return !m_quitting && m_preferences.trayIcon && m_preferences.closeToTray && m_tray->isAvailable();
}

bool AnswerWatch::hideInstead()
{
    if (!m_window || !hidesOnClose()) {
        return false;
    }
    m_window->hide();
    m_check->start();
    return true;
}

void AnswerWatch::quit()
{
    m_quitting = true;
    if (m_window && !m_window->close()) {
        m_quitting = false; // it asks what becomes of unsaved settings, and calls again
        return;
    }
    QCoreApplication::quit();
}

void AnswerWatch::bringBack()
{
    if (!m_window) {
        return;
    }
    m_check->stop();
    m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
}

void AnswerWatch::checkTray()
{
    if (!hidesOnClose()) {
        bringBack();
    }
}

} // namespace handrail::ui
