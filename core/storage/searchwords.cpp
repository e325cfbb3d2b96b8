// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/searchwords.h"

#include "core/domain/foldedwords.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace handrail::search {

namespace {

/// Appends the `width` low bits of `code` where `bits` has room for them.
void append(quint64& bits, int& room, quint64 code, int width)
{
    const int taken = std::min(room, width);
    bits = (bits << taken) | (code >> (width - taken));
    room -= taken;
}

} // namespace

QStringList words(const QString& text)
{
    return foldedWords(text);
}

QStringList addressWords(const QString& channel, const QString& address)
{
    if (channel != u"text")
        return words(address);
    QString digits = address;
    digits.removeIf([](QChar c) { return c < u'0' || c > u'9'; });
    constexpr qsizetype shortest = 2;
    QStringList all;
    for (qsizetype from = 0; digits.size() - from >= shortest; ++from)
        all.append(digits.mid(from));
    return all;
}

QStringList dateWords(const QString& isoDate)
{
    QStringList all = words(isoDate);
    for (const QString& number : words(isoDate))
        if (number.startsWith(u'0'))
            all.append(number.mid(1));
    return all;
}

QString matchExpression(const QString& text)
{
    constexpr qsizetype maxTyped = 400;
    constexpr qsizetype maxWords = 12;
    QStringList terms;
    for (const QString& word : words(text.left(maxTyped)).mid(0, maxWords))
        terms.append(u'"' + word + u"\"*"_s);
    return terms.join(u' ');
}

qint64 placeByName(const QStringList& names)
{
    // Latin letters take 6 bits, others 17, after a bit that says which: shorter codes sort first and no code begins
    // another, so the bits compare as the names do.
    int room = 63 - placeBits;
    quint64 bits = 0;
    for (const QString& name : names) {
        for (const uint c : foldedLetters(name)) {
            if (!QChar::isLetterOrNumber(c))
                continue;
            if (c >= 'a' && c <= 'z')
                append(bits, room, c - 'a' + 12, 6);
            else if (c >= '0' && c <= '9')
                append(bits, room, c - '0' + 2, 6);
            else
                append(bits, room, (1U << 16) | std::min(c, 0xffffU), 17);
        }
        append(bits, room, 0, 6); // a shorter name comes before a longer one
    }
    return qint64(bits << (room + placeBits));
}

qint64 placeByTime(qint64 unixMs)
{
    constexpr qint64 last = (qint64(1) << (63 - timePlaceBits)) - 1; // in the year 2109
    return (last - std::clamp<qint64>(unixMs, 0, last)) << timePlaceBits;
}

} // namespace handrail::search
