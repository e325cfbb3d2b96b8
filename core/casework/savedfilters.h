// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/casework/desk.h"
#include "core/domain/workerslists.h"

namespace handrail::casework {

/// A worker keeps at most so many filters of a list.
inline constexpr int maxSavedFilters = 50;

/// Keeps what a list shows under a name. InvalidInput where the name is blank or too long, Conflict where the worker
/// has one of that name (case aside) or too many.
Result<SavedFilterId> saveFilter(Desk& desk, const QString& list, const QString& name, const QJsonObject& query);
/// Puts what the list shows now in place of what the filter had. NotFound where it is gone or another worker's.
Result<void> replaceFilter(Desk& desk, const SavedFilterId& id, const QJsonObject& query);
/// The same errors as saveFilter and replaceFilter.
Result<void> renameFilter(Desk& desk, const SavedFilterId& id, const QString& name);
/// Once more does no harm.
Result<void> removeFilter(Desk& desk, const SavedFilterId& id);

/// Which filter of `list` is shown first on this desk: a built-in one's key, a saved one's id, or nothing.
Result<QString> defaultFilter(Desk& desk, const QString& list);
Result<void> setDefaultFilter(Desk& desk, const QString& list, const QString& key);

} // namespace handrail::casework
