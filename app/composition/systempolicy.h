// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/policy.h"

namespace handrail::composition {

/// What this computer's administrator fixed: the file /etc/handrail/policy.ini, on Windows the registry's
/// Software\Policies\Handrail of the computer and then of the user, on macOS a managed profile. None of these can be
/// written by the person who works here.
Policy systemPolicy();

/// The values of a policy file; none where there is no such file.
QMap<QString, QString> policyFileValues(const QString& file);

} // namespace handrail::composition
