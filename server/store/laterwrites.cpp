// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/laterwrites.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

bool isWord(QChar c)
{
    return c.isLetterOrNumber() || c == u'_';
}

} // namespace

bool namesTable(const QString& sql, const QString& table)
{
    for (qsizetype at = sql.indexOf(table); at >= 0; at = sql.indexOf(table, at + 1)) {
        const qsizetype end = at + table.size();
        if ((at == 0 || !isWord(sql[at - 1])) && (end == sql.size() || !isWord(sql[end])))
            return true;
    }
    return false;
}

void LaterWrites::insert(const QString& table, const QString& columns, const QVariantList& row, const QString& tail)
{
    const auto same = std::ranges::find_if(m_inserts, [&](const Inserts& one) {
        return one.table == table && one.columns == columns && one.tail == tail;
    });
    if (same != m_inserts.end())
        same->values += row;
    else
        m_inserts.push_back({table, columns, tail, row.size(), row});
}

void LaterWrites::lastWord(const QString& table, const QString& sql, const QVariantList& values)
{
    const auto same = std::ranges::find_if(
        m_words, [&](const Word& one) { return one.sql == sql && one.values.last() == values.last(); });
    if (same != m_words.end())
        same->values = values;
    else
        m_words.push_back({table, sql, values});
}

Result<void> LaterWrites::writeWhatItNeeds(const QString& sql, const Run& run)
{
    if (isEmpty())
        return {};
    std::vector<Inserts> inserts;
    std::vector<Word> words;
    // Taken out first: writing them asks nothing of what waits.
    const auto takeNamed = [&sql](auto& from, auto& into) {
        const auto [first, last] = std::ranges::stable_partition(
            from, [&sql](const auto& one) { return !namesTable(sql, one.table); });
        std::move(first, last, std::back_inserter(into));
        from.erase(first, last);
    };
    takeNamed(m_inserts, inserts);
    takeNamed(m_words, words);
    for (const Inserts& one : inserts)
        if (auto written = write(one, run); !written)
            return written;
    for (const Word& one : words)
        if (auto written = run(one.sql, one.values); !written)
            return written;
    return {};
}

Result<void> LaterWrites::writeAll(const Run& run)
{
    const auto inserts = std::exchange(m_inserts, {});
    const auto words = std::exchange(m_words, {});
    for (const Inserts& one : inserts)
        if (auto written = write(one, run); !written)
            return written;
    for (const Word& one : words)
        if (auto written = run(one.sql, one.values); !written)
            return written;
    return {};
}

void LaterWrites::forget()
{
    m_inserts.clear();
    m_words.clear();
}

/// A few sizes, so that a connection keeps few prepared statements.
Result<void> LaterWrites::write(const Inserts& inserts, const Run& run)
{
    const qsizetype rows = inserts.values.size() / inserts.width;
    qsizetype done = 0;
    for (const qsizetype size : {50, 10, 1})
        for (; rows - done >= size; done += size)
            if (auto ran = run(insertOf(inserts, size), inserts.values.mid(done * inserts.width, size * inserts.width)); !ran)
                return ran;
    return {};
}

const QString& LaterWrites::insertOf(const Inserts& inserts, qsizetype rows)
{
    QString& text = m_texts[inserts.table + u'(' + inserts.columns + u')' + inserts.tail + QString::number(rows)];
    if (text.isEmpty()) {
        const QString row = u'(' + QStringList(inserts.width, u"?"_s).join(u", ") + u')';
        text = u"INSERT INTO \"%1\" (%2) VALUES %3 %4"_s.arg(inserts.table, inserts.columns,
                                                            QStringList(rows, row).join(u", "), inserts.tail);
    }
    return text;
}

} // namespace handrail::server
