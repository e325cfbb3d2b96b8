// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/snapshotstate.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace handrail {

QString SnapshotState::toText() const
{
    const QJsonObject object{{u"cursor"_s, cursor},   {u"position"_s, position}, {u"sight"_s, sight},
                             {u"clients"_s, clients}, {u"of"_s, of},             {u"whole"_s, isWhole}};
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

SnapshotState SnapshotState::fromText(const QString& text)
{
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    return {object[u"cursor"].toString(), object[u"position"].toInteger(), object[u"sight"].toString(),
            object[u"clients"].toInteger(), object[u"of"].toInteger(), object[u"whole"].toBool()};
}

} // namespace handrail
