// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QProgressBar;

namespace handrail::ui {

/// A new computer gets its clients: how many of them are here. Hidden where none are on their way.
class ArrivingBar : public QFrame
{
    Q_OBJECT

public:
    explicit ArrivingBar(const QString& name, QWidget* parent = nullptr);
    /// `of`: 0 where nothing is on its way.
    void show(qint64 here, qint64 of);

private:
    QLabel* m_numbers;
    QProgressBar* m_progress;
};

} // namespace handrail::ui
