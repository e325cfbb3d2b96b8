// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scaledstyle.h"

#include "ui/theme.h"

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

ScaledStyle::ScaledStyle()
    : QProxyStyle(u"Fusion"_s)
{
}

int ScaledStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    const int usual = QProxyStyle::pixelMetric(metric, option, widget);
    switch (metric) {
    case PM_LineEditIconSize:
        return scaled(16); // Qt's is larger in a high field, which is one with large text
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ListViewIconSize:
    case PM_TabBarIconSize:
    case PM_ToolBarIconSize:
    case PM_MessageBoxIconSize:
    case PM_SliderThickness:
    case PM_SliderControlThickness:
    case PM_SliderLength:
    case PM_TextCursorWidth:
        return scaled(usual);
    default:
        return usual;
    }
}

} // namespace handrail::ui
