// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/access.h"
#include "core/domain/records/authority.h"
#include "core/domain/records/codec.h"
#include "core/protocol/limits.h"
#include "server/http/jsonanswer.h"
#include "server/routes/notable.h"
#include "server/routes/olddevices.h"
#include "server/routes/pushsight.h"
#include "server/routes/refusals.h"
#include "server/routes/routes.h"
#include "server/store/erased.h"
#include "server/store/records.h"
#include "server/store/sight.h"
#include "server/store/snapshot.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

using protocol::PushResult;

Error tooMany()
{
    return {ErrorCode::InvalidInput, QCoreApplication::translate("Server", "A push takes a list of at most %1 changes.")
                                         .arg(protocol::maxChangesPerPush)};
}

/// Only the frame of the changes: a change whose content is refused must not hold up those around it.
Result<QList<Change>> changesOf(const QJsonObject& body)
{
    const QJsonValue listed = body[u"changes"];
    if (!listed.isArray() || listed.toArray().size() > protocol::maxChangesPerPush)
        return tooMany();
    QList<Change> changes;
    for (const QJsonValue& item : listed.toArray()) {
        auto change = protocol::readChange(item.toObject());
        if (!change)
            return change.error();
        changes.append(std::move(change).value());
    }
    return changes;
}

bool isRefusal(const Error& error)
{
    return error.code == ErrorCode::InvalidInput || error.code == ErrorCode::NotAllowed;
}

/// A worker's cancel that the rules allow holds even where the device's clock was behind the message's last writer.
Result<void> makeCancelStand(Records& records, const Change& change)
{
    if (change.entity != "message"_L1 || change.fields[u"state"] != u"canceled"_s)
        return {};
    const auto now = records.find(change.entity, change.key);
    if (!now)
        return now.error();
    if (!*now || (**now)[u"state"] == u"canceled"_s)
        return {};
    QJsonObject fields{{u"state"_s, u"canceled"_s}, {u"reason"_s, change.fields[u"reason"]}};
    if (change.fields.contains(u"state_at"_s))
        fields.insert(u"state_at"_s, change.fields[u"state_at"]);
    const auto written = records.write(Edit{change.entity, change.key, fields});
    return written ? Result<void>() : written.error();
}

/// What the author does not see is no business of theirs: there is nothing to put right on their device either.
Result<void> refuse(Records& records, const Change& change, const QJsonObject& current, PushSight& sight, const Error& why,
                    const Environment& environment)
{
    if (isRefusal(why) && sight.allows(change, current))
        if (auto right = putDeviceRight(records, environment, change, current); !right)
            return right;
    return why;
}

/// An address that somebody has again may have been opted out by a client who was erased since.
Result<void> heedErasedOptOut(Records& records, const Change& change, const Environment& environment)
{
    if (change.entity != "contact_point"_L1)
        return {};
    const auto fields = records.find(change.entity, change.key);
    if (!fields)
        return fields.error();
    const auto point = records::readContactPoint(change.key, fields->value_or(QJsonObject()));
    return point ? bringBackOptOut(records, point->address, environment) : Result<void>();
}

/// What the server keeps of erased clients has its say too.
Result<void> takeChange(Records& records, const Change& change, const Session& session, PushSight& sight,
                        const KeptOfErased& erased, PushAudit& audit, const Environment& environment)
{
    if (change.entity == accessEntity)
        return auditAccess(records, change, session, environment);
    const auto known = records.seqOf(change.id);
    if (!known)
        return known.error();
    if (*known)
        return {};
    if (auto alive = erased.records ? checkNotErased(records, change) : Result<void>(); !alive)
        return alive;
    std::optional<QJsonObject> current;
    if (records::findEntity(change.entity) != nullptr) {
        const auto found = records.find(change.entity, change.key);
        if (!found)
            return found.error();
        current = *found;
    }
    const records::Author author{session.deviceId.uuid(), session.userId, session.role};
    if (auto allowed = records::mayMake(change, current, author); !allowed)
        return current ? refuse(records, change, *current, sight, allowed.error(), environment) : allowed;
    if (auto seen = sight.allows(change, current); !seen)
        return seen;
    const QString client = sight.client();
    if (const auto applied = records.apply(change); !applied)
        return applied.error();
    audit.took(change, client);
    if (auto heeded = erased.optOuts ? heedErasedOptOut(records, change, environment) : Result<void>(); !heeded)
        return heeded;
    if (auto kept = auditIfNotable(records, change, current, session, environment); !kept)
        return kept;
    return makeCancelStand(records, change);
}

Result<protocol::PushAnswer> push(Database& db, const QList<Change>& changes, const Session& session,
                                  const Environment& environment)
{
    return db.transaction([&]() -> Result<protocol::PushAnswer> {
        auto records = Records::lock(db, session.agencyId, environment);
        if (!records)
            return records.error();
        protocol::PushAnswer answer;
        PushSight sight(*records, session.viewer());
        PushAudit audit;
        const auto erased = anyErased(db, session.agencyId);
        if (!erased)
            return erased.error();
        QList<std::pair<QString, QUuid>> named;
        for (const Change& change : changes)
            named += namedBy(change);
        if (auto looked = records->lookAhead(changes, named); !looked)
            return looked.error();
        for (const Change& change : changes) {
            const auto taken = takeChange(*records, change, session, sight, *erased, audit, environment);
            if (!taken && !isRefusal(taken.error()))
                return taken.error();
            answer.results.append({.changeId = change.id.uuid(),
                                   .status = taken ? PushResult::Status::Accepted : PushResult::Status::Refused,
                                   .sentence = taken ? QString() : taken.error().sentence});
        }
        if (auto kept = audit.write(*records, session, environment); !kept)
            return kept.error();
        return answer;
    });
}

Response answerPush(const RouteContext& context, const Request& request)
{
    return withSession(context, request, [&](Database& db, const Session& session) -> Result<Response> {
        const auto body = jsonBody(request);
        if (!body)
            return body.error();
        const auto changes = changesOf(*body);
        if (!changes)
            return changes.error();
        const auto answer = push(db, *changes, session, context.environment);
        if (!answer)
            return answer.error();
        return jsonAnswer(protocol::toJson(*answer));
    });
}

/// A number of the query between `least` and `most`, or `fallback` where it isn't there.
Result<qint64> numberOf(const Request& request, const QByteArray& name, qint64 fallback, qint64 least, qint64 most)
{
    const auto text = request.queryValue(name);
    if (!text)
        return fallback;
    bool isNumber = false;
    const qint64 number = text->toLongLong(&isNumber);
    if (!isNumber || number < least || number > most)
        return Error{ErrorCode::InvalidInput,
                     QCoreApplication::translate("Server", "The query's %1 must be a number from %2 to %3.")
                         .arg(QString::fromLatin1(name))
                         .arg(least)
                         .arg(most)};
    return number;
}

struct PullQuery
{
    qint64 since = 0;
    int limit = 0;
    int waitSeconds = 0;
    std::optional<QByteArray> sight; ///< What the device sees, in the server's words; a program of version 1 says none.
};

Result<PullQuery> pullQueryOf(const Request& request)
{
    const auto since = numberOf(request, "since", 0, 0, 1LL << 53);
    const auto limit = numberOf(request, "limit", protocol::maxChangesPerPull, 1, protocol::maxChangesPerPull);
    const auto wait = numberOf(request, "wait", 0, 0, protocol::maxWaitSeconds);
    for (const auto* number : {&since, &limit, &wait})
        if (!number->ok())
            return number->error();
    return PullQuery{*since, int(*limit), int(*wait), request.queryValue("sight")};
}

Result<protocol::PullAnswer> pull(Database& db, const Session& session, const PullQuery& query)
{
    RecordReader reader(db, session.agencyId);
    const auto last = reader.lastSeq();
    if (!last)
        return last.error();
    // A device that is ahead met this server before it was restored from a backup: it starts over.
    const bool isAhead = query.since > *last;
    if (query.sight) {
        const auto sight = sightOf(db, session.agencyId, session.userId);
        if (!sight)
            return sight.error();
        if (isAhead || *query.sight != QByteArray::number(*sight))
            return protocol::PullAnswer{.changes = {}, .next = query.since, .snapshot = true, .serverTime = {}};
    } else if (auto same = checkSightOfOldDevice(db, session, query.since); !same) {
        return same.error();
    }
    auto seen = reader.changesSeenSince(session.viewer(), isAhead ? 0 : query.since, query.limit);
    if (!seen)
        return seen.error();
    return protocol::PullAnswer{.changes = seen->changes, .next = seen->next, .more = seen->more, .serverTime = {}};
}

Response answerPull(const RouteContext& context, const Request& request)
{
    return withSession(context, request, [&](Database& db, const Session& session) -> Result<Response> {
        const auto query = pullQueryOf(request);
        if (!query)
            return query.error();
        const QByteArray topic = session.agencyId.toString().toLatin1();
        const quint64 seen = context.databases.news().count(topic);
        auto answer = pull(db, session, *query);
        if (!answer)
            return answer.error();
        answer->serverTime = context.environment.clock.now();
        Response response = jsonAnswer(protocol::toJson(*answer));
        if (!answer->changes.isEmpty() || answer->more || answer->snapshot || query->waitSeconds == 0)
            return response;
        // Signed out between the look at the token and the count of the news: nothing would wake this one.
        if (const auto still = authenticate(db, request, context.environment); !still)
            return still.error();
        response.wait = WaitForNews{topic, seen, query->waitSeconds};
        return response;
    });
}

Result<SnapshotPlace> placeOf(Database& db, const Session& session, const Request& request)
{
    const QByteArray cursor = request.queryValue("cursor").value_or(QByteArray());
    if (cursor.isEmpty())
        return beginSnapshot(db, session.agencyId, session.userId);
    auto place = SnapshotPlace::fromText(QString::fromUtf8(cursor.left(protocol::limits::cursorLength)));
    if (!place)
        return place;
    const auto last = RecordReader(db, session.agencyId).lastSeq();
    if (!last)
        return last.error();
    // Begun before this server was restored from a backup: it is begun anew.
    return place->position <= *last ? place : SnapshotPlace::fromText({});
}

Result<protocol::SnapshotAnswer> snapshot(Database& db, const Session& session, const SnapshotPlace& from)
{
    const auto page = snapshotPage(db, session.agencyId, session.viewer(), from, protocol::maxRecordsPerPage);
    if (!page)
        return page.error();
    protocol::SnapshotAnswer answer{.records = page->records,
                                    .cursor = page->next.toText(),
                                    .more = page->more,
                                    .position = from.position,
                                    .sight = QString::number(from.sight),
                                    .clients = {}};
    if (from.stage == SnapshotPlace::Stage::Everybodys && from.place < 0) {
        const auto clients = clientsSeenBy(db, session.agencyId, session.viewer());
        if (!clients)
            return clients.error();
        answer.clients = *clients;
    }
    return answer;
}

Response answerSnapshot(const RouteContext& context, const Request& request)
{
    return withSession(context, request, [&](Database& db, const Session& session) -> Result<Response> {
        const auto from = placeOf(db, session, request);
        if (!from)
            return from.error();
        const auto answer = snapshot(db, session, *from);
        if (!answer)
            return answer.error();
        // Coarsely: that a device takes all that its user may see, not every page of it.
        if (from->stage == SnapshotPlace::Stage::Everybodys && from->place < 0) {
            const auto kept = writeAudit(db, session.agencyId, context.environment,
                                         {session.actor(), audited::snapshotRead, {}, {}});
            if (!kept)
                return kept.error();
        }
        return jsonAnswer(protocol::toJson(*answer));
    });
}

} // namespace

void registerSyncRoutes(Router& router, const RouteContext& context)
{
    router.add("POST", "/v1/changes", [context](const Request& request) { return answerPush(context, request); },
               {.maxBodyBytes = protocol::maxBodyBytes});
    router.add("GET", "/v1/changes", [context](const Request& request) { return answerPull(context, request); });
    router.add("GET", "/v1/snapshot", [context](const Request& request) { return answerSnapshot(context, request); });
}

} // namespace handrail::server
