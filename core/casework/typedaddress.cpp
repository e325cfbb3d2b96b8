// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/casework/typedaddress.h"

#include "core/casework/refusal.h"

namespace handrail::casework {

namespace {

constexpr qsizetype maxTypedLength = 300;

} // namespace

Result<Address> readTyped(Channel channel, const QString& typed, const PhoneNumbers& phones, const QString& region)
{
    if (typed.size() > maxTypedLength)
        return channel == Channel::Text
                   ? refusal(ErrorCode::InvalidInput,
                             QT_TRANSLATE_NOOP("Casework", "This is too long for a phone number."))
                   : refusal(ErrorCode::InvalidInput,
                             QT_TRANSLATE_NOOP("Casework", "This is too long for an email address."));
    if (channel == Channel::Text) {
        const auto number = phones.parse(typed, region);
        return number ? Result<Address>(Address(*number)) : Result<Address>(number.error());
    }
    const auto email = EmailAddress::parse(typed);
    return email ? Result<Address>(Address(*email)) : Result<Address>(email.error());
}

} // namespace handrail::casework
