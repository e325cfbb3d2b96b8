// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/records/codec.h"
#include "core/ports/storerunner.h"
#include "core/ports/stores.h"

#include <QHash>
#include <QMap>
#include <QSet>
#include <memory>

namespace handrail::tests {

/// All records of a MemoryStore: entity -> key -> fields, as the schema has them.
struct MemoryRecords
{
    QHash<QString, QMap<QUuid, QJsonObject>> tables;
    QList<Change> outgoing;
    QList<Edit> accesses{};    ///< What was looked at; not among `outgoing`.
    QList<RefusedChange> refused;
    QHash<QString, QString> facts;
    QHash<QUuid, QDateTime> setAside;
    QSet<QUuid> newActivities;
    QMap<QString, Draft> drafts;
    qint64 cursor = 0;
    qint64 version = 1;
    int commits = 0;
    std::optional<Error> nextCommitFails;
};

/// A LocalStore in memory, over the same records and the same validation as the real one: for use cases and screens.
/// It keeps the port's promises in the simplest way that can be right (every question reads all records) and merges
/// pulled changes in the order in which they come.
class MemoryStore : public LocalStore
{
public:
    MemoryStore();
    ~MemoryStore() override;

    ClientStore& clients() override;
    DuplicateStore& duplicates() override;
    DirectoryStore& directory() override;
    BasketStore& baskets() override;
    ReferralStore& referrals() override;
    ShareStore& shares() override;
    ActivityStore& activities() override;
    AgencyStore& agencies() override;
    MessageStore& messages() override;
    ReplyStore& replies() override;
    AttentionStore& attention() override;
    EditStore& edits() override;
    SyncStore& sync() override;
    DraftStore& drafts() override;
    FilterStore& filters() override;
    StatisticsStore& statistics() override;
    qint64 version() override;

    /// Puts a record there as if it had been pulled: `put("client", client.id.uuid(), client)`.
    template <typename T>
    void put(const char* entity, const QUuid& key, const T& value)
    {
        putFields(QString::fromLatin1(entity), key, records::fieldsOf(value));
    }
    /// Some fields of a record, new or not.
    void putFields(const QString& entity, const QUuid& key, const QJsonObject& fields);
    /// The next commit writes nothing and says this.
    void failNextCommit(const Error& error) { m_records.nextCommitFails = error; }

    /// How many transactions there were.
    [[nodiscard]] int commits() const { return m_records.commits; }
    [[nodiscard]] const MemoryRecords& records() const { return m_records; }

private:
    MemoryRecords m_records;
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

/// Runs jobs at once, in the caller's thread: a screen's test then needs no second thread.
class DirectRunner : public StoreRunner
{
public:
    explicit DirectRunner(LocalStore& store)
        : m_store(store)
    {
    }
    void run(std::function<void(LocalStore&)> job) override { job(m_store); }

private:
    LocalStore& m_store;
};

} // namespace handrail::tests
