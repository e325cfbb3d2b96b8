// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/sqllocalstore.h"

#include "core/storage/facts.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace handrail {

SqlLocalStore::SqlLocalStore(std::unique_ptr<Database> database, const Clock& clock, Ids& ids)
    : m_database(std::move(database))
    , m_records(*m_database)
    , m_index(*m_database, m_records)
    , m_writer(*m_database, m_records, m_index, clock, ids)
    , m_clients(*m_database, m_records)
    , m_duplicates(*m_database, m_clients)
    , m_directory(*m_database, m_records)
    , m_baskets(*m_database, m_records)
    , m_referrals(*m_database, m_records)
    , m_shares(*m_database, m_records)
    , m_activities(*m_database)
    , m_agencies(m_records)
    , m_drafts(*m_database)
    , m_filters(m_records)
    , m_messages(*m_database)
    , m_replies(*m_database, m_records)
    , m_attention(*m_database)
    , m_statistics(*m_database)
{
}

qint64 SqlLocalStore::version()
{
    const auto seen = m_database->single(u"PRAGMA data_version"_s);
    if (seen && seen->toLongLong() != m_seenDataVersion) {
        m_seenDataVersion = seen->toLongLong();
        ++m_othersCommits;
    }
    return m_othersCommits + m_writer.commits() + m_attention.commits();
}

Result<void> SqlLocalStore::deriveAgain()
{
    // Grows with what core/storage/searchindex.cpp derives.
    const QString newest = u"3"_s;
    const auto derived = m_writer.fact(facts::clientIndex);
    if (!derived || *derived == newest)
        return derived ? Result<void>() : derived.error();
    const auto transaction = Transaction::begin(*m_database);
    if (!transaction)
        return transaction.error();
    HANDRAIL_TRY(m_index.rebuildClients());
    Statement write = m_database->statement(u"INSERT OR REPLACE INTO fact (name, value) VALUES (?, ?)"_s);
    HANDRAIL_TRY(write.bind(facts::clientIndex).bind(newest).run());
    return (*transaction)->commit();
}

Result<void> SqlLocalStore::checkWhole()
{
    const auto verdict = m_database->single(u"PRAGMA quick_check(1)"_s);
    if (verdict && verdict->toString() == u"ok")
        return {};
    return Error{ErrorCode::StorageTrouble,
                 QCoreApplication::translate("Storage", "The local store is damaged. Please restore its file from a "
                                                        "backup, or sign in on a new profile to get everything that "
                                                        "the server has.")};
}

} // namespace handrail
