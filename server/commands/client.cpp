// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/records/codec.h"
#include "server/commands/commands.h"
#include "server/commands/exportto.h"
#include "server/commands/listing.h"
#include "server/privacy/eraseclients.h"
#include "server/privacy/exportrecords.h"
#include "server/privacy/retention.h"
#include "server/store/records.h"

#include <QCoreApplication>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("ServerCommands", text);
}

struct ClientOptions
{
    QString agency;
    QString client;
    QString words;
    QString folder;
    QString form = QStringLiteral("json");
    int days = 0;
    int limit = 50;
    bool apply = false;
    bool asJson = false;
};

Result<ClientId> clientOf(const QString& text)
{
    const auto id = ClientId::fromString(text.trimmed());
    if (!id)
        return Error{ErrorCode::InvalidInput,
                     tr("“%1” is no client's id; `client find` shows them.").arg(text)};
    return *id;
}

/// By a part of the name, or of a phone number or email.
int findClients(World& world, const ClientOptions& options)
{
    auto& db = databaseOf(world);
    const auto agency = findAgency(db, options.agency);
    if (!agency)
        return failed(agency.error());
    const QString pattern = u'%' + options.words.trimmed().toLower() + u'%';
    const auto clients = RecordReader(db, agency->id)
                             .select(u"client",
                                     u"(LOWER(COALESCE(given_name, '') || ' ' || COALESCE(family_name, '')) LIKE ?"
                                     " OR id IN (SELECT client_id FROM contact_point WHERE agency_id = ? AND"
                                     " LOWER(address) LIKE ?)) ORDER BY given_name, family_name, id LIMIT ?"_s,
                                     {pattern, bound(agency->id), pattern, options.limit});
    if (!clients)
        return failed(clients.error());
    Listing list({u"id"_s, u"name"_s, u"birth_date"_s, u"merged_into"_s});
    for (const Record& row : *clients) {
        const auto client = records::readClient(row.key, row.fields);
        if (!client)
            return failed(client.error());
        list.add({{u"id"_s, client->id.toString()},
                  {u"name"_s, client->fullName()},
                  {u"birth_date"_s, row.fields[u"birth_date"]},
                  {u"merged_into"_s, row.fields[u"merged_into"]}});
    }
    // Not what was looked for: it is a client's name or number.
    const auto kept = writeAudit(db, agency->id, world.environment(),
                                 {Actor::command(), audited::clientsSearched, {}, {{u"found"_s, clients->size()}}});
    if (!kept)
        return failed(kept.error());
    list.print(options.asJson);
    return 0;
}

QJsonObject asJson(const Erasure& erasure)
{
    return {{u"clients"_s, erasure.clients},
            {u"records"_s, erasure.records},
            {u"opt_outs_kept"_s, erasure.optOutsKept},
            {u"consent_proofs_kept"_s, erasure.consentProofsKept}};
}

int sayErasure(const Erasure& erasure, bool isJson)
{
    if (isJson)
        sayJson(asJson(erasure));
    else
        say(tr("Erased: %1 clients with %2 records. Kept without a name: %3 opt-outs, %4 proofs of consent.")
                .arg(erasure.clients)
                .arg(erasure.records)
                .arg(erasure.optOutsKept)
                .arg(erasure.consentProofsKept));
    return 0;
}

int eraseClient(World& world, const ClientOptions& options)
{
    auto& db = databaseOf(world);
    const auto agency = findAgency(db, options.agency);
    if (!agency)
        return failed(agency.error());
    const auto client = clientOf(options.client);
    if (!client)
        return failed(client.error());
    if (!options.apply)
        return failed({ErrorCode::InvalidInput,
                       tr("Erasing can't be undone. Run `export client` first where a copy is wanted, then say --yes.")});
    const auto erased = eraseClients(db, agency->id, {*client}, world.environment(), Actor::command());
    return erased ? sayErasure(*erased, options.asJson) : failed(erased.error());
}

int exportByCommand(World& world, const ClientOptions& options)
{
    auto& db = databaseOf(world);
    const auto agency = findAgency(db, options.agency);
    if (!agency)
        return failed(agency.error());
    std::optional<ClientId> client;
    if (!options.client.isEmpty()) {
        const auto id = clientOf(options.client);
        if (!id)
            return failed(id.error());
        client = *id;
    }
    const auto count =
        exportTo(world, agency->id, client, options.folder, options.form == "csv"_L1 ? ExportForm::Csv : ExportForm::Json);
    if (!count)
        return failed(count.error());
    say(tr("%1 records are in %2. Only you can read the files; keep them as safe as the server.")
            .arg(*count)
            .arg(options.folder));
    return 0;
}

int retention(World& world, const ClientOptions& options)
{
    auto& db = databaseOf(world);
    const auto agency = findAgency(db, options.agency);
    if (!agency)
        return failed(agency.error());
    if (options.apply) {
        const auto erased = applyRetention(db, agency->id, options.days, world.environment(), Actor::command());
        return erased ? sayErasure(*erased, options.asJson) : failed(erased.error());
    }
    const auto idle = idleClients(db, agency->id, options.days, world.environment().clock.now());
    if (!idle)
        return failed(idle.error());
    Listing list({u"id"_s, u"last_at"_s});
    for (const IdleClient& client : *idle)
        list.add({{u"id"_s, client.id.toString()}, {u"last_at"_s, jsonTime(client.lastAt)}});
    list.print(options.asJson);
    if (!options.asJson)
        say(tr("%1 clients with nothing for %2 days. Nobody was erased; --apply does it.")
                .arg(idle->size())
                .arg(options.days));
    return 0;
}

CLI::App* inAgency(CLI::App* command, ClientOptions& options, const char* example)
{
    command->footer(std::string("Example:\n  handrail-server ") + example);
    option(command, "--agency", options.agency, "The agency's id or name")->required();
    return command;
}

} // namespace

void addClientCommands(CommandLine& line)
{
    const auto options = std::make_shared<ClientOptions>();
    const auto runs = [&](CLI::App* command, int (*deed)(World&, const ClientOptions&)) {
        line.runsInWorld(command, [options, deed](World& world) { return deed(world, *options); });
    };

    CLI::App* group = line.group("client", "Clients of an agency");
    CLI::App* find = inAgency(group->add_subcommand("find", "Find clients and their ids"), *options,
                              "client find --agency \"Harbor House\" \"rosa\" --json");
    option(find, "words", options->words, "A part of the name, phone number or email")->required();
    find->add_option("--limit", options->limit, "At most so many; 50 by default")->check(CLI::Range(1, 100000));
    jsonFlag(find, options->asJson);
    runs(find, findClients);

    CLI::App* erase = inAgency(
        group->add_subcommand("erase", "Erase a client for good, here and on every device; opt-outs go on working"),
        *options, "client erase --agency \"Harbor House\" 01890c5e-0000-7000-8000-000000000001 --yes");
    option(erase, "client", options->client, "The client's id")->required();
    erase->add_flag("--yes", options->apply, "Yes, this can't be undone");
    jsonFlag(erase, options->asJson);
    runs(erase, eraseClient);

    CLI::App* exports = line.group("export", "Write what is kept to files");
    const auto addExport = [&](const char* name, const char* help, const char* example) {
        CLI::App* added = inAgency(exports->add_subcommand(name, help), *options, example);
        option(added, "--to", options->folder, "A new or empty folder, or a new .zip file; only you will be able to read it")->required();
        option(added, "--format", options->form, "json (default) or csv")->check(CLI::IsMember({"json", "csv"}));
        runs(added, exportByCommand);
        return added;
    };
    addExport("agency", "All records of an agency, a file a kind",
              "export agency --agency \"Harbor House\" --to export-july --format csv");
    option(addExport("client", "All that is kept of one client, with the history of every change",
                     "export client --agency \"Harbor House\" 01890c5e-0000-7000-8000-000000000001 --to rosa"),
           "client", options->client, "The client's id")
        ->required();

    CLI::App* keep = inAgency(
        line.app().add_subcommand("retention", "Show, or erase, clients with whom nothing has happened for a while"),
        *options, "retention --agency \"Harbor House\" --days 1095 --apply");
    keep->add_option("--days", options->days, "Nothing for so many days, 30 at least")->required();
    keep->add_flag("--apply", options->apply, "Erase them; without it they are only listed");
    jsonFlag(keep, options->asJson);
    runs(keep, retention);
}

} // namespace handrail::server
