// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"

#include <QFrame>
#include <QTimer>

class QLabel;
class QProgressBar;
class QPushButton;

namespace handrail::ui {

/// Work in many small steps on the store's thread: shown, with a way to stop it, once it has taken half a second. The
/// screen stays alive all the while.
class JobBar : public QFrame
{
    Q_OBJECT

public:
    /// Does some of the work from `first` on and says how much; 0 where nothing is left.
    using Step = std::function<Result<int>(casework::Desk& desk, int first)>;
    struct End
    {
        int done = 0;
        bool stopped = false; ///< By the person.
        QString trouble;      ///< A sentence where a step failed; what was done before it stays done.
    };

    JobBar(Services services, QWidget* parent = nullptr);
    [[nodiscard]] bool busy() const { return m_busy; }
    /// `total`: how much there is to do; 0 where nobody knows. One job at a time: another is left out while one runs.
    void run(const QString& title, int total, Step step, std::function<void(const End&)> finished);

Q_SIGNALS:
    void busyChanged(bool busy);

private:
    void next();
    void end(const QString& trouble);

    Services m_services;
    QTimer m_patience{this};
    QLabel* m_title;
    QProgressBar* m_progress;
    QPushButton* m_stop;
    Step m_step;
    std::function<void(const End&)> m_finished;
    bool m_busy = false;
    bool m_stopWanted = false;
    int m_done = 0;
    int m_total = 0;
};

} // namespace handrail::ui
