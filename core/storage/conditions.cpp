// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/conditions.h"

using namespace Qt::Literals::StringLiterals;

namespace handrail {

void Conditions::add(const QString& sql, const QVariantList& values)
{
    m_parts.append(sql);
    m_values += values;
}

void Conditions::addOneOf(const QString& column, const QStringList& names)
{
    if (!names.isEmpty())
        add(u"%1 IN ('%2')"_s.arg(column, names.join(u"', '"_s)));
}

void Conditions::addScope(const QString& column, const Scope& scope)
{
    // Each branch starts at an index of its own; SQLite keeps what they yield once a question.
    const QString clients = uR"(%1 IN (
        WITH own AS (SELECT id FROM client WHERE (%2)
                            AND NOT EXISTS (SELECT 1 FROM client_kept k WHERE k.id = client.id AND k.kept_id <> k.id)
                     UNION SELECT client_id FROM referral WHERE created_by %3
                     UNION SELECT client_id FROM share WHERE shared_by %3)
        SELECT id FROM own UNION
        SELECT m.id FROM client_kept k JOIN client_kept m ON m.kept_id = k.kept_id WHERE k.id IN (SELECT id FROM own)))"_s;
    if (scope.worker) {
        const QString id = scope.worker->toString();
        add(clients.arg(column, u"assigned_worker_id = ?"_s, u"= ?"_s), {id, id, id});
    }
    if (scope.team) {
        const QString id = scope.team->toString();
        const QString workers = u"IN (SELECT id FROM \"user\" WHERE team_id = ?)"_s;
        add(clients.arg(column, u"team_id = ? OR assigned_worker_id %1"_s.arg(workers),
                        workers),
            {id, id, id, id});
    }
}

void Conditions::addPeriod(const QString& column, const QDateTime& from, const QDateTime& to)
{
    if (from.isValid())
        add(column + u" >= ?"_s, {from.toMSecsSinceEpoch()});
    if (to.isValid())
        add(column + u" < ?"_s, {to.toMSecsSinceEpoch()});
}

QString Conditions::sql() const
{
    return m_parts.isEmpty() ? QString() : u" WHERE "_s + m_parts.join(u" AND "_s);
}

void Conditions::bindTo(Statement& statement) const
{
    for (const QVariant& value : m_values)
        statement.bind(value);
}

} // namespace handrail
