// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace handrail {

/// The name of the local socket of the agent of a profile: a hash of the directory's absolute path, since socket paths
/// are short (108 bytes on Linux) and a profile's path may have the user's name in it.
QString agentSocketName(const QString& profileDirectory);

} // namespace handrail
