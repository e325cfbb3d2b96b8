// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>
#include <QStringList>

/// Values as other programs write them.
namespace handrail::casework {

/// "1984-05-31", "19840531", "5/31/1984", "31.5.84" ...; invalid where it is none. `dayFirst` decides what "5/6/1984"
/// means.
QDate readDate(const QString& text, bool dayFirst);
/// Whether dates of these cells must have the day first: one has a first number over 12.
bool dayComesFirst(const QStringList& cells);

/// The BCP 47 code of "es", "es-MX", "Spanish", "español", "inglés" ...; empty where it is none we know.
QString readLanguage(const QString& text);

struct SplitName
{
    QString given;
    QString family;
};
/// "Lopez, Maria" and "Maria Lopez"; of three words the first two are the given name, of four two each.
SplitName splitFullName(const QString& text);

} // namespace handrail::casework
