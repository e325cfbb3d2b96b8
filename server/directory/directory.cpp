// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/directory/directory.h"

#include "server/directory/csvreader.h"
#include "server/directory/jsonreader.h"
#include "server/directory/sitebuilder.h"
#include "server/directory/unpack.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

using directory::Reports;
using directory::Tables;

Error refused(const char* sentence, const QString& path)
{
    return {ErrorCode::InvalidInput,
            QCoreApplication::translate("Directory", sentence).arg(QFileInfo(path).fileName())};
}

Result<void> readCsvFolder(const QDir& folder, const QStringList& files, Tables& tables, Reports& reports)
{
    for (const QString& file : files)
        if (const QString table = Tables::nameOf(file); !table.isEmpty())
            if (auto read = directory::readCsv(folder.filePath(file), table, tables, reports); !read)
                return read;
    return {};
}

Result<void> readFolder(const QDir& folder, Tables& tables, DirectoryImport& import, Reports& reports, bool& isJson)
{
    const QStringList csv = folder.entryList({u"*.csv"_s}, QDir::Files, QDir::Name);
    if (!csv.isEmpty())
        return readCsvFolder(folder, csv, tables, reports);
    isJson = true;
    directory::Pages pages;
    for (const QString& file : folder.entryList({u"*.json"_s}, QDir::Files, QDir::Name))
        if (file == u"datapackage.json"_s) // Describes CSV files; the header lines do that, too.
            continue;
        else if (auto read = directory::readJson(folder.filePath(file), tables, pages, reports); !read)
            return read;
    import.complete = pages.complete();
    return {};
}

Result<void> readFile(const QString& path, Tables& tables, DirectoryImport& import, Reports& reports, bool& isJson)
{
    isJson = true;
    directory::Pages pages;
    auto read = directory::readJson(path, tables, pages, reports);
    import.complete = pages.complete();
    return read;
}

Result<void> readAny(const QString& path, Tables& tables, DirectoryImport& import, Reports& reports, bool& isJson)
{
    const QFileInfo info(path);
    if (!info.exists())
        return refused(QT_TRANSLATE_NOOP("Directory", "There is no “%1”. Nothing was imported."), path);
    if (info.isDir())
        return readFolder(QDir(path), tables, import, reports, isJson);
    const QString suffix = info.suffix().toLower();
    if (suffix == "json"_L1)
        return readFile(path, tables, import, reports, isJson);
    if (suffix != "zip"_L1)
        return refused(QT_TRANSLATE_NOOP("Directory",
                                         "“%1” is neither a folder nor a .json or .zip file. Give the folder with the "
                                         "directory's CSV files."),
                       path);
    const QTemporaryDir folder;
    if (auto unpacked = directory::unpackZip(path, folder.path()); !unpacked)
        return unpacked;
    return readFolder(QDir(folder.path()), tables, import, reports, isJson);
}

} // namespace

Result<DirectoryImport> readDirectory(const QString& path, const QString& source)
{
    DirectoryImport import{.source = source};
    Tables tables;
    Reports reports;
    bool isJson = false;
    if (auto read = readAny(path, tables, import, reports, isJson); !read)
        return read.error();
    for (const QString& table : {u"organizations"_s, u"services"_s, u"locations"_s, u"service_at_location"_s})
        tables.joinById(table, isJson, reports);
    if (!import.complete)
        reports.add(QFileInfo(path).fileName(), RowReport::Severity::Warning,
                    QCoreApplication::translate("Directory", "It is one of several pages and the others are missing. "
                                                             "Sites that are not in it stay as they are."));
    import.sites = directory::buildSites(tables, source, reports);
    if (import.sites.isEmpty())
        return refused(QT_TRANSLATE_NOOP("Directory",
                                         "“%1” holds no service and no location of a directory in the form of "
                                         "HSDS or Ohana. Nothing was imported."),
                       path);
    import.reports = reports.list;
    import.moreReports = reports.more;
    return import;
}

} // namespace handrail::server
