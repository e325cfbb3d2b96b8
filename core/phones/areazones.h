// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace handrail {

/// The IANA time zone of a North American number's area code; empty where the area lies in several, or is none.
QString timeZoneOfArea(const QString& e164);

} // namespace handrail
