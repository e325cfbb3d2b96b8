// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accesslog.h"

#include "core/casework/accesses.h"

#include <QLoggingCategory>

using namespace Qt::Literals::StringLiterals;

Q_LOGGING_CATEGORY(logAccess, "handrail.ui.access", QtInfoMsg)

namespace handrail::ui {

namespace {

constexpr int minutesForClient = 60;
constexpr int minutesForSearch = 10;

} // namespace

AccessLog::AccessLog(const Services& services, QObject* parent)
    : QObject(parent)
    , m_services(services)
{
}

void AccessLog::sawClient(const ClientId& client)
{
    note(Access::Deed::ClientOpened, client, minutesForClient);
}

void AccessLog::searchedClients()
{
    note(Access::Deed::ClientsSearched, {}, minutesForSearch);
}

void AccessLog::sawReport()
{
    note(Access::Deed::ReportOpened, {}, minutesForClient);
}

void AccessLog::tookAlong(const Services& services, QObject* context, Access::Deed deed,
                          const std::optional<ClientId>& client)
{
    atDesk(
        services, context, [deed, client](casework::Desk& desk) { return casework::noteAccess(desk, deed, client); },
        [](const Result<void>& noted) {
            if (!noted.ok()) {
                qCWarning(logAccess) << "the audit will not have what was looked at:" << noted.error().sentence;
            }
        });
}

void AccessLog::note(Access::Deed deed, const std::optional<ClientId>& client, int minutes)
{
    const QDateTime now = m_services.clock.now();
    QDateTime& last = m_noted[nameOf(deed) + (client ? client->toString() : QString())];
    if (last.isValid() && last <= now && last.secsTo(now) < minutes * 60) {
        return;
    }
    last = now;
    tookAlong(m_services, this, deed, client);
}

} // namespace handrail::ui
