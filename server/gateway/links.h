// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/agency.h"
#include "core/domain/message.h"
#include "core/domain/reply.h"
#include "core/domain/resourcesite.h"
#include "core/domain/share.h"
#include "server/store/database.h"
#include "server/store/environment.h"
#include "server/store/records.h"

/// The links in messages and what their pages may do. A token is 128 random bits, base64url (22 characters); the
/// database has only its SHA-256. An unknown, an expired, a revoked and a malformed one, and one of another kind, give
/// the same NotFound.
namespace handrail::server {

enum class LinkKind {
    Resources,   ///< /r/<token>
    FollowUp,    ///< /f/<token>
    Unsubscribe, ///< /u/<token>
};

/// All that a link's page may show. No more of the client than the first name.
struct LinkPage
{
    LinkKind kind = LinkKind::Resources;
    Agency agency;
    std::optional<Share> share; ///< None behind a link on paper.
    QList<ResourceSite> sites;  ///< The share's in basket order; for a follow-up the one asked about.
    QString clientGivenName;
    QString language;               ///< BCP 47, of the message.
    std::optional<Answer> answer;   ///< Follow-up: what the client answered last about this referral of this share.
    QDateTime answeredAt;           ///< UTC; with `answer`.
    std::optional<Channel> channel; ///< Of the message.
    bool optedOut = false;          ///< Unsubscribe: the address takes no more mail already.
    QDateTime leftAt = {};          ///< UTC: when somebody left the page last; null: never.
};

/// What the page of a link of that kind shows. Changes nothing (R7).
Result<LinkPage> openLink(Database& db, const Environment& environment, const QByteArray& token, LinkKind kind);

/// R6, R7: the client's answer from the page of a follow-up link. The same answer again is fine and kept once; another
/// one is added, and the latest decides.
Result<void> recordAnswer(Database& db, const Environment& environment, const QByteArray& token, Answer answer);

/// R10: stops all email of this agency to the link's address, for good. Again is fine. `source`: EmailLink from the
/// page, EmailOneClick from a mail program (RFC 8058).
Result<void> unsubscribe(Database& db, const Environment& environment, const QByteArray& token, OptOut::Source source);

/// Somebody pressed «Leave this page»: LinkPage::leftAt. Harmless where there is no such link.
Result<void> leaveLink(Database& db, const Environment& environment, const QByteArray& token);

/// 22 characters, base64url.
QByteArray freshToken(const Environment& environment);

/// A fresh link to be put into a message. Called in a transaction.
struct LinkTarget
{
    AgencyId agencyId;
    LinkKind kind;
    Message message;
};
/// The token; `expiresAt` is in server time.
Result<QByteArray> mintLink(Database& db, const Environment& environment, const LinkTarget& target,
                            const QDateTime& expiresAt);

/// The sites of these referrals in their order; what is gone is left out.
Result<QList<ResourceSite>> sitesOfReferrals(RecordReader& reader, const QList<ReferralId>& referrals);

/// The one error of all links that don't work.
Error noSuchLink();
/// SHA-256 in hex: what the database has of a token.
QString linkHash(const QByteArray& token);
/// "r", "f" or "u": the folder of the link's address and the kind's name in the database.
QString linkFolder(LinkKind kind);

} // namespace handrail::server
