// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/audit/audit.h"
#include "server/directory/directoryupdate.h"
#include "server/store/records.h"

namespace handrail::server {

/// What came of an import.
struct DirectoryImportResult
{
    DirectoryUpdate update; ///< Its edits are written.
    QList<RowReport> reports;
    int moreReports = 0;
};

/// Reads the directory at `path` and brings the agency's resource sites to it, in one transaction. `source` names the
/// directory: an agency may hold several. Errors: those of readDirectory(), or the database's; then nothing changed.
struct ImportRules
{
    /// Nothing is changed (Conflict) where more than half of the directory's sites, and more than ten, would go: that
    /// is more often a broken feed than a county without help.
    bool refuseShrinking = false;
    Actor by = Actor::command(); ///< For the audit.
};
Result<DirectoryImportResult> importDirectory(Database& db, const AgencyId& agency, const Environment& environment,
                                              const QString& path, const QString& source = QStringLiteral("directory"),
                                              const ImportRules& rules = {});

/// The result in lines for the person who ran the import, at most `mostReports` remarks.
QString describe(const DirectoryImportResult& result, int mostReports = 20);

} // namespace handrail::server
