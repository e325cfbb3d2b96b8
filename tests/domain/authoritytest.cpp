// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/records/authority.h"
#include "core/domain/records/schema.h"
#include "tests/support/catch.h"
#include "tests/support/sequentialids.h"

using namespace handrail;
using namespace handrail::records;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Office
{
    tests::SequentialIds ids;
    Author author{ids.next(), UserId(ids.next()), Role::Worker};
    QString other = ids.next().toString(QUuid::WithoutBraces);
    QUuid key = ids.next();
    std::optional<QJsonObject> current;

    [[nodiscard]] bool may(const char* entity, const QJsonObject& fields)
    {
        const Change change{
            ChangeId(ids.next()), QString::fromLatin1(entity), key, {1000, 0, author.device}, fields};
        const auto result = mayMake(change, current, author);
        if (!result)
            CHECK_FALSE(result.error().sentence.isEmpty());
        return result.ok();
    }
    [[nodiscard]] QString user() const { return author.user.toString(); }
    [[nodiscard]] static QJsonArray addresses(const QString& address = u"+19375550101"_s)
    {
        return {QJsonObject{{u"channel"_s, u"text"_s}, {u"address"_s, address}}};
    }
    [[nodiscard]] QJsonObject message(const QString& state) const
    {
        return {{u"share_id"_s, other},
                {u"client_id"_s, other},
                {u"kind"_s, u"initial"_s},
                {u"channel"_s, u"text"_s},
                {u"address"_s, u"+19375550101"_s},
                {u"due_at"_s, 1000},
                {u"state"_s, state},
                {u"reason"_s, u""_s},
                {u"state_at"_s, QJsonValue::Null}};
    }
    [[nodiscard]] QJsonObject activity(const QString& kind, const QString& worker) const
    {
        return {{u"kind"_s, kind}, {u"client_id"_s, other}, {u"at"_s, 1000}, {u"worker_id"_s, worker}};
    }
};

} // namespace

TEST_CASE("authority: a device writes only as itself and its user", "[records][authority]")
{
    Office office;
    CHECK(office.may("client", {{u"given_name"_s, u"Ana"_s}}));
    CHECK(office.may("activity", office.activity(u"note"_s, office.user())));
    CHECK_FALSE(office.may("activity", office.activity(u"note"_s, office.other)));
    const QJsonObject consent{{u"share_id"_s, office.other},        {u"client_id"_s, office.other},
                              {u"worker_id"_s, office.user()},      {u"given_at"_s, 1000},
                              {u"addresses"_s, office.addresses()}, {u"wording"_s, u"words"_s}};
    CHECK(office.may("consent", consent));
    QJsonObject forged = consent;
    forged[u"worker_id"_s] = office.other;
    CHECK_FALSE(office.may("consent", forged));
    office.author.device = office.ids.next();
    const Change stolen{ChangeId(office.ids.next()),
                        u"client"_s,
                        office.ids.next(),
                        {1000, 0, office.ids.next()},
                        {{u"given_name"_s, u"Ana"_s}}};
    CHECK_FALSE(mayMake(stolen, std::nullopt, office.author).ok());
}

TEST_CASE("authority: what can't be changed again is whole from the start", "[records][authority]")
{
    Office office;
    const auto share = [&](const QJsonArray& addresses) {
        return QJsonObject{{u"client_id"_s, office.other},
                           {u"shared_by"_s, office.user()},
                           {u"shared_at"_s, 1000},
                           {u"referral_ids"_s, QJsonArray{office.other}},
                           {u"addresses"_s, addresses},
                           {u"time_zone"_s, u"UTC"_s}};
    };
    CHECK(office.may("share", share(Office::addresses())));
    for (const QString& address : {u"x"_s, u"+1937555\r\nBcc: a@b.example"_s, u""_s})
        CHECK_FALSE(office.may("share", share(Office::addresses(address))));
    QJsonObject message = office.message(u"waiting"_s);
    CHECK(office.may("message", message));
    message[u"channel"] = u"email"_s;
    for (const QString& address : {u"a@b.example, c@d.example"_s, u"a@b.example\r\nBcc: c@d.example"_s, u"a"_s}) {
        message[u"address"] = address;
        CHECK_FALSE(office.may("message", message));
    }
}

TEST_CASE("authority: no device writes what is the server's", "[records][authority]")
{
    Office office;
    SECTION("records of the server")
    {
        for (const Entity& entity : schema()) {
            if (entity.writer != Writer::ServerOnly)
                continue;
            INFO(QString(entity.name));
            office.current = QJsonObject{};
            CHECK_FALSE(office.may(entity.name.data(), {}));
        }
    }
    SECTION("a message's fate")
    {
        CHECK(office.may("message", office.message(u"waiting"_s)));
        for (const QString& state : {u"sending"_s, u"sent"_s, u"delivered"_s, u"canceled"_s, u"held"_s})
            CHECK_FALSE(office.may("message", office.message(state)));
        QJsonObject known = office.message(u"waiting"_s);
        known[u"carrier_id"_s] = u"SM1"_s;
        CHECK_FALSE(office.may("message", known));
    }
    SECTION("what clients and carriers say")
    {
        for (const QString& kind : {u"answered"_s, u"message_event"_s, u"client_message"_s})
            CHECK_FALSE(office.may("activity", office.activity(kind, office.user())));
        for (const QString& kind :
             {u"created"_s, u"status_changed"_s, u"shared"_s, u"consent_withdrawn"_s, u"opted_out"_s, u"reverted"_s})
            CHECK(office.may("activity", office.activity(kind, office.user())));
        QJsonObject byClient = office.activity(u"note"_s, office.user());
        byClient[u"by_client"_s] = true;
        CHECK_FALSE(office.may("activity", byClient));
    }
    SECTION("opting in (R9, R10)")
    {
        QJsonObject said{{u"channel"_s, u"text"_s},
                         {u"address"_s, u"+19375550101"_s},
                         {u"opted_out"_s, true},
                         {u"source"_s, u"worker_said"_s},
                         {u"at"_s, 1000}};
        CHECK(office.may("opt_out", said));
        said[u"opted_out"_s] = false;
        CHECK_FALSE(office.may("opt_out", said));
        said[u"opted_out"_s] = true;
        said[u"source"_s] = u"text_reply"_s;
        CHECK_FALSE(office.may("opt_out", said));
    }
}

TEST_CASE("authority: what exists", "[records][authority]")
{
    Office office;
    SECTION("a waiting or held message may be canceled with a reason, and nothing else")
    {
        const QJsonObject cancel{{u"state"_s, u"canceled"_s}, {u"reason"_s, u"withdrawn"_s}, {u"state_at"_s, 2000}};
        for (const QString& state : {u"waiting"_s, u"held"_s}) {
            office.current = office.message(state);
            CHECK(office.may("message", cancel));
            CHECK_FALSE(office.may("message", {{u"state"_s, u"canceled"_s}}));
            CHECK_FALSE(office.may("message", {{u"state"_s, u"sent"_s}}));
            CHECK_FALSE(office.may("message", {{u"address"_s, u"+19375550102"_s}}));
            CHECK_FALSE(office.may("message", {{u"due_at"_s, 2000}}));
            CHECK_FALSE(office.may("message", {{u"reason"_s, u"because"_s}}));
        }
        for (const QString& state :
             {u"sending"_s, u"unknown"_s, u"sent"_s, u"delivered"_s, u"refused"_s, u"expired"_s}) {
            office.current = office.message(state);
            CHECK_FALSE(office.may("message", cancel));
        }
        office.current = office.message(u"canceled"_s);
        CHECK(office.may("message", cancel));
        office.current = office.message(u"held"_s);
        CHECK_FALSE(office.may("message", {{u"state"_s, u"waiting"_s}}));
    }
    SECTION("an append-only entry stays as it is")
    {
        office.current = office.activity(u"note"_s, office.user());
        CHECK(office.may("activity", office.activity(u"note"_s, office.user())));
        CHECK_FALSE(office.may("activity", {{u"text"_s, u"another"_s}}));
    }
    SECTION("a referral's status moves, its client does not")
    {
        office.current = QJsonObject{{u"client_id"_s, office.other},
                                     {u"site_id"_s, office.other},
                                     {u"status"_s, u"unstarted"_s},
                                     {u"created_by"_s, office.other},
                                     {u"created_at"_s, 1}};
        CHECK(office.may("referral", {{u"status"_s, u"canceled"_s}}));
        CHECK_FALSE(office.may("referral", {{u"client_id"_s, office.user()}}));
        CHECK_FALSE(office.may("referral", {{u"created_by"_s, office.user()}}));
    }
}

TEST_CASE("authority: who may write what by role", "[records][authority]")
{
    Office office;
    SECTION("the agency's settings and its teams are an administrator's")
    {
        const QJsonObject team{{u"name"_s, u"North"_s}};
        CHECK_FALSE(office.may("team", team));
        office.author.role = Role::Administrator;
        CHECK(office.may("team", team));
        CHECK_FALSE(office.may("agency", {{u"program_name"_s, u"Another"_s}, {u"time_zone"_s, u"UTC"_s}}));
        office.current = QJsonObject{{u"program_name"_s, u"Bridges"_s}, {u"time_zone"_s, u"UTC"_s}};
        CHECK(office.may("agency", {{u"program_name"_s, u"New Bridges"_s}}));
        for (const Role role : {Role::Worker, Role::Supervisor, Role::Agent}) {
            office.author.role = role;
            CHECK_FALSE(office.may("agency", {{u"program_name"_s, u"New Bridges"_s}}));
        }
    }
    SECTION("a client is merged into another, never into oneself, and not while being added")
    {
        office.current = QJsonObject{{u"given_name"_s, u"Maria"_s}};
        CHECK(office.may("client", {{u"merged_into"_s, office.other}}));
        CHECK(office.may("client", {{u"merged_into"_s, QJsonValue::Null}}));
        CHECK_FALSE(office.may("client", {{u"merged_into"_s, u"nobody"_s}}));
        CHECK_FALSE(office.may("client", {{u"merged_into"_s, office.key.toString(QUuid::WithoutBraces)}}));
        office.current.reset();
        CHECK(office.may("client", {{u"given_name"_s, u"Maria"_s}, {u"merged_into"_s, QJsonValue::Null}}));
        CHECK_FALSE(office.may("client", {{u"given_name"_s, u"Maria"_s}, {u"merged_into"_s, office.other}}));
        CHECK(office.may("activity", office.activity(u"client_merged"_s, office.user())));
        CHECK(office.may("activity", office.activity(u"client_unmerged"_s, office.user())));
        QJsonObject said{{u"client_id"_s, office.other}, {u"other_id"_s, office.other}, {u"worker_id"_s, office.user()},
                         {u"at"_s, 1000}};
        CHECK(office.may("different_people", said));
        said[u"worker_id"_s] = office.other;
        CHECK_FALSE(office.may("different_people", said));
    }
    SECTION("stars and saved filters are each worker's own")
    {
        QJsonObject star{{u"user_id"_s, office.user()}, {u"site_id"_s, office.other}};
        CHECK(office.may("favourite", star));
        office.current = star;
        CHECK(office.may("favourite", {{u"removed"_s, true}}));
        CHECK_FALSE(office.may("favourite", {{u"user_id"_s, office.other}}));
        star[u"user_id"_s] = office.other;
        office.current = star;
        CHECK_FALSE(office.may("favourite", {{u"removed"_s, true}}));
        office.current.reset();
        CHECK_FALSE(office.may("favourite", star));
    }
    SECTION("a reading of a client's message is signed by the worker who read it")
    {
        QJsonObject reading{{u"reply_id"_s, office.other},
                            {u"worker_id"_s, office.user()},
                            {u"meaning"_s, u"yes"_s},
                            {u"at"_s, 1000}};
        CHECK(office.may("reply_reading", reading));
        reading[u"worker_id"_s] = office.other;
        CHECK_FALSE(office.may("reply_reading", reading));
        QJsonObject activity = office.activity(u"reply_read"_s, office.user());
        activity[u"reply_id"_s] = office.other;
        CHECK(office.may("activity", activity));
    }
}
