// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/systempolicy.h"

#include <QSettings>

using namespace Qt::Literals::StringLiterals;

namespace handrail::composition {

Policy systemPolicy()
{
    QMap<QString, QString> values;
    // The computer's word goes before the user's, as everywhere in Windows' policies.
    for (const QString& root : {u"HKEY_LOCAL_MACHINE"_s, u"HKEY_CURRENT_USER"_s}) {
        const QSettings settings(root + u"\\Software\\Policies\\Handrail"_s, QSettings::NativeFormat);
        for (const QString& name : policyNames()) {
            if (settings.contains(name) && !values.contains(name))
                values.insert(name, settings.value(name).toString());
        }
    }
    return readPolicy(values);
}

} // namespace handrail::composition
