// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace handrail {

/// One record of a CSV file (RFC 4180), with its CRLF: cells with a comma, quote or line break are quoted, quotes
/// doubled. A cell that a spreadsheet would run as a formula (it begins with =, +, -, @, a tab or a carriage return,
/// OWASP «CSV injection») gets an apostrophe before it, unless it is a plain number or an E.164 phone number.
QString csvRecord(const QStringList& cells);

/// Whole records as a file's bytes: UTF-8, with a byte order mark where `withMark` (Excel reads it as another encoding
/// without).
QByteArray csvOf(const QList<QStringList>& rows, bool withMark);

} // namespace handrail
