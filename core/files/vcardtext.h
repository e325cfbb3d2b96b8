// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

/// The form of a vCard's lines, without knowing what they say (RFC 6350 section 3, RFC 2426, vCard 2.1).
namespace handrail::files {

struct LogicalLine
{
    int line = 0; ///< Where it begins in the file, from 1.
    QString text;
};

/// Lines with the folded ones put together again; quoted-printable soft line breaks of vCard 2.1 too. A line over
/// 256 KB (a picture, mostly) is cut there.
QList<LogicalLine> unfold(const QString& text);

struct ContentLine
{
    QString name;                         ///< Upper case, without a group before it ("item1.TEL" -> "TEL").
    QHash<QString, QStringList> parameters; ///< Upper-case names; the bare words of 2.1 stand under TYPE.
    QString value;                        ///< Quoted-printable decoded; escapes as they are.
};

/// `NAME;PARAM=value:value`; nothing where the line has no such form.
std::optional<ContentLine> parseContentLine(const QString& line);

/// The parts of a value between unescaped `separator`s, with \n \, \; \\ resolved.
QStringList componentsOf(const QString& value, QChar separator);
/// The whole value with its escapes resolved.
QString plainValue(const QString& value);

} // namespace handrail::files
