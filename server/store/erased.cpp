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

Result<bool> anyErased(Database& db, const AgencyId& agency)
{
    auto row = db.query(u"SELECT 1 FROM erased_record WHERE agency_id = ? LIMIT 1"_s, {bound(agency)});
    if (!row)
        return row.error();
    return row->next();
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
    const auto key = keyOf(db, agency);
    if (!key)
        return key.error();
    if (!*key)
        return std::optional<OptOut>();
    auto row = db.query(u"SELECT opted_out, source, at FROM erased_opt_out WHERE agency_id = ? AND channel = ?"
                        " AND address_hash = ?"_s,
                        {bound(agency), records::nameOf(address.channel()), hashUnder(**key, address)});
    if (!row)
        return row.error();
    if (!row->next())
        return std::optional<OptOut>();
    const auto source = records::fromName<OptOut::Source>(row->value(1).toString());
    return std::optional(OptOut{.id = OptOutId(agency.uuid()), // no record: it has none
                                .address = address,
                                .optedOut = row->value(0).toBool(),
                                .source = source.value_or(OptOut::Source::WorkerSaid),
                                .words = {},
                                .at = QDateTime::fromMSecsSinceEpoch(row->value(2).toLongLong(), Qt::UTC)});
}

Result<void> keepOptOut(Database& db, const AgencyId& agency, const OptOut& optOut, Random& random)
{
    const auto hash = hashOfAddress(db, agency, optOut.address, random);
    if (!hash)
        return hash.error();
    const auto before = erasedOptOut(db, agency, optOut.address);
    if (!before)
        return before.error();
    const bool staysOut = optOut.address.channel() == Channel::Email && *before && (*before)->optedOut;
    if (*before && ((*before)->at > optOut.at || staysOut))
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
