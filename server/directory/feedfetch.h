// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"
#include "core/ports/clock.h"
#include "core/ports/httptransport.h"

#include <atomic>

namespace handrail::server::directory {

/// What to ask for, and what the other server said of it the last time.
struct FeedRequest
{
    QUrl url;
    QString etag;
    QString lastModified;
};

struct FetchedFeed
{
    bool unchanged = false; ///< 304: nothing was fetched.
    QString path;           ///< For readDirectory(): a file or a folder.
    QString etag;
    QString lastModified;
};

/// How much a feed may be; more is an error.
struct FeedBounds
{
    int pages = 5000;
    qint64 bytes = 512LL * 1024 * 1024;
    qint64 pageBytes = 128LL * 1024 * 1024;
    qint64 wholeMs = 20LL * 60 * 1000;
    int requestMs = 60'000;
    int redirects = 5;
    const std::atomic<bool>* stop = nullptr; ///< Set: no request is begun once it is true.
};

/// https, or http to this machine, without a user name in it.
bool isSafeFeedAddress(const QUrl& url);

/// Fetches the directory into `folder`: one file, or all pages of an HSDS API (`total_pages` of its Page, asked for as
/// ?page=2 ...). https only, except to loopback, also behind a redirect. All or nothing.
Result<FetchedFeed> fetchFeed(HttpTransport& http, const Clock& clock, const FeedRequest& request,
                              const QString& folder, const FeedBounds& bounds = {});

} // namespace handrail::server::directory
