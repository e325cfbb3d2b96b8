// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace handrail::server {

/// The number of the signal that asks a service to read its files again; 0 where the system has none.
int reloadSignal();

} // namespace handrail::server
