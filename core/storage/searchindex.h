// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/clientfamilies.h"
#include "core/storage/recordtables.h"

#include <QSet>

namespace handrail {

/// Keeps the ordered lists and search tables of clients, resource sites and referrals up to date. What a transaction
/// touches is remembered and brought up to date once, before it commits.
class SearchIndex
{
public:
    SearchIndex(Database& database, RecordTables& records);

    /// A record is about to be written in the open transaction: what it belonged to until now is affected too.
    Result<void> aboutToChange(const records::Entity& entity, const QUuid& key);
    /// A record was written in the open transaction.
    Result<void> touched(const records::Entity& entity, const QUuid& key, const QJsonObject& fields);
    /// Brings all that was touched up to date.
    Result<void> flush();
    /// The transaction was rolled back.
    void forget();
    /// Everything about clients and their referrals again, in the open transaction: after an upgrade that derives more.
    Result<void> rebuildClients();
    /// Makes the directory's lists anew where they were made by an older version; needs no open transaction.
    Result<void> bringSitesUpToDate();
    /// Merges the segments of the search tables a little further, in the open transaction; true once each is one. What was
    /// removed leaves the tables with it.
    Result<bool> mergeSome();

private:
    struct List
    {
        QString list;   ///< Table of places.
        QString search; ///< Its FTS5 table.
        int bits;       ///< Free low bits of a place.
    };
    static List clientList();
    static List siteList();
    static List referralList();

    Result<void> updateFamilies();
    Result<void> updateClients();
    Result<void> updateClient(const QString& id);
    Result<void> leaveClient(const QString& id);
    Result<void> writeMatchKeys(const QString& client, const QSet<QString>& keys);
    Result<void> countOpenReferrals(const QString& client);
    Result<void> updateSite(const QString& id);
    Result<void> leaveSites(const QString& id);
    Result<QString> optionsBefore(const QString& id);
    Result<void> countOptions(const QString& before, const QString& after);
    Result<void> updateReferral(const QString& id);
    Result<void> indexShare(const QString& shareId);
    Result<void> touchParent(const char* sql, const QString& id, QSet<QString>& parents);
    Result<void> touchReferrals(const QString& sql, const QString& id);
    Result<std::optional<qint64>> placeOf(const List& list, const QString& id);
    Result<void> leave(const List& list, const QString& id);
    Result<qint64> move(const List& list, const QString& id, qint64 wanted);
    Result<void> setWords(const List& list, qint64 place, const QStringList& words);

    Database& m_database;
    RecordTables& m_records;
    ClientFamilies m_kept;
    QSet<QString> m_families;
    QSet<QString> m_withReferrals;
    QSet<QString> m_clients;
    QSet<QString> m_openCounts;
    QSet<QString> m_sites;
    QSet<QString> m_referrals;
};

} // namespace handrail
