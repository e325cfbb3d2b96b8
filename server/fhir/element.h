// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/id.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>

/// The small parts that FHIR R4 resources are made of. FHIR has no empty values: put() leaves them out.
namespace handrail::server::fhir {

inline void put(QJsonObject& object, const QString& name, const QJsonValue& value)
{
    const bool empty = value.isNull() || value.isUndefined() || (value.isString() && value.toString().isEmpty()) ||
                       (value.isArray() && value.toArray().isEmpty()) ||
                       (value.isObject() && value.toObject().isEmpty());
    if (!empty)
        object.insert(name, value);
}

/// FHIR's strings have no control characters but tab and line ends, and no blanks around them.
QString text(const QString& words);

/// "2026-03-11T14:00:00.000Z"; null for none.
QJsonValue instant(const QDateTime& at);

QJsonObject resource(const QString& type, const QUuid& id);
QJsonObject reference(const QString& type, const QUuid& id, const QString& display = {});
QJsonObject coding(const QString& system, const QString& code, const QString& display = {});
QJsonObject codeable(const QJsonObject& coding, const QString& words = {});
QJsonObject codeable(const QString& words);

/// The codes of the SDOH Clinical Care guide that no terminology has yet.
inline const QString sdohCodes =
    QStringLiteral("http://hl7.org/fhir/us/sdoh-clinicalcare/CodeSystem/SDOHCC-CodeSystemTemporaryCodes");

template <typename Tag>
QJsonObject reference(const QString& type, const Id<Tag>& id, const QString& display = {})
{
    return reference(type, id.uuid(), display);
}

} // namespace handrail::server::fhir
