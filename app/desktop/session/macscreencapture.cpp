// SPDX-License-Identifier: GPL-3.0-or-later
// NSWindow.sharingType through the Objective-C runtime, so that no Objective-C compiler is needed for two calls.
#include "app/desktop/session/screencapture.h"

#include <QWidget>
#include <objc/message.h>
#include <objc/runtime.h>

namespace handrail::desktop {

bool canHideFromCapture()
{
    return true;
}

void hideFromCapture(QWidget& window, bool hide)
{
    constexpr unsigned long sharingNone = 0;
    constexpr unsigned long sharingReadOnly = 1;
    const auto view = reinterpret_cast<id>(window.winId());
    const auto nsWindow = reinterpret_cast<id (*)(id, SEL)>(objc_msgSend)(view, sel_registerName("window"));
    if (nsWindow)
        reinterpret_cast<void (*)(id, SEL, unsigned long)>(objc_msgSend)(nsWindow, sel_registerName("setSharingType:"),
                                                                        hide ? sharingNone : sharingReadOnly);
}

} // namespace handrail::desktop
