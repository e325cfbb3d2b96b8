// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/mailposition.h"

#include <QCryptographicHash>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

QString factOf(const QString& mailbox)
{
    return u"mailbox:"_s +
           QString::fromLatin1(QCryptographicHash::hash(mailbox.toUtf8(), QCryptographicHash::Sha256).toHex().left(32));
}

} // namespace

Result<MailboxPosition> mailPosition(Database& db, const QString& mailbox)
{
    auto row = db.query(u"SELECT value FROM server_fact WHERE name = ?"_s, {factOf(mailbox)});
    if (!row)
        return row.error();
    if (!row->next())
        return MailboxPosition();
    const QStringList numbers = row->value(0).toString().split(u' ');
    return MailboxPosition{numbers.value(0).toUInt(), numbers.value(1).toUInt()};
}

Result<void> keepMailPosition(Database& db, const QString& mailbox, const MailboxPosition& position)
{
    const QString value = QString::number(position.validity) + u' ' + QString::number(position.uid);
    return db.transaction([&]() -> Result<void> {
        auto kept = db.query(u"INSERT INTO server_fact (name, value) VALUES (?, ?)"
                             " ON CONFLICT (name) DO UPDATE SET value = excluded.value"_s,
                             {factOf(mailbox), value});
        return kept ? Result<void>() : kept.error();
    });
}

Result<bool> markSeen(Records& records, const QString& id, const QDateTime& now)
{
    auto marked = records.database().query(u"INSERT INTO seen_inbound (agency_id, carrier_id, seen_at)"
                                           " VALUES (?, ?, ?) ON CONFLICT (agency_id, carrier_id) DO NOTHING"_s,
                                           {bound(records.agency()), id, bound(now)});
    if (!marked)
        return marked.error();
    return marked->numRowsAffected() > 0;
}

} // namespace handrail::server
