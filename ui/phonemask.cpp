// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/phonemask.h"

#include "ui/words.h"

namespace handrail::ui {

namespace {

constexpr int digitsLeft = 2; ///< Enough to tell a client's two numbers apart, too few to call one.

struct State
{
    bool on = false;
    bool revealed = false;
};

State& state()
{
    static State now;
    return now;
}

} // namespace

void PhoneMask::setOn(bool on)
{
    state().on = on;
    state().revealed = state().revealed && on;
}

bool PhoneMask::isOn()
{
    return state().on;
}

void PhoneMask::reveal(bool revealed)
{
    state().revealed = revealed;
}

bool PhoneMask::isRevealed()
{
    return state().revealed;
}

QString maskedPhone(const QString& shown)
{
    QString masked = shown;
    int seen = 0;
    for (qsizetype i = masked.size() - 1; i >= 0; --i) {
        if (masked.at(i).isDigit() && ++seen > digitsLeft) {
            masked[i] = QChar(0x2022);
        }
    }
    return masked;
}

QString phoneInList(const QString& e164, const PhoneNumbers& phones, const QString& region)
{
    const QString shown = phoneInWords(e164, phones, region);
    return PhoneMask::isOn() && !PhoneMask::isRevealed() ? maskedPhone(shown) : shown;
}

} // namespace handrail::ui
