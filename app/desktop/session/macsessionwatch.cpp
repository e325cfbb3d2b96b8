// SPDX-License-Identifier: GPL-3.0-or-later
// macOS posts «com.apple.screenIsLocked» to all programs when the screen locks, and the screen saver's start; the same
// centre that NSDistributedNotificationCenter stands on.
#include "app/desktop/session/sessionwatch.h"

#include <CoreFoundation/CoreFoundation.h>

namespace handrail::desktop {

namespace {

class MacSessionWatch : public SessionWatch
{
public:
    MacSessionWatch()
    {
        for (const CFStringRef name : {CFSTR("com.apple.screenIsLocked"), CFSTR("com.apple.screensaver.didstart")})
            CFNotificationCenterAddObserver(CFNotificationCenterGetDistributedCenter(), this, &MacSessionWatch::hear, name,
                                            nullptr, CFNotificationSuspensionBehaviorDeliverImmediately);
    }
    ~MacSessionWatch() override
    {
        CFNotificationCenterRemoveEveryObserver(CFNotificationCenterGetDistributedCenter(), this);
    }

private:
    static void hear(CFNotificationCenterRef, void* observer, CFStringRef, const void*, CFDictionaryRef)
    {
        Q_EMIT static_cast<MacSessionWatch*>(observer)->locking();
    }
};

} // namespace

std::unique_ptr<SessionWatch> makeSessionWatch()
{
    return std::make_unique<MacSessionWatch>();
}

} // namespace handrail::desktop
