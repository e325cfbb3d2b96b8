// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/fhir/element.h"
#include "server/fhir/resources.h"

using namespace Qt::Literals::StringLiterals;

namespace handrail::server::fhir {

namespace {

QJsonObject telecom(const QString& system, const QString& value, const QString& use = {}, int rank = 0)
{
    QJsonObject point{{u"system"_s, system}, {u"value"_s, value}};
    put(point, u"use"_s, use);
    if (rank > 0)
        point.insert(u"rank"_s, rank);
    return point;
}

QString useOf(const ContactPoint& point)
{
    const QString label = point.label.toLower();
    return label == "home"_L1 || label == "work"_L1 || label == "mobile"_L1 ? label : QString();
}

QJsonArray contactsOf(const Client& client)
{
    QJsonArray all;
    for (const ContactPoint& point : client.contactPoints) {
        const bool isEmail = point.address.channel() == Channel::Email;
        if (!point.removed)
            all.append(
                telecom(isEmail ? u"email"_s : u"phone"_s, point.address.value(), useOf(point), point.primary ? 1 : 0));
    }
    return all;
}

} // namespace

QJsonObject patient(const Client& client, const AgencyId& agency)
{
    QJsonObject result = resource(u"Patient"_s, client.id.uuid());
    QJsonObject name;
    put(name, u"text"_s, text(client.fullName()));
    put(name, u"family"_s, text(client.familyName));
    if (const QString given = text(client.givenName); !given.isEmpty())
        name.insert(u"given"_s, QJsonArray{given});
    if (!name.isEmpty())
        result.insert(u"name"_s, QJsonArray{name});
    put(result, u"telecom"_s, contactsOf(client));
    if (client.birthDate.isValid())
        result.insert(u"birthDate"_s, client.birthDate.toString(Qt::ISODate));
    if (!client.language.isEmpty())
        result.insert(u"communication"_s,
                      QJsonArray{QJsonObject{{u"language"_s, codeable(coding(u"urn:ietf:bcp:47"_s, client.language))},
                                             {u"preferred"_s, true}}});
    result.insert(u"managingOrganization"_s, reference(u"Organization"_s, agency));
    if (client.mergedInto)
        result.insert(u"link"_s, QJsonArray{QJsonObject{{u"other"_s, reference(u"Patient"_s, *client.mergedInto)},
                                                        {u"type"_s, u"replaced-by"_s}}});
    return result;
}

QJsonObject practitioner(const User& user)
{
    QJsonObject result = resource(u"Practitioner"_s, user.id.uuid());
    result.insert(u"active"_s, !user.disabled);
    if (const QString name = text(user.displayName); !name.isEmpty())
        result.insert(u"name"_s, QJsonArray{QJsonObject{{u"text"_s, name}}});
    if (!user.email.isEmpty())
        result.insert(u"telecom"_s, QJsonArray{telecom(u"email"_s, user.email, u"work"_s)});
    return result;
}

QJsonObject agencyOrganization(const Agency& agency)
{
    QJsonObject result = resource(u"Organization"_s, agency.id.uuid());
    result.insert(u"name"_s, text(agency.programName));
    QJsonArray contacts;
    if (!agency.sendingNumber.isEmpty())
        contacts.append(telecom(u"sms"_s, agency.sendingNumber));
    if (!agency.sendingAddress.isEmpty())
        contacts.append(telecom(u"email"_s, agency.sendingAddress));
    put(result, u"telecom"_s, contacts);
    return result;
}

} // namespace handrail::server::fhir
