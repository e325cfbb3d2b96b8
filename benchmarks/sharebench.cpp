// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/barerows.h"
#include "benchmarks/commands.h"
#include "benchmarks/localworld.h"
#include "core/casework/referrals.h"
#include "core/casework/sharing.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;

namespace handrail::bench {

namespace {

constexpr int rowsBefore = 1000;

void copy(const QString& from, const QString& to)
{
    if (!QFile::copy(from, to))
        stop(u"can't copy %1"_s.arg(from));
}

/// A desk, and two databases without Handrail that get the same rows: one encrypted alike, one plain.
class Beside
{
public:
    Beside()
        : m_world(m_folder.filePath(u"ours.db"_s))
    {
        m_world.fill(rowsBefore);
        copy(m_world.path(), path("bare"));
        copy(m_world.path(), path("plain"));
        BareDatabase(path("plain"), benchKey()).makePlain();
        m_world.open();
        m_bare = std::make_unique<BareDatabase>(path("bare"), benchKey());
        m_plain = std::make_unique<BareDatabase>(path("plain"), QByteArray());
        m_agency.beginning(100);
        m_agency.clients(rowsBefore);
    }

    /// Shares `referrals` new referrals of the next client, then writes the same rows without Handrail. Seconds of
    /// «share», «bare» and «plain».
    QJsonObject share(int referrals)
    {
        auto desk = m_world.desk();
        const ClientId client = m_agency.latestClients()[m_next++ % rowsBefore];
        const auto made = must(casework::createReferrals(desk, client, sitesFor(client, referrals)));
        QList<ReferralId> ids;
        for (const Referral& referral : made)
            ids.append(referral.id);
        const auto panel = must(casework::prepareShare(desk, client, ids));
        catchUp();
        casework::ShareForm form;
        form.text = form.email = form.consent = true;
        form.phoneTyped = panel.phoneSuggestions.first().address.value();
        form.emailTyped = panel.emailSuggestions.first().address.value();
        QElapsedTimer timer;
        timer.start();
        must(casework::share(desk, panel, form));
        const double ours = double(timer.nsecsElapsed()) / 1e9;
        const auto rows = m_bare->lacking(m_world.path(), benchKey());
        return {{u"share"_s, ours},
                {u"bare"_s, m_bare->write(rows)},
                {u"plain"_s, m_plain->write(rows)},
                {u"rows"_s, rows.size()}};
    }

    /// Reads all rows with an empty cache: seconds of «encrypted» and «plain».
    QJsonObject readAll()
    {
        return {{u"encrypted"_s, BareDatabase(path("bare"), benchKey()).readAll()},
                {u"plain"_s, BareDatabase(path("plain"), QByteArray()).readAll()}};
    }

private:
    [[nodiscard]] QString path(const char* name) const { return m_folder.filePath(QString::fromLatin1(name) + u".db"_s); }

    QList<ResourceSiteId> sitesFor(const ClientId& client, int count)
    {
        QList<ResourceSiteId> sites;
        for (const ResourceSiteId& site : m_agency.sites()) {
            if (sites.size() == count)
                break;
            if (must(m_world.store().referrals().openReferrals(client, site)).isEmpty())
                sites.append(site);
        }
        return sites;
    }

    void catchUp()
    {
        const auto rows = m_bare->lacking(m_world.path(), benchKey());
        m_bare->write(rows);
        m_plain->write(rows);
    }

    QTemporaryDir m_folder;
    LocalWorld m_world;
    MadeUpAgency m_agency;
    std::unique_ptr<BareDatabase> m_bare;
    std::unique_ptr<BareDatabase> m_plain;
    int m_next = 0;
};

} // namespace

int shareBench(const QStringList& arguments)
{
    const int rounds = arguments.value(0, u"40"_s).toInt();
    Beside beside;
    QJsonObject measured;
    for (int round = 0; round < rounds; ++round) {
        for (const int referrals : {1, 3, 30}) {
            const QString name = u"share %1"_s.arg(referrals);
            QJsonArray all = measured[name].toArray();
            all.append(beside.share(referrals));
            measured[name] = all;
        }
        QJsonArray reads = measured[u"read"_s].toArray();
        reads.append(beside.readAll());
        measured[u"read"_s] = reads;
    }
    std::puts(QJsonDocument(measured).toJson(QJsonDocument::Compact).constData());
    return 0;
}

int fillBench(const QStringList& arguments)
{
    LocalWorld world(arguments.value(0));
    world.fill(arguments.value(1).toInt());
    return 0;
}

} // namespace handrail::bench
