// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/databases.h"

namespace handrail::server {

Result<Database*> Databases::here()
{
    if (!m_connections.hasLocalData()) {
        auto opened = Database::open(m_settings, &m_news);
        if (!opened)
            return opened.error();
        m_connections.setLocalData(std::shared_ptr<Database>(std::move(opened).value()));
    }
    return m_connections.localData().get();
}

} // namespace handrail::server
