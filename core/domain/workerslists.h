// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/id.h"

#include <QJsonObject>
#include <QString>

namespace handrail {

/// A resource site that a worker marked with a star. One record a worker and site.
struct Favourite
{
    FavouriteId id;
    UserId userId;
    ResourceSiteId siteId;
    bool removed = false;
    friend bool operator==(const Favourite&, const Favourite&) = default;
};

/// A filter of a list under a name of the worker's own.
struct SavedFilter
{
    SavedFilterId id;
    UserId userId;
    QString list; ///< "referrals", "clients" ...
    QString name;
    QJsonObject query; ///< What the list's query needs to be made again.
    bool removed = false;
    friend bool operator==(const SavedFilter&, const SavedFilter&) = default;
};

} // namespace handrail
