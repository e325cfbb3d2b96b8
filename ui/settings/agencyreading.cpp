// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/agencyreading.h"

namespace handrail::ui {

Result<AgencyReading> readAgency(LocalStore& store, const UserId& worker)
{
    const auto agency = store.agencies().agency();
    if (!agency.ok()) {
        return agency.error();
    }
    const auto user = store.agencies().user(worker);
    if (!user.ok()) {
        return user.error();
    }
    return AgencyReading{*agency, *user && (**user).role == handrail::Role::Administrator};
}

void keepAgency(const Services& services, QObject* context, const casework::AgencyDraft& draft, Notice& notice,
                const QString& done, std::function<void()> saved)
{
    atDesk(
        services, context, [draft](casework::Desk& desk) { return casework::saveAgency(desk, draft); },
        [&agent = services.agent, &notice, done, saved = std::move(saved)](const Result<void>& result) {
            if (!result.ok()) {
                notice.say(Notice::Tone::Bad, result.error().sentence);
                return;
            }
            agent.lookNow();
            notice.say(Notice::Tone::Good, done);
            saved();
        });
}

} // namespace handrail::ui
