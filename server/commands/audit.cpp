// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/audit/auditreader.h"
#include "server/auth/useradmin.h"
#include "server/commands/commands.h"
#include "server/commands/listing.h"

#include <QCoreApplication>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("ServerCommands", text);
}

struct AuditOptions
{
    QString agency;
    QString from;
    QString to;
    QString who; ///< Email or id of a user, or command, server, client.
    QString what;
    QString about;
    QString expected;
    int limit = 100;
    bool asJson = false;
};

Result<AuditQuery> queryOf(Database& db, const AgencyId& agency, const AuditOptions& options)
{
    const auto from = timeOf(options.from);
    const auto to = timeOf(options.to);
    if (!from || !to)
        return from ? to.error() : from.error();
    QString who = options.who;
    if (who.contains(u'@')) {
        const auto user = findUser(db, agency, who);
        if (!user)
            return user.error();
        who = user->id.toString();
    }
    return AuditQuery{*from, *to, who, options.what, options.about.toLower(), 0, options.limit};
}

int listAudit(World& world, const AuditOptions& options)
{
    auto& db = databaseOf(world);
    const auto agency = findAgency(db, options.agency);
    const auto query = agency ? queryOf(db, agency->id, options) : agency.error();
    const auto lines = query ? readAudit(db, agency->id, *query) : query.error();
    if (!lines)
        return failed(lines.error());
    Listing list({u"number"_s, u"at"_s, u"who"_s, u"what"_s, u"about"_s, u"device"_s, u"details"_s});
    for (const AuditLine& line : *lines)
        list.add({{u"number"_s, line.number},
                  {u"at"_s, jsonTime(line.at)},
                  {u"who"_s, line.entry.by.who},
                  {u"device"_s, line.entry.by.device ? QJsonValue(line.entry.by.device->toString()) : QJsonValue()},
                  {u"what"_s, line.entry.what},
                  {u"about"_s, line.entry.about},
                  {u"details"_s, line.entry.details}});
    list.print(options.asJson);
    return 0;
}

int verifyByCommand(World& world, const AuditOptions& options)
{
    auto& db = databaseOf(world);
    const auto agency = findAgency(db, options.agency);
    if (!agency)
        return failed(agency.error());
    const auto expected = AuditMark::fromText(options.expected);
    if (!options.expected.isEmpty() && !expected)
        return failed({ErrorCode::InvalidInput, tr("A mark looks like 128:5f2c… with 64 digits; `audit verify` prints it.")});
    const auto check = verifyAudit(db, agency->id, expected);
    if (!check)
        return failed(check.error());
    if (!check->problem.isEmpty())
        return failed({ErrorCode::StorageTrouble, check->problem});
    say(tr("All %1 entries are as they were written.").arg(check->last.number));
    say(tr("Mark to keep outside of this server: %1").arg(check->last.toText()));
    return 0;
}

} // namespace

void addAuditCommands(CommandLine& line)
{
    CLI::App* group = line.app().add_subcommand("audit", "Who did what")->require_subcommand(1);
    const auto options = std::make_shared<AuditOptions>();

    CLI::App* list = group->add_subcommand("list", "Show entries, the newest first");
    list->footer("Examples:\n  handrail-server audit list --agency \"Harbor House\" --who ana@harbor.example --from"
                 " 2026-07-01 --to 2026-08-01\n  handrail-server audit list --agency \"Harbor House\" --about CLIENT-ID"
                 " --json");
    option(list, "--agency", options->agency, "The agency's id or name")->required();
    option(list, "--from", options->from, "From this day (UTC) or instant on");
    option(list, "--to", options->to, "Before this day or instant");
    option(list, "--who", options->who, "A user's email or id, or command, server, client");
    option(list, "--what", options->what, "One kind: sign_in, exported, client_erased ...");
    option(list, "--about", options->about, "Id of the client, user or message it is about");
    list->add_option("--limit", options->limit, "At most so many; 100 by default")
        ->check(CLI::Range(1, std::numeric_limits<int>::max()));
    jsonFlag(list, options->asJson);
    line.runsInWorld(list, [options](World& world) { return listAudit(world, *options); });

    CLI::App* verify = group->add_subcommand("verify", "Find entries that were changed or are missing");
    verify->footer("Exit code 1 where something is wrong. Note the mark that it prints somewhere else, and give it next"
                   " time:\n  handrail-server audit verify --agency \"Harbor House\" --expect 128:5f2c…");
    option(verify, "--agency", options->agency, "The agency's id or name")->required();
    option(verify, "--expect", options->expected, "A mark noted earlier");
    line.runsInWorld(verify, [options](World& world) { return verifyByCommand(world, *options); });
}

} // namespace handrail::server
