// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QVariant>

namespace handrail::server {

/// SHA-256 of the entry's columns as they are stored and of the hash before it ("" for the first), in hex.
inline QString auditHash(const QString& previous, const QVariantList& columns)
{
    QJsonArray all{previous};
    for (const QVariant& column : columns)
        all.append(column.isNull() ? QJsonValue() : QJsonValue(column.toString()));
    const QByteArray text = QJsonDocument(all).toJson(QJsonDocument::Compact);
    return QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex());
}

} // namespace handrail::server
