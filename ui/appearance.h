// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QApplication;
class QSettings;

namespace handrail::ui {

/// How the interface looks on this computer, for whoever uses it. Nothing here is secret, and the sign-in is shown in
/// it before the store is open: so it is kept in the system's settings and not in the encrypted store.
struct Appearance
{
    enum class Scheme { System, Light, Dark, HighContrast } scheme = Scheme::System;
    int fontPercent = 100; ///< 100 to 200, in steps of 10.
    QString language;      ///< BCP 47; empty: the system's.
    friend bool operator==(const Appearance&, const Appearance&) = default;
};

/// What was kept; what can't be read is as it is on a new computer.
Appearance readAppearance(const QSettings& settings);
void keepAppearance(QSettings& settings, const Appearance& appearance);

/// Colours, size of text and words. Windows that are open already keep their words and icons: make them anew.
void applyAppearance(QApplication& application, const Appearance& appearance);

} // namespace handrail::ui
