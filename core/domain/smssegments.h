// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace handrail {

/// How a text goes over the air and what it costs.
struct SmsSize
{
    enum class Encoding { Gsm7, Ucs2 } encoding = Encoding::Gsm7;
    int segments = 1;  ///< Parts billed; an empty text counts as one, as Twilio's calculator does.
    int units = 0;     ///< Septets or UTF-16 units used.
    int unitsLeft = 0; ///< Until another segment begins.
    QString costly;    ///< The distinct characters that force UCS-2, for the preview's hint; empty for GSM-7.
};

/// Counts as Twilio does: GSM-7 (3GPP TS 23.038) 160 / 153, extension characters two septets, else UCS-2 70 / 67, where
/// an escape or surrogate pair never straddles two parts.
SmsSize measureSms(QStringView text);

} // namespace handrail
