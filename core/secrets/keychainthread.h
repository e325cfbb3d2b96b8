// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace handrail {

/// An object of the thread on which all keychain jobs run. QtKeychain queues its jobs in one executor for the whole
/// process, which lives in the thread that first used it and needs that thread's event loop: so there is one such
/// thread, from the first use until the application object goes. Null without an application.
QObject* keychainThreadContext();

} // namespace handrail
