// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/stores.h"

#include <QMutex>

namespace handrail::ui {

/// The agency's region (ISO 3166), in which its numbers are shown without a country code; for models that show numbers. Read
/// on the store's thread together with the rows, shown on the interface's.
class PhoneRegion
{
public:
    void readFrom(LocalStore& store);
    /// As last read.
    [[nodiscard]] QString now() const;

private:
    mutable QMutex m_mutex;
    QString m_region = QStringLiteral("US"); ///< As Agency has it before the first pull.
};

} // namespace handrail::ui
