// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/casework/importtable.h"

#include "core/casework/importvalues.h"
#include "core/casework/refusal.h"
#include "core/files/vcard.h"

#include <QHash>

using namespace Qt::Literals::StringLiterals;

namespace handrail::casework {

namespace {

using files::ContentLine;

/// Cells by column, as columns come up card by card.
class Columns
{
public:
    explicit Columns(ImportTable& table)
        : m_table(table)
    {
    }
    void begin(int line)
    {
        m_table.rows.append(files::CsvRow{line, {}});
        m_used.clear();
    }
    /// Several values of one kind in a card stand in columns beside each other.
    void put(const QString& header, const QString& value)
    {
        if (value.isEmpty())
            return;
        const int number = m_used[header]++;
        const QString key = number == 0 ? header : u"%1 %2"_s.arg(header).arg(number + 1);
        auto column = m_columns.constFind(key);
        if (column == m_columns.constEnd()) {
            column = m_columns.insert(key, int(m_table.headers.size()));
            m_table.headers.append(key);
        }
        QStringList& cells = m_table.rows.last().cells;
        while (cells.size() <= *column)
            cells.append(QString());
        cells[*column] = value;
    }

private:
    ImportTable& m_table;
    QHash<QString, int> m_columns;
    QHash<QString, int> m_used;
};

QString labelOf(const ContentLine& line)
{
    const QStringList types = line.parameters.value(u"TYPE"_s).join(u',').toLower().split(u',');
    for (const auto& [type, label] :
         {std::pair(u"fax"_s, u" Fax"_s), std::pair(u"cell"_s, u" Mobile"_s), std::pair(u"mobile"_s, u" Mobile"_s),
          std::pair(u"home"_s, u" Home"_s), std::pair(u"work"_s, u" Work"_s)})
        if (types.contains(type))
            return label;
    return {};
}

/// "tel:+1-937-555-0101;ext=5" of version 4.0.
QString withoutScheme(const QString& value, const QString& scheme)
{
    return value.startsWith(scheme, Qt::CaseInsensitive) ? value.mid(scheme.size()).section(u';', 0, 0) : value;
}

void putName(Columns& columns, const files::VCard& card)
{
    QString full;
    for (const ContentLine& line : card.lines) {
        if (line.name == u"FN")
            full = files::plainValue(line.value).simplified();
        if (line.name != u"N")
            continue;
        const QStringList parts = files::componentsOf(line.value, u';');
        const QString given = u"%1 %2"_s.arg(parts.value(1), parts.value(2)).simplified();
        if (given.isEmpty() && parts.value(0).isEmpty())
            continue;
        columns.put(u"First Name"_s, given.isEmpty() ? parts.value(0).simplified() : given);
        columns.put(u"Last Name"_s, given.isEmpty() ? QString() : parts.value(0).simplified());
        return;
    }
    const SplitName name = splitFullName(full);
    columns.put(u"First Name"_s, name.given);
    columns.put(u"Last Name"_s, name.family);
}

void putLine(Columns& columns, const ContentLine& line)
{
    const QString value = files::plainValue(line.value).simplified();
    if (line.name == u"TEL")
        columns.put(u"Phone"_s + labelOf(line), withoutScheme(value, u"tel:"_s));
    else if (line.name == u"EMAIL")
        columns.put(u"Email"_s + labelOf(line), withoutScheme(value, u"mailto:"_s));
    else if (line.name == u"BDAY" && !value.startsWith(u"--"_s)) // a birthday without its year tells no date
        columns.put(u"Date of Birth"_s, value);
    else if (line.name == u"LANG")
        columns.put(u"Language"_s, value);
    else if (line.name == u"TZ" && value.contains(u'/'))
        columns.put(u"Time Zone"_s, value);
}

} // namespace

Result<ImportTable> tableOfCards(const QString& text)
{
    const auto cards = files::readVCards(text, mostImportRows);
    if (!cards)
        return cards.error();
    ImportTable table{.isVCard = true};
    Columns columns(table);
    for (const files::VCard& card : cards->cards) {
        columns.begin(card.line);
        putName(columns, card);
        for (const ContentLine& line : card.lines)
            putLine(columns, line);
    }
    for (const files::VCardProblem& problem : cards->problems)
        table.unreadable.append({problem.line, problem.sentence});
    if (table.rows.isEmpty() && table.unreadable.isEmpty())
        return refusal(ErrorCode::InvalidInput, QT_TRANSLATE_NOOP("Casework", "There are no cards in this file."));
    return table;
}

} // namespace handrail::casework
