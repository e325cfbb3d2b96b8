// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/casework/desk.h"

namespace handrail::casework {

/// Where links begin. That is the server's to say; the desktop knows it from its last sync.
Result<QString> linkBaseOf(Desk& desk);

/// A link as long as a real one, for previews; `page`: r, f or u.
QString sampleLink(const QString& base, QChar page);

} // namespace handrail::casework
