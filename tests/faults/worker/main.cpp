// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/profile.h"
#include "core/sync/session.h"
#include "tests/faults/worker/day.h"
#include "tests/faults/worker/dump.h"
#include "tests/faults/worker/watchedstore.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QJsonDocument>
#include <QTimer>
#include <cstdio>

using namespace Qt::Literals::StringLiterals;
using namespace handrail;

namespace {

int fail(const Error& error)
{
    std::fprintf(stderr, "%s\n", qUtf8Printable(error.sentence));
    return 1;
}

int dump(const QString& profile)
{
    const auto all = faults::dumpStore(QDir(profile).filePath(u"store.db"_s), QDir(profile).filePath(u"credentials"_s));
    if (!all)
        return fail(all.error());
    for (const QJsonObject& object : *all)
        std::printf("%s\n", QJsonDocument(object).toJson(QJsonDocument::Compact).constData());
    return 0;
}

int work(const composition::ProfileOptions& options, const QString& journalPath, quint32 seed, int pauseMs, int steps)
{
    faults::Journal journal;
    if (!journal.open(journalPath))
        return fail({ErrorCode::StorageTrouble, u"The journal can't be written."_s});
    const auto profile = composition::Profile::make(options);
    if (!profile)
        return fail(profile.error());
    const auto opened = (*profile)->openStore();
    if (!opened)
        return fail(opened.error());
    const auto session = sync::readSession(opened->store->sync());
    if (!session)
        return fail(session.error());
    if (!*session)
        return fail({ErrorCode::Unauthorized, u"Nobody is signed in at this profile."_s});
    faults::WatchedStore store(*opened->store, journal);
    casework::Desk desk{store, (*profile)->clock(), (*profile)->ids(), (*profile)->phones(), (*session)->user};
    faults::Day day(desk, seed);
    int done = 0;
    QTimer next;
    QObject::connect(&next, &QTimer::timeout, qApp, [&] {
        if (const auto step = day.step(); !step)
            journal.refused(step.error());
        if (++done == steps)
            QCoreApplication::quit();
    });
    next.start(pauseMs);
    return QCoreApplication::exec();
}

} // namespace

/// The desk of the fault tests: real use cases on a real encrypted store, without a window, until it is killed.
int main(int argc, char* argv[])
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({{u"profile"_s, u"A headless profile that an agent has signed in."_s, u"DIR"_s},
                       {u"journal"_s, u"Where what was acknowledged is kept."_s, u"FILE"_s},
                       {u"clock-file"_s, u"The file with the clock's offset in seconds."_s, u"FILE"_s},
                       {u"seed"_s, u"Decides what is done."_s, u"N"_s, u"1"_s},
                       {u"pause-ms"_s, u"Between two steps."_s, u"N"_s, u"100"_s},
                       {u"steps"_s, u"So many steps, then end; 0: until killed."_s, u"N"_s, u"0"_s},
                       {u"dump"_s, u"Print what the store has, and end."_s}});
    parser.process(application);
    if (parser.isSet(u"dump"_s))
        return dump(parser.value(u"profile"_s));
    return work({.directory = parser.value(u"profile"_s), .clockFile = parser.value(u"clock-file"_s), .headless = true},
                parser.value(u"journal"_s), parser.value(u"seed"_s).toUInt(), parser.value(u"pause-ms"_s).toInt(),
                parser.value(u"steps"_s).toInt());
}
