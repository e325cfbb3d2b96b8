// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/resourcesite.h"
#include "core/domain/result.h"

#include <QList>
#include <QString>

namespace handrail::server {

/// A remark on one row of a directory file, for the person who imports it.
struct RowReport
{
    enum class Severity {
        Note,    ///< Imported; worth knowing.
        Warning, ///< Imported without the part that can't be right.
        Skipped, ///< The row was left out.
    };
    QString file;
    int row = 0; ///< CSV: 1 is the header. JSON: the record's number in the file, from 1. 0: the file as a whole.
    Severity severity = Severity::Note;
    QString sentence;
    QString column{}; ///< Where one cell is meant: its column's name.
    friend bool operator==(const RowReport&, const RowReport&) = default;
};

/// A directory as read from its files.
struct DirectoryImport
{
    QString source; ///< The directory's name; tells its sites from those of other directories.
    QList<ResourceSite> sites;
    QList<RowReport> reports; ///< At most 100,000.
    int moreReports = 0;      ///< How many didn't fit.
    bool complete = true;     ///< False: pages are missing, so that a site's absence means nothing.
};

/// Reads the directory at `path`: a folder of HSDS 3.0 (1.1 and 2.0 where names differ) or Ohana CSV files, a folder of
/// HSDS JSON files, one JSON file (a record, an array, a page of the HSDS API), or one of
/// these packed as .zip. All or nothing: a file that can't be
/// read, breaks off in the middle, or is too large (256 MB each, 2,000,000 rows) is an error that names it; bad rows
/// alone are reported and left out. Site ids are the same at each import of the same `source`: the id of the
/// service_at_location where it is a UUID, else a UUIDv5 of the source and the rows' ids.
Result<DirectoryImport> readDirectory(const QString& path, const QString& source = QStringLiteral("directory"));

} // namespace handrail::server
