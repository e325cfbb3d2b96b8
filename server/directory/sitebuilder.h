// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/directory/rows.h"

namespace handrail::server::directory {

/// The flat sites in `tables`: each service at each of its locations; services without a location; locations without a
/// service, under the location's name. What can't be right is left out and reported.
QList<ResourceSite> buildSites(const Tables& tables, const QString& source, Reports& reports);

} // namespace handrail::server::directory
