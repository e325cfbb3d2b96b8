// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"
#include "core/files/vcardtext.h"

namespace handrail::files {

struct VCard
{
    int line = 0; ///< Of its BEGIN, from 1.
    QString version;
    QList<ContentLine> lines; ///< Without BEGIN, VERSION and END.
};

/// What is no card, and why, in words.
struct VCardProblem
{
    int line = 0;
    QString sentence;
};

struct VCards
{
    QList<VCard> cards;
    QList<VCardProblem> problems;
};

/// Address cards of versions 2.1, 3.0 (RFC 2426) and 4.0 (RFC 6350), any number in one file (docs/decisions/0137). A
/// card that can't be right is a problem, and the others are read on. An error where there are more than `mostCards`.
Result<VCards> readVCards(const QString& text, int mostCards);

} // namespace handrail::files
