// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/sqlactivitystore.h"
#include "core/storage/sqlagencystore.h"
#include "core/storage/sqlattentionstore.h"
#include "core/storage/sqlbasketstore.h"
#include "core/storage/sqlclientstore.h"
#include "core/storage/sqldirectorystore.h"
#include "core/storage/sqldraftstore.h"
#include "core/storage/sqlduplicatestore.h"
#include "core/storage/sqlfilterstore.h"
#include "core/storage/sqlmessagestore.h"
#include "core/storage/sqlreferralstore.h"
#include "core/storage/sqlreplystore.h"
#include "core/storage/sqlsharestore.h"
#include "core/storage/sqlstatisticsstore.h"
#include "core/storage/sqlwriter.h"

namespace handrail {

/// One open connection of the local store, with a store for each kind of thing. Made by openLocalStore().
class SqlLocalStore : public LocalStore
{
public:
    SqlLocalStore(std::unique_ptr<Database> database, const Clock& clock, Ids& ids);

    ClientStore& clients() override { return m_clients; }
    DuplicateStore& duplicates() override { return m_duplicates; }
    DirectoryStore& directory() override { return m_directory; }
    BasketStore& baskets() override { return m_baskets; }
    ReferralStore& referrals() override { return m_referrals; }
    ShareStore& shares() override { return m_shares; }
    ActivityStore& activities() override { return m_activities; }
    AgencyStore& agencies() override { return m_agencies; }
    EditStore& edits() override { return m_writer; }
    SyncStore& sync() override { return m_writer; }
    DraftStore& drafts() override { return m_drafts; }
    FilterStore& filters() override { return m_filters; }
    MessageStore& messages() override { return m_messages; }
    ReplyStore& replies() override { return m_replies; }
    AttentionStore& attention() override { return m_attention; }
    StatisticsStore& statistics() override { return m_statistics; }
    qint64 version() override;

    /// What is derived from clients is made again where an older version derived less. Once after an upgrade.
    Result<void> deriveAgain();
    /// Reads every page of the file and says whether it is whole. Slow on a big store; for a quiet moment.
    Result<void> checkWhole();

private:
    std::unique_ptr<Database> m_database;
    RecordTables m_records;
    SearchIndex m_index;
    SqlWriter m_writer;
    SqlClientStore m_clients;
    SqlDuplicateStore m_duplicates;
    SqlDirectoryStore m_directory;
    SqlBasketStore m_baskets;
    SqlReferralStore m_referrals;
    SqlShareStore m_shares;
    SqlActivityStore m_activities;
    SqlAgencyStore m_agencies;
    SqlDraftStore m_drafts;
    SqlFilterStore m_filters;
    SqlMessageStore m_messages;
    SqlReplyStore m_replies;
    SqlAttentionStore m_attention;
    SqlStatisticsStore m_statistics;
    qint64 m_seenDataVersion = 0;
    qint64 m_othersCommits = 0;
};

} // namespace handrail
