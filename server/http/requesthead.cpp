// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/requesthead.h"

#include <algorithm>
#include <boost/beast/core/string.hpp>
#include <cctype>
#include <iterator>

namespace handrail::server {

qsizetype endOfHead(QByteArrayView bytes, qsizetype seen)
{
    if (!bytes.isEmpty() && std::isprint(uchar(bytes.front())) == 0 && bytes.front() != '\r' && bytes.front() != '\n')
        return bytes.size();
    const qsizetype from = std::max(qsizetype(0), seen - 2);
    const qsizetype good = bytes.indexOf("\n\r\n", from);
    const qsizetype bare = bytes.indexOf("\n\n", from);
    if (good >= 0 && (bare < 0 || good < bare))
        return good + 3;
    return bare >= 0 ? bare + 2 : 0;
}

bool isFolded(QByteArrayView head)
{
    return head.indexOf("\n ") >= 0 || head.indexOf("\n\t") >= 0;
}

std::optional<Refusal> refusalOf(const http::request_parser<http::empty_body>& parser)
{
    const auto& head = parser.get();
    const auto countOf = [&](http::field name) {
        const auto range = head.equal_range(name);
        return std::distance(range.first, range.second);
    };
    const auto encodings = countOf(http::field::transfer_encoding);
    if (encodings > 0 && countOf(http::field::content_length) > 0)
        return Refusal{400, "A request can't have both Content-Length and Transfer-Encoding."};
    // A list of equal ones, "5, 5", may be taken as one (RFC 9110 8.6); what stands before us may have taken it as none.
    if (countOf(http::field::content_length) > 1 ||
        head[http::field::content_length].find(',') != boost::beast::string_view::npos)
        return Refusal{400, "A request can't have two lengths."};
    // "gzip, chunked" would be read as a body that we can't unpack.
    const bool chunked = boost::beast::iequals(head[http::field::transfer_encoding], "chunked");
    if (encodings > 1 || (encodings == 1 && (!parser.chunked() || !chunked || head.version() < 11)))
        return Refusal{400, "A request's body can only be chunked or have a length."};
    if (head.version() != 10 && head.version() != 11)
        return Refusal{505, "This server speaks HTTP/1.1."};
    if (countOf(http::field::host) > 1 || (head.version() == 11 && countOf(http::field::host) == 0))
        return Refusal{400, "A request needs one Host."};
    if (head.target().empty() || head.target().front() != '/')
        return Refusal{400, "A request's target must be a path."};
    if (head.method() != http::verb::get && head.method() != http::verb::head && head.method() != http::verb::post)
        return Refusal{405, "This server knows GET, HEAD and POST."};
    return std::nullopt;
}

} // namespace handrail::server
