// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/records/change.h"
#include "server/directory/directory.h"

namespace handrail::server {

/// What an import changes in an agency's directory.
struct DirectoryUpdate
{
    QList<Edit> edits;
    int added = 0;
    int changed = 0;
    int unchanged = 0;
    int retired = 0; ///< Gone from the directory: kept for the referrals made to them, but no longer active.
};

/// The edits that bring `existing` to what `imported` says. Sites of other sources are left alone; nothing is retired
/// where the import is not complete. Importing the same again gives no edits.
DirectoryUpdate planDirectoryUpdate(const QList<ResourceSite>& existing, const DirectoryImport& imported);

} // namespace handrail::server
