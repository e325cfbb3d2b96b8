// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/router.h"
#include "server/store/databases.h"

#include <vector>

namespace handrail::server {

/// Something that must work for this server to be of use.
struct ReadyCheck
{
    QString name;                            ///< As /readyz shows it.
    std::function<QString()> trouble;        ///< Empty: all is well; a sentence for the log and the operator, no data.
};

/// The database answers and has this program's schema.
ReadyCheck databaseCheck(Databases& databases);

/// GET /readyz: 200 while all checks are well, else 503 with what isn't: for balancers. GET /healthz asks less: whether
/// the process answers at all (registerHealthRoute).
void registerReadyRoute(Router& router, std::vector<ReadyCheck> checks);

} // namespace handrail::server
