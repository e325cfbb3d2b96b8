// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/activity.h"
#include "core/domain/agency.h"
#include "core/domain/client.h"
#include "core/domain/records/change.h"
#include "core/domain/resourcesite.h"
#include "core/domain/share.h"
#include "core/domain/workerslists.h"

namespace handrail::records {

/// Values to fields and back: the one mapping for stores, sync and wire. `read...` answers an error that names the
/// field where a stored record can't be right; it never throws and never guesses.
QJsonObject fieldsOf(const Agency&);
QJsonObject fieldsOf(const Team&);
QJsonObject fieldsOf(const User&);
QJsonObject fieldsOf(const Client&); ///< Without contact points: they are records of their own.
QJsonObject fieldsOf(const ContactPoint&);
QJsonObject fieldsOf(const ResourceSite&);
QJsonObject fieldsOf(const BasketItem&);
QJsonObject fieldsOf(const Referral&);
QJsonObject fieldsOf(const Share&);
QJsonObject fieldsOf(const Consent&);
QJsonObject fieldsOf(const ConsentWithdrawal&);
QJsonObject fieldsOf(const Message&);
QJsonObject fieldsOf(const Reply&);
QJsonObject fieldsOf(const ReplyReading&);
QJsonObject fieldsOf(const OptOut&);
QJsonObject fieldsOf(const Activity&);
QJsonObject fieldsOf(const DifferentPeople&);
QJsonObject fieldsOf(const Favourite&);
QJsonObject fieldsOf(const SavedFilter&);

Result<Agency> readAgency(const QUuid& key, const QJsonObject& fields);
Result<Team> readTeam(const QUuid& key, const QJsonObject& fields);
Result<User> readUser(const QUuid& key, const QJsonObject& fields);
Result<Client> readClient(const QUuid& key, const QJsonObject& fields);
Result<ContactPoint> readContactPoint(const QUuid& key, const QJsonObject& fields);
/// The field `hours` alone, for lists that need no more of a site.
QList<SiteHours> readSiteHours(const QJsonArray& array);
Result<ResourceSite> readResourceSite(const QUuid& key, const QJsonObject& fields);
Result<BasketItem> readBasketItem(const QUuid& key, const QJsonObject& fields);
Result<Referral> readReferral(const QUuid& key, const QJsonObject& fields);
Result<Share> readShare(const QUuid& key, const QJsonObject& fields);
Result<Consent> readConsent(const QUuid& key, const QJsonObject& fields);
Result<ConsentWithdrawal> readConsentWithdrawal(const QUuid& key, const QJsonObject& fields);
Result<Message> readMessage(const QUuid& key, const QJsonObject& fields);
Result<Reply> readReply(const QUuid& key, const QJsonObject& fields);
Result<ReplyReading> readReplyReading(const QUuid& key, const QJsonObject& fields);
Result<OptOut> readOptOut(const QUuid& key, const QJsonObject& fields);
Result<Activity> readActivity(const QUuid& key, const QJsonObject& fields);
Result<DifferentPeople> readDifferentPeople(const QUuid& key, const QJsonObject& fields);
Result<Favourite> readFavourite(const QUuid& key, const QJsonObject& fields);
Result<SavedFilter> readSavedFilter(const QUuid& key, const QJsonObject& fields);

/// Enumerations as the store and the wire have them ("service_in_progress"), and back.
QString nameOf(Channel);
QString nameOf(Role);
QString nameOf(ReferralStatus);
QString nameOf(MessageKind);
QString nameOf(MessageState);
QString nameOf(Answer);
QString nameOf(ReplyVia);
QString nameOf(ReplyReading::Meaning);
QString nameOf(SendingAgents);
QString nameOf(OptOut::Source);
QString nameOf(ActivityKind);
template <typename E>
std::optional<E> fromName(QStringView name);
template <>
std::optional<Channel> fromName(QStringView name);
template <>
std::optional<Role> fromName(QStringView name);
template <>
std::optional<ReferralStatus> fromName(QStringView name);
template <>
std::optional<MessageKind> fromName(QStringView name);
template <>
std::optional<MessageState> fromName(QStringView name);
template <>
std::optional<Answer> fromName(QStringView name);
template <>
std::optional<ReplyVia> fromName(QStringView name);
template <>
std::optional<ReplyReading::Meaning> fromName(QStringView name);
template <>
std::optional<SendingAgents> fromName(QStringView name);
template <>
std::optional<OptOut::Source> fromName(QStringView name);
template <>
std::optional<ActivityKind> fromName(QStringView name);

/// The whole record as an edit: `editOf("client", client.id.uuid(), client)`.
template <typename T>
Edit editOf(const char* entity, const QUuid& key, const T& value)
{
    return Edit{QString::fromLatin1(entity), key, fieldsOf(value)};
}

} // namespace handrail::records
