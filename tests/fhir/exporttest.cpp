// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/fhir/exportfhir.h"
#include "tests/server/testserverstore.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

using namespace handrail;
using namespace handrail::server;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Clients with referrals in every status, shares, consents, answers, and records that are missing or dirty.
struct Office
{
    TestServerStore store;
    std::unique_ptr<Database> db = store.open();
    User worker{.id = UserId(store.ids.next()), .displayName = u"Dana Worker"_s, .email = u"dana@harbor.example"_s};
    QList<Edit> edits{records::editOf("user", worker.id.uuid(), worker)};

    Office()
    {
        const Client maria{.id = ClientId(store.ids.next()),
                           .givenName = u"María"_s,
                           .familyName = u"Ortiz"_s,
                           .language = u"es"_s,
                           .birthDate = QDate(1980, 2, 29)};
        edits << records::editOf("client", maria.id.uuid(), maria);
        addPoints(maria.id);
        QList<ReferralId> referrals;
        for (const ReferralStatus status :
             {ReferralStatus::Unstarted, ReferralStatus::InReview, ReferralStatus::ServiceInProgress,
              ReferralStatus::ServiceCompleted, ReferralStatus::Canceled})
            referrals.append(refer(maria.id, status, worker.id));
        addShare(maria.id, referrals);
        addAnswer(maria.id, referrals[0], Answer::No, u"No, I did not receive services"_s, {});
        addAnswer(maria.id, referrals[4], Answer::NoLongerInterested, u"I’m no longer interested in services"_s,
                  ReferralStatus::Canceled);
        // Merged into Maria; and a worker whose account is gone.
        const Client twin{.id = ClientId(store.ids.next()), .givenName = u"Maria\x01"_s, .mergedInto = maria.id};
        edits << records::editOf("client", twin.id.uuid(), twin);
        store.clock.advanceDays(10);
        refer(twin.id, ReferralStatus::Unstarted, UserId(store.ids.next()));
        store.write(*db, edits);
    }

    void addPoints(const ClientId& client)
    {
        const ContactPoint phone{.id = ContactPointId(store.ids.next()),
                                 .clientId = client,
                                 .address = *PhoneNumber::fromE164(u"+19375550142"_s),
                                 .label = u"Mobile"_s,
                                 .primary = true};
        const ContactPoint old{.id = ContactPointId(store.ids.next()),
                               .clientId = client,
                               .address = *EmailAddress::parse(u"old@client.example"_s),
                               .removed = true};
        edits << records::editOf("contact_point", phone.id.uuid(), phone)
              << records::editOf("contact_point", old.id.uuid(), old);
    }

    ReferralId refer(const ClientId& client, ReferralStatus status, const UserId& by)
    {
        ResourceSite site{.id = ResourceSiteId(store.ids.next()),
                          .organizationName = u"Second Harvest"_s,
                          .serviceName = u"Food\tPantry"_s,
                          .description = u"Groceries\n\nfor a week"_s,
                          .city = u"Dayton"_s,
                          .email = u"food@pantry.example"_s,
                          .phones = {{u"937 555-0142"_s, u"12"_s, u"voice"_s, {}}, {u"937"_s, {}, u"fax"_s, {}}},
                          .categories = {u"Food"_s},
                          .latitude = 39.75,
                          .longitude = -84.19};
        site.hours = {{.weekdays = {1, 2}, .opens = QTime(9, 0), .closes = QTime(17, 0)},
                      {.weekdays = {6}, .opens = QTime(0, 0), .closes = QTime(0, 0)}};
        const Referral made{ReferralId(store.ids.next()), client, site.id, status, by, store.clock.now()};
        edits << records::editOf("resource_site", site.id.uuid(), site)
              << records::editOf("referral", made.id.uuid(), made);
        return made.id;
    }

    void addShare(const ClientId& client, const QList<ReferralId>& referrals)
    {
        const EmailAddress email = *EmailAddress::parse(u"maria@client.example"_s);
        const Share share{ShareId(store.ids.next()), client, worker.id, store.clock.now(), referrals, {email}, u"es"_s,
                          u"America/New_York"_s};
        const Consent consent{ConsentId(store.ids.next()), share.id, client, worker.id, store.clock.now(), {email},
                              u"My Client Consents"_s,     u"en"_s};
        edits << records::editOf("share", share.id.uuid(), share)
              << records::editOf("consent", consent.id.uuid(), consent);
    }

    void addAnswer(const ClientId& client, const ReferralId& referral, Answer answer, const QString& words,
                   std::optional<ReferralStatus> to)
    {
        const Activity activity{.id = ActivityId(store.ids.next()),
                                .kind = ActivityKind::Answered,
                                .clientId = client,
                                .referralId = referral,
                                .at = store.clock.now().addDays(7),
                                .byClient = true,
                                .toStatus = to,
                                .answer = answer,
                                .text = words};
        edits << records::editOf("activity", activity.id.uuid(), activity);
    }

    QByteArray exported(fhir::Format format, const fhir::ExportRange& range = {})
    {
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        fhir::BundleWriter writer(buffer, format, u"https://fhir.example/r4/"_s);
        mustHave(fhir::exportReferrals(*db, store.agency.id, range, writer));
        return buffer.data();
    }
};

QList<QJsonObject> linesOf(const QByteArray& ndjson)
{
    QList<QJsonObject> all;
    for (const QByteArray& line : ndjson.trimmed().split('\n'))
        all.append(QJsonDocument::fromJson(line).object());
    return all;
}

/// Every "reference" in a value.
void collect(const QJsonValue& value, QSet<QString>& into)
{
    if (value.isArray())
        for (const QJsonValue& item : value.toArray())
            collect(item, into);
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        if (it.key() == "reference"_L1)
            into.insert(it->toString());
        else
            collect(*it, into);
}

int countOf(const QList<QJsonObject>& resources, const QString& type)
{
    return int(std::ranges::count_if(
        resources, [&](const QJsonObject& resource) { return resource.value("resourceType"_L1) == type; }));
}

} // namespace

TEST_CASE("fhir export: every reference resolves within it", "[fhir][store]")
{
    Office office;
    const QList<QJsonObject> resources = linesOf(office.exported(fhir::Format::Ndjson));
    QSet<QString> ids;
    QSet<QString> references;
    for (const QJsonObject& resource : resources) {
        const QString address =
            resource.value("resourceType"_L1).toString() + u'/' + resource.value("id"_L1).toString();
        CHECK_FALSE(ids.contains(address));
        ids.insert(address);
        collect(resource, references);
    }
    CHECK(references.size() > 20);
    for (const QString& reference : references) {
        INFO(reference);
        CHECK(ids.contains(reference));
    }
    CHECK(countOf(resources, u"ServiceRequest"_s) == 6);
    CHECK(countOf(resources, u"Task"_s) == 8); // one a referral, one an answer
    CHECK(countOf(resources, u"Patient"_s) == 2);
    CHECK(countOf(resources, u"Consent"_s) == 1);
}

TEST_CASE("fhir export: is the same each time, and tells no more than it should", "[fhir][store]")
{
    Office office;
    const QByteArray first = office.exported(fhir::Format::Ndjson);
    CHECK(first == office.exported(fhir::Format::Ndjson));
    CHECK_FALSE(first.contains("old@client.example"));
    CHECK_FALSE(first.contains('\x01'));
}

TEST_CASE("fhir export: a range of time takes the referrals that changed in it", "[fhir][store]")
{
    Office office;
    const QDateTime start(QDate(2026, 10, 5), QTime(15, 0), Qt::UTC);
    const auto requests = [&](const QDateTime& since, const QDateTime& until) {
        return countOf(linesOf(office.exported(fhir::Format::Ndjson, {since, until})), u"ServiceRequest"_s);
    };
    CHECK(requests(start.addDays(6), {}) == 3); // two answers, one new
    CHECK(requests(start.addDays(11), {}) == 0);
    CHECK(requests({}, start.addDays(1)) == 5);
    CHECK(requests({}, start) == 0);
}

TEST_CASE("fhir export: a Bundle has each resource once, to be put where it belongs", "[fhir][store]")
{
    Office office;
    const QJsonObject bundle = QJsonDocument::fromJson(office.exported(fhir::Format::Transaction)).object();
    CHECK(bundle.value("type"_L1) == u"transaction"_s);
    const QJsonArray entries = bundle.value("entry"_L1).toArray();
    CHECK(entries.size() == linesOf(office.exported(fhir::Format::Ndjson)).size());
    for (const QJsonValue& entry : entries) {
        const QString url = entry.toObject().value("request"_L1).toObject().value("url"_L1).toString();
        CHECK(entry.toObject().value("fullUrl"_L1) == u"https://fhir.example/r4/"_s + url);
    }
    CHECK(QJsonDocument::fromJson(office.exported(fhir::Format::Collection)).object().value("type"_L1) ==
          u"collection"_s);
}

TEST_CASE("fhir export: a sample for the judges", "[fhir][sample]")
{
    const QString folder = qEnvironmentVariable("HANDRAIL_FHIR_SAMPLE", QDir::tempPath());
    if (!qEnvironmentVariableIsSet("HANDRAIL_FHIR_SAMPLE"))
        return; // judges.sh asks for it
    Office office;
    for (const auto& [format, name] : {std::pair(fhir::Format::Ndjson, u"sample.ndjson"_s),
                                       std::pair(fhir::Format::Transaction, u"transaction.json"_s),
                                       std::pair(fhir::Format::Collection, u"collection.json"_s)}) {
        QFile file(QDir(folder).filePath(name));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(office.exported(format));
    }
}
