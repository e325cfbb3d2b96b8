// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/fhir/element.h"

using namespace Qt::Literals::StringLiterals;

namespace handrail::server::fhir {

QString text(const QString& words)
{
    QString clean;
    for (const QChar c : words) {
        const bool isLine = c == u'\n' || c == u'\t';
        if (isLine || c.category() != QChar::Other_Control)
            clean.append(c);
    }
    return clean.trimmed();
}

QJsonValue instant(const QDateTime& at)
{
    return at.isValid() ? QJsonValue(at.toUTC().toString(Qt::ISODateWithMs)) : QJsonValue();
}

QJsonObject resource(const QString& type, const QUuid& id)
{
    return {{u"resourceType"_s, type}, {u"id"_s, id.toString(QUuid::WithoutBraces)}};
}

QJsonObject reference(const QString& type, const QUuid& id, const QString& display)
{
    QJsonObject result{{u"reference"_s, type + u'/' + id.toString(QUuid::WithoutBraces)}};
    put(result, u"display"_s, display);
    return result;
}

QJsonObject coding(const QString& system, const QString& code, const QString& display)
{
    QJsonObject result{{u"system"_s, system}, {u"code"_s, code}};
    put(result, u"display"_s, display);
    return result;
}

QJsonObject codeable(const QJsonObject& coding, const QString& words)
{
    QJsonObject result{{u"coding"_s, QJsonArray{coding}}};
    put(result, u"text"_s, words);
    return result;
}

QJsonObject codeable(const QString& words)
{
    return {{u"text"_s, words}};
}

} // namespace handrail::server::fhir
