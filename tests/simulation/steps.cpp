// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/steps.h"

#include "tests/simulation/world.h"

#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace handrail::sim {

namespace {

QByteArray siteOf(const QByteArray& name)
{
    return name.left(name.lastIndexOf('#'));
}

QSet<QByteArray> sitesOf(const QList<QByteArray>& names)
{
    QSet<QByteArray> sites;
    for (const QByteArray& name : names)
        sites.insert(siteOf(name));
    return sites;
}

Outcome runWith(const QSet<QByteArray>& happens)
{
    return World(stepsWith(happens)).run();
}

} // namespace

/// One client, one share of one site by text and by mail.
void World::planSteps()
{
    watchSteps();
    op("client#1", m_timeline.start() + 2 * hour, [this](Dice& dice) { newClient(dice); });
    op("share#1", m_timeline.start() + 3 * hour, [this](Dice& dice) {
        if (!m_clients.isEmpty())
            share(m_clients.first(), {}, dice);
    });
}

/// Beside what the parts themselves ask the plan for: at each step of a process the client may text STOP, and its computer may
/// sleep for longer than a lease.
void World::watchSteps()
{
    const auto watch = [this](Process& process) {
        process.step = [this, &process](const char* where) {
            // Between two readings of a clock nothing is done that others could see.
            if (qstrcmp(where, "clock") == 0)
                return;
            const QByteArray place = process.name + '.' + where;
            if (m_plan.fault("stop." + place, 0) && !m_clients.isEmpty()) {
                m_trace.saw("a client texts STOP at a step");
                m_texts.receive(m_clients.first().phone, m_founding.agencies[0].sendingNumber, u"STOP"_s);
            }
            if (m_plan.fault("sleep." + place, 0)) {
                m_trace.saw("a computer sleeps at a step");
                m_trace.tell(u"%1 sleeps for five minutes (%2)"_s.arg(QString::fromLatin1(process.name), QLatin1String(where)));
                process.freezeUntil(m_timeline.now() + 5 * minute);
            }
        };
    };
    for (const auto& desk : m_desks)
        watch(*desk);
    for (const auto& node : m_front.nodes)
        watch(*node);
}

Setting stepsWith(const QSet<QByteArray>& happens)
{
    return {.seed = 1, .mode = "steps", .only = happens, .days = 9};
}

EachStep tryEachStep(int every, const std::function<bool(const Outcome&)>& goesOn)
{
    EachStep all;
    const auto tried = [&](const QSet<QByteArray>& happens) -> std::optional<Outcome> {
        Outcome outcome = runWith(happens);
        ++all.runs;
        all.years += outcome.agencyYears;
        if (!goesOn(outcome))
            return std::nullopt;
        return outcome;
    };
    const auto smooth = tried({});
    if (!smooth)
        return all;
    all.opportunities = smooth->opportunities.size();
    const QSet<QByteArray> usual = sitesOf(smooth->opportunities);
    for (qsizetype i = 0; i < smooth->opportunities.size(); i += every) {
        const QByteArray& one = smooth->opportunities[i];
        const auto outcome = tried({one});
        if (!outcome)
            return all;
        // What can only go wrong because something else did: a carrier that says 500 and has taken the text, a slow look-up …
        QSet<QByteArray> further;
        for (const QByteArray& name : outcome->opportunities) {
            if (usual.contains(siteOf(name)) || further.contains(siteOf(name)))
                continue;
            further.insert(siteOf(name));
            if (!tried({one, name}))
                return all;
        }
    }
    return all;
}

} // namespace handrail::sim
