// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/casework/addressholders.h"

#include <algorithm>

namespace handrail::casework {

namespace {

constexpr int mostClients = 50;

} // namespace

Result<QList<Client>> clientsWith(Desk& desk, const Address& address)
{
    const QString text = address.channel() == Channel::Text ? address.value().mid(1) : address.value();
    const auto rows = desk.store.clients().find(text, {0, mostClients});
    if (!rows)
        return rows.error();
    QList<Client> all;
    for (const ClientRow& row : *rows) {
        const auto client = desk.store.clients().client(row.id);
        if (!client)
            return client.error();
        const auto points = *client ? (*client)->contactPoints : QList<ContactPoint>();
        if (std::any_of(points.begin(), points.end(), [&](const ContactPoint& point) {
                return point.address.channel() == address.channel() && point.address.ledgerKey() == address.ledgerKey();
            }))
            all.append(**client);
    }
    return all;
}

} // namespace handrail::casework
