// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QCoreApplication;

namespace handrail::ui {

/// Loads the interface's words for `language` (BCP 47; empty: the system's) and sets the default locale that goes with
/// it. English needs loading too: its file has the plurals. Call once, before any window.
void installTranslations(QCoreApplication& application, const QString& language);

} // namespace handrail::ui
