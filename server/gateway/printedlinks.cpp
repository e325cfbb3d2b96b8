// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/printedlinks.h"

#include "server/gateway/facts.h"
#include "server/store/sight.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

QString listed(const QList<ReferralId>& referrals)
{
    QJsonArray array;
    for (const ReferralId& id : referrals)
        array.append(id.toString());
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

QList<ReferralId> readListed(const QString& text)
{
    QList<ReferralId> referrals;
    for (const QJsonValue& item : QJsonDocument::fromJson(text.toUtf8()).array())
        if (const auto id = ReferralId::fromString(item.toString()))
            referrals.append(*id);
    return referrals;
}

Error notHere()
{
    return {ErrorCode::NotFound,
            QCoreApplication::translate("Gateway", "The server does not have these referrals yet. Try again when "
                                                   "everything is sent.")};
}

/// All of them that client's, or of one who was merged with: nobody gets a page about another's referrals by a wrong id.
Result<void> check(RecordReader& reader, const Session& session, const protocol::PrintedLinkRequest& request)
{
    const auto seen = maySeeClient(reader.database(), session.agencyId, session.viewer(), request.clientId);
    if (!seen)
        return seen.error();
    if (!*seen)
        return notHere();
    const auto family = familyOf(reader, request.clientId);
    if (!family)
        return family.error();
    for (const ReferralId& id : request.referralIds) {
        const auto referral = findReferral(reader, id);
        if (!referral)
            return referral.error();
        if (!*referral || !family->contains((*referral)->clientId))
            return notHere();
    }
    return {};
}

/// The columns that linkFrom() reads.
const QString linkColumns = u"token_hash, referral_ids, language, made_by, made_at, expires_at, revoked"_s;

protocol::PrintedLink linkFrom(const Rows& row)
{
    const auto instant = [&](int column) {
        return QDateTime::fromMSecsSinceEpoch(row.value(column).toLongLong(), Qt::UTC);
    };
    return {.id = row.value(0).toString(),
            .referralIds = readListed(row.value(1).toString()),
            .language = row.value(2).toString(),
            .madeBy = UserId(QUuid::fromString(row.value(3).toString())),
            .madeAt = instant(4),
            .expiresAt = instant(5),
            .revoked = row.value(6).toInt() != 0};
}

} // namespace

Result<protocol::PrintedLinkAnswer> mintPrintedLink(Database& db, const Environment& environment,
                                                    const Session& session, const protocol::PrintedLinkRequest& request,
                                                    const GatewaySettings& settings)
{
    RecordReader reader(db, session.agencyId);
    if (const auto fits = check(reader, session, request); !fits)
        return fits.error();
    const QByteArray token = freshToken(environment);
    const QDateTime now = environment.clock.now();
    const QDateTime expiresAt = now.addDays(settings.linkDays);
    const auto stored = db.query(
        u"INSERT INTO printed_link (agency_id, token_hash, client_id, referral_ids, language, first_name, made_by,"
        " made_at, expires_at, revoked) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0)"_s,
        {bound(session.agencyId), linkHash(token), bound(request.clientId), listed(request.referralIds),
         request.language, request.withFirstName ? 1 : 0, bound(session.userId), bound(now), bound(expiresAt)});
    if (!stored)
        return stored.error();
    return protocol::PrintedLinkAnswer{
        settings.publicUrl + u'/' + linkFolder(LinkKind::Resources) + u'/' + QString::fromLatin1(token), expiresAt};
}

Result<protocol::PrintedLinkList> printedLinksOf(Database& db, const Session& session, const ClientId& client)
{
    RecordReader reader(db, session.agencyId);
    const auto seen = maySeeClient(db, session.agencyId, session.viewer(), client);
    if (!seen)
        return seen.error();
    if (!*seen)
        return protocol::PrintedLinkList();
    const auto family = familyOf(reader, client);
    if (!family)
        return family.error();
    QVariantList values{bound(session.agencyId)};
    for (const ClientId& member : *family)
        values.append(bound(member));
    values.append(protocol::maxPrintedLinks);
    auto rows = db.query(u"SELECT %1 FROM printed_link WHERE agency_id = ? AND client_id IN (%2)"
                         " ORDER BY made_at DESC, token_hash LIMIT ?"_s.arg(
                             linkColumns, QStringList(family->size(), u"?"_s).join(u", "_s)),
                         values);
    if (!rows)
        return rows.error();
    protocol::PrintedLinkList list;
    while (rows->next())
        list.links.append(linkFrom(*rows));
    return list;
}

Result<protocol::PrintedLink> revokePrintedLink(Database& db, const Session& session, const QString& id)
{
    const Error unknown{ErrorCode::NotFound,
                        QCoreApplication::translate("Gateway", "The server has no such printed link.")};
    return db.transaction([&]() -> Result<protocol::PrintedLink> {
        auto row = db.query(
            u"SELECT %1, client_id FROM printed_link WHERE agency_id = ? AND token_hash = ?"_s.arg(linkColumns),
            {bound(session.agencyId), id});
        if (!row)
            return row.error();
        if (!row->next())
            return unknown;
        protocol::PrintedLink link = linkFrom(*row);
        const auto client = ClientId::fromString(row->value(7).toString());
        const auto seen = client ? maySeeClient(db, session.agencyId, session.viewer(), *client) : Result<bool>(false);
        if (!seen || !*seen)
            return seen ? unknown : seen.error();
        const auto revoked = db.query(u"UPDATE printed_link SET revoked = 1 WHERE agency_id = ? AND token_hash = ?"_s,
                                      {bound(session.agencyId), id});
        if (!revoked)
            return revoked.error();
        link.revoked = true;
        db.noteNews(session.agencyId); // A page that is kept for the next who asks ends with it.
        return link;
    });
}

Result<LinkPage> openPrintedLink(Database& db, const Environment& environment, const QByteArray& token)
{
    auto row = db.query(u"SELECT agency_id, client_id, referral_ids, language, first_name, left_at FROM printed_link"
                        " WHERE token_hash = ? AND revoked = 0 AND expires_at > ?"_s,
                        {linkHash(token), bound(environment.clock.now())});
    if (!row)
        return row.error();
    if (!row->next())
        return noSuchLink();
    const auto agencyId = AgencyId::fromString(row->value(0).toString());
    const auto clientId = ClientId::fromString(row->value(1).toString());
    if (!agencyId || !clientId)
        return noSuchLink();
    RecordReader reader(db, *agencyId);
    const auto agency = agencyOf(reader);
    if (!agency)
        return agency.error();
    auto sites = sitesOfReferrals(reader, readListed(row->value(2).toString()));
    if (!sites)
        return sites.error();
    LinkPage page{.kind = LinkKind::Resources, .agency = *agency, .share = {}, .sites = *sites};
    page.language = row->value(3).toString();
    if (const QVariant left = row->value(5); !left.isNull())
        page.leftAt = QDateTime::fromMSecsSinceEpoch(left.toLongLong(), Qt::UTC);
    if (row->value(4).toInt() != 0) {
        const auto client = reader.find(u"client", clientId->uuid());
        if (!client)
            return client.error();
        page.clientGivenName = client->value_or(QJsonObject()).value("given_name"_L1).toString();
    }
    return page;
}

} // namespace handrail::server
