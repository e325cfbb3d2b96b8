// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/composition/profile.h"

#include <QStringList>

namespace handrail::composition {

/// Where handrail-agent is: beside this program. Empty where it is not.
QString agentProgram();
/// How it is started for a profile.
QStringList agentArguments(const Profile& profile);

} // namespace handrail::composition
