// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/trial/seed/clients.h"
#include "app/trial/seed/history.h"
#include "core/domain/records/codec.h"
#include "core/net/qttransport.h"
#include "core/sync/serveraddress.h"
#include "core/sync/serverlink.h"
#include "core/system/fileoffsetclock.h"
#include "core/system/systemclock.h"
#include "core/system/systemrandom.h"
#include "core/system/uuid7ids.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTextStream>

using namespace Qt::Literals::StringLiterals;
using namespace handrail;

namespace {

int fail(const QString& sentence)
{
    QTextStream(stderr) << sentence << Qt::endl;
    return 1;
}

QList<Edit> editsFor(const QList<Client>& clients)
{
    QList<Edit> edits;
    for (const Client& client : clients) {
        edits.append(records::editOf("client", client.id.uuid(), client));
        for (const ContactPoint& point : client.contactPoints)
            edits.append(records::editOf("contact_point", point.id.uuid(), point));
    }
    return edits;
}

/// Pushes the edits as a device would; an error where the server refuses one.
Result<void> push(sync::ServerLink& link, const QList<Edit>& edits, Ids& ids, const Clock& clock, const QUuid& device)
{
    QList<Change> changes;
    Stamp stamp{.device = device};
    for (const Edit& edit : edits) {
        stamp = nextStamp(stamp, clock.now().toMSecsSinceEpoch(), device);
        changes.append({.id = ChangeId(ids.next()), .entity = edit.entity, .key = edit.key, .stamp = stamp, .fields = edit.fields});
    }
    constexpr qsizetype atOnce = 100;
    for (qsizetype from = 0; from < changes.size(); from += atOnce) {
        const auto pushed = link.push(changes.mid(from, atOnce));
        if (!pushed)
            return pushed.error();
        for (const protocol::PushResult& result : pushed->results)
            if (result.status == protocol::PushResult::Status::Refused)
                return Error{ErrorCode::NotAllowed, result.sentence};
    }
    return {};
}

/// The directory's sites, as far as the first pages of what the server has go.
Result<QList<ResourceSiteId>> pullSites(sync::ServerLink& link)
{
    QList<ResourceSiteId> sites;
    constexpr int atOnce = 500;
    for (qint64 since = 0;;) {
        const auto pulled = link.pull(since, atOnce);
        if (!pulled)
            return pulled.error();
        for (const Change& change : pulled->changes)
            if (change.entity == u"resource_site"_s && !sites.contains(ResourceSiteId(change.key)))
                sites.append(ResourceSiteId(change.key));
        since = pulled->next;
        if (!pulled->more)
            return sites;
    }
}

} // namespace

/// Gives the trial's agency a few clients, through the same protocol as any device.
int main(int argc, char* argv[])
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({{u"server"_s, u"The server's address."_s, u"URL"_s},
                       {u"email"_s, u"The worker's email address."_s, u"ADDRESS"_s},
                       {u"password"_s, u"The worker's password."_s, u"PASSWORD"_s},
                       {u"clock-file"_s, u"The file with the trial's clock offset in seconds."_s, u"FILE"_s},
                       {u"history"_s, u"Two months of an office's work beside the few clients."_s},
                       {u"time-zone"_s, u"The clients' time zone."_s, u"ZONE"_s, u"America/Los_Angeles"_s}});
    parser.process(application);

    const auto address = sync::readServerAddress(parser.value(u"server"_s));
    if (!address)
        return fail(address.error().sentence);
    const SystemClock machine;
    const FileOffsetClock clock(machine, parser.value(u"clock-file"_s));
    SystemRandom random;
    Uuid7Ids ids(clock, random);
    QtTransport transport;
    sync::ServerLink link(transport, *address);
    const QUuid device = ids.next();
    const auto signedIn = link.signIn({.email = parser.value(u"email"_s),
                                       .password = parser.value(u"password"_s),
                                       .deviceId = device,
                                       .deviceName = u"Trial set-up"_s});
    if (!signedIn)
        return fail(signedIn.error().sentence);
    link.setToken(signedIn->token);
    const QList<Client> clients = trial::trialClients(ids, signedIn->user.id, parser.value(u"time-zone"_s));
    QList<Edit> edits = editsFor(clients);
    if (parser.isSet(u"history"_s)) {
        const auto sites = pullSites(link);
        if (!sites)
            return fail(sites.error().sentence);
        edits += trial::trialHistory(ids, signedIn->user.id, *sites, parser.value(u"time-zone"_s), clock.now());
    }
    if (const auto pushed = push(link, edits, ids, clock, device); !pushed)
        return fail(pushed.error().sentence);
    QTextStream(stdout) << clients.size() << " clients added" << Qt::endl;
    return 0;
}
