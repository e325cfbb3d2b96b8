// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/smscosts.h"

#include "core/domain/smssegments.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SmsCosts)
};

struct Rule
{
    QStringView characters;
    QStringView instead;
};

constexpr std::array rules{
    Rule{u"‘’‚‛′`´ʼ", u"'"},
    Rule{u"“”„‟″«»", u"\""},
    Rule{u"‐‑‒–—―−", u"-"},
    Rule{u"…", u"..."},
    Rule{u"•‣◦·", u"-"},
    Rule{u"\u00a0\u2002\u2003\u2009\u200a\u202f\t", u" "},
    Rule{u"\u200b\u200c\u200d\u2060\ufeff\u00ad", u""},
    Rule{u"ç", u"c"},
    Rule{u"º", u"o"},
    Rule{u"ª", u"a"},
    Rule{u"™", u"TM"},
    Rule{u"©", u"(c)"},
    Rule{u"®", u"(R)"},
    Rule{u"œ", u"oe"},
    Rule{u"ł", u"l"},
};

bool isGsm7(const QString& text)
{
    return measureSms(text).encoding == SmsSize::Encoding::Gsm7;
}

QString insteadOf(const QString& character)
{
    for (const Rule& rule : rules)
        if (rule.characters.contains(character))
            return rule.instead.toString();
    // A letter with its accent taken off, where that leaves one that GSM-7 has.
    const QString base = character.normalized(QString::NormalizationForm_D).left(1);
    return base != character && base.front().isLetter() && isGsm7(base) ? base : QString();
}

QString shown(const QString& character)
{
    const QChar c = character.front();
    if (c.isSpace())
        return Words::tr("special blank");
    if (c.category() == QChar::Other_Format)
        return Words::tr("invisible sign");
    return character;
}

} // namespace

QList<CostlyCharacter> costlyCharacters(const QString& text, int atMost)
{
    QList<CostlyCharacter> found;
    for (qsizetype i = 0; i < text.size() && found.size() < atMost; ++i) {
        const bool pair = text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        const QString character = text.mid(i, pair ? 2 : 1);
        i += pair ? 1 : 0;
        const bool known = std::ranges::find(found, character, &CostlyCharacter::character) != found.end();
        if (!known && !isGsm7(character))
            found.append({character, insteadOf(character)});
    }
    return found;
}

QString cheaperWriting(const QString& text)
{
    QStringList exchanges;
    QStringList others;
    for (const CostlyCharacter& costly : costlyCharacters(text)) {
        if (costly.instead.isEmpty())
            others.append(shown(costly.character));
        else
            exchanges.append(Words::tr("%1 for %2", "what to write, instead of what")
                                 .arg(costly.instead == u" " ? Words::tr("plain blank") : costly.instead,
                                      shown(costly.character)));
    }
    others.removeDuplicates();
    exchanges.removeDuplicates();
    QStringList sentences;
    if (!exchanges.isEmpty() || !others.isEmpty())
        sentences.append(Words::tr("Some characters make each segment hold 70 and not 160."));
    if (!exchanges.isEmpty())
        sentences.append(Words::tr("Write %1, or choose other words; leave names as they are.").arg(exchanges.join(u", "_s)));
    if (!others.isEmpty())
        sentences.append(Words::tr("Leave out if you can: %1.").arg(others.join(u' ')));
    return sentences.join(u' ');
}

} // namespace handrail
