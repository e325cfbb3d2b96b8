// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"

#include <QCoreApplication>

namespace handrail::casework {

/// An error in the worker's language; `sentence` is marked with QT_TRANSLATE_NOOP("Casework", …).
inline Error refusal(ErrorCode code, const char* sentence)
{
    return {code, QCoreApplication::translate("Casework", sentence)};
}

} // namespace handrail::casework
