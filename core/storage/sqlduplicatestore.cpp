// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/sqlduplicatestore.h"

#include "core/storage/storehelp.h"

#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

/// A key that hundreds share («garcia m») says little: no more of them are looked at.
constexpr int candidatesOfKey = 200;
constexpr int mostAlike = 20;
/// A similar name alone is worth a look while somebody is being added, and nothing more.
constexpr int worthALook = 30;

/// Pairs that nobody said are different people.
const QString undecided = uR"(NOT EXISTS (SELECT 1 FROM different_people d
    WHERE (d.client_id = p.first_id AND d.other_id = p.second_id)
       OR (d.client_id = p.second_id AND d.other_id = p.first_id)))"_s;

} // namespace

Result<QList<ClientId>> SqlDuplicateStore::candidates(const PersonFacts& facts, Search search)
{
    QList<ClientId> all;
    QSet<QString> seen;
    for (const QString& key : matchKeys(facts)) {
        if (search == Search::Strong && !isStrongKey(key))
            continue;
        Statement query = m_database.statement(u"SELECT client_id FROM client_match WHERE key = ? LIMIT ?"_s);
        HANDRAIL_TRY(query.bind(key).bind(candidatesOfKey).run());
        while (query.next()) {
            const QString text = query.text(0);
            if (seen.contains(text))
                continue;
            seen.insert(text);
            if (const auto id = ClientId::fromString(text))
                all.append(*id);
        }
        HANDRAIL_TRY(query.readToEnd());
    }
    return all;
}

Result<QList<SqlDuplicateStore::Scored>> SqlDuplicateStore::scored(const PersonFacts& facts,
                                                                  const std::optional<ClientId>& except,
                                                                  Search search, int atLeast)
{
    const auto found = candidates(facts, search);
    if (!found)
        return found.error();
    QList<Scored> all;
    for (const ClientId& id : *found) {
        if (id == except)
            continue;
        const auto client = m_clients.client(id);
        if (!client)
            return client.error();
        if (!*client)
            continue;
        const Resemblance resemblance = compare(facts, factsOf(**client));
        if (resemblance.score >= atLeast)
            all.append({id, resemblance});
    }
    std::stable_sort(all.begin(), all.end(), [](const Scored& a, const Scored& b) {
        return a.resemblance.score != b.resemblance.score ? a.resemblance.score > b.resemblance.score : a.id < b.id;
    });
    return all;
}

Result<QList<AlikeClient>> SqlDuplicateStore::alike(const PersonFacts& facts, const std::optional<ClientId>& except,
                                                    Search search)
{
    const auto found = scored(facts, except, search, search == Search::Wide ? worthALook : possiblyTheSame);
    if (!found)
        return found.error();
    QList<AlikeClient> all;
    for (const Scored& one : found->mid(0, mostAlike)) {
        const auto row = m_clients.row(one.id);
        if (!row)
            return row.error();
        if (*row)
            all.append({**row, one.resemblance});
    }
    return all;
}

Result<QList<PossibleDuplicate>> SqlDuplicateStore::pairs(Page page)
{
    page = bounded(page);
    QList<std::pair<ClientId, ClientId>> found;
    {
        Statement query = m_database.statement(
            u"SELECT first_id, second_id FROM client_pair p WHERE %1 "
            "ORDER BY score DESC, first_id, second_id LIMIT ? OFFSET ?"_s.arg(undecided));
        HANDRAIL_TRY(query.bind(page.limit).bind(page.offset).run());
        while (query.next()) {
            const auto first = ClientId::fromString(query.text(0));
            const auto second = ClientId::fromString(query.text(1));
            if (first && second)
                found.append({*first, *second});
        }
        HANDRAIL_TRY(query.readToEnd());
    }
    QList<PossibleDuplicate> pairs;
    for (const auto& [first, second] : std::as_const(found)) {
        const auto a = m_clients.client(first), b = m_clients.client(second);
        const auto rowA = m_clients.row(first), rowB = m_clients.row(second);
        if (!a || !b || !rowA || !rowB)
            return !a ? a.error() : !b ? b.error() : !rowA ? rowA.error() : rowB.error();
        if (*a && *b && *rowA && *rowB)
            pairs.append({**rowA, **rowB, compare(factsOf(**a), factsOf(**b))});
    }
    return pairs;
}

Result<int> SqlDuplicateStore::pairCount()
{
    const auto count =
        m_database.single(u"SELECT count(*) FROM (SELECT 1 FROM client_pair p WHERE %1 LIMIT %2)"_s.arg(undecided).arg(
            countLimit));
    return count ? Result<int>(count->toInt()) : count.error();
}

Result<int> SqlDuplicateStore::uncompared()
{
    const auto count = m_database.single(u"SELECT count(*) FROM client_uncompared"_s);
    return count ? Result<int>(count->toInt()) : count.error();
}

Result<void> SqlDuplicateStore::compareMore(int limit)
{
    const auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return transaction.error();
    QList<ClientId> next;
    {
        Statement query = m_database.statement(u"SELECT id FROM client_uncompared LIMIT ?"_s);
        HANDRAIL_TRY(query.bind(limit).run());
        while (query.next())
            if (const auto id = ClientId::fromString(query.text(0)))
                next.append(*id);
        HANDRAIL_TRY(query.readToEnd());
    }
    for (const ClientId& id : std::as_const(next))
        HANDRAIL_TRY(compareOne(id));
    return (*transaction)->commit();
}

Result<void> SqlDuplicateStore::compareOne(const ClientId& id)
{
    for (const QString& sql :
         {u"DELETE FROM client_uncompared WHERE id = ?"_s, u"DELETE FROM client_pair WHERE first_id = ?"_s,
          u"DELETE FROM client_pair WHERE second_id = ?"_s}) {
        Statement clear = m_database.statement(sql);
        HANDRAIL_TRY(clear.bind(id.toString()).run());
    }
    const auto client = m_clients.client(id);
    if (!client)
        return client.error();
    if (!*client || (*client)->id != id)
        return {};
    const auto found = scored(factsOf(**client), id, Search::Strong, possiblyTheSame);
    if (!found)
        return found.error();
    for (const Scored& other : *found) {
        const bool first = id < other.id;
        Statement insert = m_database.statement(
            u"INSERT OR REPLACE INTO client_pair (first_id, second_id, score) VALUES (?, ?, ?)"_s);
        HANDRAIL_TRY(insert.bind((first ? id : other.id).toString())
                         .bind((first ? other.id : id).toString())
                         .bind(other.resemblance.score)
                         .run());
    }
    return {};
}

} // namespace handrail
