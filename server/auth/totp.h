// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <optional>

namespace handrail::server {

/// Codes of an authenticator app: RFC 6238 with SHA-1, 30 seconds, 6 digits, which is what all of them know.
inline constexpr int totpSecretBytes = 20;

/// The step of time that `code` belongs to, where it is a code of `secret` at `now` or one step before or after, and
/// later than `lastStep`: a code that was used, or is older than one that was, is none.
std::optional<qint64> totpStep(const QByteArray& secret, const QString& code, const QDateTime& now, qint64 lastStep);

/// The code at `now`: for tests and for showing how.
QString totpCode(const QByteArray& secret, const QDateTime& now);

/// Base32 (RFC 4648) without padding, as apps take it when it is typed.
QString base32(const QByteArray& secret);

/// What the QR code says ("otpauth://totp/..."): `issuer` and `account` are what the app shows.
QString totpUri(const QByteArray& secret, const QString& issuer, const QString& account);

} // namespace handrail::server
