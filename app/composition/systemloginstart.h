// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/composition/loginentries.h"
#include "app/composition/profile.h"
#include "core/ports/loginstart.h"

namespace handrail::composition {

/// This system's way to start a program when a person signs in: an autostart file (Linux and its like), a value of the
/// Run key (Windows), a launch agent (macOS). Each in a file named for it.
std::unique_ptr<LoginStart> systemLoginStart(const LoginEntry& entry);

/// The agent of `profile`, as the desktop would start it. A profile of its own has an entry of its own.
LoginEntry agentAtLogin(const Profile& profile);

/// After the first sign-in: on. Not for a trial, nor for a folder that was named on the command line: those begin and
/// end with the person who typed it.
void turnOnAtFirstSignIn(const Profile& profile, LoginStart& loginStart);

/// Handrail may have been installed elsewhere since: what is on is written anew, what is off stays off.
void refresh(LoginStart& loginStart);

} // namespace handrail::composition
