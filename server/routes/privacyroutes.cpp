// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/wirepeople.h"
#include "server/audit/auditreader.h"
#include "server/http/jsonanswer.h"
#include "server/privacy/exportrecords.h"
#include "server/privacy/retention.h"
#include "server/routes/adminroutes.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

constexpr RouteLimits small{.maxBodyBytes = 16LL * 1024};

QString tr(const char* text)
{
    return QCoreApplication::translate("Server", text);
}

/// A number of the query, or `fallback` where it isn't there.
Result<qint64> numberIn(const Request& request, const QByteArray& name, qint64 fallback, qint64 most)
{
    const auto text = request.queryValue(name);
    if (!text)
        return fallback;
    bool isNumber = false;
    const qint64 number = text->toLongLong(&isNumber);
    if (!isNumber || number < 0 || number > most)
        return Error{ErrorCode::InvalidInput,
                     tr("The query's %1 must be a number from %2 to %3.").arg(QString::fromLatin1(name)).arg(0).arg(most)};
    return number;
}

QDateTime timeAt(qint64 ms)
{
    return ms > 0 ? QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC) : QDateTime();
}

QString wordIn(const Request& request, const QByteArray& name)
{
    return QString::fromUtf8(request.queryValue(name).value_or(QByteArray()).left(100));
}

Result<ClientId> clientOf(const Request& request)
{
    const auto id = ClientId::fromString(QString::fromUtf8(request.params.value("id")));
    if (!id)
        return Error{ErrorCode::NotFound, tr("There is no such client.")};
    return *id;
}

protocol::ErasureAnswer answerOf(const Erasure& erasure)
{
    return {erasure.clients, erasure.records, erasure.optOutsKept, erasure.consentProofsKept};
}

Result<Response> answerAudit(const RouteContext&, const Request& request, Database& db, const Session& session)
{
    constexpr qint64 most = 1LL << 53;
    const auto before = numberIn(request, "before", 0, most);
    const auto limit = numberIn(request, "limit", 100, protocol::mostAuditLines - 1);
    const auto from = numberIn(request, "from", 0, most);
    const auto to = numberIn(request, "to", 0, most);
    for (const auto* number : {&before, &limit, &from, &to})
        if (!number->ok())
            return number->error();
    AuditQuery query{timeAt(*from),          timeAt(*to), wordIn(request, "who"),
                     wordIn(request, "what"), {},          *before,
                     int(*limit) + 1};
    const auto lines = readAudit(db, session.agencyId, query);
    if (!lines)
        return lines.error();
    protocol::AuditAnswer answer;
    answer.more = lines->size() > *limit;
    for (const AuditLine& line : lines->mid(0, *limit))
        answer.items.append({line.number, line.at, line.entry.by.who,
                             line.entry.by.device ? line.entry.by.device->toString() : QString(), line.entry.what,
                             line.entry.about, line.entry.details});
    return jsonAnswer(protocol::toJson(answer));
}

Result<Response> answerErase(const RouteContext& context, const Request& request, Database& db, const Session& session)
{
    const auto client = clientOf(request);
    if (!client)
        return client.error();
    const auto erased = eraseClients(db, session.agencyId, {*client}, context.environment, session.actor());
    if (!erased)
        return erased.error();
    return jsonAnswer(protocol::toJson(answerOf(*erased)));
}

Result<Response> answerExport(const RouteContext& context, const Request& request, Database& db, const Session& session)
{
    const auto client = clientOf(request);
    const auto document =
        client ? exportClient(db, session.agencyId, *client, context.environment, session.actor()) : client.error();
    if (!document)
        return document.error();
    Response response = jsonAnswer(*document);
    response.addHeader("Content-Disposition", "attachment; filename=\"client.json\"");
    response.addHeader("Cache-Control", "no-store");
    return response;
}

Result<Response> answerIdle(const RouteContext& context, const Request& request, Database& db, const Session& session)
{
    const auto days = numberIn(request, "days", 0, 36500);
    const auto idle = days ? idleClients(db, session.agencyId, int(*days), context.environment.clock.now()) : days.error();
    if (!idle)
        return idle.error();
    protocol::RetentionAnswer answer;
    answer.total = idle->size();
    for (const IdleClient& client : idle->mid(0, protocol::mostIdleClients))
        answer.clients.append({client.id, client.name, client.lastAt});
    return jsonAnswer(protocol::toJson(answer));
}

Result<Response> answerRetention(const RouteContext& context, const Request& request, Database& db,
                                 const Session& session)
{
    const auto body = jsonBody(request);
    const auto asked = body ? protocol::readRetentionRequest(*body) : body.error();
    if (!asked)
        return asked.error();
    const auto idle = idleClients(db, session.agencyId, asked->days, context.environment.clock.now());
    if (!idle)
        return idle.error();
    if (idle->size() != asked->expected)
        return Error{ErrorCode::Conflict, tr("These are other clients than the list showed. Look at the list again; nothing "
                                             "was erased.")};
    const auto erased = applyRetention(db, session.agencyId, asked->days, context.environment, session.actor());
    if (!erased)
        return erased.error();
    return jsonAnswer(protocol::toJson(answerOf(*erased)));
}

} // namespace

void registerPrivacyRoutes(Router& router, const RouteContext& context)
{
    constexpr RouteLimits slow{.maxBodyBytes = small.maxBodyBytes, .slow = true};
    addForAdministrator(router, context, {"GET", "/v1/admin/audit", answerAudit, small});
    addForAdministrator(router, context, {"POST", "/v1/admin/clients/{id}/erase", answerErase, slow});
    addForAdministrator(router, context, {"GET", "/v1/admin/clients/{id}/export", answerExport, slow});
    addForAdministrator(router, context, {"GET", "/v1/admin/retention", answerIdle, slow});
    addForAdministrator(router, context, {"POST", "/v1/admin/retention", answerRetention, slow});
}

} // namespace handrail::server
