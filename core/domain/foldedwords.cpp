// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/foldedwords.h"

namespace handrail {

QList<uint> foldedLetters(const QString& text)
{
    QList<uint> all;
    const QString decomposed = text.normalized(QString::NormalizationForm_KD).toCaseFolded();
    for (const uint c : decomposed.normalized(QString::NormalizationForm_KD).toUcs4())
        if (!QChar::isMark(c))
            all.append(c);
    return all;
}

QStringList foldedWords(const QString& text)
{
    QStringList all;
    QList<uint> word;
    const auto end = [&] {
        if (!word.isEmpty())
            all.append(QString::fromUcs4(reinterpret_cast<const char32_t*>(word.constData()), word.size()));
        word.clear();
    };
    for (const uint c : foldedLetters(text)) {
        if (QChar::isLetterOrNumber(c))
            word.append(c);
        else
            end();
    }
    end();
    return all;
}

} // namespace handrail
