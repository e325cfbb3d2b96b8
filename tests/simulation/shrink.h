// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/world.h"

namespace handrail::sim {

/// The fewest things that still lead to the same broken invariant, as far as `seconds` allow: delta debugging (Zeller,
/// Hildebrandt 2002) over the names of what happened.
Outcome shrink(const Setting& setting, const Outcome& failed, int seconds);

/// "client#1,net.reply.A1#3": for --keep.
QByteArray listOf(const QList<QByteArray>& happened);

} // namespace handrail::sim
