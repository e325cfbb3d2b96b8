// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/carriers.h"

namespace handrail {

/// A mail as it travels (RFC 5322, CRLF): multipart/alternative of plain text and HTML (plain text alone where there is
/// no HTML), quoted-printable UTF-8, `Auto-Submitted: auto-generated` (RFC 3834), `List-Unsubscribe` with its one-click
/// POST (RFC 2369, RFC 8058), `List-Id` (RFC 2919). The same mail gives the same bytes, so all tries are one mail.
/// An error where an address, the id or the unsubscribe address can't stand in a header.
Result<QByteArray> writeMail(const OutgoingMail& mail);

} // namespace handrail
