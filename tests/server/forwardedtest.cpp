// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/forwarded.h"
#include "tests/support/catch.h"

using namespace handrail;
using namespace handrail::server;
using namespace Qt::Literals::StringLiterals;

TEST_CASE("forwarded: whose request it is", "[server][http]")
{
    const TrustedProxies trusted({u"127.0.0.1"_s, u"10.0.0.0/8"_s, u"::1"_s, u"2001:db8:1::/48"_s});
    const auto [peer, forwarded, client] = GENERATE(table<QString, QList<QByteArray>, QString>({
        {u"198.51.100.7"_s, {"203.0.113.9"}, u"198.51.100.7"_s},                         // Not a proxy of ours.
        {u"127.0.0.1"_s, {}, u"127.0.0.1"_s},                                            // The proxy itself.
        {u"127.0.0.1"_s, {"203.0.113.9"}, u"203.0.113.9"_s},                             //
        {u"127.0.0.1"_s, {"6.6.6.6, 203.0.113.9"}, u"203.0.113.9"_s},                    // What the client claims.
        {u"127.0.0.1"_s, {"6.6.6.6, 203.0.113.9, 10.1.2.3"}, u"203.0.113.9"_s},          // Two hops of ours.
        {u"127.0.0.1"_s, {"6.6.6.6", "203.0.113.9", "10.1.2.3"}, u"203.0.113.9"_s},      // As three headers.
        {u"127.0.0.1"_s, {"10.9.9.9, 10.1.2.3"}, u"10.9.9.9"_s},                         // All ours: the first.
        {u"127.0.0.1"_s, {"203.0.113.9, garbage, 10.1.2.3"}, u"10.1.2.3"_s},             // Nothing behind garbage.
        {u"127.0.0.1"_s, {"203.0.113.9,"}, u"127.0.0.1"_s},                              //
        {u"127.0.0.1"_s, {"1"}, u"127.0.0.1"_s},                                         //
        {u"127.0.0.1"_s, {QByteArray(100000, 'a')}, u"127.0.0.1"_s},                     //
        {u"127.0.0.1"_s, {"203.0.113.9:4711"}, u"203.0.113.9"_s},                        //
        {u"127.0.0.1"_s, {"[2001:db8::7]:4711"}, u"2001:db8::7"_s},                      //
        {u"::1"_s, {"2001:DB8:0::7"}, u"2001:db8::7"_s},                                 //
        {u"2001:db8:1::5"_s, {"203.0.113.9"}, u"203.0.113.9"_s},                         //
        {u"2001:db8:2::5"_s, {"203.0.113.9"}, u"2001:db8:2::5"_s},                       //
        {u"::ffff:127.0.0.1"_s, {"::ffff:203.0.113.9"}, u"203.0.113.9"_s},               // IPv4 in IPv6.
    }));
    INFO(peer.toStdString() << forwarded.join('|').left(60).toStdString());
    CHECK(clientOf(QHostAddress(peer), forwarded, trusted) == client);
}

TEST_CASE("forwarded: what is no address or network is named", "[server][http]")
{
    CHECK(TrustedProxies::whyNot({u"127.0.0.1"_s, u"10.0.0.0/8"_s, u" ::1 "_s}).isEmpty());
    CHECK(TrustedProxies::whyNot({u"127.0.0.1"_s, u"proxy.example"_s}) == u"proxy.example"_s);
    CHECK_FALSE(TrustedProxies().has(QHostAddress(u"127.0.0.1"_s)));
}
