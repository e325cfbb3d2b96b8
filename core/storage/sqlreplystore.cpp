// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/sqlreplystore.h"

#include "core/domain/records/codec.h"
#include "core/storage/conditions.h"
#include "core/storage/storehelp.h"

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

/// A reading has the id of its activity, so what takes that back takes the reading back.
const QString holds = u"NOT EXISTS (SELECT 1 FROM activity b WHERE b.reverts_id = g.id)"_s;

/// Whose message it may be: the clients in whose activity the server has put it, and the one that it is known to be.
const QString candidates = u"SELECT client_id FROM activity a WHERE a.reply_id = y.id AND a.kind = 'client_message'"_s;

Conditions waitingOf(const Scope& scope)
{
    Conditions conditions;
    conditions.add(u"y.needs_worker = 1"_s);
    conditions.add(u"NOT EXISTS (SELECT 1 FROM reply_reading g WHERE g.reply_id = y.id AND %1)"_s.arg(holds));
    if (!scope.worker && !scope.team)
        return conditions;
    // What nobody can be told of is shown to everybody, so that it is not lost.
    Conditions mine;
    mine.addScope(u"a.client_id"_s, scope);
    Conditions own;
    own.addScope(u"y.client_id"_s, scope);
    const QString wanted = mine.sql().mid(QString(u" WHERE "_s).size());
    const QString ownWanted = own.sql().mid(QString(u" WHERE "_s).size());
    conditions.add(u"(EXISTS (%1 AND %2) OR %3 OR (y.client_id IS NULL AND NOT EXISTS (%1)))"_s.arg(candidates, wanted,
                                                                                                    ownWanted),
                   mine.values() + own.values());
    return conditions;
}

} // namespace

Result<QList<ReplyRow>> SqlReplyStore::rows(const QString& rest, const Conditions& conditions, const QVariantList& more)
{
    QList<ReplyRow> rows;
    {
        Statement query = m_database.statement(
            u"SELECT %1 FROM reply y%2 %3"_s.arg(columnList(entityNamed("reply"), u"y"_s), conditions.sql(), rest));
        conditions.bindTo(query);
        for (const QVariant& value : more)
            query.bind(value);
        HANDRAIL_TRY(query.run());
        while (query.next()) {
            const auto record = rowFrom(entityNamed("reply"), query);
            if (!record)
                continue;
            auto reply = records::readReply(record->key, record->fields);
            if (!reply)
                return reply.error();
            rows.append(ReplyRow{.reply = std::move(*reply), .clients = {}, .clientNames = {}});
        }
        HANDRAIL_TRY(query.readToEnd());
    }
    for (ReplyRow& row : rows)
        HANDRAIL_TRY(addClients(row));
    return rows;
}

Result<void> SqlReplyStore::addClients(ReplyRow& row)
{
    Statement query = m_database.statement(
        uR"(SELECT c.id, c.given_name, c.family_name FROM client c
            WHERE c.id IN (SELECT coalesce(k.kept_id, a.client_id) FROM activity a
                                  LEFT JOIN client_kept k ON k.id = a.client_id
                           WHERE a.reply_id = ? AND a.kind = 'client_message')
                  OR c.id = (SELECT coalesce(k.kept_id, y.client_id) FROM reply y
                                    LEFT JOIN client_kept k ON k.id = y.client_id WHERE y.id = ?)
            ORDER BY c.family_name, c.given_name, c.id)"_s);
    HANDRAIL_TRY(query.bind(row.reply.id.toString()).bind(row.reply.id.toString()).run());
    while (query.next())
        if (const auto id = ClientId::fromString(query.text(0))) {
            row.clients.append(*id);
            row.clientNames.append(QString(query.text(1) + u' ' + query.text(2)).trimmed());
        }
    return query.readToEnd();
}

Result<QList<ReplyRow>> SqlReplyStore::waiting(const Scope& scope, Page page)
{
    page = bounded(page);
    return rows(u"ORDER BY y.received_at, y.id LIMIT ? OFFSET ?"_s, waitingOf(scope), {page.limit, page.offset});
}

Result<int> SqlReplyStore::countWaiting(const Scope& scope)
{
    const Conditions conditions = waitingOf(scope);
    Statement query =
        m_database.statement(u"SELECT count(*) FROM (SELECT 1 FROM reply y%1 LIMIT ?)"_s.arg(conditions.sql()));
    conditions.bindTo(query);
    HANDRAIL_TRY(query.bind(countLimit).run());
    const int counted = query.next() ? int(query.integer(0)) : 0;
    HANDRAIL_TRY(query.readToEnd());
    return counted;
}

Result<std::optional<ReplyRow>> SqlReplyStore::reply(const ReplyId& id)
{
    Conditions conditions;
    conditions.add(u"y.id = ?"_s, {id.toString()});
    return firstOf(rows({}, conditions, {}));
}

Result<std::optional<ReplyReading>> SqlReplyStore::readingOf(const ReplyId& id)
{
    return firstOf(readAll(m_records.select(entityNamed("reply_reading"),
                                            u"WHERE reply_id = ? AND NOT EXISTS (SELECT 1 FROM activity b"
                                            " WHERE b.reverts_id = \"reply_reading\".id)"
                                            " ORDER BY at DESC, id DESC LIMIT 1"_s,
                                            {id.toString()}),
                           records::readReplyReading));
}

Result<QList<Reply>> SqlReplyStore::from(const Address& address, Page page)
{
    page = bounded(page);
    return readAll(m_records.select(entityNamed("reply"),
                                    u"WHERE lower(from_address) = ? AND channel = ? "
                                    "ORDER BY received_at DESC, id DESC LIMIT ? OFFSET ?"_s,
                                    {address.ledgerKey(), records::nameOf(address.channel()), page.limit, page.offset}),
                   records::readReply);
}

} // namespace handrail
