// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/records.h"
#include "tests/support/catch.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>

namespace handrail::tests {

struct Outcome
{
    int code = -1;
    QString out;
    QString err;
    [[nodiscard]] QJsonArray list() const { return QJsonDocument::fromJson(out.toUtf8()).array(); }
};

/// The real program with a configuration of its own, for the tests of its commands.
class Host
{
public:
    Host()
    {
        QFile config(m_folder.filePath(QStringLiteral("server.ini")));
        REQUIRE(config.open(QIODevice::WriteOnly));
        config.write("[database]\nurl = sqlite:server.db\n");
    }
    [[nodiscard]] Outcome run(const QStringList& arguments, const QByteArray& typed = {}) const
    {
        QProcess program;
        program.start(QStringLiteral(HANDRAIL_SERVER),
                      QStringList{QStringLiteral("--config"), path(QStringLiteral("server.ini"))} + arguments);
        program.write(typed);
        program.closeWriteChannel();
        REQUIRE(program.waitForFinished());
        REQUIRE(program.exitStatus() == QProcess::NormalExit);
        return {program.exitCode(), QString::fromUtf8(program.readAllStandardOutput()),
                QString::fromUtf8(program.readAllStandardError())};
    }
    [[nodiscard]] Outcome addAgency(const QStringList& more) const
    {
        return run(QStringList{QStringLiteral("agency"), QStringLiteral("add"), QStringLiteral("--name"),
                               QStringLiteral("Bridges")} +
                   more);
    }
    [[nodiscard]] Outcome addUser(const QString& email, const QByteArray& typed, const QStringList& more = {}) const
    {
        return run(QStringList{QStringLiteral("user"), QStringLiteral("add"), QStringLiteral("--agency"),
                               QStringLiteral("Bridges"), QStringLiteral("--email"), email} +
                       more,
                   typed);
    }
    [[nodiscard]] QString path(const QString& file) const { return m_folder.filePath(file); }
    [[nodiscard]] std::unique_ptr<server::Database> database() const
    {
        return mustHave(server::Database::open({.name = path(QStringLiteral("server.db"))}));
    }
    /// The only one, as the server reads it.
    [[nodiscard]] Agency agency() const { return mustHave(server::agencies(*database())).first(); }

private:
    QTemporaryDir m_folder;
};

/// Refused with one sentence that has `words`, and nothing on stdout that a script could take for an id.
inline void checkRefused(const Outcome& outcome, const QString& words)
{
    INFO(outcome.err);
    CHECK(outcome.code == 1);
    CHECK(outcome.out.isEmpty());
    CHECK(outcome.err.startsWith(QStringLiteral("handrail-server: ")));
    CHECK(outcome.err.count(u'\n') == 1);
    CHECK(outcome.err.contains(words));
}

} // namespace handrail::tests
