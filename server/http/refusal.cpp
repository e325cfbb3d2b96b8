// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/refusal.h"

#include "server/http/jsonanswer.h"

#include <QCoreApplication>

namespace handrail::server {

Response refusalAnswer(int status, const char* sentence)
{
    const ErrorCode code = status == 503 ? ErrorCode::Offline : ErrorCode::InvalidInput;
    Response response = errorAnswer({code, QCoreApplication::translate("Server", sentence)}, status);
    if (status == 405)
        response.addHeader("Allow", "GET, HEAD, POST");
    if (status == 503)
        response.addHeader("Retry-After", "5");
    return response;
}

} // namespace handrail::server
