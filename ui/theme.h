// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/referral.h"

#include <QColor>
#include <QIcon>

class QApplication;

namespace handrail::ui {

/// The colours of the interface, light or dark. Text on its ground keeps the contrast of 4.5 : 1 of WCAG 2.2, the outline
/// of a control 3 : 1.
struct Theme
{
    QColor window, side, surface, text, muted, disabled, border, line, control, hover;
    QColor accent, accentHover, onAccent, accentSoft, accentText, focusRing, bubble;
    QColor danger, dangerSoft, warn, warnSoft, ok, okSoft;
    bool dark = false;

    static Theme light();
    static Theme darkened();
};

/// The theme in use.
const Theme& theme();

/// Fusion with our palette and stylesheet; light or dark as the system's palette is. Call once, before any window.
void applyTheme(QApplication& application);
void applyTheme(QApplication& application, const Theme& theme);

/// An icon of resources/icons in one colour, sharp on every screen.
QIcon icon(const QString& name);
QIcon icon(const QString& name, const QColor& color);
QPixmap iconPixmap(const QString& name, const QColor& color, int size, qreal ratio);

/// Ground and text of a status pill.
struct PillColors
{
    QColor ground;
    QColor text;
};
PillColors pillColors(ReferralStatus status);

} // namespace handrail::ui
