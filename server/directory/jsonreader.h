// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/directory/rows.h"

#include <QSet>

namespace handrail::server::directory {

/// Which pages of the HSDS API's envelope were seen.
struct Pages
{
    int total = 0;
    QSet<int> seen;
    [[nodiscard]] bool complete() const { return seen.size() >= total; }
};

/// Takes the nested records of an HSDS JSON file apart into the tables of HSDS's tabular form. An error where the file
/// breaks off or is no JSON; records of no known kind are reported.
Result<void> readJson(const QString& path, Tables& tables, Pages& pages, Reports& reports);

} // namespace handrail::server::directory
