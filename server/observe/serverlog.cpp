// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/observe/serverlog.h"

#include <QDateTime>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <atomic>
#include <condition_variable>
#include <cstdio>
#include <deque>
#include <mutex>
#include <thread>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

constexpr std::size_t mostLines = 10000;

const char* nameOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return "debug";
    case QtInfoMsg:
        return "info";
    case QtWarningMsg:
        return "warning";
    case QtCriticalMsg:
    case QtFatalMsg:
        return "error";
    }
    return "info";
}

QString textOf(const QJsonValue& value)
{
    return value.isString() ? value.toString() : value.toVariant().toString();
}

/// A line is one line, whatever was logged.
QString onOneLine(QString text)
{
    for (QChar& c : text)
        if (c.category() == QChar::Other_Control)
            c = u' ';
    return text;
}

/// Set while this thread logs a line with fields.
thread_local const LogFields* lineFields = nullptr;

QByteArray lineOf(bool json, const QDateTime& now, QtMsgType type, const char* category, const QString& message)
{
    const QString time = now.toString(Qt::ISODateWithMs);
    const LogFields& fields = lineFields != nullptr ? *lineFields : LogFields();
    if (!json) {
        QString line = u"%1 %2 %3: %4"_s.arg(time, QLatin1String(nameOf(type)), QLatin1String(category), message);
        for (const auto& [name, value] : fields)
            line += u' ' + name + u'=' + textOf(value);
        return onOneLine(line).toUtf8() + '\n';
    }
    QJsonObject line{{u"time"_s, time},
                     {u"level"_s, QLatin1String(nameOf(type))},
                     {u"category"_s, QLatin1String(category)},
                     {u"message"_s, message}};
    for (const auto& [name, value] : fields)
        line.insert(name, value);
    return QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace

/// Writes lines on a thread of its own.
class ServerLog::Writer
{
public:
    Writer(bool json, const Clock& clock)
        : m_json(json)
        , m_clock(clock)
    {
        // Not by stdio: its lock, held by a write that hangs, would keep the whole program from ending.
        if (m_out.open(2, QIODevice::WriteOnly | QIODevice::Unbuffered))
            m_thread = std::thread([this] { run(); });
        else
            m_ended = true;
    }
    void write(QtMsgType type, const char* category, const QString& message)
    {
        QByteArray line = lineOf(m_json, m_clock.now(), type, category, message);
        if (type == QtFatalMsg) { // The process ends when this returns.
            std::fwrite(line.constData(), 1, size_t(line.size()), stderr);
            return;
        }
        const std::lock_guard lock(m_mutex);
        if (m_lines.size() < mostLines)
            m_lines.push_back(std::move(line));
        else
            ++m_dropped;
        m_changed.notify_all();
    }
    void flush()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait_for(lock, std::chrono::seconds(1), [this] { return m_ended || (m_lines.empty() && !m_writing); });
    }
    /// Whether all was written, or the thread hangs at a reader that reads no more.
    bool end()
    {
        std::unique_lock lock(m_mutex);
        m_end = true;
        m_changed.notify_all();
        const bool done = m_changed.wait_for(lock, std::chrono::seconds(1), [this] { return m_ended; });
        lock.unlock();
        if (done && m_thread.joinable())
            m_thread.join();
        else if (!done)
            m_thread.detach();
        return done;
    }

private:
    void run()
    {
        std::unique_lock lock(m_mutex);
        for (;;) {
            m_changed.wait(lock, [this] { return m_end || !m_lines.empty(); });
            if (m_lines.empty())
                break;
            std::deque<QByteArray> lines;
            lines.swap(m_lines);
            if (const int dropped = std::exchange(m_dropped, 0); dropped > 0)
                lines.push_back(lineOf(m_json, m_clock.now(), QtWarningMsg, "handrail.server.log",
                                       u"%1 lines were dropped: nobody reads fast enough"_s.arg(dropped)));
            m_writing = true;
            lock.unlock();
            for (const QByteArray& line : lines)
                m_out.write(line);
            lock.lock();
            m_writing = false;
            m_changed.notify_all();
        }
        m_ended = true;
        m_changed.notify_all();
    }

    bool m_json;
    const Clock& m_clock;
    QFile m_out;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<QByteArray> m_lines;
    int m_dropped = 0;
    bool m_writing = false;
    bool m_end = false;
    bool m_ended = false;
    std::thread m_thread;
};

namespace {

/// Qt's message handler is a plain function, so it has to find its log somewhere.
std::mutex currentMutex;
ServerLog* current = nullptr;

} // namespace

ServerLog::ServerLog(const QString& level, bool json, const Clock& clock)
    : m_writer(std::make_unique<Writer>(json, clock))
{
    const QString rules = u"handrail.*.debug=%1\nhandrail.*.info=%2\n"_s;
    QLoggingCategory::setFilterRules(
        rules.arg(level == "debug"_L1 ? u"true"_s : u"false"_s, level == "warning"_L1 ? u"false"_s : u"true"_s));
    const std::lock_guard lock(currentMutex);
    current = this;
    m_before = qInstallMessageHandler(&ServerLog::take);
}

ServerLog::~ServerLog()
{
    {
        const std::lock_guard lock(currentMutex);
        qInstallMessageHandler(m_before);
        current = nullptr;
    }
    if (!m_writer->end())
        static_cast<void>(m_writer.release()); // Its thread still has it.
}

void ServerLog::flush()
{
    m_writer->flush();
}

void ServerLog::take(QtMsgType type, const QMessageLogContext& context, const QString& message)
{
    const std::lock_guard lock(currentMutex);
    if (current != nullptr)
        current->m_writer->write(type, context.category != nullptr ? context.category : "default", message);
}

void ServerLog::info(const QLoggingCategory& category, const char* message, const LogFields& fields)
{
    lineFields = &fields;
    qCInfo(category, "%s", message);
    lineFields = nullptr;
}

void ServerLog::debug(const QLoggingCategory& category, const char* message, const LogFields& fields)
{
    lineFields = &fields;
    qCDebug(category, "%s", message);
    lineFields = nullptr;
}

} // namespace handrail::server
