// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace handrail::server {

using HeaderList = QList<std::pair<QByteArray, QByteArray>>;

/// A request as a handler sees it: whole, within its limits, and free of anything of the HTTP library.
struct Request
{
    QByteArray method;                              ///< "GET", "POST" ...; a HEAD comes as GET, its body is cut off.
    QByteArray path;                                ///< Raw, without query: "/v1/messages/…/send".
    QList<std::pair<QByteArray, QByteArray>> query; ///< Percent-decoded.
    HeaderList headers;                             ///< Names as received; ask through header().
    QByteArray body;
    QString remoteAddress;                ///< Of the client; that a trusted proxy names, where one is configured.
    bool secure = false;                  ///< Over TLS, ours or a trusted proxy's.
    QByteArray id;                        ///< X-Request-Id, for the log.
    QHash<QByteArray, QByteArray> params; ///< What stood for the `{name}`s of the route's pattern, percent-decoded.

    /// The first header of that name (case aside), or empty.
    [[nodiscard]] QByteArray header(const QByteArray& name) const;
    /// The first query parameter of that name, or nothing.
    [[nodiscard]] std::optional<QByteArray> queryValue(const QByteArray& name) const;
    /// The fields of an application/x-www-form-urlencoded body, in order.
    [[nodiscard]] QList<std::pair<QByteArray, QByteArray>> form() const;
    [[nodiscard]] std::optional<QByteArray> formValue(const QByteArray& name) const;
};

/// Waiting for news instead of an answer now (GET /v1/changes?wait=S): the connection waits without a thread and asks
/// the handler again when the agency has news, or for the last time when the time is up.
struct WaitForNews
{
    QByteArray topic; ///< The agency's id.
    quint64 seen = 0; ///< News::count(topic) from before the handler looked, so that news in between isn't missed.
    int seconds = 0;
};

/// An answer that another GET of the same target may have too: for so long, and while the agency has no news.
struct Keep
{
    QByteArray topic; ///< The agency's id.
    quint64 seen = 0; ///< News::count(topic) of what the answer was made from.
    int seconds = 0;  ///< News of another program on SQLite are not heard, so seconds it is.
};

struct Response
{
    int status = 200;
    HeaderList headers; ///< Without Content-Length, Date and Connection: the server writes those.
    QByteArray body;
    /// Set: this answer waits for news; when there is some, or the time is up, the handler is asked again, and its
    /// answer goes out as it is once nothing of the time is left.
    std::optional<WaitForNews> wait = {};
    std::optional<Keep> keep = {}; ///< Set: it depends on nothing but the target.
    QByteArray route = {};         ///< Set by the router: the pattern that took the request, for counting and the log.

    Response& addHeader(const QByteArray& name, const QByteArray& value)
    {
        headers.emplace_back(name, value);
        return *this;
    }

    static Response json(int status, const QByteArray& body);
    static Response html(int status, const QByteArray& body);
    static Response text(int status, const QByteArray& body);
};

/// Answers a request. Runs on a thread of the pool, several at a time; may block on the database and on carriers.
using Handler = std::function<Response(const Request&)>;

/// The pairs of a query or of an application/x-www-form-urlencoded body, decoded, in order.
QList<std::pair<QByteArray, QByteArray>> parseForm(const QByteArray& text);

/// What a route lets in.
struct RouteLimits
{
    /// What the connection answers in the route's place where it can't be asked: 400, 413, 500, 503. The request may
    /// have no body. Null: a JSON error. A page for people says it in words of its own.
    using Refusal = Response (*)(const Request&, int status);

    qint64 maxBodyBytes = 8LL * 1024 * 1024; ///< Pages' forms take 16 KB.
    bool slow = false; ///< May wait for a carrier: runs on threads of its own, so that it can't hold up the others.
    Refusal refusal = nullptr;
};

/// Which handler answers which method and path.
class Router
{
public:
    /// `pattern`: "/v1/messages/{id}/send"; a `{name}` stands for one segment that isn't empty.
    void add(const QByteArray& method, const QByteArray& pattern, Handler handler, RouteLimits limits = {});
    /// The answer to what no route takes: 404, or 405 where another method would do. Default: a JSON error.
    void setFallback(std::function<Response(const Request&, int status)> fallback);

    /// Asked before a big body is read, with a request that has none yet: an answer refuses it.
    using UploadCheck = std::function<std::optional<Response>(const Request&)>;
    void setUploadCheck(UploadCheck check);
    [[nodiscard]] bool hasUploadCheck() const { return bool(m_uploadCheck); }
    [[nodiscard]] std::optional<Response> whyNoUpload(const Request& request) const;

    /// Never throws: a handler that does is answered with a 500 that says nothing about the inside.
    [[nodiscard]] Response route(const Request& request) const;
    /// What the route of this request lets in; a small body where there is no such route.
    [[nodiscard]] RouteLimits limitsOf(const QByteArray& method, const QByteArray& path) const;

    /// Method and pattern of each route, in the order of add().
    [[nodiscard]] QList<std::pair<QByteArray, QByteArray>> routes() const;

private:
    struct Route
    {
        QByteArray method;
        QByteArray pattern;
        QList<QByteArray> segments;
        Handler handler;
        RouteLimits limits;
    };
    struct Match
    {
        const Route* route = nullptr;
        QHash<QByteArray, QByteArray> params;
        QList<QByteArray> otherMethods; ///< That the path knows, for Allow.
    };
    [[nodiscard]] Match match(const QByteArray& method, const QByteArray& path) const;

    std::vector<Route> m_routes;
    std::function<Response(const Request&, int status)> m_fallback;
    UploadCheck m_uploadCheck;
};

} // namespace handrail::server
