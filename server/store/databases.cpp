// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/databases.h"

namespace handrail::server {

Result<Database*> Databases::here()
{
    const std::lock_guard lock(m_mutex);
    std::unique_ptr<Database>& connection = m_connections[std::this_thread::get_id()];
    if (!connection) {
        auto opened = Database::open(m_settings, &m_news);
        if (!opened)
            return opened.error();
        connection = std::move(opened).value();
    }
    return connection.get();
}

int Databases::open() const
{
    const std::lock_guard lock(m_mutex);
    return int(m_connections.size());
}

} // namespace handrail::server
