// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/carriers/curltransport.h"

#include "core/carriers/curlhandle.h"

#include <QHostAddress>

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

constexpr qint64 maxHeaderBytes = 64LL * 1024;

struct Receiving
{
    HttpResponse response;
    qint64 maxBodyBytes = 0;
    qint64 headerBytes = 0;
    bool tooLarge = false;
};

size_t takeBody(char* data, size_t size, size_t count, void* user)
{
    auto* receiving = static_cast<Receiving*>(user);
    const size_t bytes = size * count;
    if (receiving->response.body.size() + qint64(bytes) > receiving->maxBodyBytes) {
        receiving->tooLarge = true;
        return 0;
    }
    receiving->response.body.append(data, qsizetype(bytes));
    return bytes;
}

size_t takeHeader(char* data, size_t size, size_t count, void* user)
{
    auto* receiving = static_cast<Receiving*>(user);
    const size_t bytes = size * count;
    receiving->headerBytes += qint64(bytes);
    if (receiving->headerBytes > maxHeaderBytes) {
        receiving->tooLarge = true;
        return 0;
    }
    const QByteArray line = QByteArray(data, qsizetype(bytes)).trimmed();
    // A status line begins a response; what came before was an interim one (100 Continue).
    if (line.startsWith("HTTP/"))
        receiving->response.headers.clear();
    else if (const qsizetype colon = line.indexOf(':'); colon > 0)
        receiving->response.headers.emplaceBack(line.left(colon).trimmed(), line.mid(colon + 1).trimmed());
    return bytes;
}

bool isLoopback(const QString& host)
{
    return host.compare("localhost"_L1, Qt::CaseInsensitive) == 0 || QHostAddress(host).isLoopback();
}

QString whyNotAllowed(const HttpRequest& request)
{
    const QString scheme = request.url.scheme();
    if (!request.url.isValid() || request.url.host().isEmpty() || (scheme != "https"_L1 && scheme != "http"_L1))
        return u"the address is not an http(s) address"_s;
    if (scheme == "http"_L1 && !isLoopback(request.url.host()))
        return u"plain http is for loopback only"_s;
    for (const auto& [name, value] : request.headers)
        if (name.isEmpty() || name.contains('\r') || name.contains('\n') || name.contains(':') ||
            value.contains('\r') || value.contains('\n'))
            return u"a header has a line break in it"_s;
    return {};
}

CurlList headersOf(const HttpRequest& request)
{
    CurlList list;
    for (const auto& [name, value] : request.headers)
        appendTo(list, value.isEmpty() ? name + ';' : name + ": " + value);
    appendTo(list, "Expect:"); // No waiting for «100 Continue».
    return list;
}

void prepare(CURL* curl, const HttpRequest& request, const QString& caFile)
{
    curl_easy_setopt(curl, CURLOPT_URL, request.url.toEncoded().constData());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl, CURLOPT_NOPROXY, "localhost,127.0.0.1,::1");
    curl_easy_setopt(curl, CURLOPT_HTTP_VERSION, long(CURL_HTTP_VERSION_1_1));
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(curl, CURLOPT_FRESH_CONNECT, 1L);
    curl_easy_setopt(curl, CURLOPT_FORBID_REUSE, 1L);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, long(qMax(1, request.timeoutMs)));
    curl_easy_setopt(curl, CURLOPT_USERAGENT, "Handrail");
    if (!caFile.isEmpty())
        curl_easy_setopt(curl, CURLOPT_CAINFO, caFile.toUtf8().constData());
    if (request.method == "GET")
        return;
    curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, request.method.constData());
    if (request.method == "HEAD") {
        curl_easy_setopt(curl, CURLOPT_NOBODY, 1L);
        return;
    }
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(request.body.size()));
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, request.body.constData());
}

/// libcurl asks at least once a second whether to go on.
int shallEnd(void* givenUp, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    return *static_cast<const std::atomic<bool>*>(givenUp) ? 1 : 0;
}

/// Whether a byte of the request left: with none the other side can't have acted, whatever went wrong.
bool nothingLeft(CURL* curl)
{
    long requestBytes = 1;
    curl_easy_getinfo(curl, CURLINFO_REQUEST_SIZE, &requestBytes);
    return requestBytes == 0;
}

} // namespace

CurlTransport::CurlTransport(QString caFile)
    : m_caFile(std::move(caFile))
{
}

HttpOutcome CurlTransport::send(const HttpRequest& request)
{
    if (const QString why = whyNotAllowed(request); !why.isEmpty())
        return {.kind = HttpOutcome::Kind::NotSent, .trouble = why};
    if (m_givenUp)
        return {.kind = HttpOutcome::Kind::NotSent, .trouble = u"the server is about to stop"_s};
    const CurlHandle curl = newCurlHandle();
    if (!curl)
        return {.kind = HttpOutcome::Kind::NotSent, .trouble = u"libcurl gives no handle"_s};
    Receiving receiving{.maxBodyBytes = request.maxResponseBytes};
    const CurlList headers = headersOf(request);
    prepare(curl.get(), request, m_caFile);
    curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, &takeBody);
    curl_easy_setopt(curl.get(), CURLOPT_WRITEDATA, &receiving);
    curl_easy_setopt(curl.get(), CURLOPT_HEADERFUNCTION, &takeHeader);
    curl_easy_setopt(curl.get(), CURLOPT_HEADERDATA, &receiving);
    curl_easy_setopt(curl.get(), CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(curl.get(), CURLOPT_XFERINFOFUNCTION, &shallEnd);
    curl_easy_setopt(curl.get(), CURLOPT_XFERINFODATA, &m_givenUp);
    const CURLcode code = curl_easy_perform(curl.get());
    if (code == CURLE_OK) {
        long status = 0;
        curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
        receiving.response.status = int(status);
        return {.kind = HttpOutcome::Kind::Answered, .response = std::move(receiving.response)};
    }
    const QString trouble =
        receiving.tooLarge ? u"the answer is too large"_s : QString::fromUtf8(curl_easy_strerror(code));
    return {.kind = nothingLeft(curl.get()) ? HttpOutcome::Kind::NotSent : HttpOutcome::Kind::Unknown,
            .trouble = trouble};
}

} // namespace handrail
