// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/systempolicy.h"

#include <QSettings>

namespace handrail::composition {

QMap<QString, QString> policyFileValues(const QString& file)
{
    const QSettings settings(file, QSettings::IniFormat);
    QMap<QString, QString> values;
    for (const QString& name : policyNames()) {
        if (settings.contains(name))
            values.insert(name, settings.value(name).toString());
    }
    return values;
}

} // namespace handrail::composition
