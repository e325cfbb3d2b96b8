// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/pages/stagesites.h"

using namespace Qt::Literals::StringLiterals;

namespace handrail::tests {

namespace {

/// The stage gives each site an id of its own.
const ResourceSiteId later{QUuid()};

const QList<int> workdays{1, 2, 3, 4, 5};

ResourceSite pantry()
{
    ResourceSite site{.id = later,
                      .organizationName = u"Second Harvest"_s,
                      .serviceName = u"Food Pantry"_s,
                      .locationName = u"Eastside Center"_s,
                      .description =
                          u"Groceries for a week: fresh fruit and vegetables, bread, milk and canned food. You "
                          "choose what you take. Come once a week."_s,
                      .eligibility = u"Anyone who lives in Montgomery County. No proof of income is needed."_s,
                      .applicationProcess = u"Walk in. The line is shorter after 10 am."_s,
                      .cost = u"Free"_s,
                      .requiredDocuments = u"A letter or bill with your address\nBags or a cart"_s,
                      .accessibility = u"Wheelchair ramp on the side of the building"_s,
                      .transportation = u"Bus 7 and 12, stop Linden Avenue"_s,
                      .address1 = u"2600 Linden Avenue"_s,
                      .city = u"Dayton"_s,
                      .stateProvince = u"OH"_s,
                      .postalCode = u"45410"_s,
                      .website = u"https://pantry.example.org/eastside"_s,
                      .email = u"food@pantry.example.org"_s,
                      .phones = {{u"937 555-0142"_s, {}, u"voice"_s, u"Front desk"_s},
                                 {u"937 555-0143"_s, {}, u"text"_s, u"Texts are read on workdays"_s}},
                      .languages = {u"English"_s, u"Spanish"_s},
                      .latitude = 39.7589,
                      .longitude = -84.1916};
    site.hours = {{.weekdays = {1, 3, 5}, .opens = QTime(9, 0), .closes = QTime(17, 30)},
                  {.weekdays = {6},
                   .opens = QTime(10, 0),
                   .closes = QTime(14, 0),
                   .note = u"By appointment"_s,
                   .monthWeeks = {1, 3}}};
    return site;
}

ResourceSite shelter()
{
    ResourceSite site{.id = later,
                      .organizationName = u"St. Brigid House"_s,
                      .serviceName = u"Homeless Shelter"_s,
                      .description = u"A bed for the night, a hot supper and breakfast. Families stay together."_s,
                      .eligibility = u"Adults and families"_s,
                      .applicationProcess = u"Call before 5 pm to ask whether there is a bed."_s,
                      .requiredDocuments = u"Photo ID if you have one"_s,
                      .address1 = u"120 West Third Street"_s,
                      .city = u"Dayton"_s,
                      .stateProvince = u"OH"_s,
                      .postalCode = u"45402"_s,
                      .alert = u"Full on most nights this month. Please call first."_s,
                      .phones = {{u"937 555-0199"_s, u"4"_s, u"voice"_s, u"Day and night"_s}},
                      .languages = {u"English"_s, u"Spanish"_s, u"Arabic"_s}};
    site.hours = {{.weekdays = {1, 2, 3, 4, 5, 6, 7}, .opens = QTime(0, 0), .closes = QTime(0, 0)}};
    return site;
}

ResourceSite legalAid()
{
    ResourceSite site{.id = later,
                      .organizationName = u"Legal Aid of the Miami Valley"_s,
                      .serviceName = u"Legal Aid"_s,
                      .description = u"Lawyers who help you with eviction, debts and benefits."_s,
                      .cost = u"Free for households under 200 % of the poverty line"_s,
                      .requiredDocuments = u"All letters from the court or your landlord"_s,
                      .interpretation = u"Interpreters by phone in 200 languages"_s,
                      .address1 = u"333 North Main Street"_s,
                      .address2 = u"Suite 200"_s,
                      .city = u"Dayton"_s,
                      .stateProvince = u"OH"_s,
                      .postalCode = u"45402"_s,
                      .website = u"legalaid.example.org"_s,
                      .phones = {{u"1-800-555-0177"_s, {}, u"voice"_s, {}}}};
    site.hours = {{.weekdays = workdays, .opens = QTime(9, 0), .closes = QTime(12, 0)},
                  {.weekdays = workdays, .opens = QTime(13, 0), .closes = QTime(16, 30)},
                  {.from = QDate(2026, 12, 24), .to = QDate(2027, 1, 1), .closed = true}};
    return site;
}

} // namespace

QList<ResourceSite> usualSites()
{
    return {pantry(), shelter(), legalAid()};
}

QList<ResourceSite> manySites(int count)
{
    const QList<ResourceSite> usual = usualSites();
    QList<ResourceSite> sites;
    for (int i = 0; i < count; ++i) {
        sites.append(usual.at(i % usual.size()));
        sites.last().serviceName += u" %1"_s.arg(i + 1);
    }
    return sites;
}

QList<ResourceSite> dirtySites()
{
    ResourceSite broken{.id = later,
                        .organizationName = u"  Children’s \"Aid\" & Friends  "_s,
                        .serviceName = u"Diapers <b>& more</b>"_s,
                        .description = u"See <script>alert(1)</script> &amp; {{name}}\n\n\n\tCall\x01 first"_s,
                        .cost = u"none"_s,
                        .address1 = u"FL "_s,
                        .website = u"javascript:alert(1)"_s,
                        .email = u"n/a"_s,
                        .phones = {{u"call Ms. Smith"_s, u"x"_s, u"voice"_s, {}}, {u"-"_s, {}, {}, {}}},
                        .latitude = 100.0,
                        .longitude = 0.0};
    broken.hours = {{.opens = QTime(9, 0)}, {.note = u"24/7 or by appt."_s}};
    ResourceSite gone = pantry();
    gone.serviceName = u"Winter coats"_s;
    gone.active = false;
    return {{.id = later, .serviceName = u"Information"_s}, broken, gone};
}

QList<ResourceSite> longSites()
{
    ResourceSite site = pantry();
    site.serviceName = u"Supplemental Nutrition Assistance and Emergency Groceries for Households with Children "
                       "under Eighteen and Seniors of the Greater Miami Valley"_s;
    site.organizationName = u"Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"_s;
    site.description = u"Long words and sentences without end. "_s.repeated(60);
    site.website = u"https://www.example.org/"_s + u"averylongpath"_s.repeated(20);
    site.email = u"a-very-long-mailbox-name-that-has-no-place-to-break@an-even-longer-domain.example.org"_s;
    site.address1 = u"1234567 North-West Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch Boulevard"_s;
    site.phones.first().number = u"+1 (937) 555-0142 or 937-555-0143"_s;
    site.phones.first().description = u"Ask for the coordinator of the program for households with children"_s;
    return {site, legalAid()};
}

QList<ResourceSite> sitesInOtherScripts()
{
    ResourceSite arabic = pantry();
    arabic.serviceName = u"مركز الغذاء (الجانب الشرقي)"_s;
    arabic.organizationName = u"جمعية الأمل"_s;
    arabic.description = u"مواد غذائية لأسبوع كامل. اتصل على 937 555-0142 قبل المجيء."_s;
    arabic.requiredDocuments = u"بطاقة هوية"_s;
    ResourceSite hebrew = legalAid();
    hebrew.serviceName = u"סיוע משפטי"_s;
    ResourceSite chinese = shelter();
    chinese.serviceName = u"庇护所（全天开放）"_s;
    chinese.alert = u"请先打电话。"_s;
    ResourceSite haitian = pantry();
    haitian.serviceName = u"Manje pou fanmi yo"_s;
    return {arabic, hebrew, chinese, haitian};
}

} // namespace handrail::tests
