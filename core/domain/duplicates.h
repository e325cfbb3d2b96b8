// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/client.h"

#include <QStringList>

/// Whether two records may be of one person (docs/decisions/0136): what speaks for it and against it, in points.
namespace handrail {

/// What is compared of a person; made once a person, as a list compares thousands.
struct PersonFacts
{
    QStringList nameWords;  ///< Folded, in the order of the name, at most `maxNameWords`.
    QStringList givenWords; ///< Those of the given name.
    QDate birthDate;
    QStringList phones; ///< Address::ledgerKey()
    QStringList emails;
    friend bool operator==(const PersonFacts&, const PersonFacts&) = default;
};
inline constexpr qsizetype maxNameWords = 8;

PersonFacts factsOf(const QString& givenName, const QString& familyName, const QDate& birthDate,
                    const QList<Address>& addresses);
PersonFacts factsOf(const Client& client);

enum class Likeness { SamePhone, SameEmail, SameName, SimilarName, NameWithin, SameBirthDate, OtherBirthDate };

struct Resemblance
{
    int score = 0;           ///< 0 (nothing in common) to 100.
    QList<Likeness> reasons; ///< What speaks for it, strongest first, then what speaks against.
    bool contained = false;  ///< All that the first says, the second says too.
};

/// From this score on two records are shown as possibly the same person ...
inline constexpr int possiblyTheSame = 40;
/// ... and from this one as very likely.
inline constexpr int likelyTheSame = 60;

Resemblance compare(const PersonFacts& first, const PersonFacts& second);

/// "Same phone number", "The names differ by a letter or two" ... in the worker's language.
QString likenessInWords(Likeness likeness);
/// "Same phone number · Same name"
QString reasonsInWords(const QList<Likeness>& reasons);

/// Words by which a store finds candidates without comparing everybody with everybody: two people who resemble each
/// other have one in common. The first letter says what it is of: `t`ext number, `e`mail, whole `n`ame, `d`ate of
/// birth with an initial, a `w`ord of the name with another's initial.
QStringList matchKeys(const PersonFacts& facts);
/// Whether a key is good enough for «Possible Duplicates»: a word of a name alone is shared by hundreds.
bool isStrongKey(const QString& key);

} // namespace handrail
