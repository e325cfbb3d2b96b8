// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

/// Why a request's header is not taken, or nothing. Everything here is about requests that a proxy before us and we
/// could read differently, or that no route takes.
std::optional<Refusal> refusalOf(const http::request_parser<http::empty_body>& parser);

} // namespace handrail::server
