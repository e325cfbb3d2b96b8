// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/records/schema.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUuid>
#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace handrail::records {

namespace {

Field text(const char* name, int maxLength = 200)
{
    return {.name = QLatin1String(name), .type = FieldType::Text, .maxLength = maxLength};
}
Field of(FieldType type, const char* name)
{
    return {.name = QLatin1String(name), .type = type};
}
Field uuid(const char* name)
{
    return of(FieldType::Uuid, name);
}
Field instant(const char* name)
{
    return of(FieldType::Instant, name);
}
Field flag(const char* name)
{
    return of(FieldType::Boolean, name);
}
Field json(const char* name, int maxLength = 8000)
{
    return {.name = QLatin1String(name), .type = FieldType::Json, .maxLength = maxLength};
}
Field oneOf(const char* name, QStringList allowed)
{
    return {.name = QLatin1String(name), .type = FieldType::Text, .maxLength = 40, .allowed = std::move(allowed)};
}
Field required(Field field)
{
    field.required = true;
    return field;
}
Field byServer(Field field)
{
    field.writer = Writer::ServerOnly;
    return field;
}

const QStringList channels = {u"text"_s, u"email"_s};
const QStringList statuses = {u"unstarted"_s, u"in_review"_s, u"service_in_progress"_s, u"service_completed"_s,
                              u"canceled"_s};
const QStringList answers = {u"yes"_s, u"no"_s, u"no_longer_interested"_s};
const QStringList vias = {u"link"_s, u"text"_s, u"email"_s};
const QStringList messageStates = {u"waiting"_s,   u"sending"_s, u"unknown"_s,  u"held"_s,   u"sent"_s,
                                   u"delivered"_s, u"refused"_s, u"canceled"_s, u"expired"_s};

std::vector<Entity> makeSchema()
{
    std::vector<Entity> all;
    all.push_back(
        {.name = "agency"_L1,
         .writer = Writer::Administrator,
         .fields = {required(text("program_name", 80)), text("sending_number", 20), text("sending_address", 254),
                    required(text("time_zone", 64)), text("window_opens", 5), text("window_closes", 5),
                    json("languages", 400), text("phone_region", 2), json("templates", 60000),
                    oneOf("sending_agents", {u"any"_s, u"headless"_s}), of(FieldType::Integer, "resend_after_hours")}});
    all.push_back(
        {.name = "team"_L1, .writer = Writer::Administrator, .fields = {required(text("name", 80)), flag("removed")}});
    all.push_back({.name = "user"_L1,
                   .writer = Writer::ServerOnly,
                   .fields = {required(text("display_name")), required(text("email", 254)),
                              required(oneOf("role", {u"worker"_s, u"supervisor"_s, u"administrator"_s, u"agent"_s})),
                              uuid("team_id"), flag("disabled")}});
    all.push_back(
        {.name = "client"_L1,
         .fields = {required(text("given_name")), text("family_name"), text("language", 35), text("time_zone", 64),
                    text("birth_date", 10), uuid("assigned_worker_id"), uuid("team_id"), uuid("merged_into"),
                    flag("time_zone_guessed")}});
    all.push_back(
        {.name = "contact_point"_L1,
         .fields = {required(uuid("client_id")), required(oneOf("channel", channels)), required(text("address", 254)),
                    text("label", 60), flag("is_primary"), flag("may_text"), flag("removed")}});
    all.push_back({.name = "resource_site"_L1,
                   .writer = Writer::ServerOnly,
                   .fields = {text("organization_name", 500),
                              required(text("service_name", 500)),
                              text("location_name", 500),
                              text("description", 20000),
                              text("eligibility", 8000),
                              text("application_process", 8000),
                              text("cost", 8000),
                              text("required_documents", 8000),
                              text("interpretation", 2000),
                              text("accessibility", 2000),
                              text("transportation", 4000),
                              text("address1", 500),
                              text("address2", 500),
                              text("city", 200),
                              text("state_province", 100),
                              text("postal_code", 40),
                              text("country", 60),
                              text("website", 2000),
                              text("email", 254),
                              text("alert", 4000),
                              text("service_area", 4000),
                              text("verified_on", 10),
                              json("phones", 20000),
                              json("hours", 40000),
                              json("languages", 4000),
                              json("categories", 20000),
                              of(FieldType::Real, "latitude"),
                              of(FieldType::Real, "longitude"),
                              flag("active"),
                              text("source", 300)}});
    all.push_back({.name = "basket_item"_L1,
                   .fields = {required(uuid("client_id")), required(uuid("site_id")),
                              of(FieldType::Integer, "position"), flag("removed")}});
    all.push_back(
        {.name = "referral"_L1,
         .fields = {required(uuid("client_id")), required(uuid("site_id")), required(oneOf("status", statuses)),
                    required(uuid("created_by")), required(instant("created_at"))}});
    all.push_back({.name = "share"_L1,
                   .appendOnly = true,
                   .fields = {required(uuid("client_id")), required(uuid("shared_by")), required(instant("shared_at")),
                              required(json("referral_ids")), required(json("addresses", 2000)), text("language", 35),
                              required(text("time_zone", 64))}});
    all.push_back({.name = "consent"_L1,
                   .appendOnly = true,
                   .fields = {required(uuid("share_id")), required(uuid("client_id")), required(uuid("worker_id")),
                              required(instant("given_at")), required(json("addresses", 2000)),
                              required(text("wording", 8000)), text("language", 35)}});
    all.push_back({.name = "consent_withdrawal"_L1,
                   .appendOnly = true,
                   .fields = {required(uuid("consent_id")), required(uuid("share_id")), required(uuid("worker_id")),
                              required(instant("withdrawn_at")), text("note", 2000)}});
    all.push_back(
        {.name = "message"_L1,
         .fields = {required(uuid("share_id")), required(uuid("client_id")), uuid("referral_id"),
                    required(oneOf("kind", {u"initial"_s, u"follow_up"_s})), required(oneOf("channel", channels)),
                    required(text("address", 254)), required(instant("due_at")), text("language", 35),
                    required(byServer(oneOf("state", messageStates))), byServer(text("reason", 1000)),
                    byServer(text("carrier_id", 300)), byServer(instant("state_at"))}});
    all.push_back({.name = "reply"_L1,
                   .appendOnly = true,
                   .writer = Writer::ServerOnly,
                   .fields = {required(oneOf("via", vias)), oneOf("channel", channels), text("from_address", 254),
                              uuid("client_id"), uuid("referral_id"), uuid("message_id"), oneOf("answer", answers),
                              text("body", 8000), text("carrier_id", 300), required(instant("received_at")),
                              flag("needs_worker")}});
    all.push_back({.name = "reply_reading"_L1,
                   .appendOnly = true,
                   .fields = {required(uuid("reply_id")), required(uuid("worker_id")),
                              required(oneOf("meaning",
                                             {u"yes"_s, u"no"_s, u"no_longer_interested"_s, u"opt_out"_s, u"other"_s})),
                              uuid("client_id"), uuid("referral_id"), required(instant("at")), text("note", 2000)}});
    all.push_back(
        {.name = "opt_out"_L1,
         .appendOnly = true,
         .fields = {
             required(oneOf("channel", channels)), required(text("address", 254)), required(flag("opted_out")),
             required(oneOf("source", {u"text_reply"_s, u"carrier_refusal"_s, u"carrier_status"_s, u"email_link"_s,
                                       u"email_one_click"_s, u"email_reply"_s, u"worker_said"_s})),
             text("words", 2000), required(instant("at"))}});
    all.push_back({.name = "activity"_L1,
                   .appendOnly = true,
                   .fields = {required(oneOf("kind", {u"created"_s, u"status_changed"_s, u"note"_s, u"shared"_s,
                                                      u"consent_withdrawn"_s, u"message_event"_s, u"answered"_s,
                                                      u"client_message"_s, u"opted_out"_s, u"reverted"_s,
                                                      u"reply_read"_s, u"client_merged"_s, u"client_unmerged"_s})),
                              required(uuid("client_id")), uuid("referral_id"), required(instant("at")),
                              uuid("worker_id"), flag("by_client"), oneOf("channel", channels), oneOf("via", vias),
                              uuid("message_id"), uuid("reply_id"), text("rule", 20), oneOf("from_status", statuses),
                              oneOf("to_status", statuses), oneOf("answer", answers),
                              oneOf("message_state", messageStates), uuid("reverts_id"), text("text", 8000)}});
    all.push_back({.name = "different_people"_L1,
                   .appendOnly = true,
                   .fields = {required(uuid("client_id")), required(uuid("other_id")), required(uuid("worker_id")),
                              required(instant("at"))}});
    all.push_back({.name = "favourite"_L1,
                   .fields = {required(uuid("user_id")), required(uuid("site_id")), flag("removed")}});
    all.push_back({.name = "saved_filter"_L1,
                   .fields = {required(uuid("user_id")), required(text("list", 40)), required(text("name", 80)),
                              required(json("query", 4000)), flag("removed")}});
    return all;
}

QString sentence(const char* source, QLatin1String entity, QLatin1String field)
{
    return QCoreApplication::translate("Records", source).arg(entity, field);
}

/// Null is allowed for every field that isn't required: it empties the field.
bool fits(const Field& field, const QJsonValue& value)
{
    switch (field.type) {
    case FieldType::Text:
        return value.isString() && !value.toString().contains(QChar(u'\0'));
    case FieldType::Uuid:
        return value.isString() && value.toString().size() == 36 && !QUuid::fromString(value.toString()).isNull();
    case FieldType::Integer:
    case FieldType::Instant:
        // 2^53: beyond it JSON numbers lose digits on the way through other programs.
        return value.isDouble() && std::floor(value.toDouble()) == value.toDouble() &&
               std::abs(value.toDouble()) <= 9007199254740992.0;
    case FieldType::Real:
        return value.isDouble() && std::isfinite(value.toDouble());
    case FieldType::Boolean:
        return value.isBool();
    case FieldType::Json:
        return value.isArray() || value.isObject();
    }
    return false;
}

qsizetype lengthOf(const Field& field, const QJsonValue& value)
{
    if (field.type == FieldType::Text)
        return value.toString().size();
    if (field.type == FieldType::Json)
        return (value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject()))
            .toJson(QJsonDocument::Compact)
            .size();
    return 0;
}

Result<void> validateField(const Entity& entity, const Field& field, const QJsonValue& value)
{
    if (value.isNull()) {
        if (field.required)
            return Error{ErrorCode::InvalidInput,
                         sentence("The field %1.%2 must not be empty.", entity.name, field.name)};
        return {};
    }
    if (!fits(field, value))
        return Error{ErrorCode::InvalidInput,
                     sentence("The field %1.%2 has a value of the wrong kind.", entity.name, field.name)};
    if (lengthOf(field, value) > field.maxLength)
        return Error{ErrorCode::InvalidInput, sentence("The field %1.%2 is too long.", entity.name, field.name)};
    if (!field.allowed.isEmpty() && !field.allowed.contains(value.toString()))
        return Error{ErrorCode::InvalidInput,
                     sentence("The field %1.%2 has a value that is not allowed.", entity.name, field.name)};
    return {};
}

} // namespace

const Field* Entity::field(QStringView fieldName) const
{
    const auto found = std::ranges::find_if(fields, [&](const Field& f) { return f.name == fieldName; });
    return found == fields.end() ? nullptr : &*found;
}

const std::vector<Entity>& schema()
{
    static const std::vector<Entity> all = makeSchema();
    return all;
}

const Entity* findEntity(QStringView name)
{
    const auto found = std::ranges::find_if(schema(), [&](const Entity& e) { return e.name == name; });
    return found == schema().end() ? nullptr : &*found;
}

Result<void> validate(QStringView entityName, const QJsonObject& fields, bool isNew)
{
    const Entity* entity = findEntity(entityName);
    if (entity == nullptr)
        return Error{ErrorCode::InvalidInput,
                     QCoreApplication::translate("Records", "A record of an unknown kind was refused.")};
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        const Field* field = entity->field(it.key());
        if (field == nullptr)
            return Error{ErrorCode::InvalidInput,
                         QCoreApplication::translate("Records", "A record of the kind %1 has an unknown field.")
                             .arg(QString(entity->name))};
        if (auto checked = validateField(*entity, *field, it.value()); !checked)
            return checked;
    }
    if (!isNew)
        return {};
    for (const Field& field : entity->fields)
        if (field.required && !fields.contains(field.name))
            return Error{ErrorCode::InvalidInput, sentence("The field %1.%2 is missing.", entity->name, field.name)};
    return {};
}

} // namespace handrail::records
