// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace handrail {

/// A character that no text in GSM-7 can hold: one of them makes every segment hold 70 and not 160.
struct CostlyCharacter
{
    QString character; ///< Two UTF-16 units for an emoji.
    QString instead;   ///< What says the same in GSM-7; empty where it had better be left out or said otherwise.
    friend bool operator==(const CostlyCharacter&, const CostlyCharacter&) = default;
};

/// The distinct costly characters of `text`, in its order, at most `atMost`, with what to write instead: curly quotes,
/// dashes, ellipsis, no-break and invisible blanks, letters with accents that GSM-7 lacks (á í ó ú ç ...). Nothing is
/// ever changed by itself: a name stays as its bearer writes it.
QList<CostlyCharacter> costlyCharacters(const QString& text, int atMost = 12);

/// The same as a sentence for the person who writes; empty where nothing is costly.
QString cheaperWriting(const QString& text);

} // namespace handrail
