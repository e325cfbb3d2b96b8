// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace handrail::casework {

/// Where a column of a file goes. Several may go to the names (they are joined), to Phone and to Email. Consent is none
/// of them: it can't be imported (R3).
enum class ImportField { Ignore, GivenName, FamilyName, FullName, BirthDate, Phone, Email, Language, TimeZone };

/// By the columns' names, in English or Spanish.
QList<ImportField> guessColumns(const QStringList& headers);
/// The same, and for columns whose names say nothing by what is in them.
QList<ImportField> guessColumns(const QStringList& headers, const QList<QStringList>& sampleRows);

/// "Mobile", "Home" ... by a column's name, as they are kept (a screen translates them); empty where it doesn't say.
QString labelOfColumn(const QString& header);
/// Whether the column's name says that its numbers can't be texted: a landline.
bool isLandlineColumn(const QString& header);

} // namespace handrail::casework
