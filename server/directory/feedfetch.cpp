// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/directory/feedfetch.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrlQuery>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server::directory {

namespace {

Error trouble(const QString& sentence)
{
    return {ErrorCode::Offline, sentence};
}

QString tr(const char* text)
{
    return QCoreApplication::translate("Directory", text);
}

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

/// How many pages an answer of an HSDS API says there are; 0 where it is none.
int totalPages(const QByteArray& body)
{
    const QByteArray start = body.left(64).trimmed();
    if (!start.startsWith('{'))
        return 0;
    const QJsonObject page = QJsonDocument::fromJson(body).object();
    return page.value("contents"_L1).isArray() ? qMax(1, page.value("total_pages"_L1).toInt(1)) : 0;
}

QUrl pageOf(QUrl url, int number)
{
    QUrlQuery query(url);
    query.removeAllQueryItems(u"page"_s);
    query.addQueryItem(u"page"_s, QString::number(number));
    url.setQuery(query);
    return url;
}

/// What the bytes are, whatever the other server calls them.
QString suffixOf(const QByteArray& body)
{
    if (body.startsWith("PK\x03\x04"))
        return u".zip"_s;
    return u".json"_s;
}

class Fetcher
{
public:
    Fetcher(HttpTransport& http, const Clock& clock, QString folder, const FeedBounds& bounds)
        : m_http(http)
        , m_clock(clock)
        , m_folder(std::move(folder))
        , m_bounds(bounds)
        , m_until(clock.monotonicMs() + bounds.wholeMs)
    {
    }

    Result<FetchedFeed> run(const FeedRequest& request)
    {
        QList<std::pair<QByteArray, QByteArray>> conditions;
        if (!request.etag.isEmpty())
            conditions.emplaceBack("If-None-Match", request.etag.toLatin1());
        if (!request.lastModified.isEmpty())
            conditions.emplaceBack("If-Modified-Since", request.lastModified.toLatin1());
        const auto first = get(request.url, conditions);
        if (!first)
            return first.error();
        if (first->status == 304)
            return FetchedFeed{true, {}, request.etag, request.lastModified};
        FetchedFeed feed{.etag = QString::fromLatin1(first->header("ETag").left(200)),
                         .lastModified = QString::fromLatin1(first->header("Last-Modified").left(100))};
        const int pages = totalPages(first->body);
        if (pages > m_bounds.pages)
            return trouble(
                tr("The directory has %1 pages, more than the %2 that are fetched.").arg(pages).arg(m_bounds.pages));
        const QString name = pages > 1 ? u"page-00001.json"_s : u"feed"_s + suffixOf(first->body);
        if (const auto kept = keep(name, first->body); !kept)
            return kept.error();
        for (int page = 2; page <= pages; ++page)
            if (const auto fetched = fetchPage(request.url, page); !fetched)
                return fetched.error();
        feed.path = pages > 1 ? m_folder : QDir(m_folder).filePath(name);
        return feed;
    }

private:
    Result<void> fetchPage(const QUrl& url, int number)
    {
        const auto page = get(pageOf(url, number), {});
        if (!page)
            return page.error();
        if (totalPages(page->body) == 0)
            return trouble(tr("Page %1 of the directory is no page of an HSDS API.").arg(number));
        return keep(u"page-%1.json"_s.arg(number, 5, 10, QChar(u'0')), page->body);
    }

    Result<HttpResponse> get(QUrl url, const QList<std::pair<QByteArray, QByteArray>>& conditions)
    {
        for (int hop = 0; hop <= m_bounds.redirects; ++hop) {
            if (!isSafeFeedAddress(url))
                return trouble(tr("The directory's server sends on to an address without https."));
            auto answer = ask(url, conditions);
            if (!answer || !isRedirect(answer->status))
                return answer;
            url = url.resolved(QUrl::fromEncoded(answer->header("Location"), QUrl::StrictMode));
        }
        return trouble(tr("The directory's server sends on more than %1 times.").arg(m_bounds.redirects));
    }

    Result<HttpResponse> ask(const QUrl& url, const QList<std::pair<QByteArray, QByteArray>>& conditions)
    {
        if (m_bounds.stop != nullptr && *m_bounds.stop)
            return trouble(tr("The server was stopped while it fetched."));
        const qint64 left = m_until - m_clock.monotonicMs();
        if (left <= 0)
            return trouble(tr("The directory's server is too slow: it did not give everything within %1 minutes.")
                               .arg(m_bounds.wholeMs / 60'000));
        HttpRequest request{.url = url,
                            .headers = conditions,
                            .timeoutMs = int(qMin<qint64>(left, m_bounds.requestMs)),
                            .maxResponseBytes = qMin(m_bounds.pageBytes, m_bounds.bytes - m_bytes)};
        request.headers.emplaceBack("Accept", "application/json, application/zip;q=0.9, */*;q=0.1");
        const HttpOutcome outcome = m_http.send(request);
        if (outcome.kind != HttpOutcome::Kind::Answered)
            return trouble(tr("The directory's server can't be reached: %1").arg(outcome.trouble));
        const int status = outcome.response.status;
        if (status != 200 && status != 304 && !isRedirect(status))
            return trouble(tr("The directory's server answered %1.").arg(status));
        m_bytes += outcome.response.body.size();
        return outcome.response;
    }

    [[nodiscard]] Result<void> keep(const QString& name, const QByteArray& bytes) const
    {
        QFile file(QDir(m_folder).filePath(name));
        if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush())
            return {};
        return Error{ErrorCode::StorageTrouble,
                     tr("The directory could not be kept while it was fetched: %1").arg(file.errorString())};
    }

    HttpTransport& m_http;
    const Clock& m_clock;
    QString m_folder;
    FeedBounds m_bounds;
    qint64 m_until;
    qint64 m_bytes = 0;
};

} // namespace

bool isSafeFeedAddress(const QUrl& url)
{
    static const QStringList loopback = {u"localhost"_s, u"127.0.0.1"_s, u"::1"_s};
    const bool encrypted = url.scheme() == "https"_L1;
    const bool here = url.scheme() == "http"_L1 && loopback.contains(url.host());
    return url.isValid() && !url.host().isEmpty() && url.userInfo().isEmpty() && (encrypted || here);
}

Result<FetchedFeed> fetchFeed(HttpTransport& http, const Clock& clock, const FeedRequest& request,
                              const QString& folder, const FeedBounds& bounds)
{
    return Fetcher(http, clock, folder, bounds).run(request);
}

} // namespace handrail::server::directory
