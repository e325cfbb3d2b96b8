// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/twiliowebhooks.h"

#include "core/carriers/twiliocodes.h"
#include "core/carriers/twiliosignature.h"

#include <QLoggingCategory>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

Q_LOGGING_CATEGORY(lcHooks, "handrail.gateway.webhooks")

/// Twilio's forms are of 1 to 4 KB; a body has at most 1,600 characters.
constexpr RouteLimits limits{.maxBodyBytes = 64LL * 1024, .slow = true};

WebhookParams paramsOf(const Request& request)
{
    WebhookParams params;
    for (const auto& [name, value] : request.form())
        params.emplaceBack(QString::fromUtf8(name), QString::fromUtf8(value));
    return params;
}

QString valueOf(const WebhookParams& params, QLatin1String name)
{
    for (const auto& [key, value] : params)
        if (key == name)
            return value;
    return {};
}

bool isForm(const Request& request)
{
    return request.header("Content-Type").split(';').first().trimmed().toLower() == "application/x-www-form-urlencoded";
}

/// The carrier takes an empty document as «no reply».
Response taken()
{
    Response response = Response::text(200, "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>");
    for (auto& [name, value] : response.headers)
        if (name == "Content-Type")
            value = "text/xml; charset=utf-8";
    return response;
}

Response failed(const Error& error)
{
    qCWarning(lcHooks, "a webhook could not be taken: %s", qUtf8Printable(error.sentence));
    // 404 and 409: it will never fit; anything else may go better when the carrier tries again.
    if (error.code == ErrorCode::NotFound)
        return Response::text(404, "unknown");
    return Response::text(error.code == ErrorCode::Conflict ? 409 : 503, "not taken");
}

Response takeInbound(Gateway& gateway, const Request&, const WebhookParams& params)
{
    const QString sid = valueOf(params, "MessageSid"_L1);
    InboundText text{.carrierId = sid.isEmpty() ? valueOf(params, "SmsSid"_L1) : sid,
                     .from = valueOf(params, "From"_L1),
                     .to = valueOf(params, "To"_L1),
                     .body = valueOf(params, "Body"_L1),
                     .carrierOptedOut = valueOf(params, "OptOutType"_L1) == "STOP"_L1};
    if (text.carrierId.isEmpty() || text.from.isEmpty())
        return Response::text(400, "MessageSid and From are needed");
    const auto received = gateway.receive(text);
    return received ? taken() : failed(received.error());
}

Response takeStatus(Gateway& gateway, const Request& request, const WebhookParams& params)
{
    const QString sid = valueOf(params, "MessageSid"_L1);
    const QString status = valueOf(params, "MessageStatus"_L1);
    const TextReport report{.carrierId = sid.isEmpty() ? valueOf(params, "SmsSid"_L1) : sid,
                            .status = twilioStatus(status, valueOf(params, "ErrorCode"_L1).toInt())};
    if (report.carrierId.isEmpty() || status.isEmpty())
        return Response::text(400, "MessageSid and MessageStatus are needed");
    const auto changed = gateway.report(QString::fromLatin1(request.params.value("reference")), report);
    return changed ? Response{.status = 204, .headers = {}, .body = {}} : failed(changed.error());
}

using Take = Response (*)(Gateway&, const Request&, const WebhookParams&);

} // namespace

void registerTwilioWebhooks(Router& router, Gateway& gateway, TwilioWebhookSettings settings)
{
    const auto add = [&](const QByteArray& pattern, Take take) {
        router.add(
            "POST", pattern,
            [&gateway, settings, take](const Request& request) {
                if (!isForm(request))
                    return Response::text(415, "a form is expected");
                const WebhookParams params = paramsOf(request);
                // The address that the carrier was told, never one made of what the request says of itself.
                const QString url = settings.publicUrl + QString::fromLatin1(request.path);
                if (!request.query.isEmpty() ||
                    !isTwilioSignature(request.header("X-Twilio-Signature"), settings.authToken, url, params)) {
                    qCWarning(lcHooks, "a webhook without the carrier's signature was refused");
                    return Response::text(403, "the signature is wrong");
                }
                return take(gateway, request, params);
            },
            limits);
    };
    add(twilioInboundPath, &takeInbound);
    add(QByteArray(twilioStatusPath) + "/{reference}", &takeStatus);
}

} // namespace handrail::server
