// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <optional>

namespace handrail::server {

namespace http = boost::beast::http;

struct Refusal
{
    int status = 400;
    const char* sentence = "";
};

/// Where the head ends, after its empty line; 0: not yet. What can't be HTTP, or ends its lines otherwise, is over at
/// once, for the parser to refuse. `seen`: how much was looked at before.
qsizetype endOfHead(QByteArrayView bytes, qsizetype seen);

/// Beast unfolds header lines, which a proxy before us may have read as two (RFC 9112 section 5.2).
bool isFolded(QByteArrayView head);

/// Why a request's header is not taken, or nothing. Everything here is about requests that a proxy before us and we
/// could read differently, or that no route takes.
std::optional<Refusal> refusalOf(const http::request_parser<http::empty_body>& parser);

} // namespace handrail::server
