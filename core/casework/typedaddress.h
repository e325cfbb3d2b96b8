// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/phonenumbers.h"

namespace handrail::casework {

/// The address in what a person typed, or a sentence that says what is wrong with it. Bounded: nobody's number or
/// address is longer than an email address may be.
Result<Address> readTyped(Channel channel, const QString& typed, const PhoneNumbers& phones, const QString& region);

} // namespace handrail::casework
