// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace handrail {

/// Changes of a letter (one more, one less, another, two swapped) between two words, counted up to `limit` + 1
/// (optimal string alignment; Damerau 1964).
int lettersBetween(const QString& a, const QString& b, int limit);

enum class NameLikeness { Different, Within, Similar, Same };
/// Compares folded words whatever their order: «lopez maria» is «maria lopez», «delacruz» is «de la cruz»; «lopes» is
/// like «lopez»; «maria lopez» is within «maria elena lopez».
NameLikeness compareNames(const QStringList& a, const QStringList& b);

} // namespace handrail
