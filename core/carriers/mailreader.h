// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/mailbox.h"

#include <optional>

namespace handrail {

/// Takes a mail apart, in whatever charset, encoding and nesting it comes. `bytes` may be the beginning of one. Nothing
/// where it is nested beyond reason or is no mail at all. Work and result are bounded.
std::optional<InboundMail> readMail(const QByteArray& bytes);

} // namespace handrail
