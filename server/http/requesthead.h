// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/connection.h"

#include <optional>

namespace handrail::server {

struct Refusal
{
    int status = 400;
    const char* sentence = "";
};

/// Why a request's header is not taken, or nothing. Everything here is about requests that a proxy before us and we
/// could read differently, or that no route takes.
std::optional<Refusal> refusalOf(const http::request_parser<http::empty_body>& parser);

} // namespace handrail::server
