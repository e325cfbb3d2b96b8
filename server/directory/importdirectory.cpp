// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/directory/importdirectory.h"

#include "core/domain/records/codec.h"
#include "server/directory/reportfile.h"

#include <QCoreApplication>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

Result<QList<ResourceSite>> sitesOf(RecordReader& records)
{
    const auto rows = records.select(u"resource_site", u"1 = 1"_s, {});
    if (!rows)
        return rows.error();
    QList<ResourceSite> sites;
    for (const Record& row : *rows) {
        const auto site = records::readResourceSite(row.key, row.fields);
        if (!site)
            return site.error();
        sites.append(*site);
    }
    return sites;
}

/// An error where the import would take away more than half of the source's sites.
Result<void> checkShrinking(const QList<ResourceSite>& existing, const DirectoryUpdate& update, const QString& source)
{
    constexpr int few = 10;
    const auto ours = std::ranges::count_if(
        existing, [&](const ResourceSite& site) { return site.active && site.source.startsWith(source + u'/'); });
    if (update.retired <= few || update.retired * 2 <= ours)
        return {};
    return Error{ErrorCode::Conflict,
                 QCoreApplication::translate(
                     "Directory", "%1 of the directory's %2 sites are no longer in it, so nothing was changed. If that "
                                  "is right, say so: directory fetch --accept-shrink.")
                     .arg(update.retired)
                     .arg(ours)};
}

} // namespace

Result<DirectoryImportResult> importDirectory(Database& db, const AgencyId& agency, const Environment& environment,
                                              const QString& path, const QString& source, const ImportRules& rules)
{
    const auto imported = readDirectory(path, source);
    if (!imported)
        return imported.error();
    DirectoryImportResult result{.reports = imported->reports, .moreReports = imported->moreReports};
    const auto written = db.transaction([&]() -> Result<void> {
        auto records = Records::lock(db, agency, environment);
        if (!records)
            return records.error();
        const auto existing = sitesOf(*records);
        if (!existing)
            return existing.error();
        result.update = planDirectoryUpdate(*existing, *imported);
        if (rules.refuseShrinking)
            if (auto checked = checkShrinking(*existing, result.update, source); !checked)
                return checked;
        if (const auto changes = records->write(result.update.edits); !changes)
            return changes.error();
        const DirectoryUpdate& update = result.update;
        return writeAudit(db, agency, environment,
                          {rules.by, audited::directoryImported, {},
                           {{u"new"_s, update.added}, {u"changed"_s, update.changed}, {u"gone"_s, update.retired}}});
    });
    if (!written)
        return written.error();
    return result;
}

QString describe(const DirectoryImportResult& result, int mostReports)
{
    const DirectoryUpdate& update = result.update;
    QStringList lines{
        QCoreApplication::translate("Directory",
                                    "Resource sites: %1 new, %2 changed, %3 unchanged, %4 no longer in the directory.")
            .arg(update.added)
            .arg(update.changed)
            .arg(update.unchanged)
            .arg(update.retired)};
    for (const RowReport& report : result.reports.first(qMin<qsizetype>(mostReports, result.reports.size())))
        lines.append(reportLine(report));
    if (const qsizetype rest = result.reports.size() + result.moreReports - (lines.size() - 1); rest > 0)
        lines.append(QCoreApplication::translate("Directory", "and %1 remarks more.").arg(rest));
    return lines.join(u'\n');
}

} // namespace handrail::server
