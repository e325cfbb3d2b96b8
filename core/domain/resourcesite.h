// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/id.h"

#include <QDate>
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

/// Opening hours on the days named; core/domain/openinghours.h says what they mean at a moment.
struct SiteHours
{
    QList<int> weekdays; ///< Qt::DayOfWeek values, 1 = Monday.
    QTime opens;
    QTime closes; ///< Not after `opens`: on the next day; equal: around the clock.
    QString note;
    QList<int> monthWeeks;  ///< Only the 1st ... 5th such weekday of a month, -1 the last. Empty: each week.
    QList<int> monthDays;   ///< These days of a month, in place of `weekdays`; -1 the last.
    QDate from;             ///< In force from this day on; null: since always.
    QDate to;               ///< And through this day; null: for ever.
    bool yearly = false;    ///< `from` and `to` come back each year.
    bool closed = false;    ///< Closed from `from` to `to`, whatever the other rows say: a holiday.
    bool uncertain = false; ///< Not each week, and the directory doesn't say which: never counted on.
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
    QString serviceArea; ///< Who lives where may come, in the directory's words.
    QDate verifiedOn;    ///< When the directory last had this checked; null where it doesn't say.
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
