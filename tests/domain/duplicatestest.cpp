// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/duplicates.h"
#include "core/domain/namelikeness.h"
#include "tests/support/catch.h"

#include <QSet>

using namespace Qt::Literals::StringLiterals;
using namespace handrail;

namespace {

PersonFacts person(const QString& given, const QString& family, const QString& born = {}, const QString& phone = {},
                   const QString& email = {})
{
    PersonFacts facts = factsOf(given, family, QDate::fromString(born, Qt::ISODate), {});
    if (!phone.isEmpty())
        facts.phones.append(phone);
    if (!email.isEmpty())
        facts.emails.append(email);
    return facts;
}

int scoreOf(const PersonFacts& a, const PersonFacts& b)
{
    const Resemblance there = compare(a, b), back = compare(b, a);
    CHECK(there.score == back.score);
    CHECK(there.reasons == back.reasons);
    return there.score;
}

bool share(const PersonFacts& a, const PersonFacts& b, bool strong)
{
    for (const QString& key : matchKeys(a))
        if ((!strong || isStrongKey(key)) && matchKeys(b).contains(key))
            return true;
    return false;
}

} // namespace

TEST_CASE("duplicates: names", "[domain][duplicates]")
{
    const auto names = [](const QString& a, const QString& b) {
        return compareNames(factsOf(a, {}, {}, {}).nameWords, factsOf(b, {}, {}, {}).nameWords);
    };
    // Accents, case, order and blanks don't count.
    CHECK(names(u"José Núñez"_s, u"jose NUNEZ"_s) == NameLikeness::Same);
    CHECK(names(u"Maria Lopez"_s, u"Lopez, Maria"_s) == NameLikeness::Same);
    CHECK(names(u"Maria de la Cruz"_s, u"Maria Delacruz"_s) == NameLikeness::Same);
    // A slip of the finger.
    CHECK(names(u"Maria Lopez"_s, u"Maria Lopes"_s) == NameLikeness::Similar);
    CHECK(names(u"Maria Lopez"_s, u"Maira Lopez"_s) == NameLikeness::Similar);
    CHECK(names(u"Esperanza Hernandez"_s, u"Esperanza Hernadnes"_s) == NameLikeness::Similar);
    CHECK(names(u"Maria Lopez"_s, u"Maria Elena Lopez"_s) == NameLikeness::Within);
    // Other people.
    CHECK(names(u"Maria Lopez"_s, u"Ana Lopez"_s) == NameLikeness::Different);
    CHECK(names(u"Mario Lopes"_s, u"Maria Lopez"_s) == NameLikeness::Different);
    CHECK(names(u"Amy Lee"_s, u"Amy Lea"_s) == NameLikeness::Different);
    CHECK(names(u""_s, u""_s) == NameLikeness::Different);
    CHECK(lettersBetween(u"kitten"_s, u"sitting"_s, 5) == 3);
    CHECK(lettersBetween(u"ab"_s, u"ba"_s, 5) == 1);
    CHECK(lettersBetween(QString(100'000, u'a'), QString(50'000, u'b'), 2) == 3);
}

TEST_CASE("duplicates: what speaks for and against one person", "[domain][duplicates]")
{
    const auto maria = person(u"Maria"_s, u"Lopez"_s, u"1984-05-31"_s, u"+19375550101"_s, u"maria@example.org"_s);

    CHECK(scoreOf(maria, maria) == 100);
    // Very likely: an address and the name, or the name and the date of birth.
    CHECK(scoreOf(maria, person(u"María"_s, u"Lopes"_s, {}, u"+19375550101"_s)) >= likelyTheSame);
    CHECK(scoreOf(maria, person(u"Lopez"_s, u"Maria"_s, u"1984-05-31"_s)) >= likelyTheSame);
    CHECK(scoreOf(maria, person(u"Maria"_s, u"Lopes"_s, u"1984-05-31"_s)) >= likelyTheSame);
    // Possible: the same name and nothing else known.
    CHECK(scoreOf(maria, person(u"Maria"_s, u"Lopez"_s)) == possiblyTheSame);
    // A household shares a phone, a day has many births, a common name has other dates.
    CHECK(scoreOf(maria, person(u"Ana"_s, u"Lopez"_s, u"2010-01-02"_s, u"+19375550101"_s)) < possiblyTheSame);
    CHECK(scoreOf(maria, person(u"Ana"_s, u"Lopez"_s, {}, u"+19375550101"_s)) < possiblyTheSame);
    CHECK(scoreOf(maria, person(u"John"_s, u"Smith"_s, u"1984-05-31"_s)) < possiblyTheSame);
    CHECK(scoreOf(maria, person(u"Maria"_s, u"Lopez"_s, u"1990-05-31"_s)) < possiblyTheSame);
    CHECK(scoreOf(person(u"Maria"_s, {}), person(u"Maria"_s, {})) < possiblyTheSame);
    CHECK(scoreOf(person({}, {}), person({}, {})) == 0);
}

TEST_CASE("duplicates: reasons are said in words", "[domain][duplicates]")
{
    const auto a = person(u"Maria"_s, u"Lopez"_s, u"1984-05-31"_s, u"+19375550101"_s);
    const auto b = person(u"Maria"_s, u"Lopes"_s, u"1984-06-01"_s, u"+19375550101"_s);
    CHECK(reasonsInWords(compare(a, b).reasons) ==
          u"Same phone number · Names differ by a letter or two · Other date of birth"_s);
}

TEST_CASE("duplicates: a row that says nothing new is contained", "[domain][duplicates]")
{
    const auto known = person(u"Maria"_s, u"Lopez"_s, u"1984-05-31"_s, u"+19375550101"_s);
    CHECK(compare(person(u"maria"_s, u"LOPEZ"_s), known).contained);
    CHECK(compare(known, known).contained);
    CHECK_FALSE(compare(known, person(u"Maria"_s, u"Lopez"_s)).contained);
    CHECK_FALSE(compare(person(u"Maria"_s, u"Lopez"_s, {}, u"+19375550102"_s), known).contained);
}

TEST_CASE("duplicates: people who resemble each other meet by a key", "[domain][duplicates]")
{
    const auto maria = person(u"Maria"_s, u"Lopez"_s, u"1984-05-31"_s, u"+19375550101"_s, u"maria@example.org"_s);
    // What is listed is found by strong keys ...
    for (const PersonFacts& other :
         {person(u"X"_s, u"Y"_s, {}, u"+19375550101"_s), person(u"X"_s, u"Y"_s, {}, {}, u"maria@example.org"_s),
          person(u"LÓPEZ"_s, u"María"_s), person(u"Maira"_s, u"Lopez"_s, u"1984-05-31"_s)})
        CHECK(share(maria, other, true));
    // ... and a similar name by one of its words.
    CHECK(share(maria, person(u"Maria"_s, u"Lopes"_s), false));
    CHECK_FALSE(share(maria, person(u"Maria"_s, u"Lopes"_s), true));
    CHECK_FALSE(share(maria, person(u"John"_s, u"Smith"_s), false));
    // Bounded, whatever a name holds.
    const auto hostile = person(QString(100'000, u'a'), u"b "_s.repeated(50'000));
    CHECK(matchKeys(hostile).size() < 40);
    for (const QString& key : matchKeys(hostile))
        CHECK(key.size() < 500);
}
