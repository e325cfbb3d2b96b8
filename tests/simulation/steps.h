// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/world.h"

namespace handrail::sim {

/// The exhaustive small model: one share, by text and by mail, from the press to its follow-ups, and at every step each thing
/// that can go wrong there, one run each: a crash, a lost request, a lost or repeated answer, a computer that sleeps for longer
/// than a lease, a STOP, each bad mood of a carrier. Nothing is left to chance.
struct EachStep
{
    int runs = 0;
    qsizetype opportunities = 0;
    double years = 0;
};

/// Each `every`th of them. `goesOn` is told of each run; false ends it.
EachStep tryEachStep(int every, const std::function<bool(const Outcome&)>& goesOn);

/// The setting of one such run.
Setting stepsWith(const QSet<QByteArray>& happens);

} // namespace handrail::sim
