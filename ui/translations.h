// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QCoreApplication;

namespace handrail::ui {

/// Loads the interface's words for `language` (BCP 47; empty: the system's) and sets the default locale that goes with
/// it. English needs loading too: its file has the plurals. Takes the place of the language before; windows that are
/// open keep their words until they are made anew.
void installTranslations(QCoreApplication& application, const QString& language);

} // namespace handrail::ui
