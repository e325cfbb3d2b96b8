// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMainWindow>
#include <QSettings>

namespace handrail::ui {

/// Keeps where a window was, how large, and how its docks and toolbars stood, in `settings`. Nothing of a client is in
/// it. A place that is on no screen any more is mended by Qt.
class WindowMemory
{
public:
    explicit WindowMemory(QSettings& settings)
        : m_settings(settings)
    {
    }
    void restore(QMainWindow& window) const
    {
        window.restoreGeometry(m_settings.value(geometryKey).toByteArray());
        window.restoreState(m_settings.value(stateKey).toByteArray());
    }
    void save(const QMainWindow& window)
    {
        m_settings.setValue(geometryKey, window.saveGeometry());
        m_settings.setValue(stateKey, window.saveState());
    }

private:
    static constexpr auto geometryKey = "window/geometry";
    static constexpr auto stateKey = "window/state";
    QSettings& m_settings;
};

} // namespace handrail::ui
