// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSettings>
#include <memory>

namespace handrail::ui {

/// Settings of this desk that are no secret and are needed before the store is open: the look, the window's place,
/// what notifies. Each caller opens its own; they share one file.
std::unique_ptr<QSettings> deskSettings();

/// Which file that is: the programs name one in the profile's folder, tests one of their own. Call before any window.
void useDeskSettings(const QString& file);

} // namespace handrail::ui
