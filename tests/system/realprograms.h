// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/composition/profile.h"
#include "core/casework/desk.h"
#include "core/sync/session.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

namespace handrail::tests {

using namespace Qt::Literals::StringLiterals;

inline constexpr int patienceMs = 60000;

/// handrail-server with SQLite on a free port, and mails into a folder. The real program, as are the agents.
class RealServer
{
public:
    /// `textsConfig`: the section [texts] and what belongs to it; `serverConfig`: more of [server].
    explicit RealServer(const QByteArray& textsConfig = {}, const QByteArray& serverConfig = {})
    {
        write(u"server.conf"_s, "[server]\nlisten_port = 0\n" + serverConfig + "[database]\nurl = sqlite:" + path(u"server.db"_s).toUtf8() +
                                    "\n[mail]\ndrop = " + path(u"mails"_s).toUtf8() + '\n' + textsConfig);
        write(u"password"_s, "correct horse battery\n");
        QDir(m_folder.path()).mkdir(u"mails"_s);
        command({u"agency"_s, u"add"_s, u"--name"_s, u"Open Door"_s, u"--number"_s, u"+19375550100"_s, u"--address"_s,
                 u"hello@opendoor.example"_s, u"--time-zone"_s, u"America/New_York"_s});
        command({u"directory"_s, u"import"_s, u"--agency"_s, u"Open Door"_s,
                 QStringLiteral(HANDRAIL_TEST_DATA "/directory/ohana")});
        serve();
    }
    ~RealServer()
    {
        m_serve.terminate();
        if (!m_serve.waitForFinished(patienceMs)) {
            m_serve.kill();
            m_serve.waitForFinished();
        }
    }

    /// Starts it, on another port than before.
    void serve()
    {
        m_serve.setProcessChannelMode(QProcess::MergedChannels);
        m_serve.start(QStringLiteral(HANDRAIL_SERVER), {u"--config"_s, path(u"server.conf"_s), u"serve"_s});
        static const QRegularExpression line(u"listening on (http://127\\.0\\.0\\.1:\\d+)"_s);
        QByteArray said;
        REQUIRE(QTest::qWaitFor(
            [&] {
                said += m_serve.readAll();
                address = line.match(QString::fromUtf8(said)).captured(1);
                return !address.isEmpty();
            },
            patienceMs));
    }
    /// kill -9
    void kill()
    {
        m_serve.kill();
        m_serve.waitForFinished(patienceMs);
    }
    void addUser(const QString& email, const QString& role)
    {
        command({u"user"_s, u"add"_s, u"--agency"_s, u"Open Door"_s, u"--name"_s, u"Dana Worker"_s, u"--email"_s, email,
                 u"--role"_s, role, u"--password-file"_s, path(u"password"_s)});
    }
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }
    [[nodiscard]] QStringList mails() const { return QDir(path(u"mails"_s)).entryList({u"*.eml"_s}, QDir::Files); }

    void write(const QString& name, const QByteArray& bytes)
    {
        QFile file(path(name));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner); // as a credential has to be
        file.write(bytes);
    }
    void command(const QStringList& arguments)
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(QStringLiteral(HANDRAIL_SERVER), QStringList{u"--config"_s, path(u"server.conf"_s)} + arguments);
        REQUIRE(process.waitForFinished(patienceMs));
        INFO(process.readAll().toStdString());
        REQUIRE(process.exitCode() == 0);
    }

    QString address;

private:
    QTemporaryDir m_folder;
    QProcess m_serve;
};

/// A computer with a profile: what the desktop does by use cases, and the real agent's turns.
class Computer
{
public:
    Computer(RealServer& server, const QString& email)
        : Computer(server, email, Unsigned{})
    {
        turn(signIn(server.address));
    }
    /// Where nobody signed in yet.
    struct Unsigned
    {
    };
    Computer(RealServer& server, const QString& email, Unsigned)
        : m_server(server)
        , m_email(email)
        , m_name(email.section(u'@', 0, 0))
    {
        QDir().mkdir(credentials());
        QFile::setPermissions(credentials(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    /// What a first turn says more.
    [[nodiscard]] QStringList signIn(const QString& address) const
    {
        return {u"--server"_s, address, u"--email"_s, m_email, u"--password-file"_s, m_server.path(u"password"_s)};
    }

    void startTurn(QProcess& agent, const QStringList& more = {})
    {
        agent.setProcessChannelMode(QProcess::MergedChannels);
        agent.start(QStringLiteral(HANDRAIL_AGENT),
                    QStringList{u"--once"_s, u"--profile"_s, m_server.path(m_name), u"--credentials"_s, credentials()} +
                        more);
    }
    void turn(const QStringList& more = {})
    {
        QProcess agent;
        startTurn(agent, more);
        REQUIRE(agent.waitForFinished(patienceMs));
        INFO(agent.readAll().toStdString());
        CHECK(agent.exitCode() == 0);
    }
    /// An agent that goes on, and looks by itself only once an hour; ended with `process`.
    void start(QProcess& process)
    {
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(QStringLiteral(HANDRAIL_AGENT), {u"--profile"_s, m_server.path(m_name), u"--credentials"_s,
                                                       credentials(), u"--poll-seconds"_s, u"3600"_s});
        REQUIRE(process.waitForStarted(patienceMs));
    }
    /// `use`: anything of (casework::Desk&).
    template <typename Use>
    auto atDesk(Use use)
    {
        const auto profile = mustHave(composition::Profile::make({m_server.path(m_name), {}, credentials()}));
        const auto opened = mustHave(profile->openStore());
        const auto session = mustHave(sync::readSession(opened.store->sync()));
        REQUIRE(session);
        casework::Desk desk{*opened.store, profile->clock(), profile->ids(), profile->phones(), session->user};
        return use(desk);
    }

private:
    [[nodiscard]] QString credentials() const { return m_server.path(m_name + u"-credentials"_s); }

    RealServer& m_server;
    QString m_email;
    QString m_name;
};

} // namespace handrail::tests
