// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/phoneregion.h"

namespace handrail::ui {

void PhoneRegion::readFrom(LocalStore& store)
{
    // Where it can't be read the list itself says so.
    if (const auto agency = store.agencies().agency(); agency.ok() && *agency) {
        const QMutexLocker lock(&m_mutex);
        m_region = (**agency).phoneRegion;
    }
}

QString PhoneRegion::now() const
{
    const QMutexLocker lock(&m_mutex);
    return m_region;
}

} // namespace handrail::ui
