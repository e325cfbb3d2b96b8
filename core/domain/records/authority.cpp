// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/records/authority.h"

#include "core/domain/records/codec.h"
#include "core/domain/records/schema.h"

#include <QCoreApplication>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace handrail::records {

namespace {

Error refusal(const char* sentence)
{
    return {ErrorCode::NotAllowed, QCoreApplication::translate("Authority", sentence)};
}

/// Null, missing and empty text say the same: nothing.
bool isBlank(const QJsonValue& value)
{
    return value.isUndefined() || value.isNull() || (value.isString() && value.toString().isEmpty());
}

bool same(const QJsonValue& a, const QJsonValue& b)
{
    return a == b || (isBlank(a) && isBlank(b));
}

/// Whether the change leaves these fields as they are.
bool keeps(const Change& change, const QJsonObject& current, std::initializer_list<QLatin1String> names)
{
    for (const QLatin1String name : names)
        if (change.fields.contains(name) && !same(change.fields[name], current[name]))
            return false;
    return true;
}

/// The field in which the worker signs, where the record has one.
QLatin1String signatureOf(QStringView entity)
{
    struct Signature
    {
        QLatin1String entity;
        QLatin1String field;
    };
    static constexpr std::array signatures = {
        Signature{"referral"_L1, "created_by"_L1}, Signature{"share"_L1, "shared_by"_L1},
        Signature{"consent"_L1, "worker_id"_L1}, Signature{"consent_withdrawal"_L1, "worker_id"_L1},
        Signature{"activity"_L1, "worker_id"_L1}, Signature{"reply_reading"_L1, "worker_id"_L1},
        Signature{"different_people"_L1, "worker_id"_L1}, Signature{"favourite"_L1, "user_id"_L1}, Signature{"saved_filter"_L1, "user_id"_L1}};
    for (const Signature& signature : signatures)
        if (entity == signature.entity)
            return signature.field;
    return {};
}

Result<void> checkNewMessage(const Change& change)
{
    if (change.fields[u"state"] != u"waiting"_s || !isBlank(change.fields[u"carrier_id"]))
        return refusal("A new message can only be a waiting one: what became of it is the server's to say.");
    return {};
}

Result<void> checkMessageEdit(const Change& change, const QJsonObject& current)
{
    if (!keeps(change, current,
               {"share_id"_L1, "client_id"_L1, "referral_id"_L1, "kind"_L1, "channel"_L1, "address"_L1, "due_at"_L1,
                "language"_L1, "carrier_id"_L1}))
        return refusal("A message can't be changed once it was made; cancel it instead.");
    const bool touchesState = !keeps(change, current, {"state"_L1, "reason"_L1, "state_at"_L1});
    if (!touchesState)
        return {};
    if (change.fields[u"state"] != u"canceled"_s)
        return refusal("A device may only cancel a message; the rest is the server's to say.");
    const QString state = current[u"state"].toString();
    if (state == "canceled"_L1)
        return {};
    if (state != "waiting"_L1 && state != "held"_L1)
        return refusal("The message could not be canceled: it was on its way, or settled, already.");
    if (isBlank(change.fields[u"reason"]))
        return refusal("A message is canceled with a reason.");
    return {};
}

Result<void> checkReferralEdit(const Change& change, const QJsonObject& current)
{
    if (!keeps(change, current, {"client_id"_L1, "site_id"_L1, "created_by"_L1, "created_at"_L1}))
        return refusal("A referral stays with its client and its resource site; make a new one instead.");
    return {};
}

/// Kinds that only the gateway makes, as it alone hears from carriers and clients.
bool isWorkersKind(const QString& kind)
{
    return kind != "message_event"_L1 && kind != "answered"_L1 && kind != "client_message"_L1;
}

Result<void> checkNewActivity(const Change& change)
{
    const QString kind = change.fields[u"kind"].toString();
    // Taking a change back names the reply that made it; reading a reply names what was read.
    const bool speaksForClient =
        !isBlank(change.fields[u"reply_id"]) && kind != "reverted"_L1 && kind != "reply_read"_L1;
    if (!isWorkersKind(kind) || change.fields[u"by_client"].toBool() || speaksForClient)
        return refusal("What clients and carriers say is entered by the server alone.");
    return {};
}

/// A worker can pass on that a client wants no more messages, never the opposite (R9, R10).
Result<void> checkNewOptOut(const Change& change)
{
    if (change.fields[u"source"] != u"worker_said"_s || !change.fields[u"opted_out"].toBool())
        return refusal("A worker can record that a client opts out; opting in is up to the client.");
    return {};
}

/// Merging is one field of the client that goes (docs/decisions/0135): nobody is merged into themselves, and who is new
/// is there for some reason.
Result<void> checkMerge(const Change& change, bool isNew)
{
    const QJsonValue target = change.fields[u"merged_into"];
    if (isBlank(target))
        return {};
    if (isNew || QUuid::fromString(target.toString()) == change.key)
        return refusal("A client can be merged into another one who is here, and into nobody else.");
    return {};
}

template <typename T>
Result<void> mustBeReadable(const Change& change, Result<T> (*read)(const QUuid&, const QJsonObject&))
{
    const auto value = read(change.key, change.fields);
    if (value)
        return {};
    return Error{ErrorCode::InvalidInput,
                 QCoreApplication::translate("Authority", "An address or another part of it is not as it should be, so "
                                                          "it was not taken.")};
}

/// What can never be changed again must be whole from the start: nothing could be done with it, by anybody.
Result<void> checkWhole(const Change& change)
{
    if (change.entity == "share"_L1)
        return mustBeReadable(change, &readShare);
    if (change.entity == "consent"_L1)
        return mustBeReadable(change, &readConsent);
    if (change.entity == "message"_L1)
        return mustBeReadable(change, &readMessage);
    if (change.entity == "opt_out"_L1)
        return mustBeReadable(change, &readOptOut);
    return {};
}

Result<void> checkNew(const Change& change)
{
    if (auto whole = checkWhole(change); !whole)
        return whole;
    if (change.entity == "client"_L1)
        return checkMerge(change, true);
    if (change.entity == "message"_L1)
        return checkNewMessage(change);
    if (change.entity == "activity"_L1)
        return checkNewActivity(change);
    if (change.entity == "opt_out"_L1)
        return checkNewOptOut(change);
    return {};
}

/// A worker's own lists are that worker's alone.
Result<void> checkOwn(const Change& change, const QJsonObject& current, const Author& author)
{
    if (current[u"user_id"] != author.user.toString() || !keeps(change, current, {"user_id"_L1}))
        return refusal("This belongs to another worker.");
    return {};
}

Result<void> checkEdit(const Change& change, const QJsonObject& current, const Author& author)
{
    if (change.entity == "message"_L1)
        return checkMessageEdit(change, current);
    if (change.entity == "referral"_L1)
        return checkReferralEdit(change, current);
    if (change.entity == "client"_L1)
        return checkMerge(change, false);
    if (change.entity == "favourite"_L1 || change.entity == "saved_filter"_L1)
        return checkOwn(change, current, author);
    return {};
}

bool repeats(const Change& change, const QJsonObject& current)
{
    for (auto it = change.fields.begin(); it != change.fields.end(); ++it)
        if (!same(it.value(), current[it.key()]))
            return false;
    return true;
}

} // namespace

Result<void> mayMake(const Change& change, const std::optional<QJsonObject>& current, const Author& author)
{
    if (auto valid = validate(change.entity, change.fields, !current); !valid)
        return valid;
    const Entity* entity = findEntity(change.entity);
    if (entity->writer == Writer::ServerOnly)
        return refusal("Records of this kind are written by the server alone.");
    if (entity->writer == Writer::Administrator && author.role != Role::Administrator)
        return refusal("Only an administrator may change this.");
    if (entity->name == "agency"_L1 && !current)
        return refusal("An agency is added at the server.");
    if (change.stamp.device != author.device)
        return refusal("The change was made on another device than the one that is signed in.");
    if (current && entity->appendOnly)
        return repeats(change, *current) ? Result<void>() : refusal("An entry of this kind can't be changed later.");
    if (current)
        return checkEdit(change, *current, author);
    const QLatin1String signature = signatureOf(change.entity);
    if (!signature.isEmpty() && change.fields[signature] != author.user.toString())
        return refusal("The entry is signed by somebody else than the worker who is signed in.");
    return checkNew(change);
}

} // namespace handrail::records
