// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"

#include <QByteArray>
#include <QString>

namespace handrail::server::directory {

/// The bytes of the file, without a byte order mark; an error where it can't be read, is empty or over 256 MB.
Result<QByteArray> readFile(const QString& path);

/// UTF-8, or where it is none (old spreadsheets): Windows-1252. Control characters become blanks.
QString decode(const QByteArray& bytes, bool* wasUtf8 = nullptr);

/// `text` with what other programs broke put right: quotes and dashes that went through a wrong encoding ("â€™",
/// "GÇô"), line ends written as "\\n".
QString mended(QString text);

/// "“%1” breaks off in the middle..." with what to do about it.
Error breaksOff(const QString& file, const QString& where);

} // namespace handrail::server::directory
