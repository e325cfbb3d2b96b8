// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/host.h"

#include <algorithm>

using namespace handrail;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

/// An agency with an administrator.
struct Staffed : Host
{
    Staffed()
    {
        REQUIRE(addAgency({u"--time-zone"_s, u"UTC"_s}).code == 0);
        REQUIRE(addUser(u"ana@example.org"_s, "long enough now\n",
                        {u"--role"_s, u"administrator"_s, u"--name"_s, u"Ana Ruiz"_s})
                    .code == 0);
    }
    [[nodiscard]] Outcome of(const QString& group, const QString& deed, const QStringList& more = {},
                             const QByteArray& typed = {}) const
    {
        return run(QStringList{group, deed, u"--agency"_s, u"Bridges"_s} + more, typed);
    }
    [[nodiscard]] QJsonObject user(const QString& email) const
    {
        for (const QJsonValue& one : of(u"user"_s, u"list"_s, {u"--json"_s}).list())
            if (one[u"email"] == email)
                return one.toObject();
        return {};
    }
    [[nodiscard]] QStringList audit() const
    {
        QStringList words;
        for (const QJsonValue& one : of(u"audit"_s, u"list"_s, {u"--json"_s}).list())
            words.prepend(one[u"what"].toString());
        return words;
    }
};

} // namespace

TEST_CASE("commands: a person's role, team, name and email are changed one by one", "[server][commands]")
{
    const Staffed host;
    REQUIRE(host.addUser(u"ben@example.org"_s, "long enough now\n").code == 0);
    REQUIRE(host.of(u"team"_s, u"add"_s, {u"North"_s}).code == 0);
    CHECK(host.of(u"user"_s, u"set"_s, {u"ben@example.org"_s, u"--role"_s, u"supervisor"_s, u"--team"_s, u"north"_s}).code == 0);
    CHECK(host.of(u"user"_s, u"set"_s, {u"ben@example.org"_s, u"--name"_s, u"Ben"_s, u"--email"_s, u"Benito@example.org"_s}).code == 0);
    const QJsonObject ben = host.user(u"benito@example.org"_s);
    CHECK(ben[u"role"] == u"supervisor"_s);
    CHECK(ben[u"team"] == u"North"_s);
    CHECK(ben[u"name"] == u"Ben"_s);
    CHECK(host.of(u"user"_s, u"set"_s, {u"benito@example.org"_s, u"--team"_s, u"none"_s}).code == 0);
    CHECK(host.user(u"benito@example.org"_s)[u"team"].isNull());
    CHECK(host.of(u"user"_s, u"list"_s, {u"--search"_s, u"ruiz"_s, u"--json"_s}).list().size() == 1);
    CHECK(host.audit() == QStringList{u"agency_added"_s, u"user_added"_s, u"user_added"_s, u"team_changed"_s, u"user_changed"_s, u"user_changed"_s, u"user_changed"_s});

    checkRefused(host.of(u"user"_s, u"set"_s, {u"benito@example.org"_s, u"--email"_s, u"ana@example.org"_s}), u"that email already"_s);
    checkRefused(host.of(u"user"_s, u"set"_s, {u"benito@example.org"_s, u"--role"_s, u"king"_s}), u"worker, supervisor"_s);
    checkRefused(host.of(u"user"_s, u"set"_s, {u"benito@example.org"_s, u"--team"_s, u"South"_s}), u"no team South"_s);
    checkRefused(host.of(u"user"_s, u"set"_s, {u"nobody@example.org"_s, u"--name"_s, u"X"_s}), u"no user nobody@example.org"_s);
}

TEST_CASE("commands: a disabled person stays disabled until enabled, and the last administrator can't be", "[server][commands]")
{
    const Staffed host;
    checkRefused(host.of(u"user"_s, u"disable"_s, {u"ana@example.org"_s}), u"last administrator"_s);
    checkRefused(host.of(u"user"_s, u"set"_s, {u"ana@example.org"_s, u"--role"_s, u"worker"_s}), u"last administrator"_s);
    REQUIRE(host.addUser(u"ben@example.org"_s, "long enough now\n", {u"--role"_s, u"administrator"_s}).code == 0);
    CHECK(host.of(u"user"_s, u"disable"_s, {u"ana@example.org"_s}).code == 0);
    CHECK(host.user(u"ana@example.org"_s)[u"state"] == u"disabled"_s);
    CHECK(host.of(u"user"_s, u"enable"_s, {u"ana@example.org"_s}).code == 0);
    CHECK(host.user(u"ana@example.org"_s)[u"state"] == u"active"_s);
    CHECK(host.of(u"user"_s, u"disable"_s, {u"ben@example.org"_s}).code == 0);
}

TEST_CASE("commands: a new password is typed, or made and shown once", "[server][commands]")
{
    const Staffed host;
    CHECK(host.of(u"user"_s, u"reset-password"_s, {u"ana@example.org"_s}, "another long one\n").out.isEmpty());
    CHECK(host.of(u"user"_s, u"reset-password"_s, {u"ana@example.org"_s}).out.contains(u"shown only this once"_s));
    checkRefused(host.of(u"user"_s, u"reset-password"_s, {u"ana@example.org"_s}, "short\n"), u"at least 12"_s);
    CHECK(host.audit().count(u"password_reset"_s) == 2);
}

TEST_CASE("commands: a team is removed when nobody belongs to it", "[server][commands]")
{
    const Staffed host;
    REQUIRE(host.of(u"team"_s, u"add"_s, {u"North"_s}).code == 0);
    checkRefused(host.of(u"team"_s, u"add"_s, {u"north"_s}), u"team of that name"_s);
    checkRefused(host.of(u"team"_s, u"add"_s, {u" "_s}), u"1 to 80"_s);
    CHECK(host.of(u"team"_s, u"rename"_s, {u"North"_s, u"North side"_s}).code == 0);
    REQUIRE(host.of(u"user"_s, u"set"_s, {u"ana@example.org"_s, u"--team"_s, u"North side"_s}).code == 0);
    checkRefused(host.of(u"team"_s, u"remove"_s, {u"North side"_s}), u"belong to this team"_s);
    REQUIRE(host.of(u"user"_s, u"set"_s, {u"ana@example.org"_s, u"--team"_s, u"none"_s}).code == 0);
    CHECK(host.of(u"team"_s, u"remove"_s, {u"North side"_s}).code == 0);
    CHECK(host.of(u"team"_s, u"list"_s, {u"--json"_s}).list().isEmpty());
}

TEST_CASE("commands: the audit is verified, by a mark too", "[server][commands][audit]")
{
    const Staffed host;
    const Outcome whole = host.of(u"audit"_s, u"verify"_s);
    CHECK(whole.code == 0);
    const QString mark = whole.out.section(u": "_s, -1).trimmed();
    CHECK(host.of(u"audit"_s, u"verify"_s, {u"--expect"_s, mark}).code == 0);
    checkRefused(host.of(u"audit"_s, u"verify"_s, {u"--expect"_s, u"1"_s}), u"A mark looks like"_s);
    mustHave(host.database()->query(u"DROP TRIGGER audit_keeps"_s)); // as who owns the database can
    mustHave(host.database()->query(u"UPDATE audit SET what = 'exported'"_s));
    checkRefused(host.of(u"audit"_s, u"verify"_s), u"Entry 1 was changed"_s);
    checkRefused(host.of(u"audit"_s, u"list"_s, {u"--from"_s, u"yesterday"_s}), u"is no time"_s);
}

TEST_CASE("commands: each says by --help what it takes", "[server][commands]")
{
    const Host host;
    for (const QString& group : {u"agency"_s, u"user"_s, u"team"_s, u"audit"_s, u"directory"_s}) {
        const Outcome help = host.run({group, u"--help"_s});
        CHECK(help.code == 0);
        CHECK(help.out.contains(u"Subcommands:"_s));
    }
    for (const QString& deed : {u"add"_s, u"set"_s, u"disable"_s, u"enable"_s, u"reset-password"_s, u"list"_s})
        CHECK(host.run({u"user"_s, deed, u"--help"_s}).out.contains(u"Example"_s));
    CHECK(host.run({u"user"_s}).code != 0);
    CHECK(host.run({u"user"_s, u"fly"_s}).code != 0);
}
