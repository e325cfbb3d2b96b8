// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace handrail {

/// A table as RFC 4180 has it: lines end in CR LF, a cell with a comma, quote or line break is quoted. UTF-8, with a
/// byte order mark where `withMark` (Excel reads it as another encoding without). A cell that a spreadsheet would run
/// as a formula (it begins with = + - @, a tab or a return, and is no number) gets an apostrophe in front: what a
/// client's name holds is never executed on a supervisor's computer.
QByteArray csvOf(const QList<QStringList>& rows, bool withMark);

} // namespace handrail
