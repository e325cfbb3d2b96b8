// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/privacy/retention.h"

#include "core/domain/hlc.h"
#include "server/store/records.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QSet>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

constexpr qsizetype erasedAtOnce = 100;

struct Person
{
    QString name;
    QString mergedInto;
    qint64 lastMs = 0;
};
using People = QHash<QString, Person>;

/// When the record was last written, by the stamps of its fields.
qint64 lastStampMs(const QString& stamps)
{
    qint64 last = 0;
    for (const QString& text : QJsonDocument::fromJson(stamps.toUtf8()).object().keys())
        if (const auto stamp = Stamp::fromString(text))
            last = std::max(last, stamp->wallMs);
    return last;
}

Result<People> everybody(Database& db, const AgencyId& agency)
{
    auto rows = db.query(u"SELECT id, given_name, family_name, merged_into, field_stamps FROM client WHERE agency_id = ?"_s,
                         {bound(agency)});
    if (!rows)
        return rows.error();
    People people;
    while (rows->next())
        people.insert(rows->value(0).toString(),
                      {QString(rows->value(1).toString() + u' ' + rows->value(2).toString()).trimmed(),
                       rows->value(3).toString(), lastStampMs(rows->value(4).toString())});
    return people;
}

Result<void> addLast(Database& db, const AgencyId& agency, People& people)
{
    for (const auto& query : {u"SELECT client_id, MAX(\"at\") FROM activity WHERE agency_id = ? GROUP BY client_id"_s,
                              u"SELECT client_id, MAX(created_at) FROM referral WHERE agency_id = ? GROUP BY client_id"_s,
                              u"SELECT client_id, MAX(shared_at) FROM share WHERE agency_id = ? GROUP BY client_id"_s,
                              u"SELECT client_id, MAX(due_at) FROM message WHERE agency_id = ? GROUP BY client_id"_s,
                              u"SELECT client_id, MAX(state_at) FROM message WHERE agency_id = ? GROUP BY client_id"_s,
                              u"SELECT client_id, MAX(received_at) FROM reply WHERE agency_id = ? GROUP BY client_id"_s}) {
        auto rows = db.query(query, {bound(agency)});
        if (!rows)
            return rows.error();
        while (rows->next())
            if (const auto person = people.find(rows->value(0).toString()); person != people.end())
                person->lastMs = std::max(person->lastMs, rows->value(1).toLongLong());
    }
    auto points = db.query(u"SELECT client_id, field_stamps FROM contact_point WHERE agency_id = ?"_s, {bound(agency)});
    if (!points)
        return points.error();
    while (points->next())
        if (const auto person = people.find(points->value(0).toString()); person != people.end())
            person->lastMs = std::max(person->lastMs, lastStampMs(points->value(1).toString()));
    return {};
}

/// The kept record of a person; a ring of merges ends where it began.
QString rootOf(const People& people, const QString& id)
{
    QString root = id;
    QSet<QString> seen;
    while (!seen.contains(root)) {
        seen.insert(root);
        const QString next = people.value(root).mergedInto;
        if (next.isEmpty() || !people.contains(next))
            break;
        root = next;
    }
    return root;
}

} // namespace

Result<QList<IdleClient>> idleClients(Database& db, const AgencyId& agency, int days, const QDateTime& now)
{
    if (days < leastRetentionDays)
        return Error{ErrorCode::InvalidInput,
                     QCoreApplication::translate("Server", "Clients are kept for at least %1 days after the last thing that "
                                                           "happened.")
                         .arg(leastRetentionDays)};
    auto people = everybody(db, agency);
    if (!people)
        return people.error();
    if (auto added = addLast(db, agency, *people); !added)
        return added.error();
    QHash<QString, qint64> lastOfRoot;
    for (auto it = people->cbegin(); it != people->cend(); ++it) {
        qint64& last = lastOfRoot[rootOf(*people, it.key())];
        last = std::max(last, it->lastMs);
    }
    const qint64 limit = now.addDays(-days).toMSecsSinceEpoch();
    QList<IdleClient> idle;
    for (auto it = lastOfRoot.cbegin(); it != lastOfRoot.cend(); ++it)
        if (const auto id = ClientId::fromString(it.key()); id && it.value() < limit)
            idle.append({*id, people->value(it.key()).name, QDateTime::fromMSecsSinceEpoch(it.value(), Qt::UTC)});
    std::ranges::sort(idle, [](const IdleClient& a, const IdleClient& b) {
        return a.lastAt != b.lastAt ? a.lastAt < b.lastAt : a.id < b.id;
    });
    return idle;
}

Result<Erasure> applyRetention(Database& db, const AgencyId& agency, int days, const Environment& environment,
                               const Actor& by)
{
    const auto idle = idleClients(db, agency, days, environment.clock.now());
    if (!idle)
        return idle.error();
    Erasure all;
    const auto erase = [&](const QList<ClientId>& clients) -> Result<void> {
        const auto erased = eraseClients(db, agency, clients, environment, by);
        if (!erased)
            return erased.error();
        all.clients += erased->clients;
        all.records += erased->records;
        all.optOutsKept += erased->optOutsKept;
        all.consentProofsKept += erased->consentProofsKept;
        return {};
    };
    for (qsizetype from = 0; from < idle->size(); from += erasedAtOnce) {
        QList<ClientId> part;
        for (const IdleClient& client : idle->mid(from, erasedAtOnce))
            part.append(client.id);
        auto erased = erase(part);
        if (!erased && erased.error().code == ErrorCode::Conflict) {
            erased = {};
            for (const ClientId& client : std::as_const(part)) // one has a message on its way: the others go alone
                if (const auto one = erase({client}); !one && one.error().code != ErrorCode::Conflict)
                    return one.error();
        }
        if (!erased)
            return erased.error();
    }
    if (all.clients == 0)
        return all;
    const auto kept = writeAudit(db, agency, environment,
                                 {by, audited::retentionApplied, {}, {{u"days"_s, days}, {u"clients"_s, all.clients}}});
    return kept ? Result<Erasure>(all) : kept.error();
}

} // namespace handrail::server
