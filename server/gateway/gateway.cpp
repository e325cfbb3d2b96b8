// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/gateway.h"

namespace handrail::server {

Gateway::Gateway(Databases& databases, Carriers carriers, GatewaySettings settings, Environment environment)
    : m_databases(databases)
    , m_carriers(carriers)
    , m_settings(std::move(settings))
    , m_environment(environment)
{
    while (m_settings.publicUrl.endsWith(u'/'))
        m_settings.publicUrl.chop(1);
}

} // namespace handrail::server
