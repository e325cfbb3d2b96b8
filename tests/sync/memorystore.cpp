// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/memorystore.h"

#include "core/domain/records/codec.h"

using namespace Qt::Literals::StringLiterals;

namespace handrail::tests {

namespace {

template <typename T, typename Read>
Result<std::optional<T>> readOne(const MergedRecords& records, const QString& entity, const QUuid& key, Read read)
{
    if (!records.contains(entity, key))
        return std::optional<T>();
    auto value = read(key, records.fields(entity, key));
    if (!value)
        return value.error();
    return std::optional<T>(*value);
}

template <typename T, typename IdType, typename Read>
Result<QList<T>> readSome(const MergedRecords& records, const QString& entity, const QList<IdType>& ids, Read read)
{
    QList<T> all;
    for (const IdType& id : ids) {
        const auto one = readOne<T>(records, entity, id.uuid(), read);
        if (!one)
            return one.error();
        if (*one)
            all.append(**one);
    }
    return all;
}

} // namespace

Result<void> MemoryStore::write()
{
    if (beforeWrite)
        beforeWrite();
    if (broken)
        return *broken;
    ++m_version;
    return {};
}

Result<std::optional<Client>> MemoryStore::client(const ClientId& id)
{
    return readOne<Client>(m_records, u"client"_s, id.uuid(), records::readClient);
}

Result<QList<ResourceSite>> MemoryStore::Directory::sites(const QList<ResourceSiteId>& ids)
{
    return readSome<ResourceSite>(records, u"resource_site"_s, ids, handrail::records::readResourceSite);
}

Result<QList<Referral>> MemoryStore::referrals(const QList<ReferralId>& ids)
{
    return readSome<Referral>(m_records, u"referral"_s, ids, records::readReferral);
}

Result<std::optional<Share>> MemoryStore::share(const ShareId& id)
{
    return readOne<Share>(m_records, u"share"_s, id.uuid(), records::readShare);
}

Result<bool> MemoryStore::isWithdrawn(const ShareId& id)
{
    for (const QUuid& key : m_records.keys(u"consent_withdrawal"_s))
        if (m_records.fields(u"consent_withdrawal"_s, key).value(u"share_id"_s).toString() == id.toString())
            return true;
    return false;
}

Result<std::optional<Message>> MemoryStore::message(const MessageId& id)
{
    return readOne<Message>(m_records, u"message"_s, id.uuid(), records::readMessage);
}

Result<std::optional<Agency>> MemoryStore::agency()
{
    const auto keys = m_records.keys(u"agency"_s);
    if (keys.isEmpty())
        return std::optional<Agency>();
    return readOne<Agency>(m_records, u"agency"_s, keys.first(), records::readAgency);
}

Result<std::optional<User>> MemoryStore::user(const UserId& id)
{
    return readOne<User>(m_records, u"user"_s, id.uuid(), records::readUser);
}

Result<void> MemoryStore::commit(const QList<Edit>& edits)
{
    if (auto written = write(); !written)
        return written;
    for (const Edit& edit : edits) {
        m_last = nextStamp(m_last, m_clock.now().toMSecsSinceEpoch(), m_device);
        const Change change{ChangeId(m_ids.next()), edit.entity, edit.key, m_last, edit.fields};
        m_records.merge(change);
        m_outgoing.append(change);
    }
    return {};
}

Result<QList<Change>> MemoryStore::outgoing(int limit)
{
    return m_outgoing.first(std::min<qsizetype>(limit, m_outgoing.size()));
}

Result<void> MemoryStore::acknowledge(const QList<ChangeId>& ids)
{
    if (auto written = write(); !written)
        return written;
    for (const Change& change : std::as_const(m_outgoing))
        if (ids.contains(change.id))
            m_inSnapshot.insert(change.key);
    m_outgoing.removeIf([&](const Change& change) { return ids.contains(change.id); });
    return {};
}

Result<void> MemoryStore::setRefused(const ChangeId& id, const QString& sentence)
{
    if (auto written = write(); !written)
        return written;
    for (const Change& change : std::as_const(m_outgoing))
        if (change.id == id)
            m_refused.append({change, sentence});
    m_outgoing.removeIf([&](const Change& change) { return change.id == id; });
    return {};
}

Result<void> MemoryStore::apply(const QList<Change>& changes, qint64 cursor)
{
    if (auto written = write(); !written)
        return written;
    for (const Change& change : changes) {
        m_last = observeStamp(m_last, change.stamp, m_clock.now().toMSecsSinceEpoch());
        m_records.merge(change);
    }
    m_cursor = cursor;
    return {};
}

Result<void> MemoryStore::beginSnapshot(const QString& state)
{
    m_inSnapshot.clear();
    return setFact(u"snapshot"_s, state);
}

Result<void> MemoryStore::mergeSnapshot(const QList<Change>& records, const QString& state)
{
    if (auto applied = apply(records, m_cursor); !applied)
        return applied;
    for (const Change& change : records)
        m_inSnapshot.insert(change.key);
    m_facts.insert(u"snapshot"_s, state);
    return {};
}

Result<bool> MemoryStore::finishSnapshot(qint64 cursor, const QString& sight)
{
    if (auto written = write(); !written)
        return written.error();
    for (const Change& change : std::as_const(m_outgoing))
        m_inSnapshot.insert(change.key);
    m_records.keepOnly(m_inSnapshot);
    m_cursor = cursor;
    m_facts.insert(u"sight"_s, sight);
    m_facts.insert(u"snapshot"_s, QString());
    return true;
}

Result<void> MemoryStore::setFact(const QString& name, const QString& value)
{
    if (auto written = write(); !written)
        return written;
    m_facts.insert(name, value);
    return {};
}

} // namespace handrail::tests
