// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/router.h"

#include "server/http/jsonanswer.h"

#include <QCoreApplication>
#include <QLoggingCategory>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

Q_LOGGING_CATEGORY(logRouter, "handrail.server.http", QtInfoMsg)

namespace handrail::server {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("Server", text);
}

QByteArray decoded(const QByteArray& text, bool plusIsSpace)
{
    QByteArray copy = text;
    if (plusIsSpace)
        copy.replace('+', ' ');
    return QByteArray::fromPercentEncoding(copy);
}

QList<QByteArray> segmentsOf(const QByteArray& path)
{
    return path.startsWith('/') ? path.mid(1).split('/') : QList<QByteArray>();
}

bool isParameter(const QByteArray& segment)
{
    return segment.startsWith('{') && segment.endsWith('}');
}

Response plainFallback(const Request&, int status)
{
    if (status == 404)
        return errorAnswer({ErrorCode::NotFound, tr("There is nothing at this address.")});
    if (status == 405)
        return errorAnswer({ErrorCode::InvalidInput, tr("This address does not know that method.")}, status);
    return errorAnswer({ErrorCode::Internal, tr("The server could not answer; the trouble was written to its log.")},
                       status);
}

} // namespace

QList<std::pair<QByteArray, QByteArray>> parseForm(const QByteArray& text)
{
    QList<std::pair<QByteArray, QByteArray>> pairs;
    for (const QByteArray& part : text.split('&')) {
        if (part.isEmpty())
            continue;
        const qsizetype equals = part.indexOf('=');
        const QByteArray name = equals < 0 ? part : part.left(equals);
        const QByteArray value = equals < 0 ? QByteArray() : part.mid(equals + 1);
        pairs.emplace_back(decoded(name, true), decoded(value, true));
    }
    return pairs;
}

QByteArray Request::header(const QByteArray& name) const
{
    const auto found = std::ranges::find_if(
        headers, [&](const auto& pair) { return pair.first.compare(name, Qt::CaseInsensitive) == 0; });
    return found == headers.end() ? QByteArray() : found->second;
}

static std::optional<QByteArray> firstOf(const QList<std::pair<QByteArray, QByteArray>>& pairs, const QByteArray& name)
{
    const auto found = std::ranges::find_if(pairs, [&](const auto& pair) { return pair.first == name; });
    return found == pairs.end() ? std::nullopt : std::optional(found->second);
}

std::optional<QByteArray> Request::queryValue(const QByteArray& name) const
{
    return firstOf(query, name);
}

QList<std::pair<QByteArray, QByteArray>> Request::form() const
{
    return parseForm(body);
}

std::optional<QByteArray> Request::formValue(const QByteArray& name) const
{
    return firstOf(form(), name);
}

Response Response::json(int status, const QByteArray& body)
{
    return {.status = status,
            .headers = {{"Content-Type", "application/json"}, {"Cache-Control", "no-store"}},
            .body = body};
}

Response Response::html(int status, const QByteArray& body)
{
    return {.status = status, .headers = {{"Content-Type", "text/html; charset=utf-8"}}, .body = body};
}

Response Response::text(int status, const QByteArray& body)
{
    return {.status = status, .headers = {{"Content-Type", "text/plain; charset=utf-8"}}, .body = body};
}

void Router::add(const QByteArray& method, const QByteArray& pattern, Handler handler, RouteLimits limits)
{
    m_routes.push_back({method, pattern, segmentsOf(pattern), std::move(handler), limits});
}

QList<std::pair<QByteArray, QByteArray>> Router::routes() const
{
    QList<std::pair<QByteArray, QByteArray>> all;
    for (const Route& route : m_routes)
        all.emplace_back(route.method, route.pattern);
    return all;
}

void Router::setFallback(std::function<Response(const Request&, int status)> fallback)
{
    m_fallback = std::move(fallback);
}

void Router::setUploadCheck(UploadCheck check)
{
    m_uploadCheck = std::move(check);
}

std::optional<Response> Router::whyNoUpload(const Request& request) const
{
    try {
        return m_uploadCheck ? m_uploadCheck(request) : std::nullopt;
    } catch (const std::exception& trouble) {
        qCCritical(logRouter) << "the check of an upload failed:" << trouble.what();
        return plainFallback(request, 500);
    }
}

Router::Match Router::match(const QByteArray& method, const QByteArray& path) const
{
    Match result;
    const QList<QByteArray> asked = segmentsOf(path);
    for (const Route& route : m_routes) {
        if (route.segments.size() != asked.size() || asked.isEmpty())
            continue;
        QHash<QByteArray, QByteArray> params;
        bool fits = true;
        for (qsizetype i = 0; fits && i < asked.size(); ++i) {
            const QByteArray& segment = route.segments[i];
            if (isParameter(segment) && !asked[i].isEmpty())
                params.insert(segment.mid(1, segment.size() - 2), decoded(asked[i], false));
            else
                fits = segment == asked[i];
        }
        if (fits && route.method == method)
            return {.route = &route, .params = params};
        if (fits)
            result.otherMethods.append(route.method);
    }
    return result;
}

RouteLimits Router::limitsOf(const QByteArray& method, const QByteArray& path) const
{
    const Match found = match(method, path);
    return found.route != nullptr ? found.route->limits : RouteLimits{.maxBodyBytes = 16LL * 1024};
}

Response Router::route(const Request& request) const
{
    const auto fallback = m_fallback ? m_fallback : plainFallback;
    const Match found = match(request.method, request.path);
    if (found.route == nullptr) {
        Response response = fallback(request, found.otherMethods.isEmpty() ? 404 : 405);
        if (!found.otherMethods.isEmpty())
            response.addHeader("Allow", found.otherMethods.join(", "));
        return response;
    }
    Request whole = request;
    whole.params = found.params;
    Response response;
    try {
        response = found.route->handler(whole);
        answerInVersionOf(whole, response);
    } catch (const std::exception& trouble) {
        qCCritical(logRouter) << "a handler of" << found.route->pattern << "failed:" << trouble.what();
        const auto refusal = found.route->limits.refusal;
        response = refusal != nullptr ? refusal(whole, 500) : fallback(request, 500);
    }
    response.route = found.route->pattern;
    return response;
}

} // namespace handrail::server
