// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/directory/feedworker.h"

#include "server/directory/feedfetch.h"
#include "server/directory/importdirectory.h"

#include <QCoreApplication>
#include <QLoggingCategory>
#include <QTemporaryDir>
#include <condition_variable>
#include <mutex>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

Q_LOGGING_CATEGORY(lcFeeds, "handrail.directory.feeds")

constexpr int retryHours = 1;

void failed(DirectoryFeed& feed, const Error& error)
{
    feed.outcome = error.code == ErrorCode::Conflict ? u"held"_s : u"failed"_s;
    feed.summary = error.sentence;
}

} // namespace

DirectoryFeeds::DirectoryFeeds(Databases& databases, HttpTransport& http, const Environment& environment)
    : m_databases(databases)
    , m_http(http)
    , m_environment(environment)
    , m_holder(environment.ids.next().toString(QUuid::WithoutBraces))
{
}

Result<int> DirectoryFeeds::round()
{
    const auto db = m_databases.here();
    if (!db)
        return db.error();
    for (int tried = 0;; ++tried) {
        if (m_stop)
            return tried;
        const auto feed = leaseDueFeed(**db, m_environment, m_holder);
        if (!feed)
            return feed.error();
        if (!*feed)
            return tried;
        if (const auto taken = take(**db, **feed); !taken)
            return taken.error();
    }
}

Result<void> DirectoryFeeds::take(Database& db, DirectoryFeed feed)
{
    const QDateTime now = m_environment.clock.now();
    feed.triedAt = now;
    feed.nextAt = now.addSecs(feed.everyHours * 3600LL);
    const QTemporaryDir folder;
    const auto fetched = directory::fetchFeed(m_http, m_environment.clock, {feed.url, feed.etag, feed.lastModified},
                                              folder.path(), {.stop = &m_stop});
    if (!fetched) {
        failed(feed, fetched.error());
        feed.nextAt = now.addSecs(qMin(retryHours, feed.everyHours) * 3600LL);
    } else if (fetched->unchanged) {
        feed.outcome = u"unchanged"_s;
        feed.appliedAt = now;
    } else {
        const ImportRules rules{.refuseShrinking = !feed.mayShrink, .by = Actor::server()};
        const auto result = importDirectory(db, feed.agencyId, m_environment, fetched->path, feed.source, rules);
        if (result) {
            feed.outcome = u"applied"_s;
            feed.summary = describe(*result, 0);
            feed.report = result->reports;
            feed.appliedAt = now;
            feed.mayShrink = false;
            feed.etag = fetched->etag;
            feed.lastModified = fetched->lastModified;
        } else {
            failed(feed, result.error());
        }
    }
    qCInfo(lcFeeds, "a directory's feed was fetched: %s", qUtf8Printable(feed.outcome));
    const auto finished = finishFeed(db, m_environment, feed, m_holder);
    return finished ? Result<void>() : Result<void>(finished.error());
}

DirectoryFeedWorker::DirectoryFeedWorker(DirectoryFeeds& feeds, std::chrono::seconds interval)
    : m_feeds(feeds)
    , m_interval(interval)
    , m_thread([this](const std::stop_token& stop) { run(stop); })
{
}

void DirectoryFeedWorker::run(const std::stop_token& stop) const
{
    const std::stop_callback ending(stop, [this] { m_feeds.stop(); });
    std::mutex mutex;
    std::condition_variable_any stopped;
    while (!stop.stop_requested()) {
        if (const auto round = m_feeds.round(); !round)
            qCWarning(lcFeeds, "directories could not be fetched: %s", qUtf8Printable(round.error().sentence));
        std::unique_lock lock(mutex);
        stopped.wait_for(lock, stop, m_interval, [] { return false; });
    }
}

} // namespace handrail::server
