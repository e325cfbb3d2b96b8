// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/casework/agencysettings.h"
#include "ui/services.h"
#include "ui/views/widgets.h"

#include <functional>

namespace handrail::ui {

/// The agency's settings, and whether this desk's worker may change them.
struct AgencyReading
{
    std::optional<Agency> agency;
    bool administrator = false;
};
Result<AgencyReading> readAgency(LocalStore& store, const UserId& worker);

/// Keeps the agency's settings; `saved` hears of success, `notice` gets the sentence of an error, or `done` said.
void keepAgency(const Services& services, QObject* context, const casework::AgencyDraft& draft, Notice& notice,
                const QString& done, std::function<void()> saved);

} // namespace handrail::ui
