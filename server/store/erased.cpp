// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/erased.h"

#include "core/domain/records/codec.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

Result<std::optional<QByteArray>> keyOf(Database& db, const AgencyId& agency)
{
    auto row = db.query(u"SELECT secret FROM address_key WHERE agency_id = ?"_s, {bound(agency)});
    if (!row)
        return row.error();
    return row->next() ? std::optional(QByteArray::fromHex(row->value(0).toString().toLatin1())) : std::nullopt;
}

QString hashUnder(const QByteArray& key, const Address& address)
{
    const QByteArray text = QString(records::nameOf(address.channel()) + u'\n' + address.ledgerKey()).toUtf8();
    return QString::fromLatin1(QMessageAuthenticationCode::hash(text, key, QCryptographicHash::Sha256).toHex());
}

/// The keys under which what is kept may have the address: the agency's own, and those of agencies that were removed
/// and sent from where this one sends now.
Result<QHash<QString, QByteArray>> keysFor(Database& db, const AgencyId& agency, Channel channel)
{
    auto row = db.query(u"SELECT agency_id, secret FROM address_key WHERE agency_id = ?"
                        " UNION ALL SELECT k.agency_id, k.secret FROM \"agency\" a"
                        " JOIN removed_sender r ON r.channel = ? AND r.sender = LOWER(a.%1)"
                        " JOIN address_key k ON k.agency_id = r.agency_id WHERE a.agency_id = ?"_s.arg(
                            channel == Channel::Text ? u"sending_number"_s : u"sending_address"_s),
                        {bound(agency), records::nameOf(channel), bound(agency)});
    if (!row)
        return row.error();
    QHash<QString, QByteArray> keys;
    while (row->next())
        keys.insert(row->value(0).toString(), QByteArray::fromHex(row->value(1).toString().toLatin1()));
    return keys;
}

/// What one agency kept of the address.
Result<std::optional<OptOut>> keptBy(Database& db, const QString& agency, const Address& address, const QString& hash)
{
    auto row = db.query(u"SELECT opted_out, source, at FROM erased_opt_out WHERE agency_id = ? AND channel = ?"
                        " AND address_hash = ?"_s,
                        {agency, records::nameOf(address.channel()), hash});
    if (!row)
        return row.error();
    if (!row->next())
        return std::optional<OptOut>();
    const auto source = records::fromName<OptOut::Source>(row->value(1).toString());
    return std::optional(OptOut{.id = OptOutId(QUuid::fromString(agency)), // no record: it has none
                                .address = address,
                                .optedOut = row->value(0).toBool(),
                                .source = source.value_or(OptOut::Source::WorkerSaid),
                                .words = {},
                                .at = QDateTime::fromMSecsSinceEpoch(row->value(2).toLongLong(), Qt::UTC)});
}

/// R9: the newer word counts; R10: an email's opt-out always does.
bool outweighs(const OptOut& one, const OptOut& other)
{
    if (one.address.channel() == Channel::Email && one.optedOut != other.optedOut)
        return one.optedOut;
    return one.at > other.at;
}

/// Whether the ledger has this word already, or a later one.
Result<bool> ledgerKnows(Records& records, const OptOut& optOut)
{
    const auto row = records.select(
        u"opt_out", u"channel = ? AND LOWER(address) = ? AND (\"at\" >= ? OR (channel = 'email' AND opted_out = 1)) LIMIT 1"_s,
        {handrail::records::nameOf(optOut.address.channel()), optOut.address.ledgerKey(), bound(optOut.at)});
    return row ? Result<bool>(!row->isEmpty()) : row.error();
}

/// What a record may say whose it is by.
QStringList idsIn(const Change& change)
{
    QStringList ids{change.key.toString(QUuid::WithoutBraces)};
    for (const auto name : {"client_id"_L1, "other_id"_L1, "share_id"_L1, "referral_id"_L1, "reply_id"_L1, "merged_into"_L1})
        if (const QString id = change.fields[name].toString(); !id.isEmpty())
            ids.append(id.toLower());
    return ids;
}

} // namespace

Result<KeptOfErased> anyErased(Database& db, const AgencyId& agency)
{
    KeptOfErased kept;
    auto row = db.query(u"SELECT 1 FROM erased_record WHERE agency_id = ? LIMIT 1"_s, {bound(agency)});
    if (!row)
        return row.error();
    kept.records = row->next();
    for (const Channel channel : {Channel::Text, Channel::Email}) {
        const auto keys = keysFor(db, agency, channel);
        if (!keys)
            return keys.error();
        kept.optOuts |= !keys->isEmpty();
    }
    return kept;
}

Result<void> checkNotErased(RecordReader& reader, const Change& change)
{
    const QStringList ids = idsIn(change);
    QVariantList values{bound(reader.agency())};
    for (const QString& id : ids)
        values.append(id);
    auto row = reader.database().query(
        u"SELECT 1 FROM erased_record WHERE agency_id = ? AND record_id IN (%1) LIMIT 1"_s.arg(
            QStringList(ids.size(), u"?"_s).join(u',')),
        values);
    if (!row)
        return row.error();
    if (row->next())
        return Error{ErrorCode::NotAllowed,
                     QCoreApplication::translate("Server", "An administrator erased this client. Nothing more is kept "
                                                           "of them.")};
    return {};
}

Result<QString> hashOfAddress(Database& db, const AgencyId& agency, const Address& address, Random& random)
{
    auto key = keyOf(db, agency);
    if (!key)
        return key.error();
    if (!*key) {
        *key = random.bytes(32);
        auto made = db.query(u"INSERT INTO address_key (agency_id, secret) VALUES (?, ?)"_s,
                             {bound(agency), QString::fromLatin1((*key)->toHex())});
        if (!made)
            return made.error();
    }
    return hashUnder(**key, address);
}

Result<std::optional<OptOut>> erasedOptOut(Database& db, const AgencyId& agency, const Address& address)
{
    const auto keys = keysFor(db, agency, address.channel());
    if (!keys)
        return keys.error();
    std::optional<OptOut> word;
    for (auto key = keys->begin(); key != keys->end(); ++key) {
        const auto one = keptBy(db, key.key(), address, hashUnder(key.value(), address));
        if (!one)
            return one.error();
        if (*one && (!word || outweighs(**one, *word)))
            word = *one;
    }
    return word;
}

Result<void> keepOptOut(Database& db, const AgencyId& agency, const OptOut& optOut, Random& random)
{
    const auto hash = hashOfAddress(db, agency, optOut.address, random);
    if (!hash)
        return hash.error();
    const auto before = keptBy(db, agency.toString(), optOut.address, *hash);
    if (!before)
        return before.error();
    if (*before && outweighs(**before, optOut))
        return {};
    const QString channel = records::nameOf(optOut.address.channel());
    auto gone = db.query(u"DELETE FROM erased_opt_out WHERE agency_id = ? AND channel = ? AND address_hash = ?"_s,
                         {bound(agency), channel, *hash});
    if (!gone)
        return gone.error();
    auto kept = db.query(u"INSERT INTO erased_opt_out (agency_id, channel, address_hash, opted_out, source, at)"
                         " VALUES (?, ?, ?, ?, ?, ?)"_s,
                         {bound(agency), channel, *hash, optOut.optedOut ? 1 : 0, records::nameOf(optOut.source),
                          bound(optOut.at)});
    return kept ? Result<void>() : kept.error();
}

Result<void> bringBackOptOut(Records& records, const Address& address, const Environment& environment)
{
    const auto kept = erasedOptOut(records.database(), records.agency(), address);
    if (!kept)
        return kept.error();
    if (!*kept)
        return {};
    OptOut optOut = **kept;
    const auto known = ledgerKnows(records, optOut);
    if (!known || *known)
        return known ? Result<void>() : known.error();
    optOut.id = OptOutId(environment.ids.next());
    if (const auto written = records.write(handrail::records::editOf("opt_out", optOut.id.uuid(), optOut)); !written)
        return written.error();
    auto gone = records.database().query(
        u"DELETE FROM erased_opt_out WHERE agency_id = ? AND channel = ? AND address_hash = ?"_s,
        {bound(records.agency()), handrail::records::nameOf(address.channel()),
         *hashOfAddress(records.database(), records.agency(), address, environment.random)});
    return gone ? Result<void>() : gone.error();
}

} // namespace handrail::server
