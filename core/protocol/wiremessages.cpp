// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/records/codec.h"
#include "core/protocol/fieldreader.h"
#include "core/protocol/limits.h"
#include "core/protocol/wire.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace handrail::protocol {

namespace {

QString linkFrom(FieldReader& r, QLatin1String name, bool mayBeEmpty)
{
    const QString link = r.optionalText(name, limits::linkLength);
    const bool isLink = link.startsWith("https://"_L1) || link.startsWith("http://"_L1);
    const bool hasBlank = std::any_of(link.begin(), link.end(), [](QChar c) { return c.isSpace() || c < u' '; });
    if (link.isEmpty() ? !mayBeEmpty : (!isLink || hasBlank))
        r.fail(name);
    return link;
}

QJsonObject toJson(const Lease& lease)
{
    QJsonObject object{{u"message_id"_s, lease.messageId.toString()},
                       {u"fence"_s, lease.fence},
                       {u"expires_at"_s, lease.expiresAt.toMSecsSinceEpoch()},
                       {u"link"_s, lease.link},
                       {u"server_time"_s, lease.serverTime.toMSecsSinceEpoch()}};
    if (!lease.unsubscribeLink.isEmpty())
        object.insert(u"unsubscribe_link"_s, lease.unsubscribeLink);
    return object;
}

std::optional<Lease> leaseFrom(const QJsonObject& object, FieldReader& outer)
{
    FieldReader r(object, ErrorCode::ServerTrouble);
    const QUuid id = r.uuid("message_id"_L1);
    const qint64 fence = r.integer("fence"_L1, 1);
    const QDateTime expiresAt = r.instant("expires_at"_L1);
    const QString link = linkFrom(r, "link"_L1, false);
    const QString unsubscribeLink = linkFrom(r, "unsubscribe_link"_L1, true);
    const QDateTime serverTime = r.instant("server_time"_L1);
    if (r.failed()) {
        outer.fail(r.error());
        return std::nullopt;
    }
    return Lease{MessageId(id), fence, expiresAt, link, unsubscribeLink, serverTime};
}

} // namespace

QJsonObject toJson(const ClaimAnswer& answer)
{
    QJsonArray leases;
    for (const Lease& lease : answer.leases)
        leases.append(toJson(lease));
    QJsonObject object{{u"leases"_s, leases}};
    if (answer.moreInMs > 0)
        object.insert(u"more_in_ms"_s, answer.moreInMs);
    if (answer.leftToHeadless > 0)
        object.insert(u"left_to_headless"_s, answer.leftToHeadless);
    if (!answer.carrierTrouble.isEmpty())
        object.insert(u"carrier_trouble"_s, answer.carrierTrouble);
    return object;
}

Result<ClaimAnswer> readClaimAnswer(const QJsonObject& object)
{
    FieldReader r(object, ErrorCode::ServerTrouble);
    ClaimAnswer answer;
    for (const QJsonObject& item : r.objects("leases"_L1, limits::leasesPerClaim))
        if (auto lease = leaseFrom(item, r))
            answer.leases.append(std::move(*lease));
    if (object.contains("more_in_ms"_L1))
        answer.moreInMs = int(qMin(r.integer("more_in_ms"_L1, 0), qint64(3600000)));
    if (r.has("left_to_headless"_L1))
        answer.leftToHeadless = r.integer("left_to_headless"_L1, 0);
    answer.carrierTrouble = r.optionalText("carrier_trouble"_L1, limits::sentenceLength);
    return r.done(std::move(answer));
}

QJsonObject toJson(const SendRequest& request)
{
    return {{u"fence"_s, request.fence},
            {u"subject"_s, request.subject},
            {u"body"_s, request.body},
            {u"html"_s, request.html}};
}

Result<SendRequest> readSendRequest(const QJsonObject& object)
{
    FieldReader r(object, ErrorCode::InvalidInput);
    SendRequest request;
    request.fence = r.integer("fence"_L1, 1);
    request.subject = r.optionalText("subject"_L1, limits::subjectLength);
    // A line break in a subject would let its writer add headers of their own.
    if (request.subject.contains(u'\r') || request.subject.contains(u'\n'))
        r.fail("subject"_L1);
    request.body = r.text("body"_L1, limits::bodyLength);
    request.html = r.optionalText("html"_L1, limits::htmlLength);
    return r.done(std::move(request));
}

QJsonObject toJson(const SendAnswer& answer)
{
    return {{u"state"_s, records::nameOf(answer.state)}, {u"reason"_s, answer.reason}};
}

Result<SendAnswer> readSendAnswer(const QJsonObject& object)
{
    FieldReader r(object, ErrorCode::ServerTrouble);
    const auto state = records::fromName<MessageState>(r.text("state"_L1, limits::nameLength));
    if (!state)
        r.fail("state"_L1);
    return r.done(
        SendAnswer{state.value_or(MessageState::Unknown), r.optionalText("reason"_L1, limits::sentenceLength)});
}

QJsonObject toJson(const ReleaseRequest& request)
{
    return {{u"fence"_s, request.fence}, {u"problem"_s, request.problem}};
}

Result<ReleaseRequest> readReleaseRequest(const QJsonObject& object)
{
    FieldReader r(object, ErrorCode::InvalidInput);
    ReleaseRequest request;
    request.fence = r.integer("fence"_L1, 1);
    request.problem = r.text("problem"_L1, limits::sentenceLength);
    return r.done(std::move(request));
}

QJsonObject toJson(const DecisionRequest& request)
{
    const bool again = request.decision == DecisionRequest::Decision::SendAgain;
    return {{u"decision"_s, again ? u"send_again"_s : u"give_up"_s}, {u"note"_s, request.note}};
}

Result<DecisionRequest> readDecisionRequest(const QJsonObject& object)
{
    FieldReader r(object, ErrorCode::InvalidInput);
    DecisionRequest request;
    const QString decision = r.text("decision"_L1, limits::nameLength);
    if (decision == "send_again"_L1)
        request.decision = DecisionRequest::Decision::SendAgain;
    else if (decision != "give_up"_L1)
        r.fail("decision"_L1);
    request.note = r.optionalText("note"_L1, limits::sentenceLength);
    return r.done(std::move(request));
}

namespace {

QJsonArray listed(const QList<ReferralId>& referrals)
{
    QJsonArray array;
    for (const ReferralId& id : referrals)
        array.append(id.toString());
    return array;
}

QList<ReferralId> readReferrals(FieldReader& r, const QJsonObject& object)
{
    QList<ReferralId> referrals;
    const QJsonArray listed = object.value("referral_ids"_L1).toArray();
    if (listed.isEmpty() || listed.size() > maxPrintedReferrals)
        r.fail("referral_ids"_L1);
    for (const QJsonValue& item : listed) {
        if (const auto id = ReferralId::fromString(item.toString()); id && item.toString().size() == 36)
            referrals.append(*id);
        else
            r.fail("referral_ids"_L1);
    }
    return referrals;
}

} // namespace

QJsonObject toJson(const PrintedLinkRequest& request)
{
    return {{u"client_id"_s, request.clientId.toString()},
            {u"referral_ids"_s, listed(request.referralIds)},
            {u"language"_s, request.language},
            {u"first_name"_s, request.withFirstName}};
}

Result<PrintedLinkRequest> readPrintedLinkRequest(const QJsonObject& object)
{
    FieldReader r(object, ErrorCode::InvalidInput);
    const QUuid client = r.uuid("client_id"_L1);
    const QList<ReferralId> referrals = readReferrals(r, object);
    const QString language = r.text("language"_L1, 35);
    const bool withFirstName = r.flag("first_name"_L1);
    if (r.failed())
        return r.error();
    return PrintedLinkRequest{ClientId(client), referrals, language, withFirstName};
}

QJsonObject toJson(const PrintedLinkAnswer& answer)
{
    return {{u"link"_s, answer.link}, {u"expires_at"_s, answer.expiresAt.toMSecsSinceEpoch()}};
}

Result<PrintedLinkAnswer> readPrintedLinkAnswer(const QJsonObject& object)
{
    FieldReader r(object, ErrorCode::ServerTrouble);
    PrintedLinkAnswer answer;
    answer.link = r.text("link"_L1, 2000);
    answer.expiresAt = r.instant("expires_at"_L1);
    return r.done(std::move(answer));
}

QJsonObject toJson(const PrintedLink& link)
{
    return {{u"id"_s, link.id},
            {u"referral_ids"_s, listed(link.referralIds)},
            {u"language"_s, link.language},
            {u"made_by"_s, link.madeBy.toString()},
            {u"made_at"_s, link.madeAt.toMSecsSinceEpoch()},
            {u"expires_at"_s, link.expiresAt.toMSecsSinceEpoch()},
            {u"revoked"_s, link.revoked}};
}

Result<PrintedLink> readPrintedLink(const QJsonObject& object)
{
    FieldReader r(object, ErrorCode::ServerTrouble);
    const QString id = r.text("id"_L1, 100);
    const QList<ReferralId> referrals = readReferrals(r, object);
    const QString language = r.text("language"_L1, 35);
    const QUuid madeBy = r.uuid("made_by"_L1);
    const QDateTime madeAt = r.instant("made_at"_L1);
    const QDateTime expiresAt = r.instant("expires_at"_L1);
    const bool revoked = r.flag("revoked"_L1);
    if (r.failed())
        return r.error();
    return PrintedLink{id, referrals, language, UserId(madeBy), madeAt, expiresAt, revoked};
}

QJsonObject toJson(const PrintedLinkList& list)
{
    QJsonArray links;
    for (const PrintedLink& link : list.links)
        links.append(toJson(link));
    return {{u"links"_s, links}};
}

Result<PrintedLinkList> readPrintedLinkList(const QJsonObject& object)
{
    FieldReader r(object, ErrorCode::ServerTrouble);
    PrintedLinkList list;
    for (const QJsonObject& item : r.objects("links"_L1, maxPrintedLinks)) {
        const auto link = readPrintedLink(item);
        if (link)
            list.links.append(*link);
        else
            r.fail(link.error());
    }
    return r.done(std::move(list));
}

} // namespace handrail::protocol
