// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace handrail::ui {

/// Fusion whose icons, sliders and text cursor are as large as the text is; see scaled(). The stylesheet grows by itself.
class ScaledStyle : public QProxyStyle
{
    Q_OBJECT

public:
    ScaledStyle();
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
};

} // namespace handrail::ui
