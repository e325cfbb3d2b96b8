// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/id.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <QTime>
#include <optional>

namespace handrail {

/// A phone of a resource site, as printed in the directory ("650 780-7525"), not necessarily dialable from abroad.
struct SitePhone
{
    QString number;
    QString extension;
    QString type; ///< HSDS: voice, fax, text, ... ; empty where unsaid.
    QString description;
    friend bool operator==(const SitePhone&, const SitePhone&) = default;
};

/// Opening hours on the days named. Qt::DayOfWeek values, 1 = Monday.
struct SiteHours
{
    QList<int> weekdays;
    QTime opens;
    QTime closes;
    QString note;
    friend bool operator==(const SiteHours&, const SiteHours&) = default;
};

/// An organisation's service at a location, flattened from HSDS's service_at_location: what a client needs to get
/// there.
struct ResourceSite
{
    ResourceSiteId id;
    QString organizationName;
    QString serviceName;
    QString locationName;
    QString description;
    QString eligibility;
    QString applicationProcess;
    QString cost;
    QString requiredDocuments;
    QString interpretation;
    QString accessibility;
    QString transportation;
    QString address1;
    QString address2;
    QString city;
    QString stateProvince;
    QString postalCode;
    QString country;
    QString website;
    QString email;
    QString alert;
    QList<SitePhone> phones;
    QList<SiteHours> hours;
    QStringList languages;  ///< Names or BCP 47 codes as the directory has them.
    QStringList categories; ///< Taxonomy terms in words.
    std::optional<double> latitude;
    std::optional<double> longitude;
    bool active = true; ///< False: no longer in the directory, or HSDS status other than active.
    QString source;     ///< The directory's own id of the row, so that a second import updates and doesn't double.

    /// "Food Pantry (Second Harvest)": how a site is called on lists and pages.
    [[nodiscard]] QString displayName() const;
    /// One line: street, city, state, postal code; empty parts left out.
    [[nodiscard]] QString addressLine() const;
    friend bool operator==(const ResourceSite&, const ResourceSite&) = default;
};

/// One place of a client's resource basket; order matters (R5).
struct BasketItem
{
    BasketItemId id;
    ClientId clientId;
    ResourceSiteId siteId;
    int position = 0; ///< 0-based.
    bool removed = false;
    friend bool operator==(const BasketItem&, const BasketItem&) = default;
};

} // namespace handrail
