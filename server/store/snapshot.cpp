// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/snapshot.h"

#include "server/store/records.h"
#include "server/store/sight.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

using Stage = SnapshotPlace::Stage;

/// Where a record is, and what it is.
struct Spot
{
    SnapshotPlace place;
    QString entity;
};

/// Empty, not null: nothing comes after null.
QString said(const QString& text)
{
    return text.isNull() ? u""_s : text;
}

/// Records of one owner: everybody's, or the user's own.
Result<Rows> ownedBy(Database& db, const AgencyId& agency, const QString& owner, const SnapshotPlace& from,
                          int limit)
{
    return db.query(u"SELECT o.owner_id, o.place, o.record_id, o.entity FROM record_owner o"
                    " WHERE o.agency_id = ? AND o.owner_id = ? AND (o.place, o.record_id) > (?, ?)"
                    " ORDER BY o.place, o.record_id LIMIT ?"_s,
                    {bound(agency), owner, from.place, said(from.record), limit});
}

/// Records of clients, client by client.
Result<Rows> ofClients(Database& db, const AgencyId& agency, const Viewer& viewer, const SnapshotPlace& from,
                            int limit)
{
    const Condition cared = caredFor(viewer);
    return db.query(u"SELECT o.owner_id, o.place, o.record_id, o.entity FROM client_care c"
                    // CROSS and COALESCE are for SQLite: it then takes the clients in their order, and of each just its own
                    // records; without, it concludes that owner_id is beyond the first client too and searches by that.
                    " CROSS JOIN record_owner o WHERE o.agency_id = c.agency_id AND o.owner_id = COALESCE(c.client_id, '')"
                    " AND c.agency_id = ? AND c.client_id >= ? AND %1"
                    " AND (c.client_id > ? OR (o.place, o.record_id) > (?, ?))"
                    " ORDER BY c.client_id, o.place, o.record_id LIMIT ?"_s.arg(cared.sql),
                    QVariantList{bound(agency), said(from.owner)} + cared.values +
                        QVariantList{said(from.owner), from.place, said(from.record), limit});
}

Result<QList<Spot>> spotsOf(Database& db, const AgencyId& agency, const Viewer& viewer, const SnapshotPlace& from,
                            int limit)
{
    auto rows = from.stage == Stage::Clients
                    ? ofClients(db, agency, viewer, from, limit)
                    : ownedBy(db, agency, from.stage == Stage::Own ? viewer.user.toString() : u""_s, from, limit);
    if (!rows)
        return rows.error();
    QList<Spot> spots;
    while (rows->next()) {
        Spot spot{from, rows->value(3).toString()};
        spot.place.owner = rows->value(0).toString();
        spot.place.place = rows->value(1).toInt();
        spot.place.record = rows->value(2).toString();
        spots.append(spot);
    }
    return spots;
}

qint64 sizeOf(const QList<Change>& state)
{
    qint64 bytes = 0;
    for (const Change& change : state)
        bytes += QJsonDocument(change.fields).toJson(QJsonDocument::Compact).size();
    return bytes;
}

/// What the records at these spots say now, by id.
Result<QHash<QString, QList<Change>>> statesAt(Database& db, const AgencyId& agency, const QList<Spot>& spots)
{
    QHash<QString, QStringList> ids;
    for (const Spot& spot : spots)
        ids[spot.entity].append(spot.place.record);
    RecordReader reader(db, agency);
    QHash<QString, QList<Change>> states;
    for (auto it = ids.cbegin(); it != ids.cend(); ++it) {
        const auto some = reader.statesOf(it.key(), *it);
        if (!some)
            return some.error();
        for (const QList<Change>& state : *some)
            if (!state.isEmpty())
                states.insert(state.first().key.toString(QUuid::WithoutBraces), state);
    }
    return states;
}

bool isId(const QString& text)
{
    return text.isEmpty() || (text.size() == 36 && !QUuid::fromString(text).isNull());
}

} // namespace

QString SnapshotPlace::toText() const
{
    return QStringList{QString::number(position), QString::number(sight), QString::number(int(stage)), owner,
                       QString::number(place), record}
        .join(u'.');
}

Result<SnapshotPlace> SnapshotPlace::fromText(const QString& text)
{
    const QStringList parts = text.split(u'.');
    bool isNumber[4] = {};
    if (parts.size() == 6) {
        const SnapshotPlace place{parts[0].toLongLong(&isNumber[0]), parts[1].toLongLong(&isNumber[1]),
                                  Stage(parts[2].toInt(&isNumber[2])), parts[3], parts[4].toInt(&isNumber[3]), parts[5]};
        const bool isSound = isNumber[0] && isNumber[1] && isNumber[2] && isNumber[3] && place.position >= 0 &&
                             place.stage >= Stage::Everybodys && place.stage <= Stage::Clients && isId(place.owner) &&
                             isId(place.record) && place.place >= -1 && place.place < 1000;
        if (isSound)
            return place;
    }
    return Error{ErrorCode::InvalidInput,
                 QCoreApplication::translate("ServerStore", "This is no place in a snapshot. Start a new one.")};
}

Result<SnapshotPlace> beginSnapshot(Database& db, const AgencyId& agency, const UserId& user)
{
    const auto sight = sightOf(db, agency, user);
    if (!sight)
        return sight.error();
    const auto position = RecordReader(db, agency).lastSeq();
    if (!position)
        return position.error();
    return SnapshotPlace{.position = *position, .sight = *sight, .owner = {}, .record = {}};
}

Result<SnapshotPage> snapshotPage(Database& db, const AgencyId& agency, const Viewer& viewer, const SnapshotPlace& from,
                                  int limit, qint64 maxBytes)
{
    SnapshotPage page{.records = {}, .next = from};
    qint64 bytes = 0;
    for (int given = 0;;) {
        const int wanted = limit - given;
        const auto spots = spotsOf(db, agency, viewer, page.next, wanted);
        if (!spots)
            return spots.error();
        const auto states = statesAt(db, agency, *spots);
        if (!states)
            return states.error();
        for (const Spot& spot : *spots) {
            const QList<Change> state = states->value(spot.place.record);
            page.records += state;
            page.next = spot.place;
            bytes += sizeOf(state);
            ++given;
            if (bytes >= maxBytes || page.records.size() >= 5 * limit)
                return page;
        }
        if (spots->size() == wanted)
            return page;
        if (page.next.stage == Stage::Clients) {
            page.more = false;
            return page;
        }
        page.next = {from.position, from.sight, Stage(int(page.next.stage) + 1), {}, -1, {}};
    }
}

Result<qint64> clientsSeenBy(Database& db, const AgencyId& agency, const Viewer& viewer)
{
    const Condition cared = caredFor(viewer);
    auto row = db.query(u"SELECT COUNT(*) FROM client_care c WHERE c.agency_id = ? AND "_s + cared.sql,
                        QVariantList{bound(agency)} + cared.values);
    if (!row)
        return row.error();
    return row->next() ? row->value(0).toLongLong() : 0;
}

} // namespace handrail::server
