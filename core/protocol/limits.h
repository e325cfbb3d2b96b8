// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

/// How much a field of a message may hold, in characters where nothing else is said. A peer's message beyond them is
/// refused whole: nothing is cut off silently.
namespace handrail::protocol::limits {

inline constexpr qsizetype nameLength = 60;
inline constexpr qsizetype fieldsOfChange = 100;
inline constexpr qsizetype emailLength = 254;
inline constexpr qsizetype passwordLength = 1024;
inline constexpr qsizetype deviceNameLength = 200;
inline constexpr qsizetype tokenLength = 512;
inline constexpr qsizetype cursorLength = 400;
inline constexpr qsizetype sightLength = 60;
inline constexpr qsizetype linkLength = 2000;
inline constexpr qsizetype sentenceLength = 2000;
inline constexpr qsizetype subjectLength = 998; ///< RFC 5322 section 2.1.1
inline constexpr qsizetype bodyLength = 64 * 1024;
inline constexpr qsizetype htmlLength = 512 * 1024;
inline constexpr qsizetype devices = 500;
inline constexpr qsizetype leasesPerClaim = 500;

} // namespace handrail::protocol::limits
