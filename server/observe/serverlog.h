// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/clock.h"

#include <QJsonValue>
#include <QLoggingCategory>
#include <QString>
#include <memory>
#include <utility>
#include <vector>

namespace handrail::server {

/// What stands beside a log line's message, in order.
using LogFields = std::vector<std::pair<QLatin1String, QJsonValue>>;

/// The server's log on stderr: everything that Qt's logging categories are given, from any thread, as lines of text or
/// of JSON (time, level, category, message, and the fields). Writing never blocks who logs: where nobody reads stderr,
/// lines are dropped, and counted.
class ServerLog
{
public:
    /// `level`: warning, info or debug. Takes Qt's messages until it is destroyed; one at a time. `clock` outlives it.
    ServerLog(const QString& level, bool json, const Clock& clock);
    /// Waits a second at most for what is still to be written.
    ~ServerLog();
    ServerLog(const ServerLog&) = delete;
    ServerLog& operator=(const ServerLog&) = delete;

    /// Waits until all that was logged is written; a second at most.
    void flush();

    /// A line with fields.
    static void info(const QLoggingCategory& category, const char* message, const LogFields& fields);
    static void debug(const QLoggingCategory& category, const char* message, const LogFields& fields);

private:
    class Writer;
    static void take(QtMsgType type, const QMessageLogContext& context, const QString& message);

    std::unique_ptr<Writer> m_writer;
    QtMessageHandler m_before;
};

} // namespace handrail::server
