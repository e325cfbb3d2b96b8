// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/access.h"
#include "ui/services.h"

#include <QHash>
#include <QObject>

namespace handrail::ui {

/// Tells the server's audit what is looked at on this desk: one entry for a client in an hour, one for searching in ten
/// minutes. Where it can't be written down, the log of this computer says so, and the worker goes on: a client waits.
class AccessLog : public QObject
{
    Q_OBJECT

public:
    explicit AccessLog(const Services& services, QObject* parent = nullptr);
    /// Looked at; again soon after is the same.
    void sawClient(const ClientId& client);
    void searchedClients();
    void sawReport();
    /// Left the program on paper or in a file: each time.
    static void tookAlong(const Services& services, QObject* context, Access::Deed deed,
                          const std::optional<ClientId>& client = {});

private:
    void note(Access::Deed deed, const std::optional<ClientId>& client, int minutes);

    Services m_services;
    QHash<QString, QDateTime> m_noted; ///< By deed and client.
};

} // namespace handrail::ui
