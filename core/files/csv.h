// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"

#include <QByteArray>
#include <QStringList>
#include <functional>

namespace handrail::files {

/// What to do with each cell and at the end of each row; `terminator` is -1 where the file ends without a line end.
struct CsvHandler
{
    std::function<void(const QByteArray& cell)> cell;
    std::function<void(int terminator)> rowEnd;
};

enum class CsvRules {
    Strict,  ///< A stray quote character stops the parsing (RFC 4180).
    Lenient, ///< A quote character inside of an unquoted cell is a letter like others.
};

enum class CsvEnd { Whole, StrayQuote, OpenQuote };

/// Feeds `bytes` through libcsv (docs/dependencies.md). Empty lines end rows too where `emptyLines`.
CsvEnd parseCsv(const QByteArray& bytes, char separator, CsvRules rules, bool emptyLines, const CsvHandler& handler);

struct CsvRow
{
    int line = 0; ///< Where it begins in the file, from 1.
    QStringList cells;
};

struct CsvTable
{
    QList<CsvRow> rows;    ///< Empty lines left out.
    int openQuoteLine = 0; ///< Where a cell in quotes begins that never ends: nothing after it was read. 0: none.
};

/// Comma, semicolon or tab: what splits the first lines most evenly.
char guessSeparator(const QString& text);

/// Reads a table in the form spreadsheets write it. An error where it is larger than an import may be: more than
/// `mostRows` rows, 200 columns, or a cell over 64 KB.
Result<CsvTable> readCsvTable(const QString& text, char separator, int mostRows);

/// A row in CSV (RFC 4180). A cell that a spreadsheet would take for a formula gets an apostrophe before it.
QByteArray csvLine(const QStringList& cells);

} // namespace handrail::files
