// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"
#include "ui/statistics/report.h"

class QFont;
class QPagedPaintDevice;

namespace handrail::ui {

/// What a report says beside its numbers: whose program, and from when the data is.
struct ReportFrame
{
    QString program;
    QString dataOf; ///< «As of Nov 24, 2026, 3:00 PM»
};

/// Draws the report on pages, charts in black and white: for a printer or a PDF.
void paintReport(const Report& report, const ReportFrame& frame, const QFont& font, QPagedPaintDevice& device);

/// Whole or not at all; the errors' sentences are for the person.
Result<void> writePdf(const Report& report, const ReportFrame& frame, const QFont& font, const QString& path);
Result<void> writeCsv(const Report& report, bool withMark, const QString& path);

} // namespace handrail::ui
