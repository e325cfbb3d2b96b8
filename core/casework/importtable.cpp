// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/casework/importtable.h"

#include "core/casework/importcolumns.h"
#include "core/casework/refusal.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace handrail::casework {

namespace {

/// Whether the first row has names of columns in it: some that we know, and nothing that looks like a person's data.
bool looksLikeHeader(const QStringList& cells)
{
    const bool data = std::any_of(cells.begin(), cells.end(), [](const QString& cell) {
        return cell.contains(u'@') || std::count_if(cell.begin(), cell.end(), [](QChar c) { return c.isDigit(); }) > 5;
    });
    const QList<ImportField> fields = guessColumns(cells);
    return !data && std::any_of(fields.begin(), fields.end(), [](ImportField f) { return f != ImportField::Ignore; });
}

QStringList numbered(qsizetype count)
{
    QStringList names;
    for (qsizetype i = 1; i <= count; ++i)
        names.append(QCoreApplication::translate("Casework", "Column %1").arg(i));
    return names;
}

Result<ImportTable> tableOfCsv(const QString& text, const ReadOptions& options)
{
    ImportTable table{.separator = options.separator.value_or(files::guessSeparator(text))};
    auto read = files::readCsvTable(text, table.separator, mostImportRows);
    if (!read)
        return read.error();
    if (read->openQuoteLine > 0)
        table.unreadable.append({read->openQuoteLine,
                                 QCoreApplication::translate("Casework", "A quote character opens here and never "
                                                                         "closes: nothing after it could be read.")});
    if (read->rows.isEmpty())
        return refusal(ErrorCode::InvalidInput,
                       QT_TRANSLATE_NOOP("Casework", "There are no rows in this file that can be read."));
    qsizetype columns = 0;
    for (const files::CsvRow& row : std::as_const(read->rows))
        columns = std::max(columns, row.cells.size());
    table.hasHeader = options.hasHeader.value_or(looksLikeHeader(read->rows.first().cells));
    table.headers = table.hasHeader ? read->rows.takeFirst().cells : QStringList();
    // Where the columns have names, a row that is longer is a mistake, and not a column more.
    if (!table.hasHeader)
        table.headers = numbered(columns);
    for (qsizetype i = 0; i < table.headers.size(); ++i)
        if (table.headers[i].isEmpty())
            table.headers[i] = numbered(columns).value(i);
    table.rows = std::move(read->rows);
    return table;
}

bool isVCard(const QString& text)
{
    return QStringView(text).trimmed().left(11).compare(u"BEGIN:VCARD", Qt::CaseInsensitive) == 0;
}

} // namespace

Result<ImportTable> readImportTable(const QByteArray& bytes, const ReadOptions& options)
{
    if (bytes.trimmed().isEmpty())
        return refusal(ErrorCode::InvalidInput, QT_TRANSLATE_NOOP("Casework", "This file is empty."));
    if (bytes.size() > largestImportFile)
        return refusal(
            ErrorCode::InvalidInput,
            QT_TRANSLATE_NOOP("Casework", "This file is larger than 64 MB. Split it into smaller files."));
    const files::Encoding encoding = options.encoding.value_or(files::detectEncoding(bytes));
    QString text = files::decodeAs(bytes, encoding);
    constexpr qsizetype looked = 4096;
    if (QStringView(text).left(looked).contains(QChar(u'\0')))
        return refusal(ErrorCode::InvalidInput,
                       QT_TRANSLATE_NOOP("Casework", "This is no text file. Save the table as CSV, or the contacts as "
                                                     "vCard, and choose that file."));
    text.remove(QChar(u'\0'));
    auto table = isVCard(text) ? tableOfCards(text) : tableOfCsv(text, options);
    if (table)
        table->encoding = encoding;
    return table;
}

} // namespace handrail::casework
