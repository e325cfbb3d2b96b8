// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/clientmail.h"
#include "tests/simulation/desk.h"
#include "tests/simulation/front.h"
#include "tests/simulation/mailcarrier.h"
#include "tests/simulation/people.h"

namespace handrail::sim {

/// What a run is like.
struct Setting
{
    quint64 seed = 1;
    QByteArray mode = "weeks"; ///< docs/simulation.md has the list.
    std::optional<QSet<QByteArray>> only = {};
    double intensity = 1;
    int days = 12;     ///< With faults; then the rest of the follow-ups without.
    bool live = false; ///< Print the story as it goes.
};

struct Outcome
{
    std::optional<Violation> violation;
    quint64 traceHash = 0;
    qint64 events = 0;
    qint64 acceptances = 0;
    double agencyYears = 0;
    QList<QByteArray> happened;
    QStringList story;
    QMap<QByteArray, int> seen; ///< coverage.h
    QList<QByteArray> opportunities; ///< Plan's; of mode "steps" only.
};

/// One run: agencies, their desks, a server, carriers and clients, on one heap of events.
class World
{
public:
    explicit World(Setting setting);
    ~World();
    Outcome run();

private:
    struct Client
    {
        ClientId id;
        int desk = 0;
        QString phone;
        QString email;
        QList<ReferralId> referrals;
        QList<ShareId> shares;
    };
    void join();
    void roundsGoOn();
    void plan();
    void planTroubles();
    void planMode();
    void planSteps();
    void watchSteps();
    void watchWaking();
    void planVersions();
    void bringUpToDate(Desk& desk);
    void op(const QByteArray& name, qint64 at, std::function<void(Dice&)> deed);
    void pickDesk(Dice& dice);
    void newClient(Dice& dice);
    void share(Dice& dice);
    struct Wish
    {
        qint64 sites = 1;
        bool text = true;
        bool email = true;
        bool agreed = true;
    };
    void share(Client& client, const Wish& wish, Dice dice);
    void learn(Desk& desk, Client& client, const QList<ReferralId>& referrals);
    void edit(Dice& dice);
    void withdraw(Dice& dice);
    void optOut(Dice& dice);
    void decide(Dice& dice);
    // staff.cpp
    void planStaff();
    Desk* administrator();
    const Seat* otherThanAdministrator(int agency, Dice& dice);
    void assign(Dice& dice);
    void moveStaff(Dice& dice);
    void disable(Dice& dice);
    void erase(Dice& dice);
    void merge(Dice& dice);
    void unmerge(Dice& dice);
    void changeNumber(Dice& dice);
    void cloneDesk(Dice& dice);
    void backUpServer();
    void restoreServer();
    void begin();
    void joinServers(const QString& file);
    void joinDesks();
    bool runUntil(qint64 ms);
    void quiesce();
    void compareAll();
    Client* anyClient(Dice& dice);
    Desk& someDesk(const Client& client, Dice& dice);
    Desk& deskOf(const Client& client) { return *m_desks[size_t(client.desk)]; }
    [[nodiscard]] bool isMode(const char* mode) const { return m_setting.mode == mode; }
    /// One desk, one server, and clocks that are right.
    [[nodiscard]] bool isSmall() const { return isMode("one") || isMode("steps"); }

    Setting m_setting;
    Timeline m_timeline;
    Plan m_plan;
    Trace m_trace;
    Stage m_stage{m_timeline, m_plan, m_trace};
    const Founding& m_founding;
    QTemporaryDir m_folder;
    Judge m_judge;
    TextCarrier m_texts;
    MailCarrier m_mail;
    ClientMail m_clientMail;
    Front m_front;
    std::unique_ptr<People> m_people;
    std::vector<std::unique_ptr<Desk>> m_desks;
    QMap<int, QList<Desk*>> m_screens; ///< Desks with somebody before them, of each agency.
    std::unique_ptr<server::Database> m_reader;
    server::News m_readersNews;
    QList<Client> m_clients;
    qint64 m_roundAt = 0;
    int m_lastClient = 0;
    qint64 m_lastDue = 0;
    qint64 m_backedUpAt = 0;
    QList<ActivityId> m_merges; ///< By which they can be taken back.
    bool m_cloned = false;
    bool m_restored = false;
};

} // namespace handrail::sim
