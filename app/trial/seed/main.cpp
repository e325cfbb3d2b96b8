// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/trial/seed/clients.h"
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

QList<Change> changesFor(const QList<Client>& clients, Ids& ids, const Clock& clock, const QUuid& device)
{
    QList<Change> changes;
    Stamp stamp{.device = device};
    const auto add = [&](const Edit& edit) {
        stamp = nextStamp(stamp, clock.now().toMSecsSinceEpoch(), device);
        changes.append({.id = ChangeId(ids.next()), .entity = edit.entity, .key = edit.key, .stamp = stamp, .fields = edit.fields});
    };
    for (const Client& client : clients) {
        add(records::editOf("client", client.id.uuid(), client));
        for (const ContactPoint& point : client.contactPoints)
            add(records::editOf("contact_point", point.id.uuid(), point));
    }
    return changes;
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
    const auto pushed = link.push(changesFor(clients, ids, clock, device));
    if (!pushed)
        return fail(pushed.error().sentence);
    for (const protocol::PushResult& result : pushed->results)
        if (result.status == protocol::PushResult::Status::Refused)
            return fail(result.sentence);
    QTextStream(stdout) << clients.size() << " clients added" << Qt::endl;
    return 0;
}
