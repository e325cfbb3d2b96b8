// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/session/screencapture.h"

namespace handrail::desktop {

bool canHideFromCapture()
{
    return false;
}

void hideFromCapture(QWidget& /*window*/, bool /*hide*/) {}

} // namespace handrail::desktop
