// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/policy.h"

#include <catch2/catch.hpp>

using namespace handrail;
using namespace Qt::Literals::StringLiterals;

TEST_CASE("nothing is fixed where nothing is set", "[policy]")
{
    CHECK(readPolicy({}) == Policy{});
}

TEST_CASE("each setting is read as the file, the registry and a profile write it", "[policy]")
{
    const Policy policy = readPolicy({{u"ServerAddress"_s, u" https://handrail.example.org "_s},
                                      {u"SignIn"_s, u"organization"_s},
                                      {u"LockMinutes"_s, u"5"_s},
                                      {u"AgentAtLogin"_s, u"1"_s},
                                      {u"AgentSends"_s, u"False"_s},
                                      {u"OfANewerVersion"_s, u"whatever"_s}});
    CHECK(policy.server == u"https://handrail.example.org"_s);
    CHECK(policy.signIn == Policy::SignInWay::Organisation);
    CHECK(policy.lockMinutes == 5);
    CHECK(policy.agentAtLogin == true);
    CHECK(policy.agentSends == false);
    CHECK(policy.problems.isEmpty());
}

TEST_CASE("a value that can't be right is named and not in force", "[policy]")
{
    const QString server = GENERATE(u""_s, u"handrail.example.org"_s, u"http://handrail.example.org"_s, u"https://"_s,
                                    u"https://me:secret@handrail.example.org"_s, u"file:///etc/passwd"_s);
    CHECK(readPolicy({{u"ServerAddress"_s, server}}).problems == QStringList{u"ServerAddress"_s});
    const QString minutes = GENERATE(u"0"_s, u"61"_s, u"-5"_s, u"five"_s, u"99999999999"_s);
    const Policy policy = readPolicy({{u"LockMinutes"_s, minutes}, {u"SignIn"_s, u"none"_s}, {u"AgentSends"_s, u"maybe"_s}});
    CHECK(policy.problems == QStringList{u"SignIn"_s, u"LockMinutes"_s, u"AgentSends"_s});
    CHECK_FALSE(policy.lockMinutes);
    CHECK_FALSE(policy.signIn);
    CHECK_FALSE(policy.agentSends);
}

TEST_CASE("a server on this computer needs no TLS", "[policy]")
{
    CHECK(readPolicy({{u"ServerAddress"_s, u"http://127.0.0.1:8080"_s}}).server == u"http://127.0.0.1:8080"_s);
}
