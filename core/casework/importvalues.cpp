// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/casework/importvalues.h"

#include "core/domain/foldedwords.h"

#include <QRegularExpression>
#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace handrail::casework {

namespace {

constexpr qsizetype longestDate = 40;

/// The three numbers of a date in digits; empty where it has another form.
QList<int> numbersOf(const QString& text)
{
    static const QRegularExpression shape(u"^(\\d{1,4})[-/. ](\\d{1,2})[-/. ](\\d{1,4})(?:[T ].*)?$"_s);
    static const QRegularExpression packed(u"^(\\d{4})(\\d{2})(\\d{2})(?:T.*)?$"_s);
    const QString date = text.trimmed();
    if (date.size() > longestDate)
        return {};
    auto match = packed.match(date);
    if (!match.hasMatch())
        match = shape.match(date);
    if (!match.hasMatch())
        return {};
    return {match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt()};
}

/// "84" is 1984 and "07" is 2007: nobody is born in the future.
int fullYear(int year)
{
    if (year >= 100)
        return year;
    constexpr int lastOfThisCentury = 30;
    return year <= lastOfThisCentury ? 2000 + year : 1900 + year;
}

struct Language
{
    const char* code;
    const char* names; ///< Folded, in English, Spanish and itself.
};
constexpr std::array languages = {Language{"en", "english ingles"},
                                  Language{"es", "spanish espanol castellano"},
                                  Language{"zh", "chinese chino mandarin mandarin cantonese 中文"},
                                  Language{"vi", "vietnamese vietnamita tieng"},
                                  Language{"tl", "tagalog filipino"},
                                  Language{"ko", "korean coreano 한국어"},
                                  Language{"ar", "arabic arabe العربية"},
                                  Language{"fr", "french frances francais"},
                                  Language{"ht", "haitian creole criollo haitiano kreyol"},
                                  Language{"pt", "portuguese portugues"},
                                  Language{"ru", "russian ruso русскии"},
                                  Language{"so", "somali soomaali"},
                                  Language{"sw", "swahili kiswahili suajili"},
                                  Language{"uk", "ukrainian ucraniano украінська"}};

} // namespace

QDate readDate(const QString& text, bool dayFirst)
{
    const QList<int> numbers = numbersOf(text);
    if (numbers.isEmpty())
        return {};
    if (numbers[0] > 31)
        return QDate(numbers[0], numbers[1], numbers[2]);
    const int year = fullYear(numbers[2]);
    return dayFirst ? QDate(year, numbers[1], numbers[0]) : QDate(year, numbers[0], numbers[1]);
}

bool dayComesFirst(const QStringList& cells)
{
    int dayFirst = 0, monthFirst = 0;
    for (const QString& cell : cells) {
        const QList<int> numbers = numbersOf(cell);
        if (numbers.isEmpty() || numbers[0] > 31)
            continue;
        dayFirst += numbers[0] > 12 ? 1 : 0;
        monthFirst += numbers[1] > 12 ? 1 : 0;
    }
    return dayFirst > monthFirst;
}

QString readLanguage(const QString& text)
{
    static const QRegularExpression code(u"^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$"_s);
    const QStringList words = foldedWords(text.left(longestDate));
    for (const Language& language : languages)
        for (const QString& word : words)
            if (foldedWords(QString::fromUtf8(language.names)).contains(word))
                return QString::fromLatin1(language.code);
    const QString trimmed = text.trimmed();
    if (trimmed.size() > 35 || !code.match(trimmed).hasMatch())
        return {};
    return QString(trimmed).replace(u'_', u'-');
}

SplitName splitFullName(const QString& text)
{
    const QString name = text.simplified();
    if (const qsizetype comma = name.indexOf(u','); comma > 0)
        return {name.mid(comma + 1).trimmed(), name.left(comma).trimmed()};
    const QStringList words = name.split(u' ', Qt::SkipEmptyParts);
    const qsizetype given = words.size() <= 2 ? 1 : 2;
    return {words.mid(0, given).join(u' '), words.mid(given).join(u' ')};
}

} // namespace handrail::casework
