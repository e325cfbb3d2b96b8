// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/duplicates.h"

#include "core/domain/foldedwords.h"
#include "core/domain/namelikeness.h"

#include <QCoreApplication>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Duplicates)
};

constexpr qsizetype longestName = 200;
constexpr qsizetype maxAddresses = 20;

int pointsOf(Likeness likeness)
{
    switch (likeness) {
    case Likeness::SamePhone:
    case Likeness::SameEmail:
        return 45;
    case Likeness::SameName:
        return 40;
    case Likeness::SimilarName:
    case Likeness::NameWithin:
    case Likeness::SameBirthDate:
        return 30;
    case Likeness::OtherBirthDate:
        return -40;
    }
    Q_UNREACHABLE();
    return 0;
}

bool overlap(const QStringList& a, const QStringList& b)
{
    return std::any_of(a.begin(), a.end(), [&](const QString& one) { return b.contains(one); });
}

bool within(const QStringList& a, const QStringList& b)
{
    return std::all_of(a.begin(), a.end(), [&](const QString& one) { return b.contains(one); });
}

std::optional<Likeness> likenessOf(NameLikeness names)
{
    switch (names) {
    case NameLikeness::Same:
        return Likeness::SameName;
    case NameLikeness::Similar:
        return Likeness::SimilarName;
    case NameLikeness::Within:
        return Likeness::NameWithin;
    case NameLikeness::Different:
        break;
    }
    return std::nullopt;
}

} // namespace

PersonFacts factsOf(const QString& givenName, const QString& familyName, const QDate& birthDate,
                    const QList<Address>& addresses)
{
    PersonFacts facts;
    facts.givenWords = foldedWords(givenName.left(longestName)).mid(0, maxNameWords);
    facts.nameWords = (facts.givenWords + foldedWords(familyName.left(longestName))).mid(0, maxNameWords);
    facts.birthDate = birthDate;
    for (const Address& address : addresses.mid(0, maxAddresses))
        (address.channel() == Channel::Text ? facts.phones : facts.emails).append(address.ledgerKey());
    return facts;
}

PersonFacts factsOf(const Client& client)
{
    QList<Address> addresses;
    for (const ContactPoint& point : client.contactPoints)
        addresses.append(point.address);
    return factsOf(client.givenName, client.familyName, client.birthDate, addresses);
}

Resemblance compare(const PersonFacts& first, const PersonFacts& second)
{
    Resemblance found;
    const NameLikeness names = compareNames(first.nameWords, second.nameWords);
    const bool bothBorn = first.birthDate.isValid() && second.birthDate.isValid();
    if (overlap(first.phones, second.phones))
        found.reasons.append(Likeness::SamePhone);
    if (overlap(first.emails, second.emails))
        found.reasons.append(Likeness::SameEmail);
    const bool sameAddress = !found.reasons.isEmpty();
    if (const auto likeness = likenessOf(names)) {
        // «Maria» and «Maria»: a first name alone is no evidence.
        const bool whole = first.nameWords.size() > 1 || second.nameWords.size() > 1;
        found.reasons.append(whole ? *likeness : Likeness::NameWithin);
    }
    if (bothBorn)
        found.reasons.append(first.birthDate == second.birthDate ? Likeness::SameBirthDate : Likeness::OtherBirthDate);
    for (const Likeness likeness : std::as_const(found.reasons))
        found.score += pointsOf(likeness);
    // A household shares a phone: mother and daughter are two.
    if (names == NameLikeness::Different && sameAddress && !first.nameWords.isEmpty() && !second.nameWords.isEmpty())
        found.score -= 25;
    found.score = std::clamp(found.score, 0, 100);
    found.contained = names == NameLikeness::Same && within(first.phones, second.phones) &&
                      within(first.emails, second.emails) &&
                      (!first.birthDate.isValid() || first.birthDate == second.birthDate);
    return found;
}

QString likenessInWords(Likeness likeness)
{
    switch (likeness) {
    case Likeness::SamePhone:
        return Words::tr("Same phone number");
    case Likeness::SameEmail:
        return Words::tr("Same email address");
    case Likeness::SameName:
        return Words::tr("Same name");
    case Likeness::SimilarName:
        return Words::tr("Names differ by a letter or two");
    case Likeness::NameWithin:
        return Words::tr("One name is part of the other");
    case Likeness::SameBirthDate:
        return Words::tr("Same date of birth");
    case Likeness::OtherBirthDate:
        return Words::tr("Other date of birth");
    }
    Q_UNREACHABLE();
    return {};
}

QString reasonsInWords(const QList<Likeness>& reasons)
{
    QStringList words;
    for (const Likeness likeness : reasons)
        words.append(likenessInWords(likeness));
    return words.join(u" · "_s);
}

QStringList matchKeys(const PersonFacts& facts)
{
    QStringList keys;
    for (const QString& phone : facts.phones)
        keys.append(u't' + phone);
    for (const QString& email : facts.emails)
        keys.append(u'e' + email);
    // The name's letters in order of the alphabet: neither the order of the words nor the blanks between them count.
    QString letters = facts.nameWords.join(QString());
    std::sort(letters.begin(), letters.end());
    if (facts.nameWords.size() > 1)
        keys.append(u'n' + letters);
    constexpr qsizetype wordsCrossed = 4;
    const QStringList words = facts.nameWords.mid(0, wordsCrossed);
    for (const QString& word : words) {
        if (facts.birthDate.isValid())
            keys.append(u'd' + facts.birthDate.toString(Qt::ISODate) + word.left(1));
        for (const QString& other : words)
            if (&word != &other)
                keys.append(u'w' + word + u' ' + other.left(1));
    }
    keys.removeDuplicates();
    return keys;
}

bool isStrongKey(const QString& key)
{
    return !key.startsWith(u'w');
}

} // namespace handrail
