// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/clientfamilies.h"

#include "core/domain/mergedclients.h"

#include <QHash>

using namespace Qt::Literals::StringLiterals;

namespace handrail {

Result<QString> ClientFamilies::keptOf(const QString& id)
{
    Statement query = m_database.statement(u"SELECT kept_id FROM client_kept WHERE id = ?"_s);
    HANDRAIL_TRY(query.bind(id).run());
    QString kept = query.next() ? query.text(0) : id;
    HANDRAIL_TRY(query.readToEnd());
    return kept;
}

Result<QStringList> ClientFamilies::familyOf(const QString& id)
{
    QStringList family;
    Statement query = m_database.statement(u"SELECT id FROM client_kept WHERE kept_id = "
                                           "(SELECT kept_id FROM client_kept WHERE id = ?) "
                                           "ORDER BY id <> kept_id, id"_s);
    HANDRAIL_TRY(query.bind(id).run());
    while (query.next())
        family.append(query.text(0));
    HANDRAIL_TRY(query.readToEnd());
    return family.isEmpty() ? QStringList{id} : family;
}

/// Whom `id` was merged into, where that client is known here; empty else.
Result<QString> ClientFamilies::mergedInto(const QString& id)
{
    Statement query = m_database.statement(uR"(SELECT t.id FROM client c JOIN client t ON t.id = c.merged_into
                                               WHERE c.id = ? AND t.given_name IS NOT NULL)"_s);
    HANDRAIL_TRY(query.bind(id).run());
    QString target = query.next() ? query.text(0) : QString();
    HANDRAIL_TRY(query.readToEnd());
    return target;
}

Result<void> ClientFamilies::addNeighbours(const QString& id, QStringList& todo)
{
    const auto target = mergedInto(id);
    if (!target)
        return target.error();
    if (!target->isEmpty())
        todo.append(*target);
    Statement query = m_database.statement(u"SELECT id FROM client WHERE merged_into = ?"_s);
    HANDRAIL_TRY(query.bind(id).run());
    while (query.next())
        todo.append(query.text(0));
    return query.readToEnd();
}

Result<QSet<QString>> ClientFamilies::update(const QString& id)
{
    const auto before = familyOf(id);
    if (!before)
        return before.error();
    QStringList todo;
    HANDRAIL_TRY(addNeighbours(id, todo));
    QSet<QString> affected = {id};
    // Nearly everybody: never merged, and nobody into them.
    if (todo.isEmpty() && before->size() == 1)
        return affected;
    affected.clear();
    todo += *before;
    todo.append(id);
    while (!todo.isEmpty()) {
        const QString next = todo.takeLast();
        if (affected.contains(next))
            continue;
        affected.insert(next);
        HANDRAIL_TRY(addNeighbours(next, todo));
    }
    QHash<QString, QString> targets;
    for (const QString& member : std::as_const(affected)) {
        const auto target = mergedInto(member);
        if (!target)
            return target.error();
        targets.insert(member, *target);
        Statement clear = m_database.statement(u"DELETE FROM client_kept WHERE id = ?"_s);
        HANDRAIL_TRY(clear.bind(member).run());
    }
    const MergedInto lookUp = [&](const ClientId& client) { return ClientId::fromString(targets.value(client.toString())); };
    for (const QString& member : std::as_const(affected)) {
        const QString kept = keptOne(ClientId(QUuid::fromString(member)), lookUp).toString();
        if (kept == member)
            continue;
        for (const QString& one : {member, kept}) {
            Statement insert = m_database.statement(u"INSERT OR REPLACE INTO client_kept (id, kept_id) VALUES (?, ?)"_s);
            HANDRAIL_TRY(insert.bind(one).bind(kept).run());
        }
    }
    return affected;
}

Result<FamilyCondition> inFamilyOf(Database& database, const QString& column, const ClientId& client)
{
    const auto family = ClientFamilies(database).familyOf(client.toString());
    if (!family)
        return family.error();
    FamilyCondition condition;
    for (const QString& member : *family)
        condition.values.append(member);
    condition.sql = family->size() == 1
                        ? column + u" = ?"_s
                        : u"%1 IN (%2)"_s.arg(column, QStringList(family->size(), u"?"_s).join(u", "_s));
    return condition;
}

} // namespace handrail
