// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/access.h"
#include "core/domain/records/schema.h"
#include "core/protocol/fieldreader.h"
#include "core/protocol/limits.h"
#include "core/protocol/wire.h"

using namespace Qt::Literals::StringLiterals;

namespace handrail::protocol {

namespace {

Result<void> checkAccess(const Change& change)
{
    const auto access = readAccess(change.fields);
    return access ? Result<void>() : access.error();
}

QString textOf(const QUuid& id)
{
    return id.toString(QUuid::WithoutBraces);
}

/// Its shape only: on a pull a newer server may send fields that this program does not know, and the store decides.
std::optional<Change> changeFrom(const QJsonObject& object, FieldReader& outer, ErrorCode code)
{
    FieldReader r(object, code);
    const QUuid id = r.uuid("id"_L1);
    const QString entity = r.text("entity"_L1, limits::nameLength);
    const QUuid key = r.uuid("key"_L1);
    const auto stamp = Stamp::fromString(r.text("stamp"_L1, limits::nameLength));
    if (!stamp)
        r.fail("stamp"_L1);
    const QJsonObject fields = r.object("fields"_L1);
    if (fields.size() > limits::fieldsOfChange)
        r.fail("fields"_L1);
    const qint64 seq = r.has("seq"_L1) ? r.integer("seq"_L1, 0) : 0;
    if (r.failed()) {
        outer.fail(r.error());
        return std::nullopt;
    }
    return Change{ChangeId(id), entity, key, *stamp, fields, seq};
}

QList<Change> changesFrom(FieldReader& r, QLatin1String name, qsizetype most, ErrorCode code)
{
    QList<Change> changes;
    for (const QJsonObject& object : r.objects(name, most))
        if (auto change = changeFrom(object, r, code))
            changes.append(std::move(*change));
    return changes;
}

QJsonArray arrayOf(const QList<Change>& changes)
{
    QJsonArray array;
    for (const Change& change : changes)
        array.append(toJson(change));
    return array;
}

} // namespace

QJsonObject toJson(const Change& change)
{
    QJsonObject object{{u"id"_s, change.id.toString()},
                       {u"entity"_s, change.entity},
                       {u"key"_s, textOf(change.key)},
                       {u"stamp"_s, change.stamp.toString()},
                       {u"fields"_s, change.fields}};
    if (change.seq != 0)
        object.insert(u"seq"_s, change.seq);
    return object;
}

Result<Change> readChange(const QJsonObject& object)
{
    FieldReader r(object, ErrorCode::InvalidInput);
    auto change = changeFrom(object, r, ErrorCode::InvalidInput);
    if (!change)
        return r.error();
    return std::move(*change);
}

QJsonObject toJson(const PushRequest& request)
{
    return {{u"changes"_s, arrayOf(request.changes)}};
}

Result<PushRequest> readPushRequest(const QJsonObject& object)
{
    FieldReader r(object, ErrorCode::InvalidInput);
    PushRequest request{changesFrom(r, "changes"_L1, maxChangesPerPush, ErrorCode::InvalidInput)};
    for (const Change& change : request.changes)
        if (const auto valid = change.entity == accessEntity ? checkAccess(change)
                                                             : records::validate(change.entity, change.fields, false);
            !valid)
            r.fail(valid.error());
    return r.done(std::move(request));
}

QJsonObject toJson(const PushAnswer& answer)
{
    QJsonArray results;
    for (const PushResult& result : answer.results) {
        QJsonObject object{{u"change_id"_s, textOf(result.changeId)},
                           {u"accepted"_s, result.status == PushResult::Status::Accepted}};
        if (!result.sentence.isEmpty())
            object.insert(u"sentence"_s, result.sentence);
        results.append(object);
    }
    return {{u"results"_s, results}};
}

Result<PushAnswer> readPushAnswer(const QJsonObject& object)
{
    FieldReader outer(object, ErrorCode::ServerTrouble);
    PushAnswer answer;
    for (const QJsonObject& item : outer.objects("results"_L1, maxChangesPerPush)) {
        FieldReader r(item, ErrorCode::ServerTrouble);
        const QUuid id = r.uuid("change_id"_L1);
        const bool accepted = r.flag("accepted"_L1);
        const QString sentence = r.optionalText("sentence"_L1, limits::sentenceLength);
        if (r.failed())
            outer.fail(r.error());
        answer.results.append({id, accepted ? PushResult::Status::Accepted : PushResult::Status::Refused, sentence});
    }
    return outer.done(std::move(answer));
}

QJsonObject toJson(const PullAnswer& answer)
{
    QJsonObject object{{u"changes"_s, arrayOf(answer.changes)},
                       {u"next"_s, answer.next},
                       {u"more"_s, answer.more},
                       {u"server_time"_s, answer.serverTime.toMSecsSinceEpoch()}};
    if (answer.snapshot)
        object.insert(u"snapshot"_s, true);
    return object;
}

Result<PullAnswer> readPullAnswer(const QJsonObject& object)
{
    FieldReader r(object, ErrorCode::ServerTrouble);
    PullAnswer answer;
    answer.changes = changesFrom(r, "changes"_L1, maxChangesPerPull, ErrorCode::ServerTrouble);
    answer.next = r.integer("next"_L1, 0);
    answer.more = r.flag("more"_L1);
    answer.snapshot = r.has("snapshot"_L1) && r.flag("snapshot"_L1);
    answer.serverTime = r.instant("server_time"_L1);
    return r.done(std::move(answer));
}

QJsonObject toJson(const SnapshotAnswer& answer)
{
    QJsonObject object{{u"records"_s, arrayOf(answer.records)},
                       {u"cursor"_s, answer.cursor},
                       {u"more"_s, answer.more},
                       {u"position"_s, answer.position},
                       {u"sight"_s, answer.sight}};
    if (answer.clients)
        object.insert(u"clients"_s, *answer.clients);
    return object;
}

Result<SnapshotAnswer> readSnapshotAnswer(const QJsonObject& object)
{
    FieldReader r(object, ErrorCode::ServerTrouble);
    SnapshotAnswer answer;
    answer.records = changesFrom(r, "records"_L1, maxChangesPerPage, ErrorCode::ServerTrouble);
    answer.cursor = r.text("cursor"_L1, limits::cursorLength);
    answer.more = r.flag("more"_L1);
    answer.position = r.integer("position"_L1, 0);
    answer.sight = r.text("sight"_L1, limits::sightLength);
    if (r.has("clients"_L1))
        answer.clients = r.integer("clients"_L1, 0);
    return r.done(std::move(answer));
}

} // namespace handrail::protocol
