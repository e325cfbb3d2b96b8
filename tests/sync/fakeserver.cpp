// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/fakeserver.h"

#include "core/domain/records/codec.h"
#include "core/domain/records/schema.h"
#include "core/protocol/version.h"

#include <QJsonDocument>
#include <QUrlQuery>

using namespace Qt::Literals::StringLiterals;

namespace handrail::tests {

namespace {

constexpr int leaseSeconds = 60;

QByteArray bytesOf(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

int statusOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Unauthorized:
        return 401;
    case ErrorCode::NotAllowed:
        return 403;
    case ErrorCode::NotFound:
        return 404;
    case ErrorCode::Conflict:
        return 409;
    default:
        return 400;
    }
}

QByteArray headerOf(const HttpRequest& request, const QByteArray& name)
{
    for (const auto& [key, value] : request.headers)
        if (key == name)
            return value;
    return {};
}

} // namespace

FakeServer::FakeServer(const Clock& clock, Ids& ids)
    : worker{.id = UserId(ids.next()), .displayName = u"Dana Worker"_s, .email = u"dana@agency.example"_s}
    , agency(ids.next())
    , m_clock(clock)
    , m_ids(ids)
    , m_device(ids.next())
{
}

void FakeServer::number(Change change)
{
    change.seq = m_log.size() + 1;
    m_records.merge(change);
    m_log.append(change);
    m_seen.insert(change.id.uuid());
    m_last = observeStamp(m_last, change.stamp, m_clock.now().toMSecsSinceEpoch());
}

void FakeServer::put(const QString& entity, const QUuid& key, const QJsonObject& fields)
{
    m_last = nextStamp(m_last, m_clock.now().toMSecsSinceEpoch(), m_device);
    number({ChangeId(m_ids.next()), entity, key, m_last, fields});
}

HttpResponse FakeServer::answer(const HttpRequest& request)
{
    const auto result = route(request);
    HttpResponse response;
    response.status = result ? 200 : statusOf(result.error().code);
    response.headers = {{protocol::versionHeader, QByteArray::number(protocolVersion)}};
    response.body = bytesOf(result ? *result : protocol::toJson(result.error()));
    return response;
}

Result<QJsonObject> FakeServer::route(const HttpRequest& request)
{
    const QString path = request.url.path();
    const auto body = request.method == "POST" ? protocol::parseObject(request.body) : Result<Json>(Json());
    if (!body)
        return body.error();
    if (path == "/v1/sign-in"_L1)
        return signIn(*body);
    if (path == "/v1/wipe"_L1)
        return Json{{u"wipe"_s, wipe && headerOf(request, "Authorization") != "Bearer " + token}};
    if (headerOf(request, "Authorization") != "Bearer " + token)
        return Error{ErrorCode::Unauthorized, u"Who are you?"_s};
    if (path == "/v1/changes"_L1)
        return request.method == "POST" ? push(*body) : pull(request.url);
    if (path == "/v1/snapshot"_L1)
        return snapshot(request.url);
    if (path == "/v1/messages/claim"_L1)
        return claim(*body);
    const QStringList parts = path.split(u'/');
    if (parts.size() == 5 && parts[2] == "messages"_L1)
        return onMessage(parts[3], parts[4], *body);
    return Error{ErrorCode::NotFound, u"There is nothing here."_s};
}

Result<QJsonObject> FakeServer::signIn(const Json& body)
{
    const auto request = protocol::readSignInRequest(body);
    if (!request)
        return request.error();
    if (request->password != password)
        return Error{ErrorCode::Unauthorized, u"The email address or the password is wrong."_s};
    return protocol::toJson(protocol::SignInAnswer{token, worker, agency});
}

Result<QJsonObject> FakeServer::push(const Json& body)
{
    ++m_pushes;
    const auto request = protocol::readPushRequest(body);
    if (!request)
        return request.error();
    protocol::PushAnswer answer;
    for (const Change& change : request->changes) {
        using Status = protocol::PushResult::Status;
        const bool seen = m_seen.contains(change.id.uuid());
        const auto valid =
            records::validate(change.entity, change.fields, !m_records.contains(change.entity, change.key));
        if (!seen && (!valid || (refuses && refuses(change)))) {
            answer.results.append({change.id.uuid(), Status::Refused,
                                   valid ? u"You may not change this client."_s : valid.error().sentence});
            if (valid)
                sayAgain(change);
            continue;
        }
        if (!seen)
            number(change);
        answer.results.append({change.id.uuid(), Status::Accepted, {}});
    }
    return protocol::toJson(answer);
}

/// As server/routes/refusals.cpp: what the device wrote is put right by its next pull.
void FakeServer::sayAgain(const Change& refused)
{
    if (!m_records.contains(refused.entity, refused.key))
        return;
    const QJsonObject current = m_records.fields(refused.entity, refused.key);
    QJsonObject truth;
    for (auto field = refused.fields.begin(); field != refused.fields.end(); ++field)
        truth.insert(field.key(), current.value(field.key()));
    number({ChangeId(m_ids.next()), refused.entity, refused.key,
            nextStamp(std::max(m_last, refused.stamp), m_clock.now().toMSecsSinceEpoch(), m_device), truth});
}

Result<QJsonObject> FakeServer::pull(const QUrl& url)
{
    const QUrlQuery query(url);
    const qint64 since = query.queryItemValue(u"since"_s).toLongLong();
    const int limit = query.queryItemValue(u"limit"_s).toInt();
    protocol::PullAnswer answer;
    answer.serverTime = m_clock.now();
    answer.next = since;
    if (query.queryItemValue(u"sight"_s) != QString::number(sight)) {
        answer.snapshot = true;
        return protocol::toJson(answer);
    }
    for (const Change& change : m_log.mid(since, limit)) {
        ++answer.next;
        if (isSeen(change.entity, change.key))
            answer.changes.append(change);
    }
    answer.more = answer.next < m_log.size();
    return protocol::toJson(answer);
}

/// The cursor is «position.sight.how many were looked at».
Result<QJsonObject> FakeServer::snapshot(const QUrl& url)
{
    const QString said = QUrlQuery(url).queryItemValue(u"cursor"_s);
    const QStringList place =
        said.isEmpty() ? QStringList{QString::number(m_log.size()), QString::number(sight), u"0"_s} : said.split(u'.');
    if (place.size() != 3)
        return Error{ErrorCode::InvalidInput, u"This is no place in a snapshot."_s};
    QList<std::pair<QString, QUuid>> all;
    for (const records::Entity& entity : records::schema())
        for (const QUuid& key : m_records.keys(entity.name))
            all.append({entity.name, key});
    const qint64 from = place[2].toLongLong();
    protocol::SnapshotAnswer answer{.records = {}, .position = place[0].toLongLong(), .sight = place[1]};
    for (const auto& [entity, key] : all.mid(from, snapshotPage))
        if (isSeen(entity, key))
            answer.records += m_records.stateOf(entity, key);
    const qint64 next = std::min<qint64>(from + snapshotPage, all.size());
    answer.cursor = QStringList{place[0], place[1], QString::number(next)}.join(u'.');
    answer.more = next < all.size();
    if (from == 0)
        answer.clients = m_records.keys(u"client"_s).size();
    return protocol::toJson(answer);
}

Result<QJsonObject> FakeServer::claim(const Json& body)
{
    ++m_claims;
    protocol::ClaimAnswer answer{.leftToHeadless = leftToHeadless, .carrierTrouble = carrierTrouble};
    for (const QUuid& key : m_records.keys(u"message"_s)) {
        const auto message = records::readMessage(key, m_records.fields(u"message"_s, key));
        if (!message)
            return message.error();
        LeaseState& lease = m_leases[message->id.toString()];
        const bool free = !lease.expiresAt.isValid() || lease.expiresAt <= m_clock.now();
        if (message->state != MessageState::Waiting || message->dueAt > m_clock.now() || !free ||
            answer.leases.size() >= body.value(u"limit"_s).toInt())
            continue;
        lease = {++m_lastFence, m_clock.now().addSecs(leaseSeconds)};
        answer.leases.append({message->id, lease.fence, lease.expiresAt, u"https://h.example/r/abc"_s,
                              message->channel() == Channel::Email ? u"https://h.example/u/abc"_s : QString(),
                              m_clock.now()});
    }
    return protocol::toJson(answer);
}

Result<QJsonObject> FakeServer::onMessage(const QString& id, const QString& verb, const Json& body)
{
    const QUuid key = QUuid::fromString(id);
    if (!m_records.contains(u"message"_s, key))
        return Error{ErrorCode::NotFound, u"There is no such message."_s};
    if (verb == "release"_L1) {
        const auto request = protocol::readReleaseRequest(body);
        if (!request)
            return request.error();
        put(u"message"_s, key, {{u"state"_s, u"held"_s}, {u"reason"_s, request->problem}});
        return Json();
    }
    if (verb == "decision"_L1) {
        const auto request = protocol::readDecisionRequest(body);
        if (!request)
            return request.error();
        put(u"message"_s, key, {{u"state"_s, u"refused"_s}});
        return Json();
    }
    const auto request = protocol::readSendRequest(body);
    if (!request)
        return request.error();
    if (request->fence != m_leases.value(id).fence)
        return Error{ErrorCode::Conflict, u"Another agent has this message now."_s};
    if (m_records.fields(u"message"_s, key).value(u"state"_s) == "waiting"_L1) {
        ++m_carried[id];
        carried.insert(id, *request);
        put(u"message"_s, key, {{u"state"_s, u"sent"_s}});
    }
    return protocol::toJson(protocol::SendAnswer{MessageState::Sent, {}});
}

HttpOutcome FakeLink::send(const HttpRequest& request)
{
    using Kind = HttpOutcome::Kind;
    requests.append(request);
    const Fault fault = !script.isEmpty() ? script.takeFirst() : faults ? faults() : Fault::None;
    if (onRequest)
        onRequest(request, false);
    if (fault == Fault::NotSent)
        return {.kind = Kind::NotSent};
    if (fault == Fault::LostRequest)
        return {.kind = Kind::Unknown};
    if (fault == Fault::Status500)
        return {Kind::Answered, {500, {}, "boom"}, {}};
    if (fault == Fault::Html)
        return {Kind::Answered, {200, {}, "<html><body>Welcome to our guest network</body></html>"}, {}};
    if (fault == Fault::Nothing)
        return {Kind::Answered, {200, {}, ""}, {}};
    HttpResponse response = m_server.answer(request);
    if (fault == Fault::Repeated)
        response = m_server.answer(request);
    if (onRequest)
        onRequest(request, true);
    if (fault == Fault::LostAnswer)
        return {.kind = Kind::Unknown};
    if (fault == Fault::Half)
        response.body.truncate(response.body.size() / 2);
    return {Kind::Answered, response, {}};
}

} // namespace handrail::tests
