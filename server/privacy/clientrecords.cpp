// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/privacy/clientrecords.h"

#include "core/domain/records/codec.h"

#include <QCoreApplication>
#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

constexpr qsizetype idsAtOnce = 400;

/// Collects the records, kind by kind.
class Collector
{
public:
    Collector(RecordReader& reader, const ClientId& client)
        : m_reader(reader)
        , m_first(client.toString())
    {
    }

    Result<ClientRecords> collect()
    {
        for (const auto step : {&Collector::family, &Collector::direct, &Collector::indirect, &Collector::addresses,
                                &Collector::byAddress})
            if (auto done = (this->*step)(); !done)
                return done.error();
        return m_found;
    }

private:
    QVariantList agency() const { return {bound(m_reader.agency())}; }

    /// Adds the ids of the records of a kind whose `column` is one of `values`.
    Result<void> add(const char* entity, const char* column, const QStringList& values)
    {
        QStringList& ids = m_found.byKind[QLatin1String(entity)];
        const QString sql = u"SELECT id FROM \"%1\" WHERE agency_id = ? AND %2 IN ("_s.arg(QLatin1String(entity),
                                                                                          QLatin1String(column)) +
                            u"%1)"_s;
        return forIds(m_reader.database(), sql, agency(), values, [&](const Rows& row) {
            if (const QString id = row.value(0).toString(); !ids.contains(id))
                ids.append(id);
        });
    }

    /// All that were merged with the client, up to the kept one and down again.
    Result<void> family()
    {
        QString root = m_first;
        QSet<QString> seen;
        for (QString next = root; !next.isEmpty() && !seen.contains(next);) {
            seen.insert(next);
            auto row = m_reader.database().query(u"SELECT merged_into FROM client WHERE agency_id = ? AND id = ?"_s,
                                                 agency() << next);
            if (!row)
                return row.error();
            if (!row->next()) {
                if (next == m_first)
                    return Error{ErrorCode::NotFound, QCoreApplication::translate("Server", "There is no such client.")};
                break;
            }
            root = next;
            next = row->value(0).toString();
        }
        QStringList& all = m_found.byKind[u"client"_s];
        all = {root};
        for (qsizetype known = 0; known < all.size();) {
            const QStringList fresh = all.mid(known);
            known = all.size();
            if (auto added = add("client", "merged_into", fresh); !added)
                return added;
        }
        m_found.clients = all;
        return {};
    }

    Result<void> direct()
    {
        for (const char* entity : {"contact_point", "basket_item", "referral", "share", "consent", "message", "activity",
                                   "reply", "reply_reading", "different_people"})
            if (auto added = add(entity, "client_id", m_found.clients); !added)
                return added;
        return add("different_people", "other_id", m_found.clients);
    }

    Result<void> indirect()
    {
        struct Link
        {
            const char* entity;
            const char* column;
            QLatin1String parent;
        };
        for (const Link& link : {Link{"consent_withdrawal", "share_id", "share"_L1},
                                 Link{"reply", "message_id", "message"_L1}, Link{"reply", "referral_id", "referral"_L1},
                                 Link{"reply_reading", "reply_id", "reply"_L1}})
            if (auto added = add(link.entity, link.column, m_found.of(link.parent)); !added)
                return added;
        return {};
    }

    /// Those in the profile and those that messages went to, unless somebody else has them too.
    Result<void> addresses()
    {
        QList<Address> all;
        for (const char* entity : {"contact_point", "message"}) {
            const QString sql = u"SELECT channel, address FROM \"%1\" WHERE agency_id = ? AND id IN ("_s.arg(
                                    QLatin1String(entity)) +
                                u"%1)"_s;
            const auto read = forIds(
                m_reader.database(), sql, agency(), m_found.of(QLatin1String(entity)), [&](const Rows& row) {
                    const auto channel = records::fromName<Channel>(row.value(0).toString());
                    const auto address = channel ? Address::fromStored(*channel, row.value(1).toString()) : std::nullopt;
                    if (address && !all.contains(*address))
                        all.append(*address);
                });
            if (!read)
                return read;
        }
        for (const Address& address : std::as_const(all)) {
            const auto shared = isSomebodyElses(address);
            if (!shared)
                return shared.error();
            if (!*shared)
                m_found.ownAddresses.append(address);
        }
        return {};
    }

    Result<bool> isSomebodyElses(const Address& address)
    {
        const QString is = address.channel() == Channel::Email ? u"channel = ? AND LOWER(address) = ?"_s
                                                               : u"channel = ? AND address = ?"_s;
        const QVariantList one =
            agency() << records::nameOf(address.channel()) << address.ledgerKey();
        auto rows = m_reader.database().query(
            u"SELECT client_id FROM contact_point WHERE agency_id = ? AND %1 AND COALESCE(removed, 0) = 0"
            " UNION SELECT client_id FROM message WHERE agency_id = ? AND %1"_s.arg(is),
            one + one);
        if (!rows)
            return rows.error();
        while (rows->next())
            if (!m_found.clients.contains(rows->value(0).toString()))
                return true;
        return false;
    }

    /// The ledger's entries, and texts that named nobody, of the person's own addresses.
    Result<void> byAddress()
    {
        for (const Address& address : std::as_const(m_found.ownAddresses)) {
            const QVariantList values = {records::nameOf(address.channel()), address.ledgerKey()};
            const auto optOuts = m_reader.select(u"opt_out", u"channel = ? AND LOWER(address) = ?"_s, values);
            if (!optOuts)
                return optOuts.error();
            for (const Record& one : *optOuts)
                m_found.byKind[u"opt_out"_s].append(one.key.toString(QUuid::WithoutBraces));
            const auto replies =
                m_reader.select(u"reply", u"client_id IS NULL AND LOWER(from_address) = ?"_s, {address.ledgerKey()});
            if (!replies)
                return replies.error();
            for (const Record& one : *replies)
                if (const QString id = one.key.toString(QUuid::WithoutBraces); !m_found.of(u"reply"_s).contains(id))
                    m_found.byKind[u"reply"_s].append(id);
        }
        return {};
    }

    RecordReader& m_reader;
    QString m_first;
    ClientRecords m_found;
};

} // namespace

qsizetype ClientRecords::count() const
{
    qsizetype all = 0;
    for (const QStringList& ids : byKind)
        all += ids.size();
    return all;
}

Result<ClientRecords> recordsOfClient(RecordReader& reader, const ClientId& client)
{
    return Collector(reader, client).collect();
}

Result<void> forIds(Database& db, const QString& sql, const QVariantList& first, const QStringList& ids,
                    const std::function<void(const Rows&)>& row)
{
    for (qsizetype from = 0; from < ids.size(); from += idsAtOnce) {
        const QStringList part = ids.mid(from, idsAtOnce);
        QVariantList values = first;
        for (const QString& id : part)
            values.append(id);
        auto rows = db.query(sql.arg(QStringList(part.size(), u"?"_s).join(u',')), values);
        if (!rows)
            return rows.error();
        while (row && rows->next())
            row(*rows);
    }
    return {};
}

} // namespace handrail::server
