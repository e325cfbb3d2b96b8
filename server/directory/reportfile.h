// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/directory/directory.h"

#include <QByteArray>

namespace handrail::server {

/// "services.csv, row 12, column name: It has no name, so it was left out."
QString reportLine(const RowReport& report);

/// All remarks as a CSV file (file, row, column, severity, reason) that a spreadsheet opens.
QByteArray reportAsCsv(const QList<RowReport>& reports);

/// Writes all remarks: CSV where `path` ends in .csv, else text.
Result<void> writeReport(const QList<RowReport>& reports, const QString& path);

} // namespace handrail::server
