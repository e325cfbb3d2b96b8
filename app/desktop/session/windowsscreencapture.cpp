// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/session/screencapture.h"

#include <QWidget>
#include <windows.h>

namespace handrail::desktop {

bool canHideFromCapture()
{
    return true;
}

void hideFromCapture(QWidget& window, bool hide)
{
    constexpr DWORD excludeFromCapture = 0x11; // WDA_EXCLUDEFROMCAPTURE, since Windows 10 2004
    const auto handle = reinterpret_cast<HWND>(window.winId());
    // Before that version: black in a screenshot.
    if (!::SetWindowDisplayAffinity(handle, hide ? excludeFromCapture : WDA_NONE) && hide)
        ::SetWindowDisplayAffinity(handle, WDA_MONITOR);
}

} // namespace handrail::desktop
