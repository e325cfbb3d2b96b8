// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/links.h"

#include "core/domain/records/codec.h"
#include "core/domain/replyplan.h"
#include "server/gateway/deeds.h"
#include "server/gateway/facts.h"
#include "server/gateway/printedlinks.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

constexpr int tokenBytes = 16;
constexpr int tokenLength = 22;

struct Link
{
    AgencyId agencyId;
    LinkKind kind;
    MessageId messageId;
    QDateTime leftAt;
};

QDateTime instantIn(const Rows& row, int column)
{
    const QVariant at = row.value(column);
    return at.isNull() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(at.toLongLong(), Qt::UTC);
}

std::optional<LinkKind> kindOf(const QString& folder)
{
    for (const LinkKind kind : {LinkKind::Resources, LinkKind::FollowUp, LinkKind::Unsubscribe})
        if (linkFolder(kind) == folder)
            return kind;
    return std::nullopt;
}

/// The lookup is by the hash of a random secret, so its timing tells nothing.
Result<Link> findLink(Database& db, const Environment& environment, const QByteArray& token)
{
    if (token.size() != tokenLength)
        return noSuchLink();
    auto row = db.query(u"SELECT agency_id, kind, message_id, left_at FROM link_token"
                        " WHERE token_hash = ? AND revoked = 0 AND expires_at > ?"_s,
                        {linkHash(token), bound(environment.clock.now())});
    if (!row)
        return row.error();
    if (!row->next())
        return noSuchLink();
    const auto agency = AgencyId::fromString(row->value(0).toString());
    const auto kind = kindOf(row->value(1).toString());
    const auto message = MessageId::fromString(row->value(2).toString());
    if (!agency || !kind || !message)
        return noSuchLink();
    return Link{*agency, *kind, *message, instantIn(*row, 3)};
}

Result<Message> messageOf(RecordReader& reader, const Link& link)
{
    const auto message = findMessage(reader, link.messageId);
    if (!message)
        return message.error();
    return *message ? Result<Message>(**message) : noSuchLink();
}

QList<ReferralId> referralsOf(const Share& share, const Message& message)
{
    return message.referralId ? QList{*message.referralId} : share.referralIds;
}

/// Whether a repeated answer would change nothing: it did then, and no worker has decided otherwise since.
bool stands(Answer answer, ReferralStatus status)
{
    switch (answer) {
    case Answer::Yes:
        return status == ReferralStatus::ServiceCompleted;
    case Answer::NoLongerInterested:
        return status == ReferralStatus::Canceled;
    case Answer::No:
        return true;
    }
    return false;
}

/// What a link's page shows about a message.
Result<LinkPage> pageOf(RecordReader& reader, const Link& link, const Message& message, const Agency& agency)
{
    const auto share = findShare(reader, message.shareId);
    if (!share)
        return share.error();
    if (!*share)
        return noSuchLink();
    const auto client = reader.find(u"client", message.clientId.uuid());
    if (!client)
        return client.error();
    auto sites = sitesOfReferrals(reader, referralsOf(**share, message));
    if (!sites)
        return sites.error();
    LinkPage page{.kind = link.kind, .agency = agency, .share = **share, .sites = *sites};
    page.clientGivenName = client->value_or(QJsonObject()).value("given_name"_L1).toString();
    page.language = message.language.isEmpty() ? (*share)->language : message.language;
    page.channel = message.channel();
    page.leftAt = link.leftAt;
    return page;
}

/// Under the agency's lock: what it does with the message of a link of that kind.
Result<void> withMessage(Database& db, const Environment& environment, const QByteArray& token, LinkKind kind,
                         const std::function<Result<void>(Records&, const Message&)>& deed)
{
    return db.transaction([&]() -> Result<void> {
        const auto link = findLink(db, environment, token);
        if (!link)
            return link.error();
        if (link->kind != kind)
            return noSuchLink();
        auto records = Records::lock(db, link->agencyId, environment);
        if (!records)
            return records.error();
        const auto message = messageOf(*records, *link);
        if (!message)
            return message.error();
        return deed(*records, *message);
    });
}

} // namespace

Error noSuchLink()
{
    return {ErrorCode::NotFound, QCoreApplication::translate("Links", "This link does not work, or no longer does.")};
}

Result<QList<ResourceSite>> sitesOfReferrals(RecordReader& reader, const QList<ReferralId>& referrals)
{
    QList<ResourceSite> sites;
    for (const ReferralId& id : referrals) {
        const auto referral = findReferral(reader, id);
        if (!referral)
            return referral.error();
        if (!*referral)
            continue;
        const QUuid siteId = (*referral)->siteId.uuid();
        const auto fields = reader.find(u"resource_site", siteId);
        if (!fields)
            return fields.error();
        if (!*fields)
            continue;
        if (auto site = records::readResourceSite(siteId, **fields))
            sites.append(*site);
    }
    return sites;
}

QString linkHash(const QByteArray& token)
{
    return QString::fromLatin1(QCryptographicHash::hash(token, QCryptographicHash::Sha256).toHex());
}

QString linkFolder(LinkKind kind)
{
    switch (kind) {
    case LinkKind::Resources:
        return u"r"_s;
    case LinkKind::FollowUp:
        return u"f"_s;
    case LinkKind::Unsubscribe:
        return u"u"_s;
    }
    return {};
}

QByteArray freshToken(const Environment& environment)
{
    return environment.random.bytes(tokenBytes)
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

Result<QByteArray> mintLink(Database& db, const Environment& environment, const LinkTarget& target,
                            const QDateTime& expiresAt)
{
    const QByteArray token = freshToken(environment);
    const Message& message = target.message;
    const QVariant referral = message.referralId ? bound(*message.referralId) : QVariant();
    auto stored = db.query(
        u"INSERT INTO link_token (agency_id, token_hash, kind, share_id, referral_id, message_id, channel, address,"
        " made_at, expires_at, revoked) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)"_s,
        {bound(target.agencyId), linkHash(token), linkFolder(target.kind), bound(message.shareId), referral,
         bound(message.id), records::nameOf(message.channel()), message.address.value(), bound(environment.clock.now()),
         bound(expiresAt)});
    if (!stored)
        return stored.error();
    return token;
}

Result<LinkPage> openLink(Database& db, const Environment& environment, const QByteArray& token, LinkKind kind)
{
    const auto link = findLink(db, environment, token);
    if (!link && link.error() == noSuchLink() && kind == LinkKind::Resources)
        return openPrintedLink(db, environment, token);
    if (!link)
        return link.error();
    if (link->kind != kind)
        return noSuchLink();
    RecordReader reader(db, link->agencyId);
    const auto message = messageOf(reader, *link);
    if (!message)
        return message.error();
    const auto agency = agencyOf(reader);
    if (!agency)
        return agency.error();
    auto page = pageOf(reader, *link, *message, *agency);
    if (!page)
        return page;
    if (link->kind == LinkKind::FollowUp && message->referralId) {
        const auto given = lastGivenAnswer(reader, message->shareId, *message->referralId);
        if (!given)
            return given.error();
        if (*given) {
            page->answer = (*given)->answer;
            page->answeredAt = (*given)->at;
        }
    }
    if (link->kind == LinkKind::Unsubscribe) {
        const auto optedOut = isOptedOut(reader, message->address);
        if (!optedOut)
            return optedOut.error();
        page->optedOut = *optedOut;
    }
    return page;
}

Result<void> recordAnswer(Database& db, const Environment& environment, const QByteArray& token, Answer answer)
{
    return withMessage(db, environment, token, LinkKind::FollowUp,
                       [&](Records& records, const Message& message) -> Result<void> {
                           const auto referral = message.referralId ? findReferral(records, *message.referralId)
                                                                    : Result<std::optional<Referral>>(noSuchLink());
                           if (!referral)
                               return referral.error();
                           if (!*referral)
                               return noSuchLink();
                           const auto last = lastAnswer(records, message.shareId, (*referral)->id);
                           if (!last)
                               return last.error();
                           if (*last == answer && stands(answer, (*referral)->status))
                               return {};
                           const auto unsent = unsentFollowUps(records, (*referral)->id);
                           if (!unsent)
                               return unsent.error();
                           return write(records, environment,
                                        planAnswer({.referral = **referral,
                                                    .message = message,
                                                    .answer = answer,
                                                    .via = ReplyVia::Link,
                                                    .reply = {.id = ReplyId(environment.ids.next()),
                                                              .via = ReplyVia::Link,
                                                              .receivedAt = environment.clock.now()},
                                                    .unsentFollowUps = *unsent,
                                                    .newId = [&] { return environment.ids.next(); }}));
                       });
}

Result<void> leaveLink(Database& db, const Environment& environment, const QByteArray& token)
{
    return db.transaction([&]() -> Result<void> {
        for (const QString& table : {u"link_token"_s, u"printed_link"_s}) {
            auto row = db.query(u"SELECT agency_id FROM %1 WHERE token_hash = ?"_s.arg(table), {linkHash(token)});
            if (!row)
                return row.error();
            if (!row->next())
                continue;
            if (const auto agency = AgencyId::fromString(row->value(0).toString()))
                db.noteNews(*agency); // A page that is kept for the next who asks ends with it.
            auto left = db.query(u"UPDATE %1 SET left_at = ? WHERE token_hash = ?"_s.arg(table),
                                 {bound(environment.clock.now()), linkHash(token)});
            if (!left)
                return left.error();
        }
        return {};
    });
}

Result<void> unsubscribe(Database& db, const Environment& environment, const QByteArray& token, OptOut::Source source)
{
    return withMessage(db, environment, token, LinkKind::Unsubscribe,
                       [&](Records& records, const Message& message) -> Result<void> {
                           return optOut(records, environment, message.address, source);
                       });
}

} // namespace handrail::server
