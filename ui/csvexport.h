// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"

#include <QSaveFile>
#include <QStringList>

namespace handrail::ui {

/// A CSV file that is there as a whole or not at all. UTF-8 with the mark that spreadsheets look for. Used from one
/// thread at a time.
class CsvFile
{
public:
    CsvFile(const QString& path, const QStringList& titles);
    void append(const QStringList& cells);
    /// A sentence where something could not be written so far.
    [[nodiscard]] Result<void> trouble() const;
    /// Puts the file in its place.
    Result<void> keep();

private:
    QSaveFile m_file;
};

} // namespace handrail::ui
