// SPDX-License-Identifier: GPL-3.0-or-later
// The directory's part of SearchIndex.
#include "core/domain/records/codec.h"
#include "core/domain/sitefacts.h"
#include "core/storage/searchindex.h"
#include "core/storage/searchwords.h"
#include "core/storage/siteindex.h"

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

const QString madeBy = u"site_list_version"_s;
/// Raise it when siteindex keeps something else of a site: the lists are then made anew when the store opens.
const QString listVersion = u"3"_s;

QVariant boundReal(const std::optional<double>& value)
{
    return value ? QVariant(*value) : QVariant();
}

} // namespace

Result<void> SearchIndex::updateSite(const QString& id)
{
    const auto fields = m_records.read(entityNamed("resource_site"), QUuid::fromString(id));
    if (!fields)
        return fields.error();
    if (!*fields)
        return leaveSites(id);
    const auto site = records::readResourceSite(QUuid::fromString(id), **fields);
    if (!site || !site->active)
        return leaveSites(id);
    const auto before = optionsBefore(id);
    if (!before)
        return before.error();
    const QString options = siteindex::optionsOf(*site);
    HANDRAIL_TRY(countOptions(*before, options));
    const auto place = move(siteList(), id, search::placeByName({site->serviceName, site->organizationName}));
    if (!place)
        return place.error();
    Statement insert = m_database.statement(uR"(INSERT INTO site_list (place, id, latitude, longitude, week, options)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET latitude = excluded.latitude, longitude = excluded.longitude,
                                           week = excluded.week, options = excluded.options)"_s);
    HANDRAIL_TRY(insert.bind(*place)
                     .bind(id)
                     .bind(boundReal(site->longitude ? site->latitude : std::nullopt))
                     .bind(boundReal(site->latitude ? site->longitude : std::nullopt))
                     .bind(siteindex::weekText(weekHours(site->hours)))
                     .bind(options)
                     .run());
    return setWords(siteList(), *place, siteindex::wordsOf(*site));
}

Result<void> SearchIndex::leaveSites(const QString& id)
{
    const auto before = optionsBefore(id);
    if (!before)
        return before.error();
    HANDRAIL_TRY(countOptions(*before, {}));
    return leave(siteList(), id);
}

Result<QString> SearchIndex::optionsBefore(const QString& id)
{
    Statement query = m_database.statement(u"SELECT options FROM site_list WHERE id = ?"_s);
    HANDRAIL_TRY(query.bind(id).run());
    const QString options = query.next() ? query.text(0) : QString();
    HANDRAIL_TRY(query.readToEnd());
    return options;
}

/// Keeps the number of sites of each filter's value: a list of them must not count a million sites.
Result<void> SearchIndex::countOptions(const QString& before, const QString& after)
{
    if (before == after)
        return {};
    for (const auto& [lines, by] : {std::pair(before, -1), std::pair(after, +1)}) {
        for (const QString& line : lines.split(u'\n', Qt::SkipEmptyParts)) {
            Statement count = m_database.statement(uR"(INSERT INTO site_option (kind, name, sites) VALUES (?, ?, ?)
                    ON CONFLICT (kind, name) DO UPDATE SET sites = sites + excluded.sites)"_s);
            HANDRAIL_TRY(count.bind(line.left(1)).bind(line.mid(2)).bind(by).run());
        }
    }
    return {};
}

Result<void> SearchIndex::bringSitesUpToDate()
{
    const auto made = m_database.single(u"SELECT value FROM fact WHERE name = '%1'"_s.arg(madeBy));
    if (!made)
        return made.error();
    if (made->toString() == listVersion)
        return {};
    QStringList ids;
    {
        Statement query = m_database.statement(u"SELECT id FROM resource_site"_s);
        HANDRAIL_TRY(query.run());
        while (query.next())
            ids.append(query.text(0));
        HANDRAIL_TRY(query.readToEnd());
    }
    constexpr qsizetype batch = 2000; // so that a kill in the middle loses little, and no transaction grows without end
    for (qsizetype from = 0; from < ids.size(); from += batch) {
        const auto transaction = Transaction::begin(m_database);
        if (!transaction)
            return transaction.error();
        for (const QString& id : ids.mid(from, batch))
            HANDRAIL_TRY(updateSite(id));
        HANDRAIL_TRY((*transaction)->commit());
    }
    HANDRAIL_TRY(m_database.execute(u"INSERT INTO %1 (%1) VALUES ('optimize')"_s.arg(siteList().search)));
    Statement write = m_database.statement(u"INSERT OR REPLACE INTO fact (name, value) VALUES (?, ?)"_s);
    return write.bind(madeBy).bind(listVersion).run();
}

} // namespace handrail
