// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/csv.h"
#include "server/audit/auditreader.h"
#include "server/auth/useradmin.h"
#include "server/commands/commands.h"
#include "server/commands/listing.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QSaveFile>
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
    QString out;
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

const QStringList exportedColumns = {u"number"_s, u"at"_s,     u"who"_s,     u"device"_s,
                                    u"what"_s,   u"about"_s,  u"details"_s, u"hash"_s};

QStringList cellsOf(const AuditLine& line)
{
    const AuditEntry& entry = line.entry;
    return {QString::number(line.number),
            line.at.toString(Qt::ISODateWithMs),
            entry.by.who,
            entry.by.device ? entry.by.device->toString() : QString(),
            entry.what,
            entry.about,
            QString::fromUtf8(QJsonDocument(entry.details).toJson(QJsonDocument::Compact)),
            line.hash};
}

/// All that fit, the newest first, page by page.
Result<qint64> writeEntries(Database& db, const AgencyId& agency, AuditQuery query, QSaveFile& file)
{
    qint64 count = 0;
    file.write(csvOf({exportedColumns}, true));
    for (query.limit = 500;;) {
        const auto lines = readAudit(db, agency, query);
        if (!lines)
            return lines.error();
        for (const AuditLine& line : *lines)
            file.write(csvOf({cellsOf(line)}, false));
        count += lines->size();
        if (lines->size() < query.limit)
            return count;
        query.before = lines->last().number;
    }
}

int exportAudit(World& world, const AuditOptions& options)
{
    auto& db = databaseOf(world);
    const auto agency = findAgency(db, options.agency);
    const auto query = agency ? queryOf(db, agency->id, options) : agency.error();
    if (!query)
        return failed(query.error());
    QSaveFile file(options.out);
    if (!file.open(QIODevice::WriteOnly) ||
        !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return failed({ErrorCode::StorageTrouble, tr("%1 can't be written to.").arg(options.out)});
    const auto count = writeEntries(db, agency->id, *query, file);
    if (!count)
        return failed(count.error());
    const auto kept = writeAudit(db, agency->id, world.environment(),
                                 {Actor::command(), audited::exported, options.about.toLower(), {{u"entries"_s, *count}}});
    if (!kept)
        return failed(kept.error());
    if (!file.commit())
        return failed({ErrorCode::StorageTrouble, tr("%1 can't be written to.").arg(options.out)});
    say(tr("%1 entries are in %2.").arg(*count).arg(options.out));
    return 0;
}

void addQuery(CLI::App* command, AuditOptions& options)
{
    option(command, "--agency", options.agency, "The agency's id or name")->required();
    option(command, "--from", options.from, "From this day (UTC) or instant on");
    option(command, "--to", options.to, "Before this day or instant");
    option(command, "--who", options.who, "A user's email or id, or command, server, client");
    option(command, "--what", options.what, "One kind: sign_in, client_opened, exported, client_erased ...");
    option(command, "--about", options.about, "Id of the client, user or message it is about");
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
    addQuery(list, *options);
    list->add_option("--limit", options->limit, "At most so many; 100 by default")
        ->check(CLI::Range(1, std::numeric_limits<int>::max()));
    jsonFlag(list, options->asJson);
    line.runsInWorld(list, [options](World& world) { return listAudit(world, *options); });

    CLI::App* out = group->add_subcommand("export", "Write entries to a CSV file that only its owner can read");
    out->footer("Example:\n  handrail-server audit export --agency \"Harbor House\" --about CLIENT-ID --out client.csv");
    addQuery(out, *options);
    option(out, "--out", options->out, "The file")->required();
    line.runsInWorld(out, [options](World& world) { return exportAudit(world, *options); });

    CLI::App* verify = group->add_subcommand("verify", "Find entries that were changed or are missing");
    verify->footer("Exit code 1 where something is wrong. Note the mark that it prints somewhere else, and give it next"
                   " time:\n  handrail-server audit verify --agency \"Harbor House\" --expect 128:5f2c…");
    option(verify, "--agency", options->agency, "The agency's id or name")->required();
    option(verify, "--expect", options->expected, "A mark noted earlier");
    line.runsInWorld(verify, [options](World& world) { return verifyByCommand(world, *options); });
}

} // namespace handrail::server
