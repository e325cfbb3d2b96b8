// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/vcard.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace handrail::files {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Files)
};

constexpr qsizetype mostLines = 200;

class CardReader
{
public:
    void take(const LogicalLine& line)
    {
        const QString text = line.text.trimmed();
        if (text.isEmpty())
            return;
        if (text.compare(u"BEGIN:VCARD"_s, Qt::CaseInsensitive) == 0)
            begin(line.line);
        else if (text.compare(u"END:VCARD"_s, Qt::CaseInsensitive) == 0)
            end(line.line);
        else if (!m_open)
            saidOutside(line.line);
        else
            add(line);
    }

    VCards finish()
    {
        if (m_open)
            m_found.problems.append({m_card.line, Words::tr("This card never ends (END:VCARD is missing).")});
        return std::move(m_found);
    }

    [[nodiscard]] qsizetype size() const { return m_found.cards.size() + m_found.problems.size(); }

private:
    void begin(int line)
    {
        if (m_open)
            m_found.problems.append({m_card.line, Words::tr("This card never ends (END:VCARD is missing).")});
        m_card = {line, {}, {}};
        m_open = true;
        m_problem.clear();
    }

    void end(int line)
    {
        if (!m_open) {
            m_found.problems.append({line, Words::tr("A card ends here that never began (BEGIN:VCARD is missing).")});
            return;
        }
        m_open = false;
        if (m_problem.isEmpty() && m_card.version.isEmpty())
            m_problem = Words::tr("This card doesn’t say its version, so it can’t be read safely.");
        if (m_problem.isEmpty())
            m_found.cards.append(m_card);
        else
            m_found.problems.append({m_card.line, m_problem});
    }

    void add(const LogicalLine& line)
    {
        const auto read = parseContentLine(line.text);
        if (!read) {
            m_problem = Words::tr("Line %1 is no line of an address card.").arg(line.line);
        } else if (read->name == u"VERSION") {
            m_card.version = read->value.trimmed();
            if (!QStringList{u"2.1"_s, u"3.0"_s, u"4.0"_s}.contains(m_card.version))
                m_problem = Words::tr("This card is of a version that Handrail doesn’t know: %1.")
                                .arg(m_card.version.left(20).simplified());
        } else if (m_card.lines.size() < mostLines) {
            m_card.lines.append(*read);
        }
    }

    void saidOutside(int line)
    {
        if (!m_saidOutside)
            m_found.problems.append({line, Words::tr("This line stands outside of any address card.")});
        m_saidOutside = true;
    }

    VCards m_found;
    VCard m_card;
    QString m_problem;
    bool m_open = false;
    bool m_saidOutside = false;
};

} // namespace

Result<VCards> readVCards(const QString& text, int mostCards)
{
    CardReader reader;
    for (const LogicalLine& line : unfold(text)) {
        reader.take(line);
        if (reader.size() > mostCards)
            return Error{ErrorCode::InvalidInput,
                         Words::tr("The file has more than %1 cards. Split it into smaller files.").arg(mostCards)};
    }
    return reader.finish();
}

} // namespace handrail::files
