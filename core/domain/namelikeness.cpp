// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/namelikeness.h"

#include <algorithm>
#include <vector>

namespace handrail {

namespace {

constexpr qsizetype longestWord = 40;

/// A letter more or less is a slip in «Hernandez», another person in «Lee».
int slipsIn(const QString& word)
{
    return word.size() < 4 ? 0 : word.size() < 8 ? 1 : 2;
}

bool isSlip(const QString& a, const QString& b)
{
    const int allowed = std::min(slipsIn(a), slipsIn(b));
    return a == b || (allowed > 0 && lettersBetween(a, b, allowed) <= allowed);
}

/// Takes a partner for each word of `few` out of `many`, equal ones first; how many words are only alike, or -1.
int pairUp(const QStringList& few, QStringList many)
{
    QStringList left;
    for (const QString& word : few)
        if (!many.removeOne(word))
            left.append(word);
    for (const QString& word : std::as_const(left)) {
        const auto like = std::find_if(many.begin(), many.end(), [&](const QString& w) { return isSlip(word, w); });
        if (like == many.end())
            return -1;
        many.erase(like);
    }
    return int(left.size());
}

} // namespace

int lettersBetween(const QString& a, const QString& b, int limit)
{
    const QString s = a.left(longestWord);
    const QString t = b.left(longestWord);
    if (std::abs(s.size() - t.size()) > limit)
        return limit + 1;
    const size_t width = size_t(t.size()) + 1;
    std::vector<int> beforeLast(width), last(width), now(width);
    for (size_t j = 0; j < width; ++j)
        last[j] = int(j);
    for (qsizetype i = 1; i <= s.size(); ++i) {
        now[0] = int(i);
        for (qsizetype j = 1; j <= t.size(); ++j) {
            const auto at = size_t(j);
            const int other = s[i - 1] == t[j - 1] ? 0 : 1;
            now[at] = std::min({last[at] + 1, now[at - 1] + 1, last[at - 1] + other});
            if (i > 1 && j > 1 && s[i - 1] == t[j - 2] && s[i - 2] == t[j - 1])
                now[at] = std::min(now[at], beforeLast[at - 2] + 1);
        }
        std::swap(beforeLast, last);
        std::swap(last, now);
    }
    return std::min(last[width - 1], limit + 1);
}

NameLikeness compareNames(const QStringList& a, const QStringList& b)
{
    if (a.isEmpty() || b.isEmpty())
        return NameLikeness::Different;
    if (a.join(QString()) == b.join(QString()))
        return NameLikeness::Same;
    const bool aIsShorter = a.size() <= b.size();
    const QStringList& few = aIsShorter ? a : b;
    const QStringList& many = aIsShorter ? b : a;
    const int alike = pairUp(few, many);
    if (few.size() == many.size() && alike == 0)
        return NameLikeness::Same;
    // A name of one word says too little to be like another.
    if (alike < 0 || few.size() < 2)
        return NameLikeness::Different;
    // Where every word is off, it is another name.
    if (alike == few.size())
        return NameLikeness::Different;
    return few.size() == many.size() ? NameLikeness::Similar : NameLikeness::Within;
}

} // namespace handrail
