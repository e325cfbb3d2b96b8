// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/directory/csvreader.h"

#include "core/files/csv.h"
#include "server/directory/textfile.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server::directory {

namespace {

constexpr qsizetype largestCell = 1024 * 1024;
constexpr qsizetype mostColumns = 500;
constexpr int mostRows = 2'000'000;

QString inRow(int row)
{
    return QCoreApplication::translate("Directory", "in row %1").arg(row);
}

/// Collects what libcsv finds; what can't be right is remembered, for libcsv's callbacks can't stop it.
class Collector
{
public:
    Collector(const QString& file, const QString& table, Tables& tables, Reports& reports)
        : m_file(file)
        , m_table(table)
        , m_tables(tables)
        , m_reports(reports)
    {
    }

    [[nodiscard]] int rowsSeen() const { return m_row; }
    [[nodiscard]] bool tooMuch() const { return m_tooMuch; }
    [[nodiscard]] bool brokenOff() const { return m_brokenOff; }
    [[nodiscard]] bool otherEncoding() const { return m_otherEncoding; }

    void addCell(const QByteArray& bytes)
    {
        if (bytes.size() > largestCell || m_cells.size() >= mostColumns || m_row >= mostRows)
            m_tooMuch = true;
        if (m_tooMuch)
            return;
        bool utf8 = true;
        m_cells.append(mended(decode(bytes, &utf8)));
        m_otherEncoding |= !utf8;
    }

    /// `terminator` is -1 where the file ends without a line end.
    void endRow(int terminator)
    {
        ++m_row;
        const QStringList cells = std::exchange(m_cells, {});
        if (m_header.isEmpty())
            takeHeader(cells, terminator);
        else if (cells.size() < m_header.size() && terminator == -1)
            m_brokenOff = true;
        else if (cells.size() != m_header.size())
            m_reports.add(
                Row::at(m_file, m_row), RowReport::Severity::Skipped,
                QCoreApplication::translate("Directory", "It has %1 cells where the header has %2, so it was left out.")
                    .arg(cells.size())
                    .arg(m_header.size()));
        else
            takeRow(cells);
    }

private:
    void takeHeader(const QStringList& cells, int terminator)
    {
        for (const QString& cell : cells)
            m_header.append(cell.toLower().simplified().replace(u' ', u'_'));
        m_brokenOff = terminator == -1;
    }

    void takeRow(const QStringList& cells)
    {
        Row row = Row::at(m_file, m_row);
        for (qsizetype i = 0; i < cells.size(); ++i)
            row.set(m_header.at(i), cells.at(i));
        if (!row.isEmpty())
            m_tables.add(m_table, std::move(row));
    }

    QString m_file;
    QString m_table;
    Tables& m_tables;
    Reports& m_reports;
    QStringList m_header;
    QStringList m_cells;
    int m_row = 0;
    bool m_tooMuch = false;
    bool m_brokenOff = false;
    bool m_otherEncoding = false;
};

Error badCsv(const QString& sentence)
{
    return {ErrorCode::InvalidInput, sentence};
}

} // namespace

Result<void> readCsv(const QString& path, const QString& table, Tables& tables, Reports& reports)
{
    const auto bytes = readFile(path);
    if (!bytes)
        return bytes.error();
    const QString file = QFileInfo(path).fileName();
    Collector collector(file, table, tables, reports);
    const files::CsvHandler handler{[&](const QByteArray& cell) { collector.addCell(cell); },
                                    [&](int terminator) { collector.endRow(terminator); }};
    const files::CsvEnd end = files::parseCsv(*bytes, ',', files::CsvRules::Strict, false, handler);
    if (end == files::CsvEnd::StrayQuote)
        return badCsv(QCoreApplication::translate(
                          "Directory", "“%1” has a stray quote character in row %2. Put the cell in quotes and write "
                                       "the quote character twice. Nothing was imported.")
                          .arg(file)
                          .arg(collector.rowsSeen() + 1));
    if (end == files::CsvEnd::OpenQuote || collector.brokenOff())
        return breaksOff(path, inRow(qMax(collector.rowsSeen(), 1)));
    if (collector.tooMuch())
        return badCsv(QCoreApplication::translate("Directory", "“%1” has more than 2,000,000 rows, 500 columns, or a "
                                                               "cell of more than 1 MB. Nothing was imported.")
                          .arg(file));
    if (collector.otherEncoding())
        reports.add(file, RowReport::Severity::Note,
                    QCoreApplication::translate("Directory", "It is not in UTF-8; it was read as Windows-1252."));
    return {};
}

} // namespace handrail::server::directory
