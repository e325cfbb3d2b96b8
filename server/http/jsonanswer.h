// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/router.h"

#include <QJsonObject>

namespace handrail::server {

/// A whole JSON answer, with the header of the protocol's version.
Response jsonAnswer(const QJsonObject& object, int status = 200);
/// The error as protocol::readError takes it, with the status of its code.
Response errorAnswer(const Error& error);
Response errorAnswer(const Error& error, int status);

/// The HTTP status that an error's code stands for.
int statusOf(ErrorCode code);

/// The request's body as a JSON object, or an error for errorAnswer().
Result<QJsonObject> jsonBody(const Request& request);

/// An error where the peer says a protocol version that this server doesn't take (it takes its own and the one
/// before); a peer that says none is taken at its word.
Result<void> checkProtocolVersion(const Request& request);
/// A peer of the version before takes an answer only if it says that version.
void answerInVersionOf(const Request& request, Response& response);

} // namespace handrail::server
