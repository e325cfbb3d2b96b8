// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/casework/clientimport.h"
#include "core/casework/typedaddress.h"
#include "core/domain/records/codec.h"
#include "core/phones/libphonenumbers.h"
#include "server/auth/useradmin.h"
#include "server/commands/commands.h"
#include "server/commands/listing.h"
#include "server/store/erased.h"
#include "server/store/records.h"

#include <QCoreApplication>
#include <QFile>
#include <QHash>
#include <iostream>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

using casework::ImportChoice;
using casework::ImportRow;

QString tr(const char* text)
{
    return QCoreApplication::translate("ServerCommands", text);
}

struct ImportOptions
{
    QString agency;
    QString path;
    QString worker; ///< Email or id; empty: nobody's clients.
    bool dayFirst = false;
    bool apply = false;
    bool asJson = false;
};

/// Who is here already, found by the keys of docs/decisions/0136.
class KnownPeople
{
public:
    Result<void> read(RecordReader& reader)
    {
        const auto points = reader.select(u"contact_point", u"COALESCE(removed, 0) = 0"_s, {});
        if (!points)
            return points.error();
        QHash<QUuid, QList<Address>> addresses;
        for (const Record& row : *points)
            if (const auto point = records::readContactPoint(row.key, row.fields))
                addresses[point->clientId.uuid()].append(point->address);
        const auto clients = reader.select(u"client", u"1 = 1"_s, {});
        if (!clients)
            return clients.error();
        for (const Record& row : *clients)
            if (const auto client = records::readClient(row.key, row.fields))
                add(factsOf(client->givenName, client->familyName, client->birthDate, addresses.value(row.key)));
        return {};
    }

    /// Skips the row where somebody who is here says all it says, or most of it.
    void mark(ImportRow& row) const
    {
        for (const QString& key : matchKeys(row.facts)) {
            if (!isStrongKey(key))
                continue;
            for (const qsizetype place : m_byKey.value(key)) {
                const Resemblance resemblance = compare(row.facts, m_facts[place]);
                if (resemblance.contained || resemblance.score >= likelyTheSame)
                    row.choice = ImportChoice::Skip;
            }
        }
    }

private:
    void add(const PersonFacts& facts)
    {
        for (const QString& key : matchKeys(facts))
            if (isStrongKey(key))
                m_byKey[key].append(m_facts.size());
        m_facts.append(facts);
    }

    QList<PersonFacts> m_facts;
    QHash<QString, QList<qsizetype>> m_byKey;
};

Result<casework::ImportTable> readTable(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::NotFound, tr("The file %1 can't be read.").arg(path)};
    if (file.size() > casework::largestImportFile)
        return Error{ErrorCode::InvalidInput, tr("The file is too large; import it in several parts.")};
    return casework::readImportTable(file.readAll());
}

struct Owner
{
    std::optional<UserId> worker;
    std::optional<TeamId> team;
};

/// One person as the desktop would save them, with an opt-out of before where there is one.
Result<void> writeRow(Records& records, const Environment& environment, const ImportRow& row, const Owner& owner,
                      const QString& region)
{
    const Client client{.id = ClientId(environment.ids.next()),
                        .givenName = row.draft.givenName,
                        .familyName = row.draft.familyName,
                        .language = row.draft.language,
                        .timeZone = row.draft.timeZone,
                        .birthDate = row.draft.birthDate,
                        .assignedWorkerId = owner.worker,
                        .teamId = owner.team};
    if (const auto written = records.write(handrail::records::editOf("client", client.id.uuid(), client)); !written)
        return written.error();
    for (const casework::ContactPointDraft& draft : row.draft.contactPoints) {
        const auto address = casework::readTyped(draft.channel, draft.typed, LibPhoneNumbers(), region);
        if (!address)
            continue; // checked when the row was read
        const ContactPoint point{ContactPointId(environment.ids.next()), client.id, *address, draft.label,
                                 draft.primary, draft.mayText, false};
        if (const auto written = records.write(handrail::records::editOf("contact_point", point.id.uuid(), point)); !written)
            return written.error();
        if (auto heeded = bringBackOptOut(records, *address, environment); !heeded)
            return heeded;
    }
    return {};
}

Result<void> writeRows(Database& db, const Agency& agency, const Environment& environment, const QList<ImportRow>& rows,
                       const Owner& owner)
{
    QList<ImportRow> wanted;
    for (const ImportRow& row : rows)
        if (row.isImported())
            wanted.append(row);
    for (qsizetype from = 0; from < wanted.size(); from += casework::rowsOfTransaction) {
        const auto written = db.transaction([&]() -> Result<void> {
            auto records = Records::lock(db, agency.id, environment);
            if (!records)
                return records.error();
            for (const ImportRow& row : wanted.mid(from, casework::rowsOfTransaction))
                if (auto one = writeRow(*records, environment, row, owner, agency.phoneRegion); !one)
                    return one;
            return {};
        });
        if (!written)
            return written;
    }
    if (wanted.isEmpty())
        return {};
    return writeAudit(db, agency.id, environment, {Actor::command(), audited::imported, {}, {{u"clients"_s, wanted.size()}}});
}

/// Counts to stdout, what is wrong with rows to stderr as CSV.
int report(const casework::ImportTable& table, const QList<ImportRow>& rows, const ImportOptions& options)
{
    int bad = 0, skipped = 0, imported = 0;
    for (const ImportRow& row : rows)
        ++(row.isBad() ? bad : row.isImported() ? imported : skipped);
    if (bad > 0 || !table.unreadable.isEmpty())
        std::cerr << casework::reportOfProblems(table, rows).toStdString();
    if (options.asJson) {
        sayJson({{u"imported"_s, options.apply ? imported : 0},
                 {u"to_import"_s, imported},
                 {u"here_already"_s, skipped},
                 {u"with_problems"_s, bad}});
    } else {
        say((options.apply ? tr("Imported: %1. Here already: %2. With problems, not imported: %3.")
                           : tr("To import: %1. Here already: %2. With problems: %3. Nothing was written; --apply does it."))
                .arg(imported)
                .arg(skipped)
                .arg(bad));
    }
    return 0;
}

int importClients(World& world, const ImportOptions& options)
{
    auto& db = databaseOf(world);
    const Environment& environment = world.environment();
    const auto agency = findAgency(db, options.agency);
    const auto table = agency ? readTable(options.path) : agency.error();
    if (!table)
        return failed(table.error());
    Owner owner;
    if (!options.worker.isEmpty()) {
        const auto user = findUser(db, agency->id, options.worker);
        if (!user)
            return failed(user.error());
        owner = {user->id, user->teamId};
    }
    RecordReader reader(db, agency->id);
    KnownPeople known;
    if (auto read = known.read(reader); !read)
        return failed(read.error());
    auto mapping = casework::guessMapping(*table, *agency);
    mapping.dayFirst = mapping.dayFirst || options.dayFirst;
    const LibPhoneNumbers phones;
    QList<ImportRow> rows;
    for (qsizetype i = 0; i < table->rows.size(); ++i) {
        rows.append(casework::readImportRow(*table, i, mapping, phones, environment.clock.now().date().addDays(1)));
        if (!rows.last().isBad())
            known.mark(rows.last());
    }
    casework::markRepeats(rows);
    if (options.apply)
        if (auto written = writeRows(db, *agency, environment, rows, owner); !written)
            return failed(written.error());
    return report(*table, rows, options);
}

} // namespace

void addClientImportCommand(CommandLine& line)
{
    const auto options = std::make_shared<ImportOptions>();
    CLI::App* command =
        line.group("client", "Clients of an agency")->add_subcommand("import", "Import clients from CSV or address cards (vCard)");
    command->footer("Shows what it would do; --apply does it. Rows with problems are listed on stderr as CSV and left out.\n"
                    "Who is here already is left out too. No column is ever taken for consent.\nExample:\n"
                    "  handrail-server client import --agency \"Harbor House\" clients.csv --worker ana@harbor.example --apply");
    option(command, "--agency", options->agency, "The agency's id or name")->required();
    option(command, "path", options->path, "The file")->required();
    option(command, "--worker", options->worker, "Whose clients they are: email or id");
    command->add_flag("--day-first", options->dayFirst, "5/6/1984 is the fifth of June");
    command->add_flag("--apply", options->apply, "Write them");
    jsonFlag(command, options->asJson);
    line.runsInWorld(command, [options](World& world) { return importClients(world, *options); });
}

} // namespace handrail::server
