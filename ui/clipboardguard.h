// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QTimer>
#include <functional>

class QClipboard;

namespace handrail::ui {

/// Clears what was copied in Handrail (a phone number, an address, a new password) a while later, when the screen locks and
/// when the program ends, where nothing else was copied since. Other programs' copies are left alone.
class ClipboardGuard : public QObject
{
    Q_OBJECT

public:
    static constexpr int clearAfterMs = 60000;

    /// `isOurs`: whether this program put it there; the default asks the system.
    explicit ClipboardGuard(QClipboard& clipboard, QObject* parent = nullptr, int afterMs = clearAfterMs,
                            std::function<bool()> isOurs = {});
    /// Also clears, as clearOurs() does.
    ~ClipboardGuard() override;
    void clearOurs();

private:
    void noteCopy();
    [[nodiscard]] QByteArray printOf() const;

    QClipboard& m_clipboard;
    std::function<bool()> m_isOurs;
    QTimer m_timer;
    QByteArray m_print; ///< A hash of what was copied, so that the guard itself keeps no copy. Empty: nothing of ours.
};

} // namespace handrail::ui
