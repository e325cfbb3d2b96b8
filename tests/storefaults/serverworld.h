// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/router.h"
#include "server/pages/gatewaypagesource.h"
#include "tests/gateway/fakemailbox.h"
#include "tests/gateway/gatewayworld.h"

namespace handrail::tests {

/// What stands in the server's database before a path is tried: three clients with shares in different states.
struct ServerGround
{
    QDateTime at;
    server::Session desk;
    server::Session agent;
    QByteArray token;      ///< Of the worker's desk.
    QByteArray adminToken; ///< Of an administrator's.
    QUuid otherDevice;     ///< The worker's second one.
    SharePlan fresh;       ///< Its initial text is due, and nobody has claimed it.
    SharePlan claimed;
    protocol::Lease lease; ///< On the initial text of `claimed`.
    ResourceSiteId site;
    SharePlan asked;       ///< Its first follow-ups are out.
    QString answerPath;    ///< Of the text's page, /f/...
    QString unsubscribePath;
    QString reference; ///< With which the follow-up text went to the carrier.
    QString carrierId; ///< By which the carrier knows it.
};

/// Makes a server's database in `file` and leaves it closed.
ServerGround layServerGround(const QString& file);

/// One life of the server's process on that database, with carriers that always work.
struct ServerProcess
{
    ServerProcess(const QString& file, const server::Environment& environment);
    ServerProcess(const ServerProcess&) = delete;
    ServerProcess& operator=(const ServerProcess&) = delete;

    /// What the route answers; a refusal as the error that it tells.
    Result<void> ask(const QByteArray& method, const QByteArray& path, const QByteArray& token, const QJsonObject& body);
    /// A form on a client's page.
    Result<void> press(const QString& path, const QByteArray& form);

    server::Environment environment;
    server::News news;
    server::Databases databases;
    FakeTexts texts;
    FakeMail mail;
    FakeMailbox box;
    server::Gateway gateway;
    server::GatewayPageSource pages;
    server::Router router;
};

/// One way in which the server writes its database.
struct ServerPath
{
    const char* name;
    std::function<Result<void>(ServerProcess&, const ServerGround&)> run;
    bool everyCall = false; ///< Tried at every call in ./test too: something was found at one of them.
};
const QList<ServerPath>& serverPaths();
/// Those of them that administrators and accounts take.
QList<ServerPath> adminPaths();

} // namespace handrail::tests
