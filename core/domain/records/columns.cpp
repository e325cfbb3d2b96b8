// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/records/columns.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace handrail::records {

QVariant toColumn(const Field& field, const QJsonValue& value)
{
    if (value.isNull() || value.isUndefined())
        return {};
    switch (field.type) {
    case FieldType::Text:
    case FieldType::Uuid: {
        // A null QString would become NULL: an empty text is a value.
        const QString text = value.toString();
        return text.isNull() ? u""_s : text;
    }
    case FieldType::Integer:
    case FieldType::Instant:
        return value.toInteger();
    case FieldType::Real:
        return value.toDouble();
    case FieldType::Boolean:
        return value.toBool() ? 1 : 0;
    case FieldType::Json:
        return QString::fromUtf8((value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject()))
                                     .toJson(QJsonDocument::Compact));
    }
    return {};
}

QJsonValue fromColumn(const Field& field, const QVariant& value)
{
    if (value.isNull())
        return QJsonValue::Null;
    switch (field.type) {
    case FieldType::Text:
    case FieldType::Uuid:
        return value.toString();
    case FieldType::Integer:
    case FieldType::Instant:
        return value.toLongLong();
    case FieldType::Real:
        return value.toDouble();
    case FieldType::Boolean:
        return value.toInt() != 0;
    case FieldType::Json: {
        const QJsonDocument document = QJsonDocument::fromJson(value.toString().toUtf8());
        return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    }
    }
    return QJsonValue::Null;
}

} // namespace handrail::records
