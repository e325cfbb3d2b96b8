// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/router.h"

namespace handrail::server {

/// What the server says to a request before any route sees it, as JSON like every error of the protocol.
Response refusalAnswer(int status, const char* sentence);

} // namespace handrail::server
