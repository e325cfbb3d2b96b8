// SPDX-License-Identifier: GPL-3.0-or-later
// handrail_pages_stage DATABASE MINUTE: fills a fresh server database with clients, shares and links, so that the real
// server has every kind of page to show, and prints their paths as JSON. MINUTE is the moment of the shares in UTC.
// handrail_pages_stage --break DATABASE: takes the links' table away, so that a page is in trouble.
#include "core/domain/records/codec.h"
#include "core/system/systemrandom.h"
#include "core/system/uuid7ids.h"
#include "server/gateway/links.h"
#include "server/store/records.h"
#include "tests/pages/stagesites.h"
#include "tests/support/manualclock.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <cstdio>

using namespace handrail;
using namespace handrail::server;
using namespace Qt::Literals::StringLiterals;

namespace {

template <class T>
T must(Result<T> result)
{
    if (!result) {
        std::fprintf(stderr, "%s\n", qPrintable(result.error().sentence));
        std::exit(1);
    }
    return std::move(result).value();
}

void must(const Result<void>& result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().sentence));
}

class Stage
{
public:
    Stage(Database& db, const QDateTime& now)
        : m_db(db)
        , m_clock(now)
    {
        must(createAgency(m_db, m_agency, m_environment));
    }

    /// One client with one share of these sites by email, and links of each kind.
    void share(const QString& name, const QString& givenName, const QString& language, const QList<ResourceSite>& sites)
    {
        const Client client{.id = ClientId(m_ids.next()),
                            .givenName = givenName,
                            .familyName = u"Family"_s,
                            .language = language,
                            .timeZone = m_agency.timeZone};
        const UserId worker(m_ids.next());
        QList<Edit> edits{records::editOf("client", client.id.uuid(), client)};
        QList<ReferralId> referrals;
        for (ResourceSite site : sites) {
            site.id = ResourceSiteId(m_ids.next());
            const Referral referral{ReferralId(m_ids.next()),  client.id, site.id,
                                    ReferralStatus::Unstarted, worker,    m_clock.now()};
            edits << records::editOf("resource_site", site.id.uuid(), site)
                  << records::editOf("referral", referral.id.uuid(), referral);
            referrals.append(referral.id);
        }
        const EmailAddress email = *EmailAddress::parse(name + u"@client.example"_s);
        const Share share{ShareId(m_ids.next()), client.id, worker, m_clock.now(), referrals, {email}, language,
                          client.timeZone};
        const Message initial{.id = MessageId(m_ids.next()),
                              .shareId = share.id,
                              .clientId = client.id,
                              .address = email,
                              .dueAt = m_clock.now(),
                              .language = language};
        Message question = initial;
        question.id = MessageId(m_ids.next());
        question.kind = MessageKind::FollowUp;
        question.referralId = referrals.first();
        edits << records::editOf("share", share.id.uuid(), share)
              << records::editOf("message", initial.id.uuid(), initial)
              << records::editOf("message", question.id.uuid(), question);
        write(edits);
        links.insert(name, QJsonObject{{u"resources"_s, mint(LinkKind::Resources, initial)},
                                       {u"question"_s, mint(LinkKind::FollowUp, question)},
                                       {u"unsubscribe"_s, mint(LinkKind::Unsubscribe, initial)},
                                       {u"expired"_s, mint(LinkKind::Resources, initial, -1)}});
    }

    QJsonObject links;

private:
    void write(const QList<Edit>& edits)
    {
        must(m_db.transaction([&]() -> Result<QList<Change>> {
            auto records = Records::lock(m_db, m_agency.id, m_environment);
            return records ? records->write(edits) : records.error();
        }));
    }

    QString mint(LinkKind kind, const Message& message, int days = 90)
    {
        const QByteArray token = must(m_db.transaction([&] {
            return mintLink(m_db, m_environment, {m_agency.id, kind, message}, m_clock.now().addDays(days));
        }));
        return u"/%1/%2"_s.arg(linkFolder(kind), QString::fromLatin1(token));
    }

    Database& m_db;
    tests::ManualClock m_clock;
    SystemRandom m_random;
    Uuid7Ids m_ids{m_clock, m_random};
    Environment m_environment{m_clock, m_ids, m_random};
    Agency m_agency{.id = AgencyId(m_ids.next()),
                    .programName = u"Harbor House"_s,
                    .sendingNumber = u"+19375550100"_s,
                    .sendingAddress = u"help@harbor.example"_s,
                    .timeZone = u"America/New_York"_s};
};

int breakLinks(const QString& file)
{
    const auto db = must(Database::open({.name = file}));
    must(db->query(u"ALTER TABLE link_token RENAME TO link_token_gone"_s));
    return 0;
}

} // namespace

int main(int argc, char* argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments.at(1) == "--break"_L1)
        return breakLinks(arguments.at(2));
    const QDateTime now = QDateTime::fromString(arguments.value(2), Qt::ISODate).toUTC();
    if (arguments.size() != 3 || !now.isValid())
        return std::fprintf(stderr, "usage: handrail_pages_stage DATABASE 2026-03-11T14:00:00Z\n"), 2;
    const auto db = must(Database::open({.name = arguments.at(1)}));
    must(db->migrate());
    Stage stage(*db, now);
    using namespace tests;
    const QList<ResourceSite> usual = usualSites();
    stage.share(u"usual"_s, u"Maria"_s, u"en"_s, usual);
    stage.share(u"one"_s, u"Maria"_s, u"en"_s, usual.first(1));
    stage.share(u"spanish"_s, u"José Ángel"_s, u"es"_s, usual);
    stage.share(u"thirty"_s, u"Maria"_s, u"en"_s, manySites(30));
    stage.share(u"dirty"_s, {}, u"en"_s, dirtySites());
    stage.share(u"long"_s, u"Wolfeschlegelsteinhausenbergerdorff"_s, u"en"_s, longSites());
    stage.share(u"scripts"_s, u"ليلى"_s, u"en"_s, sitesInOtherScripts());
    for (int i = 1; i <= 4; ++i) // One to answer for each answer, and one to leave in peace.
        stage.share(u"answer%1"_s.arg(i), u"Maria"_s, u"en"_s, usual.first(1));
    std::puts(QJsonDocument(stage.links).toJson(QJsonDocument::Compact).constData());
    return 0;
}
