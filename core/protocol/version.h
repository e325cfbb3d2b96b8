// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace handrail::protocol {

/// Raised when a message changes in a way that the other side must know of. A server takes this version and the one
/// before.
/// 2: devices say which clients' sight they have, and start from a snapshot (docs/protocol.md).
inline constexpr int version = 2;

/// Sent with every request and answer.
inline constexpr char versionHeader[] = "Handrail-Protocol";

} // namespace handrail::protocol
