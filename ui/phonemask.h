// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/phonenumbers.h"

#include <QString>

namespace handrail::ui {

/// Whether lists show phone numbers whole. A setting masks them, as others may see the screen; they can be shown for a
/// moment. One for the whole program, like its look.
class PhoneMask
{
public:
    /// As Settings say.
    static void setOn(bool on);
    [[nodiscard]] static bool isOn();
    /// Shown on demand; forgotten by setOn(false).
    static void reveal(bool revealed);
    [[nodiscard]] static bool isRevealed();
};

/// A number on a screen as lists show it: «(•••) •••-••53» where it is masked.
QString maskedPhone(const QString& shown);

/// phoneInWords() for a list: masked where PhoneMask says so.
QString phoneInList(const QString& e164, const PhoneNumbers& phones, const QString& region);

} // namespace handrail::ui
