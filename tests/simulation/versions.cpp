// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ports/stores.h"
#include "core/sync/session.h"
#include "tests/simulation/world.h"

using namespace Qt::Literals::StringLiterals;

/// W10: programs of different versions. The code is today's; what the server sees of it, and it of the server, is another
/// version's.
namespace handrail::sim {

/// Some desks begin with a program of another version and are brought up to date on some day; the server's answers have
/// fields of the version to come.
void World::planVersions()
{
    if (!isMode("versions"))
        return;
    Dice dice = m_plan.dice("versions");
    for (const auto& desk : m_desks) {
        desk->link.serverIsNewer = dice.chance(0.5);
        const bool before = dice.chance(0.7);
        if (!dice.chance(0.7))
            continue;
        op("old." + desk->name, m_timeline.start(), [this, it = desk.get(), before](Dice&) {
            it->link.speaks = before ? Link::Speaks::Before : Link::Speaks::Other;
            m_trace.tell(u"%1 has a program of %2"_s.arg(QString::fromLatin1(it->name),
                                                        before ? u"the version before"_s : u"a version that the server does not know"_s));
        });
        op("update." + desk->name, m_timeline.start() + dice.between(day, 10 * day), [this, it = desk.get()](Dice&) { bringUpToDate(*it); });
    }
}

void World::bringUpToDate(Desk& desk)
{
    if (desk.link.speaks == Link::Speaks::Now)
        return;
    // The version before keeps nothing of a sight in its store.
    if (desk.link.speaks == Link::Speaks::Before && desk.isUp())
        try {
            (void)desk.store().sync().setFact(sync::facts::sight, {});
        } catch (const Killed&) {
            return;
        }
    m_trace.tell(u"%1 is brought up to date"_s.arg(QString::fromLatin1(desk.name)));
    m_trace.saw("a desk is brought up to date");
    desk.link.speaks = Link::Speaks::Now;
    desk.kill();
}

} // namespace handrail::sim
