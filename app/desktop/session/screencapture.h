// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace handrail::desktop {

/// Whether this system can keep a window out of screenshots, recordings and shared screens. Neither X11 nor Wayland can.
bool canHideFromCapture();

/// Keeps `window` out of them, or lets it in again. Needs its native window, so after it was shown.
void hideFromCapture(QWidget& window, bool hide);

} // namespace handrail::desktop
