// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/gatewaypagesource.h"

#include "core/domain/neutral.h"
#include "server/gateway/links.h"

namespace handrail::server {

namespace {

/// So old may a page be of which another program, as `handrail-server client erase`, changed something.
constexpr int secondsKept = 2;

PageReader readerOf(const LinkPage& page)
{
    return {nameForClients(page.agency), page.clientGivenName, page.language};
}

QuestionPage questionOf(const LinkPage& page, const QDateTime& now)
{
    return {.reader = readerOf(page),
            .siteName = page.sites.isEmpty() ? nameForClients(page.agency) : page.sites.first().displayName(),
            .recorded = page.answer,
            .recordedAt = page.answeredAt,
            .timeZone = page.share ? page.share->timeZone : page.agency.timeZone,
            .now = now,
            .leftAt = page.leftAt};
}

/// What the link leads to, read to its end: neither «gone» nor a page with half of its sites where the disk failed.
Result<LinkPage> openWhole(Database& db, const Environment& environment, const QByteArray& token, LinkKind kind)
{
    (void)db.readWhole(); // What another request left is not about this one.
    auto page = openLink(db, environment, token, kind);
    if (auto whole = db.readWhole(); !whole)
        return whole.error();
    return page;
}

} // namespace

Result<ResourcesPage> GatewayPageSource::resources(const QByteArray& token)
{
    const auto db = m_databases.here();
    if (!db)
        return db.error();
    const News& news = m_databases.news();
    const quint64 before = news.total();
    const auto page = openWhole(**db, m_environment, token, LinkKind::Resources);
    if (!page)
        return page.error();
    ResourcesPage shown{readerOf(*page), page->sites, m_environment.clock.now(), page->agency.timeZone, page->leftAt};
    const QByteArray topic = page->agency.id.toString().toLatin1();
    const quint64 seen = news.count(topic);
    // News that came while it was read may be in it or not.
    if (news.total() == before)
        shown.keep = Keep{topic, seen, secondsKept};
    return shown;
}

Result<QuestionPage> GatewayPageSource::question(const QByteArray& token)
{
    const auto db = m_databases.here();
    if (!db)
        return db.error();
    const auto page = openWhole(**db, m_environment, token, LinkKind::FollowUp);
    if (!page)
        return page.error();
    return questionOf(*page, m_environment.clock.now());
}

// What records reads the page before, not after: nothing that can fail may stand between the record and its
// confirmation, for the page of trouble says that nothing was recorded.

Result<QuestionPage> GatewayPageSource::recordAnswer(const QByteArray& token, Answer answer)
{
    const auto db = m_databases.here();
    if (!db)
        return db.error();
    auto page = question(token);
    if (!page)
        return page.error();
    if (const auto recorded = server::recordAnswer(**db, m_environment, token, answer); !recorded)
        return recorded.error();
    page->recorded = answer;
    page->recordedAt = m_environment.clock.now();
    return page;
}

Result<UnsubscribePage> GatewayPageSource::unsubscribing(const QByteArray& token)
{
    const auto db = m_databases.here();
    if (!db)
        return db.error();
    const auto page = openWhole(**db, m_environment, token, LinkKind::Unsubscribe);
    if (!page)
        return page.error();
    return UnsubscribePage{readerOf(*page), page->optedOut};
}

Result<UnsubscribePage> GatewayPageSource::unsubscribe(const QByteArray& token, OptOut::Source source)
{
    const auto db = m_databases.here();
    if (!db)
        return db.error();
    auto page = unsubscribing(token);
    if (!page)
        return page.error();
    if (const auto done = server::unsubscribe(**db, m_environment, token, source); !done)
        return done.error();
    page->unsubscribed = true;
    return page;
}

Result<void> GatewayPageSource::leave(const QByteArray& token)
{
    const auto db = m_databases.here();
    return db ? leaveLink(**db, m_environment, token) : db.error();
}

} // namespace handrail::server
