// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/client.h"
#include "core/ports/ids.h"

namespace handrail::trial {

/// The trial's made-up clients, with their contact points: two languages, a landline, a client without email.
QList<Client> trialClients(Ids& ids, const UserId& worker, const QString& timeZone);

} // namespace handrail::trial
