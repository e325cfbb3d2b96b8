// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/csv.h"
#include "core/files/textencoding.h"

/// A file of people from another program, as a table: the first step of an import.
namespace handrail::casework {

/// An import's limits: more comes in several files.
inline constexpr int mostImportRows = 50'000;
inline constexpr qint64 largestImportFile = 64LL * 1024 * 1024;

/// How to read the file; what is empty is found out.
struct ReadOptions
{
    std::optional<files::Encoding> encoding;
    std::optional<char> separator; ///< Of a CSV file.
    std::optional<bool> hasHeader;
};

/// What can't be read at all, and why.
struct UnreadablePart
{
    int line = 0;
    QString reason;
};

struct ImportTable
{
    bool isVCard = false;
    files::Encoding encoding = files::Encoding::Utf8;
    char separator = ',';
    bool hasHeader = true;
    QStringList headers; ///< One a column, «Column 3» where the file has none.
    QList<files::CsvRow> rows;
    QList<UnreadablePart> unreadable;
};

/// Reads CSV, or vCards where the file begins with one. An error says why it is neither, or too large.
Result<ImportTable> readImportTable(const QByteArray& bytes, const ReadOptions& options = {});

/// The cards as a table with one column for each kind of value that they have.
Result<ImportTable> tableOfCards(const QString& text);

} // namespace handrail::casework
