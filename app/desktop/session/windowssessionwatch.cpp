// SPDX-License-Identifier: GPL-3.0-or-later
// Windows sends WM_WTSSESSION_CHANGE to a window that asked for it, and WM_POWERBROADCAST to every window.
#include "app/desktop/session/sessionwatch.h"

#include <windows.h>
#include <wtsapi32.h>

namespace handrail::desktop {

namespace {

class WindowsSessionWatch : public SessionWatch
{
public:
    WindowsSessionWatch()
    {
        WNDCLASSW kind = {};
        kind.lpfnWndProc = &WindowsSessionWatch::hear;
        kind.hInstance = ::GetModuleHandleW(nullptr);
        kind.lpszClassName = L"HandrailSessionWatch";
        ::RegisterClassW(&kind);
        // Never shown. No message-only window: those are not told of the computer's sleep.
        m_window = ::CreateWindowExW(0, kind.lpszClassName, L"", 0, 0, 0, 0, 0, nullptr, nullptr, kind.hInstance, nullptr);
        ::SetWindowLongPtrW(m_window, GWLP_USERDATA, reinterpret_cast<LONG_PTR>(this));
        ::WTSRegisterSessionNotification(m_window, NOTIFY_FOR_THIS_SESSION);
    }
    ~WindowsSessionWatch() override
    {
        ::WTSUnRegisterSessionNotification(m_window);
        ::DestroyWindow(m_window);
    }

private:
    static LRESULT CALLBACK hear(HWND window, UINT message, WPARAM what, LPARAM more)
    {
        auto* self = reinterpret_cast<WindowsSessionWatch*>(::GetWindowLongPtrW(window, GWLP_USERDATA));
        const bool locks = message == WM_WTSSESSION_CHANGE && (what == WTS_SESSION_LOCK || what == WTS_CONSOLE_DISCONNECT);
        const bool sleeps = message == WM_POWERBROADCAST && what == PBT_APMSUSPEND;
        if (self && (locks || sleeps))
            Q_EMIT self->locking();
        return ::DefWindowProcW(window, message, what, more);
    }

    HWND m_window = nullptr;
};

} // namespace

std::unique_ptr<SessionWatch> makeSessionWatch()
{
    return std::make_unique<WindowsSessionWatch>();
}

} // namespace handrail::desktop
