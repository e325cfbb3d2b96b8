// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>

/// What must really have happened in the fixed seeds: a simulation in which a kind of trouble never comes to pass proves
/// nothing about it, and nobody notices (FoundationDB's and TigerBeetle's coverage marks).
namespace handrail::sim {

struct Expected
{
    const char* kind; ///< As Trace::saw() has it.
    int least;
};
const QList<Expected>& expected();
/// In the seeds of the other modes.
const QList<Expected>& expectedOfModes();

/// The kinds that happened less often than they must.
QList<QByteArray> missing(const QList<Expected>& expected, const QMap<QByteArray, int>& seen);

} // namespace handrail::sim
