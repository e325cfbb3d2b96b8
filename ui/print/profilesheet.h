// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/clientoverview.h"

#include <functional>

namespace handrail::ui {

/// What a printed profile has on it: for the client's paper file. The timeline is cut, and says so.
struct ProfileSheet
{
    ClientDetails details;
    QList<ReferralRow> referrals;
    QList<ActivityRow> timeline;
    bool timelineIsCut = false;
};
Result<ProfileSheet> readProfileSheet(LocalStore& store, const ClientDetails& details);

/// The sheet as HTML for QTextDocument; every word from the store is escaped.
QString profileHtml(const ProfileSheet& sheet, const PhoneNumbers& phones, const Clock& clock);

/// Asks for the printer and prints. `printed` is called then.
void printProfile(const ProfileSheet& sheet, const PhoneNumbers& phones, const Clock& clock, QWidget* parent,
                  std::function<void()> printed);

} // namespace handrail::ui
