// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/commandline.h"

#include "tests/simulation/coverage.h"
#include "tests/simulation/shrink.h"
#include "tests/simulation/steps.h"

#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QHashSeed>
#include <QLoggingCategory>
#include <QProcess>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace handrail::sim {

namespace {

/// What is run again and again, so that a change that breaks one is seen at once.
constexpr quint64 fixedSeeds = 8;
/// Each once or a few times, in modes that make more of one kind of trouble; docs/simulation.md says what each is.
struct ModeSeeds
{
    const char* mode;
    quint64 seeds;
};
constexpr ModeSeeds fixedModes[] = {{"moved", 2},   {"monday", 1}, {"offline", 1}, {"storm", 1},    {"carrier", 1}, {"clock", 2}, {"years", 2},
                                    {"clone", 1},   {"restore", 1}, {"refusal", 1}, {"full", 1},    {"versions", 2}, {"chaos", 1}};

QByteArray revision()
{
    QProcess git;
    git.start(u"git"_s, {u"-C"_s, QStringLiteral(HANDRAIL_SOURCES), u"describe"_s, u"--always"_s, u"--dirty"_s});
    return git.waitForFinished() && git.exitCode() == 0 ? git.readAllStandardOutput().trimmed() : "unknown";
}

void print(const QByteArray& text)
{
    printf("%s\n", text.constData());
    fflush(stdout);
}

QByteArray commandFor(const Setting& setting, const QList<QByteArray>& keep)
{
    QByteArray command = "tests/simulate --seed " + QByteArray::number(setting.seed) + " --mode " + setting.mode;
    if (setting.intensity != 1)
        command += " --intensity " + QByteArray::number(setting.intensity);
    return keep.isEmpty() ? command : command + " --keep " + listOf(keep);
}

void printFailure(const Setting& setting, const Outcome& failed, int shrinkSeconds)
{
    const auto& broken = *failed.violation;
    print("\n" + broken.invariant.toUtf8() + " IS BROKEN: " + broken.sentence.toUtf8());
    print("revision " + revision() + ", seed " + QByteArray::number(setting.seed) + ", event " +
          QByteArray::number(broken.event) + ", trace " + QByteArray::number(failed.traceHash, 16));
    print("to see exactly this again:\n  " + commandFor(setting, setting.only ? failed.happened : QList<QByteArray>()));
    const Outcome least = shrink(setting, failed, shrinkSeconds);
    print("shrunk from " + QByteArray::number(failed.happened.size()) + " things that happened to " +
          QByteArray::number(least.happened.size()) + ":\n  " + commandFor(setting, least.happened));
    print("its story:\n  " + least.story.join(u"\n  "_s).toUtf8());
}

struct Tally
{
    int runs = 0;
    int failed = 0;
    double years = 0;
    qint64 events = 0;
    qint64 messages = 0;
    QMap<QByteArray, int> seen;
};

void count(const Setting& setting, const Outcome& outcome, Tally& tally, int shrinkSeconds)
{
    ++tally.runs;
    tally.years += outcome.agencyYears;
    tally.events += outcome.events;
    tally.messages += outcome.acceptances;
    for (auto it = outcome.seen.cbegin(); it != outcome.seen.cend(); ++it)
        tally.seen[it.key()] += it.value();
    if (outcome.violation) {
        ++tally.failed;
        printFailure(setting, outcome, shrinkSeconds);
    }
}

Outcome runOne(const Setting& setting, Tally& tally, int shrinkSeconds)
{
    Outcome outcome = World(setting).run();
    count(setting, outcome, tally, shrinkSeconds);
    return outcome;
}

void tellMissing(const QList<Expected>& expected, Tally& tally)
{
    for (const QByteArray& kind : missing(expected, tally.seen)) {
        ++tally.failed;
        print("in the fixed seeds this came to pass too seldom (coverage.cpp): " + kind);
    }
}

void runFixed(Setting setting, Tally& tally, int shrinkSeconds)
{
    for (quint64 seed = 1; seed <= fixedSeeds && tally.failed == 0; ++seed) {
        setting.seed = seed;
        const Outcome once = runOne(setting, tally, shrinkSeconds);
        const Outcome again = World(setting).run();
        if (once.traceHash != again.traceHash) {
            ++tally.failed;
            print("seed " + QByteArray::number(seed) + " does not run twice in the same way");
        }
    }
    if (tally.failed == 0)
        tellMissing(expected(), tally);
    print("fixed seeds 1 to " + QByteArray::number(fixedSeeds) + ", each twice with the same trace: " + (tally.failed > 0 ? "FAILED" : "fine"));
}

void runModes(Setting setting, Tally& tally, int shrinkSeconds)
{
    QByteArrayList names;
    for (const ModeSeeds& one : fixedModes) {
        setting.mode = one.mode;
        names.append(setting.mode);
        for (setting.seed = 1; setting.seed <= one.seeds && tally.failed == 0; ++setting.seed)
            runOne(setting, tally, shrinkSeconds);
    }
    if (tally.failed == 0)
        tellMissing(expectedOfModes(), tally);
    print("the first seeds of the modes " + names.join(", ") + ": " + (tally.failed > 0 ? "FAILED" : "fine"));
}

void eachStep(int every, Tally& tally, int shrinkSeconds)
{
    const EachStep all = tryEachStep(every, [&](const Outcome& outcome) {
        const QSet<QByteArray> happened(outcome.happened.cbegin(), outcome.happened.cend());
        count(stepsWith(happened), outcome, tally, shrinkSeconds);
        return !outcome.violation;
    });
    print("one share, each " + (every == 1 ? QByteArray() : QByteArray::number(every) + "th of ") +
          QByteArray::number(all.opportunities) + " things that can go wrong at its steps: " + QByteArray::number(all.runs) +
          " runs, " + (tally.failed > 0 ? "FAILED" : "fine"));
}

/// "90", "90s", "15m", "1h"
qint64 secondsOf(const QString& text)
{
    const qint64 number = QString(text).remove(QRegularExpression(u"[a-z]"_s)).toLongLong();
    return text.endsWith(u'h') ? number * 3600 : text.endsWith(u'm') ? number * 60 : number;
}

} // namespace

void beRepeatable()
{
    QHashSeed::setDeterministicGlobalSeed();
    QLoggingCategory::setFilterRules(u"handrail.*=false\nhandrail.*.warning=false"_s);
}

int simulateBy(const QStringList& arguments)
{
    QCommandLineParser line;
    line.setApplicationDescription(u"Runs desks, agents and the server in a simulated world; docs/simulation.md."_s);
    line.addHelpOption();
    line.addOptions({{u"seed"_s, u"One run."_s, u"n"_s},
                     {u"mode"_s, u"What the run is like."_s, u"name"_s, u"weeks"_s},
                     {u"keep"_s, u"Of what the seed brings, only these happen."_s, u"names"_s},
                     {u"intensity"_s, u"How much goes wrong; 1 is usual."_s, u"x"_s, u"1"_s},
                     {u"trace"_s, u"Print the story as it happens."_s},
                     {u"for"_s, u"New seeds for so long: 90s, 15m, 1h. Stops at the first that fails."_s, u"time"_s},
                     {u"fixed"_s, u"The fixed seeds, each twice."_s},
                     {u"each-step"_s, u"One share, and at each (or each n-th) step each thing that can go wrong there."_s, u"n"_s},
                     {u"modes"_s, u"A few fixed seeds of every other mode."_s},
                     {u"coverage"_s, u"How often each kind of trouble and of work came to pass."_s},
                     {u"from"_s, u"First of the new seeds."_s, u"n"_s},
                     {u"shrink"_s, u"Seconds for shrinking a failure."_s, u"s"_s, u"60"_s}});
    line.process(arguments);
    Setting setting;
    setting.mode = line.value(u"mode"_s).toLatin1();
    setting.intensity = line.value(u"intensity"_s).toDouble();
    setting.live = line.isSet(u"trace"_s);
    const int shrinkSeconds = line.value(u"shrink"_s).toInt();
    Tally tally;
    QElapsedTimer timer;
    timer.start();
    if (line.isSet(u"seed"_s)) {
        setting.seed = line.value(u"seed"_s).toULongLong();
        if (line.isSet(u"keep"_s)) {
            const auto names = line.value(u"keep"_s).toLatin1().split(',');
            setting.only = QSet<QByteArray>(names.begin(), names.end());
        }
        const Outcome outcome = runOne(setting, tally, setting.only ? 0 : shrinkSeconds);
        print("seed " + QByteArray::number(setting.seed) + ": " + QByteArray::number(outcome.events) +
              " events, trace " + QByteArray::number(outcome.traceHash, 16) +
              (outcome.violation ? ", FAILED" : ", fine"));
        return tally.failed > 0;
    }
    if (line.isSet(u"fixed"_s))
        runFixed(setting, tally, shrinkSeconds);
    if (line.isSet(u"modes"_s) && tally.failed == 0)
        runModes(setting, tally, shrinkSeconds);
    if (line.isSet(u"each-step"_s) && tally.failed == 0)
        eachStep(qMax(1, line.value(u"each-step"_s).toInt()), tally, shrinkSeconds);
    if (line.isSet(u"for"_s) && tally.failed == 0) {
        const qint64 until = timer.elapsed() + secondsOf(line.value(u"for"_s)) * 1000;
        const quint64 first = line.isSet(u"from"_s) ? line.value(u"from"_s).toULongLong()
                                                    : quint64(QDateTime::currentSecsSinceEpoch() % 1000000000) * 1000;
        setting.seed = first;
        while (timer.elapsed() < until && tally.failed == 0) {
            runOne(setting, tally, shrinkSeconds);
            ++setting.seed;
        }
        print("new seeds " + QByteArray::number(first) + " to " + QByteArray::number(setting.seed - 1));
    }
    if (line.isSet(u"coverage"_s))
        for (auto it = tally.seen.cbegin(); it != tally.seen.cend(); ++it)
            print(QByteArray::number(it.value()).rightJustified(7) + "  " + it.key());
    const double minutes = double(timer.elapsed()) / 60000;
    print(QByteArray::number(tally.runs) + " runs, " + QByteArray::number(tally.events) + " events, " +
          QByteArray::number(tally.messages) + " messages taken by carriers, " +
          QByteArray::number(tally.years, 'f', 2) + " agency-years, " +
          QByteArray::number(tally.years / minutes, 'f', 2) + " a minute");
    return tally.failed > 0;
}

} // namespace handrail::sim
