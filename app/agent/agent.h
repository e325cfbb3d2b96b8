// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/agent/options.h"

namespace handrail::agent {

/// Runs the agent as the options say; the process's exit code. Needs a QCoreApplication.
int run(const Options& options);

} // namespace handrail::agent
