// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/stores.h"

#include <QFile>

namespace handrail::faults {

/// What a desk was told is saved: a JSON line an edit, on the disk (fsync) before the person hears it. It is kept apart
/// from the store, since it is what the store is judged by. A last line that a kill cut off was heard by nobody.
class Journal
{
public:
    /// False where the file can't be written.
    bool open(const QString& path);
    /// Ends the program where it can't be written: a judge without a memory is worse than none.
    void acknowledged(const QList<Edit>& edits);
    /// What the person was told instead.
    void refused(const Error& error);

private:
    void write(const QByteArray& lines);
    QFile m_file;
};

/// To the disk itself, not to the system's memory.
bool flushToDisk(QFile& file);

} // namespace handrail::faults
