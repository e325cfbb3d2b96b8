// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/unnamedtexts.h"

#include <QCryptographicHash>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

constexpr int sameForSeconds = 60;

} // namespace

Result<QString> idOfUnnamed(Records& records, const InboundText& text, const QDateTime& now)
{
    const QByteArray all = QStringList{text.from, text.to, text.body}.join(QChar(u'\0')).toUtf8();
    const QString hash =
        u"hash-"_s + QString::fromLatin1(QCryptographicHash::hash(all, QCryptographicHash::Sha256).toHex());
    // The id is "hash-<64 digits>-<ms>".
    auto twin = records.database().query(
        u"SELECT carrier_id FROM seen_inbound WHERE agency_id = ? AND seen_at >= ?"
        " AND carrier_id LIKE ? ORDER BY seen_at DESC LIMIT 1"_s,
        {bound(records.agency()), bound(now.addSecs(-sameForSeconds)), QString(hash + u"-%"_s)});
    if (!twin)
        return twin.error();
    return twin->next() ? twin->value(0).toString() : hash + u'-' + QString::number(now.toMSecsSinceEpoch());
}

} // namespace handrail::server
