// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace handrail {

/// The first enhanced status code (RFC 3463: "5.1.1") in what a mail server said; empty where there is none.
QString enhancedStatusIn(const QString& text);

/// What such a code means for the worker, in a sentence (reasons.h). Codes of the kinds 2, 4 and 5 are told alike: what
/// differs is whether it is for good. An unknown or empty code has a sentence too.
QString mailTroubleInWords(const QString& status);

/// For good (5.x.x), as against for now (4.x.x) or unclear.
bool isForGood(const QString& status);

/// Whether a refusal with that code says something about the address (5.1.x, 5.2.x), not about the sender or the mail.
bool concernsAddress(const QString& status);

} // namespace handrail
