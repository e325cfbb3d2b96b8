// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/neutral.h"
#include "core/domain/records/codec.h"
#include "core/phones/libphonenumbers.h"
#include "server/audit/audit.h"
#include "server/commands/commands.h"
#include "server/commands/exportto.h"
#include "server/commands/listing.h"
#include "server/privacy/removeagency.h"
#include "server/store/records.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QTimeZone>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("ServerCommands", text);
}

struct AgencyOptions
{
    QString agency; ///< Which one to change: id, or name where only one has it.
    // What is empty stays as it is; in a new agency, at its default.
    QString name;
    QString number;
    QString address;
    QString timeZone;
    QString languages;
    QString region;
    QString neutralName;
    QString hours; ///< R5's contact window: 08:00-21:00
};

/// The tags of a list with commas. Messages are written in the first where a client's own isn't among them.
Result<QStringList> languagesOf(const QString& list)
{
    static const QRegularExpression tag(u"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$"_s);
    QStringList languages;
    for (const QString& item : list.split(u',')) {
        if (!tag.match(item.trimmed()).hasMatch())
            return Error{
                ErrorCode::InvalidInput,
                tr("“%1” is no list of languages; use tags with commas between them, such as en,es.").arg(list)};
        languages.append(item.trimmed());
    }
    return languages;
}

Result<ContactWindow> hoursOf(const QString& text)
{
    const QStringList ends = text.split(u'-');
    const ContactWindow window{QTime::fromString(ends.value(0).trimmed(), u"HH:mm"_s),
                               QTime::fromString(ends.value(1).trimmed(), u"HH:mm"_s)};
    if (ends.size() != 2 || !window.opens.isValid() || !window.closes.isValid() || window.opens >= window.closes)
        return Error{ErrorCode::InvalidInput,
                     tr("“%1” are no contact hours of a day; write them such as 08:00-21:00.").arg(text)};
    return window;
}

Result<void> setAddresses(const AgencyOptions& options, Agency& agency)
{
    if (!options.number.isEmpty()) {
        const auto number = LibPhoneNumbers().parse(options.number, agency.phoneRegion);
        if (!number)
            return number.error();
        agency.sendingNumber = number->e164();
    }
    if (!options.address.isEmpty()) {
        const auto address = EmailAddress::parse(options.address);
        if (!address)
            return address.error();
        agency.sendingAddress = address->value();
    }
    return {};
}

/// `agency` with the settings that the options name, checked as they will be used.
Result<Agency> withOptions(Agency agency, const AgencyOptions& options)
{
    if (!options.name.isEmpty())
        agency.programName = options.name.trimmed();
    if (agency.programName.isEmpty())
        return Error{ErrorCode::InvalidInput, tr("An agency needs a name: it stands in its messages.")};
    if (options.neutralName == "none"_L1) {
        agency.templates.remove(neutralNameKey);
    } else if (!options.neutralName.isEmpty()) {
        if (const QString problem = neutralNameProblem(options.neutralName, agency.programName); !problem.isEmpty())
            return Error{ErrorCode::InvalidInput, problem};
        agency.templates.insert(neutralNameKey, options.neutralName.simplified());
    }
    if (!options.timeZone.isEmpty())
        agency.timeZone = options.timeZone;
    if (!QTimeZone::isTimeZoneIdAvailable(agency.timeZone.toLatin1()))
        return Error{ErrorCode::InvalidInput,
                     tr("“%1” is no time zone; use a name such as America/New_York.").arg(agency.timeZone)};
    if (!options.region.isEmpty())
        agency.phoneRegion = options.region.toUpper();
    if (!options.languages.isEmpty()) {
        const auto languages = languagesOf(options.languages);
        if (!languages)
            return languages.error();
        agency.languages = *languages;
    }
    if (!options.hours.isEmpty()) {
        const auto hours = hoursOf(options.hours);
        if (!hours)
            return hours.error();
        agency.window = *hours;
    }
    const auto set = setAddresses(options, agency);
    return set ? Result<Agency>(agency) : set.error();
}

/// Which settings differ, for the audit.
QJsonObject changedNames(const Agency& before, const Agency& after)
{
    const QJsonObject old = records::fieldsOf(before);
    const QJsonObject now = records::fieldsOf(after);
    QJsonObject changed;
    for (const QString& name : now.keys())
        if (old[name] != now[name])
            changed.insert(name, u"changed"_s);
    return changed;
}

int addAgency(World& world, const AgencyOptions& options)
{
    const auto agency = withOptions({.id = AgencyId(world.environment().ids.next())}, options);
    if (!agency)
        return failed(agency.error());
    auto& db = databaseOf(world);
    if (auto made = createAgency(db, *agency, world.environment()); !made)
        return failed(made.error());
    if (auto kept = writeAudit(db, agency->id, world.environment(),
                               {Actor::command(), audited::agencyAdded, agency->id.toString(), {}});
        !kept)
        return failed(kept.error());
    say(agency->id.toString());
    return 0;
}

int changeAgency(World& world, const AgencyOptions& options)
{
    auto& db = databaseOf(world);
    const auto before = findAgency(db, options.agency);
    if (!before)
        return failed(before.error());
    const auto agency = withOptions(*before, options);
    if (!agency)
        return failed(agency.error());
    if (auto saved = saveAgency(db, *agency, world.environment()); !saved)
        return failed(saved.error());
    const auto kept =
        writeAudit(db, agency->id, world.environment(),
                   {Actor::command(), audited::settingsChanged, agency->id.toString(), changedNames(*before, *agency)});
    return kept ? 0 : failed(kept.error());
}

int listAgencies(World& world, bool asJson)
{
    const auto all = agencies(databaseOf(world));
    if (!all)
        return failed(all.error());
    Listing list({u"id"_s, u"name"_s});
    for (const Agency& agency : *all)
        list.add({{u"id"_s, agency.id.toString()},
                  {u"name"_s, agency.programName},
                  {u"neutral_name"_s, agency.templates[neutralNameKey].toString()},
                  {u"number"_s, agency.sendingNumber},
                  {u"address"_s, agency.sendingAddress},
                  {u"time_zone"_s, agency.timeZone},
                  {u"languages"_s, agency.languages.join(u',')},
                  {u"region"_s, agency.phoneRegion},
                  {u"hours"_s, QString(agency.window.opens.toString(u"HH:mm"_s) + u'-' +
                                       agency.window.closes.toString(u"HH:mm"_s))}});
    list.print(asJson);
    return 0;
}

struct RemoveOptions
{
    QString agency;
    QString exportTo;
    bool withoutExport = false;
    bool yes = false;
};

/// Exported first, unless one says not to; and only after a yes.
int removeByCommand(World& world, const RemoveOptions& options)
{
    auto& db = databaseOf(world);
    const auto agency = findAgency(db, options.agency);
    if (!agency)
        return failed(agency.error());
    const auto clients = RecordReader(db, agency->id).select(u"client"_s, u"1 = 1"_s, {});
    if (!clients)
        return failed(clients.error());
    if (options.exportTo.isEmpty() != options.withoutExport)
        return failed({ErrorCode::InvalidInput,
                       tr("Say where its records are exported to first, --export-to agency.zip, or --without-export.")});
    if (!options.yes)
        return failed({ErrorCode::InvalidInput,
                       tr("“%1” has %2 clients. Removing it can't be undone: all its records, people and links go, and its "
                          "desktops are signed out. Messages that wait are not sent. If that is what you want, say --yes.")
                           .arg(agency->programName)
                           .arg(clients->size())});
    if (!options.withoutExport) {
        const auto count = exportTo(world, agency->id, {}, options.exportTo, ExportForm::Json);
        if (!count)
            return failed(count.error());
        say(tr("%1 records are in %2. Only you can read the files; keep them as safe as the server.")
                .arg(*count)
                .arg(options.exportTo));
    }
    const auto gone = removeAgency(db, agency->id, world.environment(), Actor::command());
    if (!gone)
        return failed(gone.error());
    say(tr("The agency is removed. Copies of the database and the journal of changes still have it until they are "
           "deleted; desktops keep their sealed files until they are wiped."));
    return 0;
}

/// The settings of an agency; a new one needs the first two of them.
void addSettings(CLI::App* command, AgencyOptions& options, bool isNew)
{
    option(command, "--name", options.name, "Program name, as it stands in messages")->required(isNew);
    option(command, "--number", options.number, "Number that texts come from");
    option(command, "--address", options.address, "Address that emails come from");
    option(command, "--time-zone", options.timeZone, "Time zone, such as America/New_York")->required(isNew);
    option(command, "--languages", options.languages, "Languages with commas, the first is the default (en,es)");
    option(command, "--region", options.region, "Region in which phone numbers are read (US)");
    option(command, "--neutral-name", options.neutralName,
           "Neutral wording: messages name nobody and nothing but this; none: turns it off");
    option(command, "--hours", options.hours, "Hours of the client's day for follow-ups (08:00-21:00)");
}

} // namespace

void addAgencyCommands(CommandLine& line)
{
    CLI::App* group = line.app().add_subcommand("agency", "Agencies of this server")->require_subcommand(1);
    const auto options = std::make_shared<AgencyOptions>();

    CLI::App* add = group->add_subcommand("add", "Add an agency; prints its id");
    add->footer("Example:\n  handrail-server agency add --name \"Harbor House\" --time-zone America/New_York"
                " --number +19375550100 --address help@harbor.example");
    addSettings(add, *options, true);
    line.runsInWorld(add, [options](World& world) { return addAgency(world, *options); });

    CLI::App* set = group->add_subcommand("set", "Change settings of an agency; the others stay");
    option(set, "--agency", options->agency, "The agency's id or name")->required();
    addSettings(set, *options, false);
    line.runsInWorld(set, [options](World& world) { return changeAgency(world, *options); });

    const auto removing = std::make_shared<RemoveOptions>();
    CLI::App* remove = group->add_subcommand("remove", "Remove an agency and all that is kept of it, for good");
    remove->footer("Example:\n  handrail-server agency remove --agency \"Harbor House\" --export-to harbor.zip --yes");
    option(remove, "--agency", removing->agency, "The agency's id or name")->required();
    option(remove, "--export-to", removing->exportTo, "A new or empty folder, or a new .zip file, for its records");
    remove->add_flag("--without-export", removing->withoutExport, "Export nothing first");
    remove->add_flag("--yes", removing->yes, "Yes, this can't be undone");
    line.runsInWorld(remove, [removing](World& world) { return removeByCommand(world, *removing); });

    CLI::App* list = group->add_subcommand("list", "Show all agencies");
    const auto asJson = std::make_shared<bool>(false);
    jsonFlag(list, *asJson);
    line.runsInWorld(list, [asJson](World& world) { return listAgencies(world, *asJson); });
}

} // namespace handrail::server
