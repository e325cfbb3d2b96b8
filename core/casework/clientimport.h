// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/casework/clients.h"
#include "core/casework/importcolumns.h"
#include "core/casework/importtable.h"
#include "core/domain/duplicates.h"

/// From a table to clients (docs/decisions/0137). Nothing is written before importRows(), and never a consent.
namespace handrail::casework {

/// How the table's columns are to be understood.
struct ImportMapping
{
    QList<ImportField> fields; ///< One a column.
    bool dayFirst = false;     ///< "5/6/1984" is the fifth of June.
    QString language;          ///< Of those for whom the file names none.
    QString timeZone;
    QString phoneRegion;
};

/// A mapping guessed from the columns' names and what is in them.
ImportMapping guessMapping(const ImportTable& table, const Agency& agency);

struct ImportProblem
{
    QString column; ///< As the file calls it; empty where it is about the whole row.
    QString value;
    QString reason;
};

enum class ImportChoice { Import, Skip, Update };

/// A row as it would be imported.
struct ImportRow
{
    int line = 0;
    ClientDraft draft;
    QList<ImportProblem> problems; ///< Any: the row is not imported.
    PersonFacts facts;
    std::optional<ClientId> existing; ///< Who is here already and resembles the row most ...
    QString existingName;
    std::optional<int> repeats; ///< ... or the line of this file that says the same person.
    Resemblance resemblance;
    ImportChoice choice = ImportChoice::Import;

    [[nodiscard]] bool isBad() const { return !problems.isEmpty(); }
    [[nodiscard]] bool isImported() const { return !isBad() && choice != ImportChoice::Skip; }
};

/// Reads one row of the table; what is wrong with it stands in its problems. `today`: nobody is born after it.
ImportRow readImportRow(const ImportTable& table, qsizetype row, const ImportMapping& mapping,
                        const PhoneNumbers& phones, const QDate& today);

/// Reads `count` rows from `from` on and looks for each who is here already. For a slice of a long file.
Result<QList<ImportRow>> readImportRows(Desk& desk, const ImportTable& table, const ImportMapping& mapping,
                                        qsizetype from, qsizetype count);

/// Marks the rows that say the same person as an earlier row of the file.
void markRepeats(QList<ImportRow>& rows);

/// Writes the rows that are to be imported, in one transaction; how many clients that were. A row to update adds what
/// the file knows to the client who is here, and erases nothing. At most `rowsOfTransaction` rows at once.
Result<int> importRows(Desk& desk, const QList<ImportRow>& rows);
inline constexpr int rowsOfTransaction = 100;

/// The rows that can't be imported as a CSV file: line, column, value, reason.
QByteArray reportOfProblems(const ImportTable& table, const QList<ImportRow>& rows);

} // namespace handrail::casework
