// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/localtime.h"
#include "server/audit/audit.h"
#include "server/commands/commands.h"
#include "server/fhir/exportfhir.h"

#include <QCoreApplication>
#include <QSaveFile>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("ServerCommands", text);
}

struct FhirOptions
{
    QString agency;
    QString out;
    QString format = QStringLiteral("ndjson");
    QString since;
    QString until;
    QString base = QStringLiteral("https://handrail.example/fhir");
};

/// A day (its beginning, by the agency's clock) or an instant.
Result<QDateTime> momentOf(const QString& words, const Agency& agency)
{
    if (words.isEmpty())
        return QDateTime();
    const auto zone = zoneNamed(agency.timeZone);
    if (const QDate day = QDate::fromString(words, Qt::ISODate); day.isValid() && words.size() == 10 && zone)
        return resolveLocal(day, QTime(0, 0), *zone).instant;
    const QDateTime at = QDateTime::fromString(words, Qt::ISODate);
    if (!at.isValid() || at.timeSpec() == Qt::LocalTime)
        return Error{
            ErrorCode::InvalidInput,
            tr("“%1” is neither a day such as 2026-03-01 nor a time such as 2026-03-01T12:00:00Z.").arg(words)};
    return at.toUTC();
}

Result<fhir::Format> formatOf(const QString& word)
{
    if (word == "ndjson"_L1)
        return fhir::Format::Ndjson;
    if (word == "transaction"_L1)
        return fhir::Format::Transaction;
    if (word == "collection"_L1)
        return fhir::Format::Collection;
    return Error{ErrorCode::InvalidInput, tr("The format is ndjson, transaction or collection.")};
}

Result<fhir::ExportCounts> writeFile(Database& db, const Agency& agency, const FhirOptions& options)
{
    const auto since = momentOf(options.since, agency);
    const auto until = momentOf(options.until, agency);
    const auto format = formatOf(options.format);
    if (!since || !until || !format)
        return !since ? since.error() : !until ? until.error() : format.error();
    QSaveFile file(options.out); // a file that breaks off is never seen
    const bool open = file.open(QIODevice::WriteOnly);
    // Clients' data: for whoever ran the command alone.
    if (!open || !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return Error{ErrorCode::InvalidInput,
                     tr("The file %1 can't be written: %2").arg(options.out, file.errorString())};
    fhir::BundleWriter writer(file, *format, options.base);
    auto counts = fhir::exportReferrals(db, agency.id, {*since, *until}, writer);
    if (counts && !file.commit())
        return Error{ErrorCode::StorageTrouble,
                     tr("The file %1 can't be written: %2").arg(options.out, file.errorString())};
    return counts;
}

int exportFhir(World& world, const FhirOptions& options)
{
    auto& db = databaseOf(world);
    const auto agency = findAgency(db, options.agency);
    if (!agency)
        return failed(agency.error());
    const auto counts = writeFile(db, *agency, options);
    if (!counts)
        return failed(counts.error());
    const auto kept = writeAudit(databaseOf(world), agency->id, world.environment(),
                                 {Actor::command(), audited::exported, agency->id.toString(),
                                  {{u"format"_s, u"fhir"_s}, {u"referrals"_s, counts->referrals}}});
    if (!kept)
        return failed(kept.error());
    say(tr("%1 referrals in %2 FHIR resources.").arg(counts->referrals).arg(counts->resources));
    return 0;
}

CLI::App* exportGroup(CLI::App& app)
{
    const auto there = app.get_subcommands([](const CLI::App* group) { return group->get_name() == "export"; });
    if (!there.empty())
        return there.front();
    return app.add_subcommand("export", "Write what is kept to files")->require_subcommand(1);
}

} // namespace

void addFhirCommand(CommandLine& line)
{
    const auto options = std::make_shared<FhirOptions>();
    CLI::App* command = exportGroup(line.app())->add_subcommand("fhir", "Referrals as FHIR R4 (docs/fhir.md)");
    option(command, "--agency", options->agency, "The agency's id or name")->required();
    option(command, "--out", options->out, "The file to write")->required();
    option(command, "--format", options->format,
           "ndjson (default: a resource a line), transaction or collection (a Bundle)");
    option(command, "--since", options->since, "Referrals that changed from this day or time on");
    option(command, "--until", options->until, "Referrals made before this day or time");
    option(command, "--base", options->base, "In a Bundle: the address of the FHIR server that it is for");
    line.runsInWorld(command, [options](World& world) { return exportFhir(world, *options); });
}

} // namespace handrail::server
