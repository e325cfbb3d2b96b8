// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

/// How names are folded before they are compared or searched, so that «nunez» is «Núñez»: in one place, whatever Unicode
/// version a database knows.
namespace handrail {

/// Code points in lower case, compatibility forms resolved («ﬁ» is «fi»), marks gone.
QList<uint> foldedLetters(const QString& text);

/// Letters and digits of `text`, folded, in words.
QStringList foldedWords(const QString& text);

} // namespace handrail
