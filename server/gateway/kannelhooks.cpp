// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/kannelhooks.h"

#include "core/carriers/kannelhooks.h"

#include <QCryptographicHash>
#include <QLoggingCategory>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

Q_LOGGING_CATEGORY(lcKannel, "handrail.gateway.kannel")

/// A text of 2,000 characters, each of six bytes percent-encoded, is far under it.
constexpr RouteLimits limits{.maxBodyBytes = 64LL * 1024, .slow = true};

/// By their hashes, so that the time says nothing of how much of it was right.
bool isSecret(const QByteArray& given, const QString& secret)
{
    const auto hash = [](const QByteArray& text) { return QCryptographicHash::hash(text, QCryptographicHash::Sha256); };
    return hash(given) == hash(secret.toUtf8());
}

/// As our store has numbers, where it is one; a short code or a sender with letters as it is.
QString asE164(const QString& number, const PhoneNumbers& phones, const QString& region)
{
    const auto national = phones.parse(number, region);
    if (national)
        return national->e164();
    const bool digits = std::ranges::all_of(number, [](QChar c) { return c.isDigit(); });
    const auto international = digits ? phones.parse(u'+' + number, region) : national;
    return international ? international->e164() : number;
}

/// Kannel reads the status alone, and sends nothing of the body to the client (max-messages = 0).
Response answer(int status)
{
    return Response::text(status, "");
}

Response failed(const Error& error)
{
    qCWarning(lcKannel, "what Kannel brought could not be taken: %s", qUtf8Printable(error.sentence));
    const bool never = error.code == ErrorCode::InvalidInput || error.code == ErrorCode::NotFound;
    // What will never fit is not brought again and again; a number that nobody has yet may be set up tomorrow.
    return answer(never ? 200 : 503);
}

KannelParams paramsOf(const Request& request)
{
    return request.query + request.form();
}

Response takeReport(Gateway& gateway, const KannelParams& params)
{
    const auto report = readKannelReport(params);
    if (!report)
        return failed(report.error());
    if (!report->known) {
        qCInfo(lcKannel, "a delivery report of a kind that is not known was left alone");
        return answer(200);
    }
    const auto changed = gateway.report(report->reference, report->report);
    return changed ? answer(200) : failed(changed.error());
}

} // namespace

QString kannelReportPath(const QString& secret)
{
    return u"/hooks/kannel/"_s + secret + u"/report"_s;
}

void registerKannelHooks(Router& router, Gateway& gateway, const PhoneNumbers& phones, KannelHookSettings settings)
{
    using Take = std::function<Response(const KannelParams&)>;
    const auto add = [&](const QByteArray& what, const Take& take) {
        const auto handle = [settings, take](const Request& request) {
            if (!isSecret(request.params.value("secret"), settings.secret))
                return answer(404);
            return take(paramsOf(request));
        };
        for (const QByteArray& method : {QByteArray("GET"), QByteArray("POST")})
            router.add(method, "/hooks/kannel/{secret}/" + what, handle, limits);
    };
    add("report", [&gateway](const KannelParams& params) { return takeReport(gateway, params); });
    add("inbound", [&gateway, &phones, region = settings.region](const KannelParams& params) {
        auto text = readKannelInbound(params);
        if (!text)
            return failed(text.error());
        text->from = asE164(text->from, phones, region);
        text->to = asE164(text->to, phones, region);
        const auto received = gateway.receive(*text);
        return received ? answer(200) : failed(received.error());
    });
}

} // namespace handrail::server
