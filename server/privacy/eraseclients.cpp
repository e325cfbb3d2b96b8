// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/privacy/eraseclients.h"

#include "core/domain/records/codec.h"
#include "server/privacy/clientrecords.h"
#include "server/store/erased.h"
#include "server/store/sight.h"

#include <QCoreApplication>
#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

/// Entries that name their client, share or reply in a field: these tell a late push by those.
bool isLeaf(const QString& entity)
{
    static const QSet<QString> leaves = {u"activity"_s,      u"consent"_s,          u"consent_withdrawal"_s,
                                         u"reply_reading"_s, u"different_people"_s, u"opt_out"_s,
                                         u"basket_item"_s};
    return leaves.contains(entity);
}

/// Erases one person after the other in one transaction.
class Eraser
{
public:
    Eraser(Records& records, const Environment& environment, const Actor& by)
        : m_records(records)
        , m_db(records.database())
        , m_environment(environment)
        , m_by(by)
        , m_batch(environment.ids.next().toString(QUuid::WithoutBraces))
    {
    }

    Result<void> erase(const ClientId& client)
    {
        if (m_done.contains(client.toString()))
            return {}; // merged with one before
        const auto found = recordsOfClient(m_records, client);
        if (!found)
            return found.error();
        for (const auto step : {&Eraser::checkNothingOnItsWay, &Eraser::keepProofs, &Eraser::keepOptOuts,
                                &Eraser::remember, &Eraser::removeGatewayRows, &Eraser::removeRecords})
            if (auto done = (this->*step)(*found); !done)
                return done;
        for (const QString& id : found->clients)
            m_done.insert(id);
        ++m_erasure.clients;
        m_erasure.records += found->count();
        QJsonObject counts;
        for (auto it = found->byKind.begin(); it != found->byKind.end(); ++it)
            if (!it.value().isEmpty())
                counts.insert(it.key(), it.value().size());
        return writeAudit(m_db, m_records.agency(), m_environment,
                          {m_by, audited::clientErased, found->clients.first(), counts});
    }

    /// The log of the changes of all of them, in one go: it has no index on records.
    Result<Erasure> finish()
    {
        auto logged = m_db.query(u"DELETE FROM change_log WHERE agency_id = ? AND record_id IN"
                                 " (SELECT record_id FROM erased_record WHERE agency_id = ? AND batch = ?)"_s,
                                 {agency(), agency(), m_batch});
        if (!logged)
            return logged.error();
        for (const records::Entity& entity : records::schema())
            if (isLeaf(entity.name))
                if (auto gone = m_db.query(u"DELETE FROM erased_record WHERE agency_id = ? AND batch = ? AND entity = ?"_s,
                                           {agency(), m_batch, QString(entity.name)});
                    !gone)
                    return gone.error();
        const auto demanded = demandSnapshot(m_db, m_records.agency());
        return demanded ? Result<Erasure>(m_erasure) : demanded.error();
    }

private:
    QVariant agency() const { return bound(m_records.agency()); }

    Result<void> checkNothingOnItsWay(const ClientRecords& found)
    {
        bool isOnItsWay = false;
        const auto read = forIds(m_db, u"SELECT 1 FROM message WHERE agency_id = ? AND state = 'sending' AND id IN (%1)"_s,
                                 {agency()}, found.of(u"message"_s), [&](const Rows&) { isOnItsWay = true; });
        if (!read)
            return read;
        if (isOnItsWay)
            return Error{ErrorCode::Conflict,
                         QCoreApplication::translate("Server", "A message to this client is on its way right now. Nothing "
                                                               "was erased; try again in a few minutes.")};
        return {};
    }

    Result<void> keepProofs(const ClientRecords& found)
    {
        QHash<QString, qint64> withdrawn;
        const auto read = forIds(
            m_db, u"SELECT consent_id, withdrawn_at FROM consent_withdrawal WHERE agency_id = ? AND id IN (%1)"_s, {agency()},
            found.of(u"consent_withdrawal"_s),
            [&](const Rows& row) { withdrawn.insert(row.value(0).toString(), row.value(1).toLongLong()); });
        if (!read)
            return read;
        for (const QString& id : found.of(u"consent"_s)) {
            const auto fields = m_records.find(u"consent", QUuid::fromString(id));
            if (!fields)
                return fields.error();
            const auto consent = records::readConsent(QUuid::fromString(id), fields->value_or(QJsonObject()));
            if (!consent)
                continue; // a damaged one proves nothing
            for (const Address& address : consent->addresses)
                if (auto kept = keepProof(*consent, address, withdrawn.value(id)); !kept)
                    return kept;
        }
        return {};
    }

    Result<void> keepProof(const Consent& consent, const Address& address, qint64 withdrawnAt)
    {
        const auto hash = hashOfAddress(m_db, m_records.agency(), address, m_environment.random);
        if (!hash)
            return hash.error();
        auto kept = m_db.query(u"INSERT INTO consent_proof (agency_id, consent_id, channel, address_hash, worker_id,"
                               " given_at, withdrawn_at, wording) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
                               " ON CONFLICT DO NOTHING"_s,
                               {agency(), bound(consent.id), records::nameOf(address.channel()), *hash,
                                bound(consent.workerId), bound(consent.givenAt),
                                withdrawnAt > 0 ? QVariant(withdrawnAt) : QVariant(), consent.wording});
        if (!kept)
            return kept.error();
        ++m_erasure.consentProofsKept;
        return {};
    }

    Result<void> keepOptOuts(const ClientRecords& found)
    {
        for (const QString& id : found.of(u"opt_out"_s)) {
            const auto fields = m_records.find(u"opt_out", QUuid::fromString(id));
            if (!fields)
                return fields.error();
            const auto optOut = records::readOptOut(QUuid::fromString(id), fields->value_or(QJsonObject()));
            if (!optOut)
                return optOut.error(); // better not erased than an opt-out lost
            if (auto kept = keepOptOut(m_db, m_records.agency(), *optOut, m_environment.random); !kept)
                return kept;
            ++m_erasure.optOutsKept;
        }
        return {};
    }

    Result<void> remember(const ClientRecords& found)
    {
        const qint64 now = m_environment.clock.now().toMSecsSinceEpoch();
        for (auto it = found.byKind.begin(); it != found.byKind.end(); ++it)
            for (const QString& id : it.value())
                if (auto kept = m_db.query(u"INSERT INTO erased_record (agency_id, record_id, entity, batch, erased_at)"
                                           " VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"_s,
                                           {agency(), id, it.key(), m_batch, now});
                    !kept)
                    return kept.error();
        return {};
    }

    Result<void> removeGatewayRows(const ClientRecords& found)
    {
        struct Rows
        {
            const char* table;
            const char* column;
            QStringList ids;
        };
        QStringList addresses;
        for (const Address& address : found.ownAddresses)
            addresses.append(address.value());
        const QStringList messages = found.of(u"message"_s);
        for (const Rows& rows :
             {Rows{"lease", "message_id", messages}, Rows{"intent", "message_id", messages},
              Rows{"link_token", "message_id", messages}, Rows{"link_token", "share_id", found.of(u"share"_s)},
              Rows{"link_token", "referral_id", found.of(u"referral"_s)}, Rows{"link_token", "address", addresses},
              Rows{"printed_link", "client_id", found.clients}, Rows{"auto_reply", "address", addresses},
              Rows{"record_owner", "owner_id", found.clients}, Rows{"client_care", "client_id", found.clients},
              // Everybody's until now: the ledger's entries, and texts that named nobody.
              Rows{"record_owner", "owner_id = '' AND record_id", found.of(u"opt_out"_s) + found.of(u"reply"_s)}})
            if (auto gone = forIds(m_db,
                                   u"DELETE FROM %1 WHERE agency_id = ? AND %2 IN ("_s.arg(QLatin1String(rows.table),
                                                                                          QLatin1String(rows.column)) +
                                       u"%1)"_s,
                                   {agency()}, rows.ids);
                !gone)
                return gone;
        return {};
    }

    Result<void> removeRecords(const ClientRecords& found)
    {
        for (auto it = found.byKind.begin(); it != found.byKind.end(); ++it)
            if (auto gone = forIds(m_db, u"DELETE FROM \"%1\" WHERE agency_id = ? AND id IN ("_s.arg(it.key()) + u"%1)"_s,
                                   {agency()}, it.value());
                !gone)
                return gone;
        return {};
    }

    Records& m_records;
    Database& m_db;
    const Environment& m_environment;
    Actor m_by;
    QString m_batch;
    QSet<QString> m_done;
    Erasure m_erasure;
};

} // namespace

Result<Erasure> eraseClients(Database& db, const AgencyId& agency, const QList<ClientId>& clients,
                             const Environment& environment, const Actor& by)
{
    return db.transaction([&]() -> Result<Erasure> {
        auto records = Records::lock(db, agency, environment);
        if (!records)
            return records.error();
        Eraser eraser(*records, environment, by);
        for (const ClientId& client : clients)
            if (auto erased = eraser.erase(client); !erased)
                return erased.error();
        return eraser.finish();
    });
}

} // namespace handrail::server
