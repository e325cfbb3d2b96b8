// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/csv.h"

#include <QCoreApplication>
#include <algorithm>

#include <csv.h>

using namespace Qt::Literals::StringLiterals;

namespace handrail::files {

namespace {

constexpr qsizetype mostColumns = 200;
constexpr qsizetype largestCell = 64 * 1024;

/// Frees libcsv's buffers however the function is left.
struct Parser
{
    csv_parser state{};
    explicit Parser(unsigned char options) { csv_init(&state, options); }
    ~Parser() { csv_free(&state); }
    Parser(const Parser&) = delete;
    Parser& operator=(const Parser&) = delete;
};

void cellFound(void* bytes, size_t length, void* handler)
{
    static_cast<const CsvHandler*>(handler)->cell(QByteArray(static_cast<char*>(bytes), qsizetype(length)));
}

void rowEnded(int terminator, void* handler)
{
    static_cast<const CsvHandler*>(handler)->rowEnd(terminator);
}

/// How often `separator` stands in each of the first lines, outside of quotes.
QList<qsizetype> countsOf(const QString& text, QChar separator)
{
    constexpr qsizetype looked = 20000;
    constexpr qsizetype linesLooked = 20;
    QList<qsizetype> counts = {0};
    bool quoted = false;
    for (const QChar c : QStringView(text).left(looked)) {
        if (c == u'"')
            quoted = !quoted;
        else if (c == u'\n' && !quoted && counts.size() == linesLooked)
            break;
        else if (c == u'\n' && !quoted)
            counts.append(0);
        else if (c == separator && !quoted)
            ++counts.last();
    }
    if (counts.size() > 1)
        counts.removeLast(); // it may be cut, or be the empty one after the last line end
    return counts;
}

bool looksLikeFormula(const QString& cell)
{
    return !cell.isEmpty() && QStringView(u"=+-@\t\r").contains(cell.front());
}

} // namespace

CsvEnd parseCsv(const QByteArray& bytes, char separator, CsvRules rules, bool emptyLines, const CsvHandler& handler)
{
    unsigned char options = CSV_STRICT_FINI;
    if (rules == CsvRules::Strict)
        options |= CSV_STRICT;
    if (emptyLines)
        options |= CSV_REPALL_NL;
    Parser parser(options);
    csv_set_delim(&parser.state, static_cast<unsigned char>(separator));
    auto* self = const_cast<CsvHandler*>(&handler);
    const auto length = size_t(bytes.size());
    if (csv_parse(&parser.state, bytes.constData(), length, &cellFound, &rowEnded, self) != length)
        return CsvEnd::StrayQuote;
    // libcsv tells of this in strict mode only; what stands in its state is in its header for this.
    constexpr int fieldBegun = 2;
    if (parser.state.pstate == fieldBegun && parser.state.quoted != 0)
        return CsvEnd::OpenQuote;
    return csv_fini(&parser.state, &cellFound, &rowEnded, self) == 0 ? CsvEnd::Whole : CsvEnd::OpenQuote;
}

char guessSeparator(const QString& text)
{
    char best = ',';
    qsizetype bestScore = 0;
    for (const char separator : {',', ';', '\t'}) {
        const QList<qsizetype> counts = countsOf(text, QLatin1Char(separator));
        const qsizetype first = counts.first();
        const auto even = std::count(counts.begin(), counts.end(), first);
        // Lines of as many cells as the first say more than many separators in some.
        const qsizetype score = first == 0 ? 0 : even * 100 / counts.size() * 10 + std::min<qsizetype>(first, 50);
        if (score > bestScore) {
            best = separator;
            bestScore = score;
        }
    }
    return best;
}

Result<CsvTable> readCsvTable(const QString& text, char separator, int mostRows)
{
    QString lines = text;
    lines.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
    CsvTable table;
    CsvRow row{1, {}};
    int line = 1;
    bool tooMuch = false;
    const CsvHandler handler{
        [&](const QByteArray& bytes) {
            tooMuch |= bytes.size() > largestCell || row.cells.size() >= mostColumns;
            if (!tooMuch)
                row.cells.append(QString::fromUtf8(bytes).trimmed());
            line += int(bytes.count('\n'));
        },
        [&](int) {
            ++line;
            const bool blank = std::all_of(row.cells.begin(), row.cells.end(), [](const auto& c) { return c.isEmpty(); });
            tooMuch |= !blank && table.rows.size() > mostRows; // and one for the header
            if (!blank && !tooMuch)
                table.rows.append(row);
            row = {line, {}};
        }};
    if (parseCsv(lines.toUtf8(), separator, CsvRules::Lenient, true, handler) == CsvEnd::OpenQuote)
        table.openQuoteLine = row.line;
    if (tooMuch)
        return Error{ErrorCode::InvalidInput,
                     QCoreApplication::translate("Files", "The file has more than %1 rows or 200 columns, or a cell of "
                                                          "more than 64 KB. Split it into smaller files.")
                         .arg(mostRows)};
    return table;
}

QByteArray csvLine(const QStringList& cells)
{
    QByteArray line;
    for (const QString& cell : cells) {
        const QByteArray bytes = (looksLikeFormula(cell) ? u'\'' + cell : cell).toUtf8();
        QByteArray quoted(bytes.size() * 2 + 2, '\0');
        const size_t written =
            csv_write(quoted.data(), size_t(quoted.size()), bytes.constData(), size_t(bytes.size()));
        quoted.truncate(qsizetype(written));
        line += (line.isEmpty() ? QByteArray() : QByteArray(",")) + quoted;
    }
    return line + "\r\n";
}

} // namespace handrail::files
