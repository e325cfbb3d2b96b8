// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/reply.h"
#include "core/domain/resourcesite.h"
#include "core/domain/result.h"
#include "server/http/router.h"

#include <QByteArray>
#include <QList>
#include <optional>

namespace handrail::server {

/// What every page knows of the client: no more than a first name.
struct PageReader
{
    QString programName;
    QString givenName; ///< May be empty.
    QString language;  ///< The client's, BCP 47.
};

/// Behind /r/<token>: the share's sites in basket order (R4).
struct ResourcesPage
{
    PageReader reader;
    QList<ResourceSite> sites;
    QDateTime now;                 ///< UTC: which day «today» is, and whether what was opened is still open.
    QString timeZone;              ///< The agency's: what the sites' hours are meant in.
    QDateTime leftAt = {};         ///< UTC: when somebody pressed «Leave this page» last; null: never.
    std::optional<Keep> keep = {}; ///< Where the page may be shown again without asking.
};

/// Behind /f/<token>: the follow-up question of one referral (R6).
struct QuestionPage
{
    PageReader reader;
    QString siteName;
    std::optional<Answer> recorded; ///< The latest answer.
    QDateTime recordedAt;           ///< UTC; null where the time isn't known.
    QString timeZone;               ///< The client's.
    QDateTime now = {};             ///< UTC
    QDateTime leftAt = {};          ///< UTC: when somebody pressed «Leave this page» last; null: never.
};

/// Behind /u/<token> (R10).
struct UnsubscribePage
{
    PageReader reader;
    bool unsubscribed = false;
};

/// Where the pages get their data. Called from several threads at a time. An unknown, an expired and a revoked token
/// are all NotFound; any other error becomes "try again", and must mean that nothing was recorded.
class PageSource
{
public:
    virtual ~PageSource() = default;
    virtual Result<ResourcesPage> resources(const QByteArray& token) = 0;
    virtual Result<QuestionPage> question(const QByteArray& token) = 0;
    /// Records the answer; ok only when it is in the database (I7). The page after it.
    virtual Result<QuestionPage> recordAnswer(const QByteArray& token, Answer answer) = 0;
    virtual Result<UnsubscribePage> unsubscribing(const QByteArray& token) = 0;
    /// `source` is EmailLink from the page's button, EmailOneClick from a mail program (RFC 8058).
    virtual Result<UnsubscribePage> unsubscribe(const QByteArray& token, OptOut::Source source) = 0;
    /// «Leave this page»: what was opened behind this link until now is to be opened anew. Harmless for an unknown one.
    virtual Result<void> leave(const QByteArray& token) = 0;
};

} // namespace handrail::server
