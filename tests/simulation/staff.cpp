// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/casework/clients.h"
#include "core/casework/merging.h"
#include "server/store/backup.h"
#include "tests/simulation/world.h"

using namespace Qt::Literals::StringLiterals;

/// What changes who takes care of whom, and the rarer days of an installation.
namespace handrail::sim {

void World::planStaff()
{
    int number = 0;
    const auto next = [&](const char* kind) { return QByteArray(kind) + '#' + QByteArray::number(++number); };
    Dice dice = m_plan.dice("staff");
    const bool moved = isMode("moved");
    for (int today = 1; today < m_setting.days; ++today) {
        const auto workTime = [&] { return m_timeline.start() + today * day + dice.between(3 * hour, 12 * hour); };
        const auto maybe = [&](const char* kind, double p, void (World::*deed)(Dice&)) {
            if (dice.chance(moved ? qMin(1.0, 4 * p) : p))
                op(next(kind), workTime(), [this, deed](Dice& d) { (this->*deed)(d); });
        };
        maybe("assign", 0.15, &World::assign);
        maybe("moveStaff", 0.08, &World::moveStaff);
        maybe("merge", 0.08, &World::merge);
        maybe("unmerge", 0.04, &World::unmerge);
        maybe("number", 0.06, &World::changeNumber);
        if (today >= 2)
            maybe("erase", 0.03, &World::erase);
        if (today >= 4)
            maybe("disable", 0.02, &World::disable);
    }
    const auto at = [&](int days, qint64 within) { return m_timeline.start() + days * day + dice.between(0, within); };
    if (isMode("clone"))
        op("clone#1", at(2, day), [this](Dice& d) { cloneDesk(d); });
    if (isMode("restore")) {
        const qint64 backup = at(3, 2 * day);
        op("backup#1", backup, [this](Dice&) { backUpServer(); });
        op("restore#1", backup + dice.between(2 * hour, 2 * day), [this](Dice&) { restoreServer(); });
    }
}

/// Who may change staff and erase; null where nobody is there.
Desk* World::administrator()
{
    for (const auto& desk : m_desks)
        if (desk->seat().user.role == Role::Administrator && desk->isUp() && !desk->isFrozen())
            return desk.get();
    return nullptr;
}

void World::assign(Dice& dice)
{
    Client* client = anyClient(dice);
    if (client == nullptr)
        return;
    Desk& desk = someDesk(*client, dice);
    const double to = dice.unit();
    std::optional<UserId> worker;
    std::optional<TeamId> team;
    if (to < 0.5)
        worker = dice.pick(m_screens[desk.seat().agency])->seat().user.id;
    else if (to < 0.8)
        team = dice.pick(m_founding.teams[desk.seat().agency]).id;
    desk.atScreen([&](casework::Desk& at) {
        const auto done = casework::assignClient(at, client->id, worker, team);
        m_trace.saw("a client is given to another worker or team");
        m_trace.tell(u"%1 gives client %2 to %3%4"_s.arg(QString::fromLatin1(desk.name), client->phone,
                                                         worker ? u"a worker"_s : team ? u"a team"_s : u"nobody"_s,
                                                         done ? QString() : u": "_s + done.error().sentence));
    });
}

/// Administrators stay: somebody must be left who sends for the others. Null: the dice fell on one.
const Seat* World::otherThanAdministrator(int agency, Dice& dice)
{
    const Seat& who = dice.pick(m_screens[agency])->seat();
    return who.user.role == Role::Administrator ? nullptr : &who;
}

void World::moveStaff(Dice& dice)
{
    Desk* desk = administrator();
    if (desk == nullptr)
        return;
    const Seat* who = otherThanAdministrator(desk->seat().agency, dice);
    if (who == nullptr)
        return;
    protocol::PersonRequest request;
    if (dice.chance(0.7))
        request.team = dice.chance(0.2) ? std::optional<TeamId>() : dice.pick(m_founding.teams[who->agency]).id;
    else
        request.role = dice.chance(0.5) ? Role::Supervisor : Role::Worker;
    m_trace.tell(u"%1 moves %2"_s.arg(QString::fromLatin1(desk->name), QString::fromLatin1(who->name)));
    desk->askServer([id = who->user.id, request](sync::ServerLink& link) { (void)link.changePerson(id, request); });
}

void World::disable(Dice& dice)
{
    Desk* desk = administrator();
    if (desk == nullptr)
        return;
    const Seat* who = otherThanAdministrator(desk->seat().agency, dice);
    if (who == nullptr)
        return;
    m_trace.tell(u"%1 disables %2"_s.arg(QString::fromLatin1(desk->name), QString::fromLatin1(who->name)));
    desk->askServer([id = who->user.id](sync::ServerLink& link) { (void)link.changePerson(id, {.disabled = true}); });
}

void World::erase(Dice& dice)
{
    Desk* desk = administrator();
    const Client* client = anyClient(dice);
    if (desk == nullptr || client == nullptr || deskOf(*client).seat().agency != desk->seat().agency)
        return;
    m_trace.tell(u"%1 erases client %2"_s.arg(QString::fromLatin1(desk->name), client->phone));
    desk->askServer([this, id = client->id](sync::ServerLink& link) {
        if (const auto done = link.eraseClient(id); !done)
            m_trace.tell(u"the erasure did not get through: %1"_s.arg(done.error().sentence));
    });
}

void World::merge(Dice& dice)
{
    Client* kept = anyClient(dice);
    const Client* gone = anyClient(dice);
    if (kept == nullptr || kept == gone || deskOf(*kept).seat().agency != deskOf(*gone).seat().agency)
        return;
    Desk& desk = someDesk(*kept, dice);
    desk.atScreen([&](casework::Desk& at) {
        casework::MergeForm form{.kept = kept->id, .gone = gone->id, .fromGone = {}};
        if (dice.chance(0.3))
            form.fromGone.insert(casework::ProfileValue::Name);
        const auto done = casework::mergeClients(at, form);
        if (done) {
            m_merges.append(*done);
            m_trace.saw("two clients are merged");
        }
        m_trace.tell(u"%1 merges %2 into %3%4"_s.arg(QString::fromLatin1(desk.name), gone->phone, kept->phone,
                                                     done ? QString() : u": "_s + done.error().sentence));
    });
}

void World::unmerge(Dice& dice)
{
    if (m_merges.isEmpty())
        return;
    Desk& desk = *dice.pick(m_screens[0]);
    const ActivityId id = dice.pick(m_merges);
    desk.atScreen([&](casework::Desk& at) {
        const auto done = casework::undoMerge(at, id);
        if (done)
            m_trace.saw("a merge is taken back");
        m_trace.tell(u"%1 takes a merge back%2"_s.arg(QString::fromLatin1(desk.name),
                                                      done ? QString() : u": "_s + done.error().sentence));
    });
}

/// A client has a new phone; what waits for the old number was agreed to for that one.
void World::changeNumber(Dice& dice)
{
    Client* client = anyClient(dice);
    if (client == nullptr)
        return;
    Desk& desk = someDesk(*client, dice);
    const QString phone = u"+1937555%1"_s.arg(6000 + ++m_lastClient);
    desk.atScreen([&](casework::Desk& at) {
        const auto found = desk.store().clients().client(client->id);
        if (!found || !*found)
            return;
        casework::ClientDraft draft{.id = client->id,
                                    .givenName = (*found)->givenName,
                                    .familyName = (*found)->familyName,
                                    .language = (*found)->language,
                                    .timeZone = (*found)->timeZone};
        for (const ContactPoint& point : (*found)->contactPoints)
            draft.contactPoints.append({.id = point.id,
                                        .channel = point.address.channel(),
                                        .typed = point.address.channel() == Channel::Text ? phone : point.address.value()});
        const auto done = casework::saveClient(at, draft);
        if (done) {
            client->phone = phone;
            m_trace.saw("a client's number changes");
        }
        m_trace.tell(u"%1 changes a client's number to %2%3"_s.arg(QString::fromLatin1(desk.name), phone,
                                                                   done ? QString() : u": "_s + done.error().sentence));
    });
}

/// Somebody copies a computer's disk, and both go on.
void World::cloneDesk(Dice& dice)
{
    const Desk& of = *dice.pick(m_screens[0]);
    m_trace.tell(u"the disk of %1 is copied, and the copy starts"_s.arg(QString::fromLatin1(of.name)));
    m_trace.saw("a desk is cloned");
    m_desks.push_back(std::make_unique<Desk>(of, of.name + "c", m_front, m_folder.path()));
    m_screens[0].append(m_desks.back().get());
    m_desks.back()->start();
}

void World::backUpServer()
{
    const server::DatabaseSettings settings{.name = m_front.nodes.front()->file()};
    const auto done = server::backUp(settings, m_folder.filePath(u"backup.db"_s), true);
    if (done)
        m_backedUpAt = m_timeline.now();
    m_judge.serverRemembers();
    m_trace.tell(u"the server is backed up%1"_s.arg(done ? QString() : u": "_s + done.error().sentence));
}

void World::restoreServer()
{
    if (m_backedUpAt == 0)
        return;
    for (const auto& node : m_front.nodes)
        node->stop();
    m_reader.reset();
    const QString file = m_front.nodes.front()->file();
    const auto done = server::restore({.name = file}, m_folder.filePath(u"backup.db"_s), true, m_front.nodes.front()->environment());
    if (!done)
        m_judge.fail(u"I5"_s, u"the backup can't be put back: %1"_s.arg(done.error().sentence));
    m_trace.tell(u"the server is put back to what it was %1 hours ago"_s.arg((m_timeline.now() - m_backedUpAt) / hour));
    m_judge.serverForgets(m_backedUpAt);
    m_restored = true;
    if (auto opened = server::Database::open({.name = file}, &m_readersNews))
        m_reader = std::move(*opened);
    for (const auto& node : m_front.nodes)
        node->goOn();
}

} // namespace handrail::sim
