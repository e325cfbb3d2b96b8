// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"

namespace handrail {

/// Whether the background agent starts when this person signs in to the computer, so that follow-ups go out on days on
/// which nobody opens the desktop. Asks and writes one small file (or registry value): quick enough for the GUI thread.
class LoginStart
{
public:
    virtual ~LoginStart() = default;
    /// Also false where the person switched it off with the system's own settings.
    [[nodiscard]] virtual bool isOn() const = 0;
    /// Error: the system does not let this person's settings be written.
    virtual Result<void> set(bool on) = 0;
};

} // namespace handrail
