// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/casework/preferences.h"
#include "ui/services.h"
#include "ui/tray.h"

#include <QPointer>
#include <memory>

class QTimer;
class QWidget;

namespace handrail::ui {

/// Tells the worker that a client answered or wrote: a number in the tray and the task bar until it was seen, and a notification when it
/// comes. What the notification says names nobody unless the worker wants that. Without a tray nothing is hidden.
class AnswerWatch : public QObject
{
    Q_OBJECT

public:
    /// `window` is brought back by the tray.
    AnswerWatch(Services services, std::unique_ptr<Tray> tray, QWidget* window);
    ~AnswerWatch() override;
    /// The store has changed.
    void refresh();
    /// The window is being closed: hides it instead, and says so, where the worker wants that and a tray is there to
    /// bring it back.
    [[nodiscard]] bool hideInstead();
    [[nodiscard]] bool hidesOnClose() const;
    /// Ends the program, whatever closing the window means; not while the window keeps it open to ask something.
    void quit();
    /// While the screen is locked: no number, no names, and a pressed notification only brings the lock screen.
    void setLocked(bool locked);
    [[nodiscard]] bool isQuitting() const { return m_quitting; }
    /// What is new from the worker's own clients.
    [[nodiscard]] int count() const { return m_count; }

Q_SIGNALS:
    void openEntry(const handrail::ActivityRow& row);

private:
    struct News
    {
        casework::Preferences preferences;
        int count = 0;
        std::optional<ActivityRow> latest;
    };
    static Result<News> read(casework::Desk& desk);
    void take(const News& news);
    void showTray();
    void tell(const News& news);
    void bringBack();
    /// A tray that went away leaves no hidden window behind.
    void checkTray();

    Services m_services;
    std::unique_ptr<Tray> m_tray;
    QPointer<QWidget> m_window;
    casework::Preferences m_preferences;
    QTimer* m_check;
    int m_count = 0;
    bool m_first = true;
    bool m_locked = false;
    bool m_quitting = false;
    bool m_asking = false;
    bool m_askAgain = false;
    std::optional<ActivityRow> m_latest;
};

} // namespace handrail::ui
