// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/phonenumbers.h"

#include <algorithm>

namespace handrail::tests {

/// Ten digits of North America, or E.164: enough to test what is done with a number, not what is one.
class SimplePhones : public PhoneNumbers
{
public:
    Result<PhoneNumber> parse(const QString& typed, const QString& region) const override
    {
        Q_UNUSED(region)
        QString digits;
        std::copy_if(typed.begin(), typed.end(), std::back_inserter(digits),
                     [](QChar c) { return c >= u'0' && c <= u'9'; });
        const bool international = typed.trimmed().startsWith(u'+');
        const bool plausible = digits.size() == 10 && digits[0] >= u'2' && digits[3] >= u'2';
        const auto number = international ? PhoneNumber::fromE164(u'+' + digits)
                            : plausible   ? PhoneNumber::fromE164(QStringLiteral("+1") + digits)
                                          : std::nullopt;
        if (!number)
            return Error{ErrorCode::InvalidInput, QStringLiteral("This phone number can't be right.")};
        return *number;
    }
    /// Two areas are enough to guess by.
    QString timeZone(const PhoneNumber& number) const override
    {
        const QString e164 = number.e164();
        return e164.startsWith(QStringLiteral("+1213"))   ? QStringLiteral("America/Los_Angeles")
               : e164.startsWith(QStringLiteral("+1312")) ? QStringLiteral("America/Chicago")
                                                          : QString();
    }
    /// The national form at home, E.164 elsewhere.
    QString display(const PhoneNumber& number, const QString& region) const override
    {
        const QString e164 = number.e164();
        if (region != QStringLiteral("US") || !e164.startsWith(QStringLiteral("+1")) || e164.size() != 12)
            return e164;
        return QStringLiteral("(%1) %2-%3").arg(e164.mid(2, 3), e164.mid(5, 3), e164.mid(8));
    }
    int callingCode(const PhoneNumber& number) const override
    {
        return number.e164().startsWith(QStringLiteral("+1")) ? 1 : number.e164().mid(1, 2).toInt();
    }
};

} // namespace handrail::tests
