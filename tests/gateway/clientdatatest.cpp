// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/privacy/eraseclients.h"
#include "server/privacy/exportrecords.h"
#include "tests/gateway/gatewayworld.h"

#include <QSqlRecord>

using namespace handrail;
using namespace handrail::server;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

/// What is kept of a client is asked of the schema and of the database itself, so that a table or column which is added
/// later fails here until somebody says what becomes of it in a client's export and in an erasure.

namespace {

/// Records that are about no client.
const QStringList nobodys = {u"agency"_s, u"team"_s, u"user"_s, u"resource_site"_s, u"favourite"_s, u"saved_filter"_s};

/// Tables besides those of records that have something of a client, and their part of the export; empty: made anew from
/// what is exported, and nothing beyond it.
const QMap<QString, QString> ofClients = {
    {u"change_log"_s, u"history"_s},         {u"link_token"_s, u"links"_s},
    {u"printed_link"_s, u"printed_links"_s}, {u"intent"_s, u"tries"_s},
    {u"auto_reply"_s, u"auto_replies"_s},    {u"audit"_s, u"audit"_s},
    {u"lease"_s, {}},                        {u"record_owner"_s, {}},
    {u"client_care"_s, {}},                  {u"merged_end"_s, {}},
};

/// Tables that name no client: numbers, settings, staff, hashes, ids.
const QStringList ofNobody = {
    u"agency_counter"_s,   u"address_key"_s,     u"audit_head"_s,        u"audit_removal"_s,
    u"consent_proof"_s,    u"device"_s,          u"device_sight"_s,      u"fence_counter"_s,
    u"directory_feed"_s,   u"erased_opt_out"_s,  u"erased_record"_s,     u"password"_s,
    u"guess"_s,            u"recovery_code"_s,   u"removed_sender"_s,    u"restore_mark"_s,
    u"second_factor"_s,    u"seen_inbound"_s,    u"sender_pace"_s,       u"server_fact"_s,
    u"sight"_s,            u"sign_in_challenge"_s, u"sign_in_rule"_s,    u"single_sign_on_attempt"_s,
    u"single_sign_on_link"_s, u"enrolment_code"_s,
};

struct DataWorld : GatewayWorld
{
    Client maria = addClient(u"Mariaquita"_s);
    SharePlan plan = share(maria, 2, true);

    DataWorld()
    {
        REQUIRE(sendAll() > 0);
        receive(u"My secret words"_s);
        poll();
    }
    QJsonObject exported()
    {
        return mustHave(exportClient(*db, store.agency.id, maria.id, store.environment, Actor::command()));
    }
    QJsonValue valueFor(const records::Field& field)
    {
        const QHash<QString, QUuid> ids = {{u"client_id"_s, maria.id.uuid()},
                                           {u"share_id"_s, plan.share.id.uuid()},
                                           {u"referral_id"_s, plan.share.referralIds.first().uuid()},
                                           {u"message_id"_s, plan.messages.first().id.uuid()},
                                           {u"consent_id"_s, plan.consent.id.uuid()},
                                           {u"merged_into"_s, maria.id.uuid()}};
        using Type = records::FieldType;
        switch (field.type) {
        case Type::Text:
            if (!field.allowed.isEmpty())
                return field.allowed.first();
            return field.name.endsWith("address"_L1) ? phone.e164() : (u"canary "_s + field.name).left(field.maxLength);
        case Type::Uuid:
            if (field.name == "reply_id"_L1)
                return one(u"SELECT id FROM reply"_s);
            return ids.value(field.name, store.ids.next()).toString(QUuid::WithoutBraces);
        case Type::Boolean:
            return true;
        case Type::Json:
            return QJsonArray{u"canary "_s + field.name};
        case Type::Integer:
        case Type::Real:
        case Type::Instant:
            return qint64(1'790'000'000'000);
        }
        return {};
    }
    QString one(const QString& sql)
    {
        auto rows = mustHave(db->query(sql));
        return rows.next() ? rows.value(0).toString() : QString();
    }
};

} // namespace

TEST_CASE("client data: every kind of record and every field of it is exported, and erased", "[gateway][privacy]")
{
    for (const records::Entity& entity : records::schema()) {
        if (nobodys.contains(entity.name))
            continue;
        DYNAMIC_SECTION(entity.name.data())
        {
            DataWorld world;
            const QUuid key = world.store.ids.next();
            QJsonObject fields;
            for (const records::Field& field : entity.fields)
                fields.insert(field.name, world.valueFor(field));
            if (entity.name == "message"_L1)
                fields.insert(u"state"_s, u"canceled"_s); // one that is on its way is not erased
            world.store.write(*world.db, {{QString(entity.name), key, fields}});
            const QString id = key.toString(QUuid::WithoutBraces);

            QJsonObject found;
            for (const QJsonValue& record : world.exported()[u"records"][entity.name].toArray())
                if (record[u"id"] == id)
                    found = record.toObject();
            for (const QString& name : fields.keys())
                CHECK(found[name] == fields[name]);
            mustHave(eraseClients(*world.db, world.store.agency.id, {world.maria.id}, world.store.environment,
                                  Actor::command()));
            CHECK(world.one(u"SELECT COUNT(*) FROM \"%1\" WHERE id = '%2'"_s.arg(entity.name, id)) == u"0"_s);
            CHECK(world.one(u"SELECT COUNT(*) FROM change_log WHERE record_id = '%1'"_s.arg(id)) == u"0"_s);
        }
    }
}

TEST_CASE("client data: it is said of every table what it has of clients", "[gateway][privacy]")
{
    DataWorld world;
    QStringList unknown;
    for (const QString& table : world.db->sql().tables())
        if (records::findEntity(table) == nullptr && !ofClients.contains(table) && !ofNobody.contains(table))
            unknown.append(table);
    CHECK(unknown.join(u' ').toStdString() == "");
    const QJsonObject exported = world.exported();
    for (const QString& part : ofClients)
        if (!part.isEmpty()) {
            INFO(part.toStdString());
            CHECK(exported.contains(part));
        }
    CHECK_FALSE(world.exported()[u"audit"].toArray().isEmpty()); // that it was exported before
}

TEST_CASE("client data: no column of a link or a try is left out of the export without a reason", "[gateway][privacy]")
{
    /// Keys, secrets' hashes, and what says whose it is.
    const QStringList inward = {u"agency_id"_s, u"token_hash"_s, u"body_hash"_s, u"recipient_hash"_s, u"client_id"_s,
                                u"id"_s,        u"fence"_s};
    DataWorld world;
    mustHave(world.db->query(
        u"INSERT INTO printed_link (agency_id, token_hash, client_id, referral_ids, language, first_name, made_by, made_at,"
        " expires_at, revoked) VALUES (?, 'x', ?, '[]', 'en', 1, 'x', 1, 1, 0)"_s,
        {bound(world.store.agency.id), bound(world.maria.id)}));
    const QJsonObject exported = world.exported();
    for (const QString& table : {u"link_token"_s, u"printed_link"_s, u"intent"_s}) {
        REQUIRE_FALSE(exported[ofClients[table]].toArray().isEmpty());
        const QJsonObject row = exported[ofClients[table]].toArray().first().toObject();
        const QSqlRecord columns = world.db->sql().record(table);
        REQUIRE(columns.count() > 3);
        for (int i = 0; i < columns.count(); ++i) {
            INFO((table + u'.' + columns.fieldName(i)).toStdString());
            CHECK((row.contains(columns.fieldName(i)) || inward.contains(columns.fieldName(i))));
        }
    }
}
