// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/observe/processfacts.h"

#include <QDir>
#include <QFile>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

ProcessFacts processFacts()
{
    ProcessFacts facts;
    QFile memory(u"/proc/self/statm"_s); // In pages: all, resident ...
    if (memory.open(QIODevice::ReadOnly))
        facts.residentBytes = memory.readAll().split(' ').value(1).toLongLong() * sysconf(_SC_PAGESIZE);
    facts.openFiles = QDir(u"/proc/self/fd"_s).entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System).size();
    return facts;
}

} // namespace handrail::server
