// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/statistics/report.h"

#include <QColor>
#include <QFont>
#include <QImage>
#include <functional>

class QChart;

namespace handrail::ui {

/// On the screen in the theme's colours; on paper in black and white, told apart by patterns.
enum class ChartLook { Screen, Print };

/// Fills that people with any kind of colour vision tell apart, each 3 : 1 on the theme's surface.
QList<QColor> chartColors(bool dark);

/// The section as a chart, without a title; the caller owns it. `opened` is called with the list behind a bar that is
/// pressed; may be empty.
QChart* makeChart(const ReportSection& section, ChartLook look, const QFont& font,
                  const std::function<void(const Figure&)>& opened = {});

/// The chart as a picture, for paper.
QImage chartImage(const ReportSection& section, const QSize& size, const QFont& font);

} // namespace handrail::ui
