// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/address.h"

namespace handrail {

/// The world's numbering plans.
class PhoneNumbers
{
public:
    virtual ~PhoneNumbers() = default;
    /// What a person typed, read in `region` (ISO 3166, "US") where it has no country code; or a sentence.
    virtual Result<PhoneNumber> parse(const QString& typed, const QString& region) const = 0;
    /// National form for the screen: "(937) 401-0653"; international form where the number is of another region.
    virtual QString display(const PhoneNumber& number, const QString& region) const = 0;
    /// The IANA name of the time zone that the number's area has, where all of the area has one; empty else.
    virtual QString timeZone(const PhoneNumber& number) const
    {
        Q_UNUSED(number)
        return {};
    }
    /// "1" of "+1 937 401 0653": which country, or group of countries, it belongs to; 0 where that isn't known.
    virtual int callingCode(const PhoneNumber& number) const
    {
        Q_UNUSED(number)
        return 0;
    }
};

} // namespace handrail
