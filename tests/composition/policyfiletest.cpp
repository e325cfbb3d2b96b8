// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/systempolicy.h"

#include <QFile>
#include <QTemporaryDir>
#include <catch2/catch.hpp>

using namespace handrail;
using namespace Qt::Literals::StringLiterals;

TEST_CASE("a policy file fixes what it names, and no file fixes nothing", "[policy]")
{
    QTemporaryDir dir;
    const QString path = dir.filePath(u"policy.ini"_s);
    CHECK(readPolicy(composition::policyFileValues(path)) == Policy{});

    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("# of IT\nServerAddress = https://handrail.example.org\nSignIn=organisation\nLockMinutes=90\n"
               "AgentSends=no\nUnknown=1\n");
    file.close();
    const Policy policy = readPolicy(composition::policyFileValues(path));
    CHECK(policy.server == u"https://handrail.example.org"_s);
    CHECK(policy.signIn == Policy::SignInWay::Organisation);
    CHECK(policy.agentSends == false);
    CHECK(policy.problems == QStringList{u"LockMinutes"_s});
}

TEST_CASE("a file that is no policy fixes nothing", "[policy]")
{
    QTemporaryDir dir;
    const QString path = dir.filePath(u"policy.ini"_s);
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(QByteArray("\x00\xff\xfe[[[=\n\n=ServerAddress", 22).repeated(1000));
    file.close();
    CHECK(readPolicy(composition::policyFileValues(path)) == Policy{});
}
