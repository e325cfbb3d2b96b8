// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/storefaults/faultvfs.h"

#include <QDir>
#include <QFileInfo>
#include <QList>

namespace handrail::tests {

/// A way in which a disk goes wrong.
struct Round
{
    Fault fault;
    bool sticky;
    const char* name;
};
inline constexpr Round rounds[] = {
    {Fault::Io, false, "I/O error, once"},       {Fault::Io, true, "I/O error from then on"},
    {Fault::Full, false, "disk full, once"},     {Fault::Full, true, "disk full from then on"},
    {Fault::NoMemory, false, "no memory, once"}, {Fault::Busy, true, "locked from then on"}};

/// The places to fail at, of so many calls. HANDRAIL_FAULTS_ALL=1: every single one; else a few, spread evenly: more in
/// the round that goes through everything.
inline QList<int> places(int calls, const Round& round)
{
    int most = round.fault == Fault::Io && !round.sticky ? 6 : 1;
    if (calls <= most || qEnvironmentVariableIsSet("HANDRAIL_FAULTS_ALL"))
        most = calls;
    QList<int> chosen;
    for (int i = 0; i < most; ++i)
        chosen.append(1 + int((qint64(i) * calls + calls / 2) / most));
    return chosen;
}

/// In memory where the system has a place for that: thousands of syncs are waited for otherwise.
inline QString folderTemplate()
{
    const QString memory = QStringLiteral("/dev/shm");
    return (QFileInfo(memory).isWritable() ? memory : QDir::tempPath()) + QStringLiteral("/handrail-faults-XXXXXX");
}

} // namespace handrail::tests
