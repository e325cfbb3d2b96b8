// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QWidget>

namespace handrail::ui {

/// Takes all of the program's windows and dialogs off the screen but one, and keeps off those that come up meanwhile (an
/// answer of the store that opens a dialog, the tray). Hidden and not covered: neither a task bar's preview nor a screen
/// reader finds anything of them. They come back as they were, with what was typed.
class WindowVeil : public QObject
{
    Q_OBJECT

public:
    explicit WindowVeil(QObject* parent = nullptr);
    void draw(QWidget* exception);
    void lift();
    [[nodiscard]] bool isDrawn() const { return m_exception != nullptr; }

Q_SIGNALS:
    /// A window that is kept off wanted to be seen.
    void windowHeldBack();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void holdBack(QWidget* window);

    QPointer<QWidget> m_exception;
    QList<QPointer<QWidget>> m_hidden; ///< In the order in which they come back: parents before their dialogs.
    QPointer<QWidget> m_focus;
};

} // namespace handrail::ui
