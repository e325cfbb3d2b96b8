// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/referral.h"

#include <QColor>
#include <QIcon>

class QApplication;

namespace handrail::ui {

/// The colours of the interface, light or dark. Text on its ground keeps the contrast of 4.5 : 1 of WCAG 2.2, the
/// outline of a control 3 : 1.
struct Theme
{
    QColor window, side, surface, text, muted, disabled, border, line, control, hover;
    QColor accent, accentHover, onAccent, accentSoft, accentText, focusRing, bubble;
    QColor danger, dangerSoft, warn, warnSoft, ok, okSoft;
    bool dark = false;

    static Theme light();
    static Theme darkened();
    /// Black and white with yellow for what is chosen: every text 7 : 1, every outline 4.5 : 1.
    static Theme highContrast();
};

/// The contrast of two opaque colours, 1 to 21, as WCAG 2.2 computes it.
qreal contrast(const QColor& a, const QColor& b);

/// The theme in use.
const Theme& theme();

/// Fusion with our palette and stylesheet; light or dark as the system's palette is. Call before any window.
void applyTheme(QApplication& application);
/// `fontPercent`: 100 to 200; text, and with it every size that scaled() gives.
void applyTheme(QApplication& application, const Theme& theme, int fontPercent = 100);

/// A length in pixels that grows with the text: `pixels` are those at a font size of 100 %.
int scaled(int pixels);

/// An icon of resources/icons in one colour, sharp on every screen. `size`: pixels at a font size of 100 %.
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
