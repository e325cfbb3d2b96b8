// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <QUuid>
#include <compare>
#include <optional>

namespace handrail {

/// A UUID that knows what it names, so that a client's id can't be passed for a referral's.
/// New ones are UUIDv7 and come from ports/ids.h; an Id is never null.
template <typename Tag>
class Id
{
public:
    /// Precondition: `uuid` is not null.
    explicit Id(const QUuid& uuid)
        : m_uuid(uuid)
    {
        Q_ASSERT(!uuid.isNull());
    }

    /// The id in `text` (36 characters, no braces), or nothing.
    static std::optional<Id> fromString(QStringView text)
    {
        const QUuid uuid = QUuid::fromString(text);
        return uuid.isNull() ? std::nullopt : std::optional(Id(uuid));
    }

    [[nodiscard]] const QUuid& uuid() const { return m_uuid; }
    [[nodiscard]] QString toString() const { return m_uuid.toString(QUuid::WithoutBraces); }

    friend bool operator==(const Id& a, const Id& b) { return a.m_uuid == b.m_uuid; }
    friend bool operator<(const Id& a, const Id& b) { return a.m_uuid < b.m_uuid; }
    friend size_t qHash(const Id& id, size_t seed = 0) { return qHash(id.m_uuid, seed); }

private:
    QUuid m_uuid;
};

using AgencyId = Id<struct AgencyTag>;
using UserId = Id<struct UserTag>;
using TeamId = Id<struct TeamTag>;
using DeviceId = Id<struct DeviceTag>;
using ClientId = Id<struct ClientTag>;
using ContactPointId = Id<struct ContactPointTag>;
using ResourceSiteId = Id<struct ResourceSiteTag>;
using BasketItemId = Id<struct BasketItemTag>;
using ReferralId = Id<struct ReferralTag>;
using ShareId = Id<struct ShareTag>;
using ConsentId = Id<struct ConsentTag>;
using MessageId = Id<struct MessageTag>;
using ReplyId = Id<struct ReplyTag>;
using ActivityId = Id<struct ActivityTag>;
using ReplyReadingId = Id<struct ReplyReadingTag>;
using FavouriteId = Id<struct FavouriteTag>;
using SavedFilterId = Id<struct SavedFilterTag>;
using OptOutId = Id<struct OptOutTag>;
using ChangeId = Id<struct ChangeTag>;

} // namespace handrail
