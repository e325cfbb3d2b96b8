// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace handrail::composition {

/// Before anything secret is in memory: no core dump of this process is written, and no other process of this user may
/// look into it, as far as the system has a way for that. Each system's own is in a file named for it. What is refused
/// changes nothing else.
void guardProcess();

} // namespace handrail::composition
