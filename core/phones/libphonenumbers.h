// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/phonenumbers.h"

namespace handrail {

/// The numbering plans as Google's libphonenumber knows them. Stateless and safe to use from any thread.
class LibPhoneNumbers final : public PhoneNumbers
{
public:
    /// Errors: InvalidInput with a sentence for each kind of wrong number. Extensions are refused: a text can't reach
    /// one. Input longer than 100 characters is refused unread.
    Result<PhoneNumber> parse(const QString& typed, const QString& region) const override;
    QString display(const PhoneNumber& number, const QString& region) const override;
    QString timeZone(const PhoneNumber& number) const override;
    int callingCode(const PhoneNumber& number) const override;

    /// As people of the number's own country write it: "020 7946 0958".
    [[nodiscard]] QString national(const PhoneNumber& number) const;
    /// As it is dialled from anywhere: "+44 20 7946 0958".
    [[nodiscard]] QString international(const PhoneNumber& number) const;
};

} // namespace handrail
