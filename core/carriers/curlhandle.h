// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <csignal>
#include <curl/curl.h>
#include <memory>
#include <mutex>

namespace handrail {

struct CurlCloser
{
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using CurlHandle = std::unique_ptr<CURL, CurlCloser>;
using CurlList = std::unique_ptr<curl_slist, CurlCloser>;

/// A new handle; libcurl itself is set up with the first one, since its own lazy set-up is not safe among threads.
inline CurlHandle newCurlHandle()
{
    static std::once_flag once;
    std::call_once(once, [] {
        curl_global_init(CURL_GLOBAL_DEFAULT);
#ifdef SIGPIPE
        // An encrypted connection that the other side has closed would end the process, and libcurl's own remedy is
        // not safe among threads.
        std::signal(SIGPIPE, SIG_IGN);
#endif
    });
    return CurlHandle(curl_easy_init());
}

inline void appendTo(CurlList& list, const QByteArray& line)
{
    if (curl_slist* grown = curl_slist_append(list.get(), line.constData())) {
        (void)list.release();
        list.reset(grown);
    }
}

} // namespace handrail
