// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/searchwords.h"

#include "core/domain/foldedwords.h"

#include <algorithm>
#include <cmath>

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

QStringList cutWords(const QString& text, qsizetype letters)
{
    QStringList cut;
    for (const QString& word : words(text)) {
        QString kept = word.left(letters);
        if (kept.size() < word.size() && kept.back().isHighSurrogate())
            kept.chop(1);
        cut.append(kept);
    }
    return cut;
}

QString matchExpression(const QString& text, qsizetype letters)
{
    constexpr qsizetype maxTyped = 400;
    constexpr qsizetype maxWords = 12;
    QStringList terms;
    const QString typed = text.left(maxTyped);
    for (const QString& word : (letters > 0 ? cutWords(typed, letters) : words(typed)).mid(0, maxWords))
        terms.append(term(word, letters == 0 || word.size() < letters));
    return terms.join(u" AND "_s);
}

QString filterWord(char kind, const QString& value)
{
    // The private-use character is one of the word for the tokenizer, and no letter for words().
    constexpr char16_t mark = 0xE000;
    constexpr qsizetype longest = 100;
    return QString(QChar(mark)) + QLatin1Char(kind) + words(value).join(QString()).left(longest);
}

QString cellWord(int grid, const GeoPoint& point, int east, int north)
{
    const double degrees = cellDegrees.at(size_t(grid));
    const int columns = int(std::ceil(360 / degrees));
    const int column = (int(std::floor((point.longitude + 180) / degrees)) + east + columns) % columns;
    const int row = int(std::floor((point.latitude + 90) / degrees)) + north;
    return filterWord(cellKind, u"%1x%2y%3"_s.arg(grid).arg(column).arg(std::max(row, 0)));
}

QString term(const QString& word, bool prefix)
{
    return u'"' + word + (prefix ? u"\"*"_s : u"\""_s);
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
