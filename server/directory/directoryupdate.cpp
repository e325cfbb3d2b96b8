// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/directory/directoryupdate.h"

#include "core/domain/records/codec.h"

#include <QHash>
#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

const QString entity = u"resource_site"_s;

/// The fields of `now` that `before` has otherwise.
QJsonObject difference(const QJsonObject& before, const QJsonObject& now)
{
    QJsonObject changed;
    for (auto it = now.begin(); it != now.end(); ++it)
        if (before.value(it.key()) != it.value())
            changed.insert(it.key(), it.value());
    return changed;
}

} // namespace

DirectoryUpdate planDirectoryUpdate(const QList<ResourceSite>& existing, const DirectoryImport& imported)
{
    QHash<ResourceSiteId, const ResourceSite*> known;
    for (const ResourceSite& site : existing)
        known.insert(site.id, &site);
    DirectoryUpdate update;
    QSet<ResourceSiteId> present;
    for (const ResourceSite& site : imported.sites) {
        present.insert(site.id);
        const ResourceSite* before = known.value(site.id);
        const QJsonObject fields =
            before ? difference(records::fieldsOf(*before), records::fieldsOf(site)) : records::fieldsOf(site);
        if (!fields.isEmpty())
            update.edits.append({entity, site.id.uuid(), fields});
        ++(before == nullptr ? update.added : fields.isEmpty() ? update.unchanged : update.changed);
    }
    for (const ResourceSite& site : existing) {
        const bool ours = site.source.startsWith(imported.source + u'/');
        if (!imported.complete || !ours || !site.active || present.contains(site.id))
            continue;
        update.edits.append({entity, site.id.uuid(), {{u"active"_s, false}}});
        ++update.retired;
    }
    return update;
}

} // namespace handrail::server
