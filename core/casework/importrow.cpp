// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/casework/clientimport.h"
#include "core/casework/importvalues.h"
#include "core/casework/refusal.h"
#include "core/casework/typedaddress.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace handrail::casework {

namespace {

constexpr qsizetype longestShown = 100;

QString say(const char* sentence)
{
    return QCoreApplication::translate("Casework", sentence);
}

/// Takes a row's cells up, one after the other.
class RowReader
{
public:
    RowReader(const ImportTable& table, qsizetype row, const ImportMapping& mapping, const PhoneNumbers& phones)
        : m_table(table)
        , m_cells(table.rows[row].cells)
        , m_mapping(mapping)
        , m_phones(phones)
    {
        m_row.line = table.rows[row].line;
        m_row.draft.language = mapping.language;
        m_row.draft.timeZone = mapping.timeZone;
    }

    ImportRow read(const QDate& today)
    {
        const QStringList beyond = m_cells.mid(m_table.headers.size());
        if (!beyond.join(QString()).isEmpty())
            problem(-1, say(QT_TRANSLATE_NOOP("Casework", "This row has more cells than there are columns. A cell with "
                                                          "a separator in it must stand in quotes.")));
        for (qsizetype i = 0; i < std::min(m_cells.size(), m_mapping.fields.size()); ++i)
            if (!m_cells[i].isEmpty())
                take(i, m_cells[i]);
        settleName();
        check(today);
        return std::move(m_row);
    }

private:
    void take(qsizetype column, const QString& cell)
    {
        switch (m_mapping.fields[column]) {
        case ImportField::Ignore:
            break;
        case ImportField::GivenName:
            append(m_row.draft.givenName, cell, column, m_givenColumn);
            break;
        case ImportField::FamilyName:
            append(m_row.draft.familyName, cell, column, m_familyColumn);
            break;
        case ImportField::FullName:
            append(m_fullName, cell, column, m_fullColumn);
            break;
        case ImportField::BirthDate:
            takeBirthDate(column, cell);
            break;
        case ImportField::Phone:
            takeAddress(Channel::Text, column, cell);
            break;
        case ImportField::Email:
            takeAddress(Channel::Email, column, cell);
            break;
        case ImportField::Language:
            takeLanguage(column, cell);
            break;
        case ImportField::TimeZone:
            m_row.draft.timeZone = cell;
            m_zoneColumn = column;
            break;
        }
    }

    static void append(QString& to, const QString& cell, qsizetype column, qsizetype& first)
    {
        to += to.isEmpty() ? cell : u' ' + cell;
        first = first < 0 ? column : first;
    }

    void takeBirthDate(qsizetype column, const QString& cell)
    {
        m_birthColumn = column;
        m_row.draft.birthDate = readDate(cell, m_mapping.dayFirst);
        if (!m_row.draft.birthDate.isValid())
            problem(column, say(QT_TRANSLATE_NOOP("Casework", "This is no date that can be read. Write it as "
                                                              "year-month-day: 1984-05-31.")));
    }

    void takeLanguage(qsizetype column, const QString& cell)
    {
        const QString code = readLanguage(cell);
        if (code.isEmpty())
            problem(column, say(QT_TRANSLATE_NOOP("Casework", "This is no language that Handrail knows. Write its "
                                                              "code: en, es.")));
        else
            m_row.draft.language = code;
    }

    /// A cell may have several, as phones do: "937 555 0101; 937 555 0102".
    void takeAddress(Channel channel, qsizetype column, const QString& cell)
    {
        const QString header = m_table.headers.value(column);
        for (const QString& part : cell.split(QChar(u';'), Qt::SkipEmptyParts)) {
            const QString typed = part.section(u" ::: "_s, 0, 0).trimmed();
            const bool again = std::any_of(m_row.draft.contactPoints.begin(), m_row.draft.contactPoints.end(),
                                           [&](const auto& point) { return sameAddress(point, channel, typed); });
            if (typed.isEmpty() || again)
                continue;
            const bool first = std::none_of(m_row.draft.contactPoints.begin(), m_row.draft.contactPoints.end(),
                                            [&](const auto& point) { return point.channel == channel; });
            m_row.draft.contactPoints.append({std::nullopt, channel, typed, labelOfColumn(header), first,
                                              channel == Channel::Email || !isLandlineColumn(header)});
            m_pointColumns.append(column);
        }
    }

    bool sameAddress(const ContactPointDraft& point, Channel channel, const QString& typed) const
    {
        if (point.channel != channel)
            return false;
        const auto a = readTyped(channel, point.typed, m_phones, m_mapping.phoneRegion);
        const auto b = readTyped(channel, typed, m_phones, m_mapping.phoneRegion);
        return point.typed == typed || (a && b && a->ledgerKey() == b->ledgerKey());
    }

    void settleName()
    {
        ClientDraft& draft = m_row.draft;
        if (draft.givenName.isEmpty() && draft.familyName.isEmpty() && !m_fullName.isEmpty()) {
            const SplitName name = splitFullName(m_fullName.left(longestShown * 4));
            draft.givenName = name.given;
            draft.familyName = name.family;
            m_givenColumn = m_familyColumn = m_fullColumn;
        }
        draft.givenName = draft.givenName.size() > longestShown * 4 ? draft.givenName : draft.givenName.simplified();
        draft.familyName = draft.familyName.size() > longestShown * 4 ? draft.familyName : draft.familyName.simplified();
    }

    void check(const QDate& today)
    {
        QList<Address> addresses;
        for (const ContactPointDraft& point : std::as_const(m_row.draft.contactPoints))
            if (const auto address = readTyped(point.channel, point.typed, m_phones, m_mapping.phoneRegion))
                addresses.append(*address);
        m_row.facts =
            factsOf(m_row.draft.givenName, m_row.draft.familyName, m_row.draft.birthDate, addresses);
        for (const FieldProblem& found : checkClient(m_row.draft, m_phones, m_mapping.phoneRegion))
            problem(columnOf(found.field), found.sentence);
        if (m_row.draft.birthDate.isValid() && m_row.draft.birthDate > today)
            problem(m_birthColumn, say(QT_TRANSLATE_NOOP("Casework", "This date of birth lies in the future.")));
    }

    qsizetype columnOf(const QString& field) const
    {
        if (field == u"given_name")
            return m_givenColumn;
        if (field == u"family_name")
            return m_familyColumn;
        if (field == u"birth_date")
            return m_birthColumn;
        if (field == u"time_zone")
            return m_zoneColumn;
        if (field.startsWith(u"contact_points["))
            return m_pointColumns.value(field.mid(15).section(u']', 0, 0).toInt(), -1);
        return -1;
    }

    void problem(qsizetype column, const QString& reason)
    {
        m_row.problems.append({m_table.headers.value(column), m_cells.value(column).left(longestShown), reason});
    }

    const ImportTable& m_table;
    const QStringList& m_cells;
    const ImportMapping& m_mapping;
    const PhoneNumbers& m_phones;
    ImportRow m_row;
    QString m_fullName;
    qsizetype m_givenColumn = -1;
    qsizetype m_familyColumn = -1;
    qsizetype m_fullColumn = -1;
    qsizetype m_birthColumn = -1;
    qsizetype m_zoneColumn = -1;
    QList<qsizetype> m_pointColumns;
};

} // namespace

ImportRow readImportRow(const ImportTable& table, qsizetype row, const ImportMapping& mapping,
                        const PhoneNumbers& phones, const QDate& today)
{
    return RowReader(table, row, mapping, phones).read(today);
}

} // namespace handrail::casework
