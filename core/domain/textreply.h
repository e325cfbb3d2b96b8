// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/reply.h"

namespace handrail {

/// What the words of a text reply mean (R8), before anybody looks at which question is open.
enum class TextMeaning { OptOut, OptIn, Help, Yes, No, NoLongerInterested, Other };

/// R8: reads `body`: trimmed, case, surrounding punctuation and zero-width characters aside, the whole message; a
/// leading stop word and plain wishes to be left alone opt out too. `optedOut`: whether the sender is opted out now
/// (YES opts in then). English and Spanish words; the legal stop words can't be configured away.
TextMeaning readTextReply(QStringView body, bool optedOut);

} // namespace handrail
