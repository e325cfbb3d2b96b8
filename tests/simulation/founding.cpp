// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/founding.h"

#include "core/domain/records/codec.h"
#include "core/storage/openlocalstore.h"
#include "core/sync/agentcycle.h"
#include "core/sync/session.h"
#include "server/auth/signin.h"
#include "server/gateway/gatewayroutes.h"
#include "server/routes/routes.h"
#include "tests/simulation/network.h"
#include "tests/support/manualclock.h"
#include "tests/support/memorysecretstore.h"
#include "tests/support/seededrandom.h"

#include <QFile>
#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace handrail::sim {

namespace {

/// What the founders have; all of it the same in each process.
struct Founders
{
    Timeline timeline;
    Plan plan{20261005, QSet<QByteArray>()};
    Trace trace{timeline};
    Stage stage{timeline, plan, trace};
    /// Never runs: lends its clock.
    struct Nobody : Process
    {
        using Process::Process;
        void died() override {}
        void start() override {}
    } nobody{stage, "founders"};
    HostClock clock{nobody, 0};
    HostRandom random{plan.seed(), "founders"};
    HostIds ids{plan.seed(), "founders", clock};
    server::Environment environment{clock, ids, random};
};

Founders& founders()
{
    static Founders all;
    return all;
}

template <typename T>
T must(Result<T> result)
{
    if (!result)
        qFatal("founding: %s", qUtf8Printable(result.error().sentence));
    return std::move(result).value();
}

void must(const Result<void>& result)
{
    if (!result)
        qFatal("founding: %s", qUtf8Printable(result.error().sentence));
}

/// Straight to a router, with nothing in between.
struct Straight : HttpTransport
{
    explicit Straight(server::Router& to)
        : router(to)
    {
    }
    HttpOutcome send(const HttpRequest& request) override
    {
        const server::Response response = router.route(asReceived(request));
        return {.kind = HttpOutcome::Kind::Answered,
                .response = {response.status, response.headers, response.body},
                .trouble = {}};
    }
    server::Router& router;
};

void write(server::Database& db, const AgencyId& agency, const QList<Edit>& edits)
{
    must(db.transaction([&]() -> Result<QList<Change>> {
        auto records = server::Records::lock(db, agency, founders().environment);
        return records ? records->write(edits) : records.error();
    }));
}

} // namespace

QString templateOfFolders()
{
    const QString memory = u"/dev/shm"_s;
    return (QFileInfo(memory).isWritable() ? memory : QDir::tempPath()) + u"/handrail-simulation-XXXXXX"_s;
}

void copyDatabase(const QString& from, const QString& to)
{
    for (const char* more : {"", "-wal", "-shm", "-journal"})
        QFile::remove(to + QLatin1String(more));
    for (const char* more : {"", "-wal", ".made"})
        if (QFile::exists(from + QLatin1String(more)))
            QFile::copy(from + QLatin1String(more), to + QLatin1String(more));
}

const Founding& Founding::get()
{
    static const Founding all;
    return all;
}

Founding::Founding()
    : folder(templateOfFolders())
    , serverFile(folder.filePath(u"server.db"_s))
{
    {
        const auto db = must(server::Database::open({.name = serverFile}));
        must(db->migrate());
    }
    found(0);
    found(1);
}

void Founding::found(int index)
{
    Founders& made = founders();
    const QString letter = QChar(u'A' + index);
    const Agency agency{.id = AgencyId(made.ids.next()),
                        .programName = u"House %1"_s.arg(letter),
                        .sendingNumber = u"+1937555010%1"_s.arg(index),
                        .sendingAddress = u"help@%1.example"_s.arg(letter.toLower()),
                        .timeZone = index == 0 ? u"America/New_York"_s : u"America/Los_Angeles"_s};
    agencies.append(agency);
    const auto db = must(server::Database::open({.name = serverFile}));
    must(server::createAgency(*db, agency, made.environment));
    sites.append(QList<ResourceSite>());
    teams.append(QList<Team>());
    for (const char* name : {"East", "West"}) {
        teams.last().append(Team{.id = TeamId(made.ids.next()), .name = QLatin1String(name)});
        write(*db, agency.id, {records::editOf("team", teams.last().last().id.uuid(), teams.last().last())});
    }
    for (int i = 0; i < 12; ++i) {
        sites.last().append(ResourceSite{.id = ResourceSiteId(made.ids.next()),
                                         .organizationName = u"Org %1%2"_s.arg(letter).arg(i),
                                         .serviceName = u"Service %1"_s.arg(i)});
        write(*db, agency.id, {records::editOf("resource_site", sites.last().last().id.uuid(), sites.last().last())});
    }
    const QByteArray prefix = letter.toLatin1();
    seat(index, prefix + "1", Role::Worker, teams.last()[0].id);
    seat(index, prefix + "2", Role::Worker, teams.last()[0].id);
    seat(index, prefix + "3", Role::Administrator, teams.last()[1].id);
    seat(index, prefix + "n", Role::Agent, std::nullopt);
}

void Founding::seat(int agencyIndex, const QByteArray& name, Role role, const std::optional<TeamId>& team)
{
    Founders& made = founders();
    const Agency& agency = agencies[agencyIndex];
    Seat seat{.name = name,
              .agency = agencyIndex,
              .user = {.id = UserId(made.ids.next()),
                       .displayName = u"Staff %1"_s.arg(QString::fromLatin1(name)),
                       .email = u"%1@staff.example"_s.arg(QString::fromLatin1(name).toLower()),
                       .role = role,
                       .teamId = team},
              .token = {},
              .store = folder.filePath(QString::fromLatin1(name) + u".db"_s),
              .keychain = {}};
    server::News news;
    server::Databases databases({.name = serverFile}, news);
    server::Database& db = *must(databases.here());
    must(server::addUser(db, agency.id, seat.user, u"correct horse"_s, made.environment));
    tests::MemorySecretStore secrets;
    const auto store = must(openLocalStore(seat.store, {secrets, made.random, made.clock, made.ids}));
    SyncStore& sync = store->sync();
    const QUuid device = QUuid::fromString(must(sync.fact(sync::facts::deviceId)));
    seat.token = must(server::enter(db, {agency.id, seat.user, {}}, device, u"desk"_s, made.environment)).token;
    must(secrets.write(QLatin1String(sync::deviceTokenSecret), seat.token));
    const std::pair<QLatin1String, QString> facts[] = {{sync::facts::serverUrl, u"https://h.example"_s},
                                                       {sync::facts::userName, seat.user.displayName},
                                                       {sync::facts::agencyId, agency.id.toString()},
                                                       {sync::facts::userId, seat.user.id.toString()}};
    for (const auto& [fact, value] : facts)
        must(sync.setFact(fact, value));
    server::Router router;
    const server::RouteContext context{databases, made.environment};
    registerSyncRoutes(router, context);
    server::Gateway gateway(databases, {}, {}, made.environment);
    registerGatewayRoutes(router, databases, gateway, made.environment);
    Straight straight(router);
    sync::ServerLink link(straight, QUrl(u"https://h.example"_s), seat.token);
    const auto report = sync::runCycle(*store, link, made.clock);
    if (report.trouble)
        qFatal("founding %s: %s", name.constData(), qUtf8Printable(report.trouble->sentence));
    seat.keychain = secrets.secrets;
    seats.append(seat);
}

} // namespace handrail::sim
