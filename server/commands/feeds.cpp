// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/carriers/curltransport.h"
#include "server/commands/commands.h"
#include "server/directory/feedworker.h"
#include "server/directory/reportfile.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("ServerCommands", text);
}

struct FeedOptions
{
    QString agency;
    QString source = QStringLiteral("directory");
    QString url;
    QString report;
    int everyHours = 24;
    bool acceptShrink = false;
};

QString timeOf(const QDateTime& at)
{
    return at.isValid() ? at.toString(Qt::ISODate) : tr("never");
}

void show(const DirectoryFeed& feed)
{
    say(u"%1  %2"_s.arg(feed.source, feed.url.toString()));
    say(tr("  %1; tried: %2, as the feed says since: %3, next: %4")
            .arg(feed.outcome, timeOf(feed.triedAt), timeOf(feed.appliedAt), timeOf(feed.nextAt)));
    if (!feed.summary.isEmpty())
        say(u"  "_s + feed.summary);
    if (!feed.report.isEmpty())
        say(tr("  %1 remarks; --report FILE writes them.").arg(feed.report.size()));
}

int showStatus(World& world, const FeedOptions& options)
{
    auto& db = databaseOf(world);
    const auto agency = findAgency(db, options.agency);
    const auto feeds = agency ? feedsOf(db, agency->id) : agency.error();
    if (!feeds)
        return failed(feeds.error());
    QList<RowReport> remarks;
    for (const DirectoryFeed& feed : *feeds) {
        show(feed);
        remarks += feed.report;
    }
    if (feeds->isEmpty())
        say(tr("This agency fetches no directory; `directory subscribe` adds one."));
    if (options.report.isEmpty())
        return 0;
    const auto written = writeReport(remarks, options.report);
    return written ? 0 : failed(written.error());
}

int subscribeByCommand(World& world, const FeedOptions& options)
{
    auto& db = databaseOf(world);
    const auto agency = findAgency(db, options.agency);
    if (!agency)
        return failed(agency.error());
    const auto added = subscribe(db, world.environment(), agency->id, options.source,
                                 QUrl(options.url, QUrl::StrictMode), options.everyHours);
    return added ? 0 : failed(added.error());
}

int unsubscribeByCommand(World& world, const FeedOptions& options)
{
    auto& db = databaseOf(world);
    const auto agency = findAgency(db, options.agency);
    const auto gone = agency ? unsubscribe(db, world.environment(), agency->id, options.source) : agency.error();
    return gone ? 0 : failed(gone.error());
}

/// Fetches at once, in this process; where a server has it just under way, that one's outcome is shown.
int fetchByCommand(World& world, const FeedOptions& options)
{
    auto& db = databaseOf(world);
    const auto agency = findAgency(db, options.agency);
    const auto due =
        agency ? fetchSoon(db, world.environment(), agency->id, options.source, options.acceptShrink) : agency.error();
    if (!due)
        return failed(due.error());
    CurlTransport http;
    DirectoryFeeds feeds(world.databases(), http, world.environment());
    if (const auto done = feeds.round(); !done)
        return failed(done.error());
    return showStatus(world, options);
}

CLI::App* directoryGroup(CLI::App& app)
{
    const auto there = app.get_subcommands([](const CLI::App* group) { return group->get_name() == "directory"; });
    if (!there.empty())
        return there.front();
    return app.add_subcommand("directory", "Resource sites")->require_subcommand(1);
}

} // namespace

void addFeedCommands(CommandLine& line)
{
    CLI::App* group = directoryGroup(line.app());
    const auto options = std::make_shared<FeedOptions>();
    using Run = int (*)(World&, const FeedOptions&);
    const auto add = [&](const char* name, const char* help, Run run) {
        CLI::App* command = group->add_subcommand(name, help);
        option(command, "--agency", options->agency, "The agency's id or name")->required();
        line.runsInWorld(command, [options, run](World& world) { return run(world, *options); });
        return command;
    };
    const std::string sourceHelp = "Name of the directory, where an agency has several";

    CLI::App* added = add("subscribe", "Fetch a directory by its address, again and again", subscribeByCommand);
    option(added, "--url", options->url, "https address of an HSDS API's services, a JSON file or a ZIP")->required();
    option(added, "--source", options->source, sourceHelp);
    added->add_option("--every", options->everyHours, "Hours from one fetch to the next (24)");

    option(add("unsubscribe", "Fetch it no more; its sites stay", unsubscribeByCommand), "--source", options->source,
           sourceHelp);

    CLI::App* fetched = add("fetch", "Fetch it now", fetchByCommand);
    option(fetched, "--source", options->source, sourceHelp);
    fetched->add_flag("--accept-shrink", options->acceptShrink, "Also where more than half of its sites are gone");

    CLI::App* status = add("status", "What came of the last fetches", showStatus);
    option(status, "--report", options->report, "Write all remarks on rows: CSV where it ends in .csv, else text");
}

} // namespace handrail::server
