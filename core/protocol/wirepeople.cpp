// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/wirepeople.h"

#include "core/domain/records/codec.h"
#include "core/protocol/fieldreader.h"
#include "core/protocol/limits.h"

#include <QJsonArray>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace handrail::protocol {

namespace {

QJsonObject userJson(const User& user)
{
    QJsonObject object = records::fieldsOf(user);
    object.insert(u"id"_s, user.id.toString());
    return object;
}

/// The user in the field `user`; nothing where that failed.
std::optional<User> userIn(FieldReader& outer)
{
    const QJsonObject fields = outer.object("user"_L1);
    FieldReader r(fields, ErrorCode::ServerTrouble);
    const QUuid id = r.uuid("id"_L1);
    if (r.failed()) {
        outer.fail(r.error());
        return std::nullopt;
    }
    auto user = records::readUser(id, fields);
    if (!user) {
        outer.fail(user.error());
        return std::nullopt;
    }
    return std::move(user).value();
}

/// An id in 36 characters, or nothing where the field isn't there or empty.
std::optional<TeamId> teamIn(FieldReader& r)
{
    const QString text = r.optionalText("team_id"_L1, limits::nameLength);
    const auto team = TeamId::fromString(text);
    if (!text.isEmpty() && !team)
        r.fail("team_id"_L1);
    return team;
}

QJsonObject itemJson(const AuditItem& item)
{
    QJsonObject object{{u"number"_s, item.number},   {u"at"_s, item.at.toMSecsSinceEpoch()}, {u"who"_s, item.who},
                       {u"what"_s, item.what},       {u"details"_s, item.details}};
    if (!item.device.isEmpty())
        object.insert(u"device"_s, item.device);
    if (!item.about.isEmpty())
        object.insert(u"about"_s, item.about);
    return object;
}

AuditItem itemFrom(const QJsonObject& object, FieldReader& outer)
{
    FieldReader r(object, ErrorCode::ServerTrouble);
    AuditItem item;
    item.number = r.integer("number"_L1, 1);
    item.at = r.instant("at"_L1);
    item.who = r.text("who"_L1, limits::nameLength);
    item.device = r.optionalText("device"_L1, limits::nameLength);
    item.what = r.text("what"_L1, limits::nameLength);
    item.about = r.optionalText("about"_L1, limits::linkLength);
    item.details = r.object("details"_L1);
    if (r.failed())
        outer.fail(r.error());
    return item;
}

} // namespace

QJsonObject toJson(const PeopleAnswer& answer)
{
    QJsonArray people;
    for (const Person& person : answer.people) {
        QJsonObject object{{u"user"_s, userJson(person.user)}, {u"devices"_s, person.devices}};
        if (person.lastSeenAt.isValid())
            object.insert(u"last_seen_at"_s, person.lastSeenAt.toMSecsSinceEpoch());
        if (person.secondFactor)
            object.insert(u"second_factor"_s, true);
        people.append(object);
    }
    return {{u"people"_s, people}};
}

Result<PeopleAnswer> readPeopleAnswer(const QJsonObject& object)
{
    FieldReader r(object, ErrorCode::ServerTrouble);
    PeopleAnswer answer;
    for (const QJsonObject& one : r.objects("people"_L1, mostPeople)) {
        FieldReader fields(one, ErrorCode::ServerTrouble);
        const auto user = userIn(fields);
        const int devices = int(fields.integer("devices"_L1, 0));
        const QDateTime seen = fields.has("last_seen_at"_L1) ? fields.instant("last_seen_at"_L1) : QDateTime();
        const bool secondFactor = fields.has("second_factor"_L1) && fields.flag("second_factor"_L1);
        if (fields.failed())
            r.fail(fields.error());
        else
            answer.people.append({*user, devices, seen, secondFactor});
    }
    return r.done(std::move(answer));
}

QJsonObject toJson(const PersonRequest& request)
{
    QJsonObject object;
    if (request.name)
        object.insert(u"display_name"_s, *request.name);
    if (request.email)
        object.insert(u"email"_s, *request.email);
    if (request.role)
        object.insert(u"role"_s, records::nameOf(*request.role));
    if (request.team)
        object.insert(u"team_id"_s, *request.team ? (*request.team)->toString() : QString());
    if (request.disabled)
        object.insert(u"disabled"_s, *request.disabled);
    return object;
}

Result<PersonRequest> readPersonRequest(const QJsonObject& object)
{
    FieldReader r(object, ErrorCode::InvalidInput);
    PersonRequest request;
    if (r.has("display_name"_L1))
        request.name = r.text("display_name"_L1, 200);
    if (r.has("email"_L1))
        request.email = r.text("email"_L1, limits::emailLength);
    if (r.has("role"_L1)) {
        request.role = records::fromName<Role>(r.text("role"_L1, limits::nameLength));
        if (!request.role)
            r.fail("role"_L1);
    }
    if (r.has("team_id"_L1))
        request.team = teamIn(r);
    if (r.has("disabled"_L1))
        request.disabled = r.flag("disabled"_L1);
    return r.done(std::move(request));
}

QJsonObject toJson(const PersonAnswer& answer)
{
    QJsonObject object{{u"user"_s, userJson(answer.user)}};
    if (!answer.password.isEmpty())
        object.insert(u"password"_s, answer.password);
    return object;
}

Result<PersonAnswer> readPersonAnswer(const QJsonObject& object)
{
    FieldReader r(object, ErrorCode::ServerTrouble);
    const auto user = userIn(r);
    const QString password = r.optionalText("password"_L1, limits::passwordLength);
    if (r.failed())
        return r.error();
    return PersonAnswer{*user, password};
}

QJsonObject toJson(const AuditAnswer& answer)
{
    QJsonArray items;
    for (const AuditItem& item : answer.items)
        items.append(itemJson(item));
    return {{u"items"_s, items}, {u"more"_s, answer.more}};
}

Result<AuditAnswer> readAuditAnswer(const QJsonObject& object)
{
    FieldReader r(object, ErrorCode::ServerTrouble);
    AuditAnswer answer;
    for (const QJsonObject& one : r.objects("items"_L1, mostAuditLines))
        answer.items.append(itemFrom(one, r));
    answer.more = r.flag("more"_L1);
    return r.done(std::move(answer));
}

QJsonObject toJson(const ErasureAnswer& answer)
{
    return {{u"clients"_s, answer.clients},
            {u"records"_s, answer.records},
            {u"opt_outs_kept"_s, answer.optOutsKept},
            {u"consent_proofs_kept"_s, answer.consentProofsKept}};
}

Result<ErasureAnswer> readErasureAnswer(const QJsonObject& object)
{
    FieldReader r(object, ErrorCode::ServerTrouble);
    ErasureAnswer answer;
    answer.clients = r.integer("clients"_L1, 0);
    answer.records = r.integer("records"_L1, 0);
    answer.optOutsKept = r.integer("opt_outs_kept"_L1, 0);
    answer.consentProofsKept = r.integer("consent_proofs_kept"_L1, 0);
    return r.done(std::move(answer));
}

QJsonObject toJson(const RetentionAnswer& answer)
{
    QJsonArray clients;
    for (const IdleItem& item : answer.clients)
        clients.append(QJsonObject{{u"id"_s, item.id.toString()},
                                   {u"name"_s, item.name},
                                   {u"last_at"_s, item.lastAt.toMSecsSinceEpoch()}});
    return {{u"total"_s, answer.total}, {u"clients"_s, clients}};
}

Result<RetentionAnswer> readRetentionAnswer(const QJsonObject& object)
{
    FieldReader r(object, ErrorCode::ServerTrouble);
    RetentionAnswer answer;
    answer.total = r.integer("total"_L1, 0);
    for (const QJsonObject& one : r.objects("clients"_L1, mostIdleClients)) {
        FieldReader fields(one, ErrorCode::ServerTrouble);
        const QUuid id = fields.uuid("id"_L1);
        const QString name = fields.optionalText("name"_L1, limits::sentenceLength);
        const QDateTime lastAt = fields.instant("last_at"_L1);
        if (fields.failed())
            r.fail(fields.error());
        else
            answer.clients.append({ClientId(id), name, lastAt});
    }
    return r.done(std::move(answer));
}

QJsonObject toJson(const RetentionRequest& request)
{
    return {{u"days"_s, request.days}, {u"expected"_s, request.expected}};
}

Result<RetentionRequest> readRetentionRequest(const QJsonObject& object)
{
    FieldReader r(object, ErrorCode::InvalidInput);
    RetentionRequest request;
    request.days = int(std::min<qint64>(r.integer("days"_L1, 0), 36500));
    request.expected = r.integer("expected"_L1, 0);
    return r.done(std::move(request));
}

} // namespace handrail::protocol
