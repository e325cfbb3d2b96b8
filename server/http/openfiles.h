// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace handrail::server {

/// Asks the system for as many open files as `wanted`; answers how many this process may have.
int allowOpenFiles(int wanted);

} // namespace handrail::server
