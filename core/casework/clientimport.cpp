// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/casework/clientimport.h"

#include "core/casework/importvalues.h"
#include "core/casework/refusal.h"
#include "core/casework/typedaddress.h"

#include <QHash>
#include <QSet>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace handrail::casework {

namespace {

constexpr qsizetype rowsLooked = 200;

/// What a person would choose: who is here already is not imported again.
ImportChoice suggestedChoice(const Resemblance& resemblance)
{
    return resemblance.contained || resemblance.score >= likelyTheSame ? ImportChoice::Skip : ImportChoice::Import;
}

Result<void> lookForExisting(Desk& desk, ImportRow& row)
{
    const auto alike = desk.store.duplicates().alike(row.facts, std::nullopt, DuplicateStore::Search::Strong);
    if (!alike)
        return alike.error();
    if (alike->isEmpty())
        return {};
    // A record that says all the row says is the row, though another may have more in common.
    const auto contained = std::find_if(alike->begin(), alike->end(),
                                        [](const AlikeClient& one) { return one.resemblance.contained; });
    const AlikeClient& best = contained == alike->end() ? alike->first() : *contained;
    row.existing = best.client.id;
    row.existingName = QString(best.client.givenName + u' ' + best.client.familyName).trimmed();
    row.resemblance = best.resemblance;
    row.choice = suggestedChoice(best.resemblance);
    return {};
}

/// The client who is here, with what the file knows besides: nothing is erased.
Result<ClientDraft> updatedDraft(Desk& desk, const ImportRow& row, const QString& region)
{
    const auto client = desk.store.clients().client(*row.existing);
    if (!client)
        return client.error();
    if (!*client)
        return refusal(ErrorCode::NotFound, QT_TRANSLATE_NOOP("Casework", "This client is no longer there."));
    const Client& known = **client;
    ClientDraft draft{.id = known.id,
                      .givenName = row.draft.givenName,
                      .familyName = row.draft.familyName.isEmpty() ? known.familyName : row.draft.familyName,
                      .language = known.language,
                      .timeZone = known.timeZone,
                      .birthDate = row.draft.birthDate.isValid() ? row.draft.birthDate : known.birthDate,
                      .timeZoneGuessed = known.timeZoneGuessed,
                      .contactPoints = {}};
    QSet<QString> addresses;
    QSet<int> primaries;
    for (const ContactPoint& point : known.contactPoints) {
        const Channel channel = point.address.channel();
        draft.contactPoints.append({point.id, channel, point.address.value(), point.label, point.primary, point.mayText});
        addresses.insert(point.address.ledgerKey());
        if (point.primary)
            primaries.insert(int(channel));
    }
    for (ContactPointDraft point : row.draft.contactPoints) {
        const auto address = readTyped(point.channel, point.typed, desk.phones, region);
        if (!address || addresses.contains(address->ledgerKey()) || draft.contactPoints.size() >= maxContactPoints)
            continue;
        point.primary = point.primary && !primaries.contains(int(point.channel));
        draft.contactPoints.append(point);
    }
    return draft;
}

QStringList cellsOf(const ImportTable& table, qsizetype column)
{
    QStringList cells;
    for (qsizetype i = 0; i < table.rows.size() && cells.size() < rowsLooked; ++i)
        if (const QString cell = table.rows[i].cells.value(column); !cell.isEmpty())
            cells.append(cell);
    return cells;
}

} // namespace

ImportMapping guessMapping(const ImportTable& table, const Agency& agency)
{
    QList<QStringList> sample;
    for (const files::CsvRow& row : table.rows.mid(0, rowsLooked))
        sample.append(row.cells);
    ImportMapping mapping{.fields = guessColumns(table.headers, sample),
                          .dayFirst = false,
                          .language = agency.languages.value(0, u"en"_s),
                          .timeZone = agency.timeZone,
                          .phoneRegion = agency.phoneRegion};
    if (const qsizetype column = mapping.fields.indexOf(ImportField::BirthDate); column >= 0)
        mapping.dayFirst = dayComesFirst(cellsOf(table, column));
    return mapping;
}

Result<QList<ImportRow>> readImportRows(Desk& desk, const ImportTable& table, const ImportMapping& mapping,
                                        qsizetype from, qsizetype count)
{
    QList<ImportRow> rows;
    const qsizetype end = std::min(table.rows.size(), from + count);
    for (qsizetype i = from; i < end; ++i) {
        ImportRow row = readImportRow(table, i, mapping, desk.phones, desk.clock.now().date().addDays(1));
        if (!row.isBad())
            if (const auto looked = lookForExisting(desk, row); !looked)
                return looked.error();
        rows.append(std::move(row));
    }
    return rows;
}

void markRepeats(QList<ImportRow>& rows)
{
    constexpr qsizetype comparedPerKey = 20; // a household's number stands in some rows, a placeholder in thousands
    QHash<QString, QList<qsizetype>> byKey;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (rows[i].isBad())
            continue;
        for (const QString& key : matchKeys(rows[i].facts)) {
            if (!isStrongKey(key))
                continue;
            QList<qsizetype>& earlier = byKey[key];
            for (const qsizetype other : std::as_const(earlier)) {
                const Resemblance resemblance = compare(rows[i].facts, rows[other].facts);
                if (rows[i].repeats || suggestedChoice(resemblance) != ImportChoice::Skip)
                    continue;
                rows[i].repeats = rows[other].line;
                rows[i].choice = ImportChoice::Skip;
                if (!rows[i].existing)
                    rows[i].resemblance = resemblance;
            }
            if (earlier.size() < comparedPerKey)
                earlier.append(i);
        }
    }
}

Result<int> importRows(Desk& desk, const QList<ImportRow>& rows)
{
    const auto region = phoneRegionOf(desk);
    if (!region)
        return region.error();
    QList<Edit> edits;
    int imported = 0;
    for (const ImportRow& row : rows) {
        if (!row.isImported())
            continue;
        const bool updates = row.choice == ImportChoice::Update && row.existing;
        const auto draft = updates ? updatedDraft(desk, row, *region) : Result<ClientDraft>(row.draft);
        if (!draft)
            return draft.error();
        const auto made = clientEdits(desk, *draft, *region);
        if (!made)
            return made.error();
        edits += made->edits;
        ++imported;
    }
    if (!edits.isEmpty())
        if (const auto committed = desk.store.edits().commit(edits); !committed)
            return committed.error();
    return imported;
}

QByteArray reportOfProblems(const ImportTable& table, const QList<ImportRow>& rows)
{
    const auto word = [](const char* source) { return QCoreApplication::translate("Casework", source); };
    // With a mark, for without one spreadsheets take UTF-8 for something else.
    QByteArray report = "\xEF\xBB\xBF";
    report += files::csvLine({word(QT_TRANSLATE_NOOP("Casework", "Line")), word(QT_TRANSLATE_NOOP("Casework", "Column")),
                              word(QT_TRANSLATE_NOOP("Casework", "Value")),
                              word(QT_TRANSLATE_NOOP("Casework", "Reason"))});
    for (const UnreadablePart& part : table.unreadable)
        report += files::csvLine({QString::number(part.line), {}, {}, part.reason});
    for (const ImportRow& row : rows)
        for (const ImportProblem& problem : row.problems)
            report += files::csvLine({QString::number(row.line), problem.column, problem.value, problem.reason});
    return report;
}

} // namespace handrail::casework
