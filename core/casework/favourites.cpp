// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/casework/favourites.h"

#include "core/casework/refusal.h"
#include "core/domain/records/codec.h"

using namespace Qt::Literals::StringLiterals;

namespace handrail::casework {

Result<void> setFavourite(Desk& desk, const ResourceSiteId& site, bool wanted)
{
    const auto known = desk.store.directory().site(site);
    if (!known)
        return known.error();
    if (!*known && wanted)
        return refusal(ErrorCode::NotFound,
                       QT_TRANSLATE_NOOP("Casework", "This resource is no longer in the directory."));
    const QUuid id = QUuid::createUuidV5(desk.worker.uuid(), site.toString());
    const Favourite favourite{.id = FavouriteId(id), .userId = desk.worker, .siteId = site, .removed = !wanted};
    return desk.store.edits().commit({records::editOf("favourite", id, favourite)});
}

} // namespace handrail::casework
