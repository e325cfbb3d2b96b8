// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/linkpages.h"

#include "server/gateway/links.h"

namespace handrail::server {

namespace {

PageReader readerOf(const LinkPage& page)
{
    return {page.agency.programName, page.clientGivenName, page.language};
}

Result<QuestionPage> questionOf(const LinkPage& page)
{
    if (page.sites.isEmpty())
        return noSuchLink();
    return QuestionPage{readerOf(page), page.sites.first().displayName(), page.answer};
}

} // namespace

LinkPages::LinkPages(Databases& databases, const Environment& environment)
    : m_databases(databases)
    , m_environment(environment)
{
}

Result<ResourcesPage> LinkPages::resources(const QByteArray& token)
{
    const auto db = m_databases.here();
    if (!db)
        return db.error();
    const auto page = openLink(**db, m_environment, token, LinkKind::Resources);
    if (!page)
        return page.error();
    return ResourcesPage{readerOf(*page), page->sites};
}

Result<QuestionPage> LinkPages::question(const QByteArray& token)
{
    const auto db = m_databases.here();
    if (!db)
        return db.error();
    const auto page = openLink(**db, m_environment, token, LinkKind::FollowUp);
    return page ? questionOf(*page) : page.error();
}

Result<QuestionPage> LinkPages::recordAnswer(const QByteArray& token, Answer answer)
{
    const auto db = m_databases.here();
    if (!db)
        return db.error();
    if (auto recorded = server::recordAnswer(**db, m_environment, token, answer); !recorded)
        return recorded.error();
    return question(token);
}

Result<UnsubscribePage> LinkPages::unsubscribing(const QByteArray& token)
{
    const auto db = m_databases.here();
    if (!db)
        return db.error();
    const auto page = openLink(**db, m_environment, token, LinkKind::Unsubscribe);
    if (!page)
        return page.error();
    return UnsubscribePage{readerOf(*page), page->optedOut};
}

Result<UnsubscribePage> LinkPages::unsubscribe(const QByteArray& token, OptOut::Source source)
{
    const auto db = m_databases.here();
    if (!db)
        return db.error();
    if (auto done = server::unsubscribe(**db, m_environment, token, source); !done)
        return done.error();
    return unsubscribing(token);
}

} // namespace handrail::server
