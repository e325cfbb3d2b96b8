// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/sitefacts.h"
#include "server/fhir/element.h"
#include "server/fhir/resources.h"

using namespace Qt::Literals::StringLiterals;

namespace handrail::server::fhir {

namespace {

QString organizationName(const ResourceSite& site)
{
    const QString name = text(site.organizationName);
    return name.isEmpty() ? text(site.serviceName) : name;
}

QJsonArray contactsOf(const ResourceSite& site)
{
    QJsonArray all;
    for (const SitePhone& phone : site.phones) {
        const QString system = phone.type == "fax"_L1 ? u"fax"_s : phone.type == "text"_L1 ? u"sms"_s : u"phone"_s;
        QString number = text(phone.number);
        if (!phone.extension.isEmpty())
            number += u" x"_s + phone.extension;
        if (!number.isEmpty())
            all.append(QJsonObject{{u"system"_s, system}, {u"value"_s, number}});
    }
    if (!site.email.isEmpty())
        all.append(QJsonObject{{u"system"_s, u"email"_s}, {u"value"_s, site.email}});
    if (const QString website = safeWebsite(site.website); !website.isEmpty())
        all.append(QJsonObject{{u"system"_s, u"url"_s}, {u"value"_s, website}});
    return all;
}

QJsonObject addressOf(const ResourceSite& site)
{
    QJsonObject address;
    QJsonArray lines;
    for (const QString& line : {text(site.address1), text(site.address2)})
        if (!line.isEmpty())
            lines.append(line);
    put(address, u"line"_s, lines);
    put(address, u"city"_s, text(site.city));
    put(address, u"state"_s, text(site.stateProvince));
    put(address, u"postalCode"_s, text(site.postalCode));
    put(address, u"country"_s, text(site.country));
    return address;
}

QJsonObject availableTime(const SiteHours& hours)
{
    static const QStringList days = {u"mon"_s, u"tue"_s, u"wed"_s, u"thu"_s, u"fri"_s, u"sat"_s, u"sun"_s};
    QJsonArray on;
    for (const int day : hours.weekdays)
        if (day >= 1 && day <= 7)
            on.append(days.at(day - 1));
    QJsonObject time;
    put(time, u"daysOfWeek"_s, on);
    if (hours.opens == hours.closes)
        time.insert(u"allDay"_s, true);
    else {
        time.insert(u"availableStartTime"_s, hours.opens.toString(u"HH:mm:ss"_s));
        time.insert(u"availableEndTime"_s, hours.closes.toString(u"HH:mm:ss"_s));
    }
    return time;
}

/// Plain weeks only: FHIR has no «first Friday of the month», and hours that promise too much send people in vain.
QJsonArray availableTimes(const ResourceSite& site)
{
    QJsonArray all;
    for (const SiteHours& hours : site.hours)
        if (!hours.closed && !hours.uncertain && hours.opens.isValid() && hours.closes.isValid() &&
            !hours.weekdays.isEmpty() && hours.monthWeeks.isEmpty() && hours.monthDays.isEmpty() &&
            !hours.from.isValid() && !hours.to.isValid())
            all.append(availableTime(hours));
    return all;
}

} // namespace

QUuid organizationIdOf(const ResourceSite& site, const AgencyId& agency)
{
    return QUuid::createUuidV5(agency.uuid(), u"organization/"_s + organizationName(site).toLower());
}

QJsonObject siteOrganization(const ResourceSite& site, const AgencyId& agency)
{
    QJsonObject result = resource(u"Organization"_s, organizationIdOf(site, agency));
    result.insert(u"name"_s, organizationName(site));
    return result;
}

QJsonObject location(const ResourceSite& site, const AgencyId& agency)
{
    QJsonObject result = resource(u"Location"_s, site.id.uuid());
    result.insert(u"status"_s, site.active ? u"active"_s : u"inactive"_s);
    const QString name = text(site.locationName);
    result.insert(u"name"_s, name.isEmpty() ? organizationName(site) : name);
    put(result, u"address"_s, addressOf(site));
    if (site.latitude && site.longitude)
        result.insert(u"position"_s, QJsonObject{{u"longitude"_s, *site.longitude}, {u"latitude"_s, *site.latitude}});
    result.insert(u"managingOrganization"_s, reference(u"Organization"_s, organizationIdOf(site, agency)));
    return result;
}

QJsonObject healthcareService(const ResourceSite& site, const AgencyId& agency)
{
    QJsonObject result = resource(u"HealthcareService"_s, site.id.uuid());
    result.insert(u"active"_s, site.active);
    result.insert(u"providedBy"_s, reference(u"Organization"_s, organizationIdOf(site, agency)));
    result.insert(u"location"_s, QJsonArray{reference(u"Location"_s, site.id)});
    result.insert(u"name"_s, text(site.serviceName));
    QJsonArray types;
    for (const QString& category : site.categories)
        if (const QString words = text(category); !words.isEmpty())
            types.append(codeable(words));
    put(result, u"type"_s, types);
    put(result, u"comment"_s, text(site.description));
    put(result, u"telecom"_s, contactsOf(site));
    put(result, u"availableTime"_s, availableTimes(site));
    return result;
}

} // namespace handrail::server::fhir
