// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/trial/seed/clients.h"

using namespace Qt::Literals::StringLiterals;

namespace handrail::trial {

namespace {

ContactPoint phone(Ids& ids, const Client& client, QStringView e164, const QString& label, bool primary, bool mayText = true)
{
    return {.id = ContactPointId(ids.next()),
            .clientId = client.id,
            .address = *PhoneNumber::fromE164(e164),
            .label = label,
            .primary = primary,
            .mayText = mayText};
}

ContactPoint email(Ids& ids, const Client& client, QStringView address)
{
    return {.id = ContactPointId(ids.next()),
            .clientId = client.id,
            .address = EmailAddress::parse(address).value(),
            .label = u"Personal"_s,
            .primary = true};
}

} // namespace

QList<Client> trialClients(Ids& ids, const UserId& worker, const QString& timeZone)
{
    const auto make = [&](const QString& given, const QString& family, const QString& language) {
        return Client{.id = ClientId(ids.next()),
                      .givenName = given,
                      .familyName = family,
                      .language = language,
                      .timeZone = timeZone,
                      .assignedWorkerId = worker};
    };
    Client rosa = make(u"Rosa"_s, u"Delgado"_s, u"en"_s);
    rosa.contactPoints = {phone(ids, rosa, u"+16502530142", u"Mobile"_s, true),
                          phone(ids, rosa, u"+16502530143", u"Home"_s, false, false),
                          email(ids, rosa, u"rosa.delgado@example.org")};
    Client jose = make(u"José"_s, u"Núñez"_s, u"es"_s);
    jose.contactPoints = {phone(ids, jose, u"+16502530151", u"Mobile"_s, true), email(ids, jose, u"jose.nunez@example.org")};
    Client li = make(u"Wei"_s, u"Li"_s, u"en"_s);
    li.contactPoints = {email(ids, li, u"wei.li@example.org")};
    Client aisha = make(u"Aisha"_s, u"Khan"_s, u"en"_s);
    aisha.contactPoints = {phone(ids, aisha, u"+16502530162", u"Mobile"_s, true)};
    return {rosa, jose, li, aisha};
}

} // namespace handrail::trial
