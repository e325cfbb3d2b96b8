// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/carriers/smtpmail.h"
#include "tests/carriers/somemail.h"
#include "tests/mail/mailpeers.h"

#include <QProcess>
#include <QTemporaryDir>

using namespace handrail;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

TEST_CASE("mail: the real server by its configuration", "[mail][server]")
{
    const MailPeers peers;
    QTemporaryDir folder;
    const auto write = [&folder](const QString& name, const QByteArray& text) {
        QFile file(folder.filePath(name));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner); // as a credential has to be
        file.write(text);
    };
    write(u"password"_s, "secret\n");
    write(u"server.ini"_s, "[server]\nlisten_port=0\n[mail]\nimap_url=imaps://server%40agency.test@localhost:" +
                               QByteArray::number(peers.imapsPort) +
                               "/INBOX\nimap_password_file=password\nca_file=" + peers.file("ca.pem").toUtf8() +
                               "\npoll_seconds=1\nsmtp_url=smtp://127.0.0.1:" + QByteArray::number(peers.smtpPort) +
                               "\n");
    const QStringList config = {u"--config"_s, folder.filePath(u"server.ini"_s)};
    REQUIRE(QProcess::execute(QStringLiteral(HANDRAIL_SERVER),
                              config + QStringList{u"agency"_s, u"add"_s, u"--name"_s, u"House"_s, u"--address"_s,
                                                   u"server@agency.test"_s, u"--time-zone"_s, u"America/New_York"_s,
                                                   u"--number"_s, u"+19375550100"_s}) == 0);
    QProcess server;
    server.setProcessChannelMode(QProcess::MergedChannels);
    server.start(QStringLiteral(HANDRAIL_SERVER), config + QStringList{u"serve"_s});
    REQUIRE(server.waitForStarted());

    OutgoingMail mail = someMail();
    mail.toAddress = u"server@agency.test"_s;
    REQUIRE(SmtpMail(peers.postfix()).send(mail).kind == SendOutcome::Kind::Sent);
    QByteArray said;
    waitFor("the server looks into its mailbox", [&] {
        said += server.readAll();
        return said.contains("1 automatic");
    });
    CHECK_FALSE(said.contains("agency.test"));
    server.terminate();
    CHECK(server.waitForFinished(20'000));
}
