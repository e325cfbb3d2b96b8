// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace handrail::ui {

/// Recovery codes, shown this once: to copy, and to say that they are kept.
class RecoveryCodesView : public QWidget
{
    Q_OBJECT

public:
    explicit RecoveryCodesView(QWidget* parent = nullptr);
    void show(const QStringList& codes);

Q_SIGNALS:
    void kept();

private:
    QStringList m_codes;
    QLabel* m_list;
    QLabel* m_copied;
};

} // namespace handrail::ui
