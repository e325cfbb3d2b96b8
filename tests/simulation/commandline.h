// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace handrail::sim {

/// What tests/simulate does, by its arguments (`--help` lists them; the first is the program's name). The exit code.
int simulateBy(const QStringList& arguments);

/// Before anything else: hashes in one order, and no word of the product's own.
void beRepeatable();

} // namespace handrail::sim
