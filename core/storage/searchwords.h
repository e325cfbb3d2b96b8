// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/geo.h"

#include <QString>
#include <QStringList>
#include <array>

/// How names and searches are folded, so that «nunez» finds «Núñez». The search tables' tokenizer sees only what comes
/// out of here: text and question are folded by the same code, whatever Unicode version SQLite knows.
namespace handrail::search {

/// Letters and digits in lower case without marks, in words.
QStringList words(const QString& text);

/// What goes into the search table for an address: for a phone the digits from each position on, so that a beginning
/// of one is a part of the number anywhere.
QStringList addressWords(const QString& channel, const QString& address);

/// What goes into the search table for a date ("1984-05-31"): its numbers, as people type them.
QStringList dateWords(const QString& isoDate);

/// Of a resource site's words so many letters are kept: beginnings of up to seven have an index of their own, so that no
/// word in half of all sites («services») is ever merged from many. People's names and numbers are few each, and whole.
inline constexpr qsizetype siteWordLetters = 8;
/// The words, cut to their first letters.
QStringList cutWords(const QString& text, qsizetype letters);

/// An FTS5 question that each word must answer by its beginning; empty where `text` has no letter or digit. Bounded:
/// what a person types in a search field, not more. `letters`: how many of each word the table has; 0: all.
QString matchExpression(const QString& text, qsizetype letters = 0);

/// A word of the search tables that no typed word can be: `kind` and the letters and digits of `value`. Filters are
/// such words, so that text and filters are one question that the index answers in the list's order.
QString filterWord(char kind, const QString& value);
inline constexpr char categoryKind = 'k', cityKind = 'c', languageKind = 'l', costKind = 'f', wheelchairKind = 'w',
                      hourKind = 'h', cellKind = 'g', positionKind = 'p', zipKind = 'z', addressKind = 'a';

/// Grids over the earth, from cells of about a kilometre to some of a thousand; how many degrees a cell is high and
/// wide.
inline constexpr std::array<double, 6> cellDegrees = {0.01, 0.05, 0.2, 0.8, 3.2, 12.8};
/// The cell of a grid that holds the point, moved by some cells east and north (round the earth, not over a pole).
QString cellWord(int grid, const GeoPoint& point, int east = 0, int north = 0);

/// A term of an FTS5 question, or with `prefix` the beginning of one.
QString term(const QString& word, bool prefix = false);

/// A place in a list by name: `names` compared one after the other by their first letters. The low `placeBits` bits are
/// free, for telling equal ones apart.
inline constexpr int placeBits = 13;
qint64 placeByName(const QStringList& names);

/// A place in a list by time, latest first; the low `timePlaceBits` bits are free.
inline constexpr int timePlaceBits = 21;
qint64 placeByTime(qint64 unixMs);

} // namespace handrail::search
