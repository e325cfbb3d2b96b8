// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/gatewayroutes.h"

#include "server/gateway/printedlinks.h"
#include "server/http/jsonanswer.h"

#include <QCoreApplication>
#include <QJsonObject>

namespace handrail::server {

namespace {

constexpr qint64 maxBytes = 1024 * 1024;
constexpr int usualClaim = 20;

/// A deed of a signed-in device, with the body it sent.
using Deed = std::function<Response(const Session&, const Request&, const QJsonObject&)>;

Handler signedIn(Databases& databases, const Environment& environment, Deed deed)
{
    return [&databases, environment, deed = std::move(deed)](const Request& request) {
        if (const auto version = checkProtocolVersion(request); !version)
            return errorAnswer(version.error());
        const auto db = databases.here();
        if (!db)
            return errorAnswer(db.error());
        (void)(*db)->readWhole(); // What another request left is not about this one.
        const auto session = authenticate(**db, request, environment);
        if (!session)
            return errorAnswer(session.error());
        if (request.method == "GET") {
            Response listed = deed(*session, request, {});
            const auto whole = (*db)->readWhole();
            return whole ? listed : errorAnswer(whole.error());
        }
        const auto body = jsonBody(request);
        if (!body)
            return errorAnswer(body.error());
        return deed(*session, request, *body);
    };
}

template <typename Answer>
Response answerWith(const Result<Answer>& answer)
{
    return answer ? jsonAnswer(protocol::toJson(*answer)) : errorAnswer(answer.error());
}

/// A deed about the message that the path names.
template <typename Read, typename Act>
Deed aboutMessage(Read read, Act act)
{
    return [read, act](const Session& session, const Request& request, const QJsonObject& body) {
        const auto id = MessageId::fromString(QString::fromLatin1(request.params.value("id")));
        if (!id)
            return errorAnswer(
                {ErrorCode::NotFound, QCoreApplication::translate("Gateway", "There is no such message.")});
        const auto asked = read(body);
        if (!asked)
            return errorAnswer(asked.error());
        return answerWith(act(session, *id, *asked));
    };
}

/// POST /v1/printed-links
Deed givePrintedLink(Databases& databases, Gateway& gateway, const Environment& environment)
{
    return [&databases, &gateway, environment](const Session& session, const Request&, const QJsonObject& body) {
        const auto asked = protocol::readPrintedLinkRequest(body);
        if (!asked)
            return errorAnswer(asked.error());
        const auto db = databases.here();
        if (!db)
            return errorAnswer(db.error());
        return answerWith(mintPrintedLink(**db, environment, session, *asked, gateway.settings()));
    };
}

/// GET /v1/printed-links?client=<id>
Deed listPrintedLinks(Databases& databases)
{
    return [&databases](const Session& session, const Request& request, const QJsonObject&) {
        const auto client = ClientId::fromString(QString::fromLatin1(request.queryValue("client").value_or("")));
        if (!client)
            return errorAnswer({ErrorCode::InvalidInput,
                                QCoreApplication::translate("Gateway", "The question must name a client.")});
        const auto db = databases.here();
        return db ? answerWith(printedLinksOf(**db, session, *client)) : errorAnswer(db.error());
    };
}

/// POST /v1/printed-links/{id}/revoke
Deed endPrintedLink(Databases& databases)
{
    return [&databases](const Session& session, const Request& request, const QJsonObject&) {
        const auto db = databases.here();
        return db ? answerWith(revokePrintedLink(**db, session, QString::fromLatin1(request.params.value("id"))))
                  : errorAnswer(db.error());
    };
}

} // namespace

void registerGatewayRoutes(Router& router, Databases& databases, Gateway& gateway, const Environment& environment)
{
    const auto add = [&](const QByteArray& path, Deed deed) {
        router.add("POST", "/v1/messages/" + path, signedIn(databases, environment, std::move(deed)),
                   {.maxBodyBytes = maxBytes, .slow = path.endsWith("/send")});
    };
    add("claim", [&gateway](const Session& session, const Request&, const QJsonObject& body) {
        return answerWith(gateway.claim(session, body.value(QLatin1String("limit")).toInt(usualClaim)));
    });
    router.add("POST", "/v1/printed-links",
               signedIn(databases, environment, givePrintedLink(databases, gateway, environment)),
               {.maxBodyBytes = maxBytes});
    router.add("GET", "/v1/printed-links", signedIn(databases, environment, listPrintedLinks(databases)));
    router.add("POST", "/v1/printed-links/{id}/revoke", signedIn(databases, environment, endPrintedLink(databases)),
               {.maxBodyBytes = maxBytes});
    add("{id}/send",
        aboutMessage(&protocol::readSendRequest, [&gateway](const auto& session, auto id, const auto& asked) {
            return gateway.send(session, id, asked);
        }));
    add("{id}/release",
        aboutMessage(&protocol::readReleaseRequest, [&gateway](const auto& session, auto id, const auto& asked) {
            return gateway.release(session, id, asked);
        }));
    add("{id}/decision",
        aboutMessage(&protocol::readDecisionRequest, [&gateway](const auto& session, auto id, const auto& asked) {
            return gateway.decide(session, id, asked);
        }));
}

} // namespace handrail::server
