// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/textreply.h"

#include <QStringList>
#include <optional>

namespace handrail {

/// A text reply with all that does not matter taken away: lower case, no accents, no zero-width characters or
/// apostrophes, full-width letters and digits of any script in their ASCII form, one blank between words.
struct ReplyWords
{
    QString all;         ///< The whole message on one line, without punctuation; "s.t.o.p" is put together.
    QStringList clauses; ///< The same, cut where a sentence or part of one ends.
    bool whole = true;   ///< False: longer than any text message; only its beginning was read.
};
ReplyWords readWords(QStringView body);

/// What the words mean as a whole message, where they are a keyword, an answer or their translation.
std::optional<TextMeaning> keywordMeaning(const QString& words);

/// The words without please, thanks, hello and their like at both ends.
QString withoutCourtesy(const QString& words);

/// R8 «plain wishes»: whether one clause asks to be left alone (the FCC's any reasonable means).
bool wishesToStop(const QString& clause);

} // namespace handrail
