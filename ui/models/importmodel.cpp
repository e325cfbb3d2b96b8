// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/importmodel.h"

#include "ui/theme.h"
#include "ui/words.h"

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

using casework::ImportChoice;
using casework::ImportProblem;
using casework::ImportRow;

namespace {

QString outcome(const ImportRow& row)
{
    if (row.isBad()) {
        return ImportModel::tr("Problem: %1").arg(row.problems.first().reason);
    }
    if (row.repeats && row.choice == ImportChoice::Skip) {
        return ImportModel::tr("Skip: the same as line %1").arg(*row.repeats);
    }
    switch (row.choice) {
    case ImportChoice::Skip:
        return row.existing ? ImportModel::tr("Skip: %1 is here already").arg(oneLine(row.existingName))
                            : ImportModel::tr("Skip");
    case ImportChoice::Update:
        return ImportModel::tr("Update %1").arg(oneLine(row.existingName));
    case ImportChoice::Import:
        return row.existing || row.repeats ? ImportModel::tr("Import, though somebody like this is here")
                                           : ImportModel::tr("Import");
    }
    Q_UNREACHABLE();
    return {};
}

} // namespace

int ImportModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int ImportModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

const ImportRow* ImportModel::rowAt(const QModelIndex& index) const
{
    return index.isValid() && index.row() < m_shown.size() ? &m_rows[m_shown[index.row()]] : nullptr;
}

QString ImportModel::text(const ImportRow& row, int column) const
{
    switch (Column(column)) {
    case Line:
        return QString::number(row.line);
    case Name:
        return oneLine(row.draft.givenName + u' ' + row.draft.familyName);
    case BirthDate:
        return row.draft.birthDate.isValid() ? QLocale().toString(row.draft.birthDate, QLocale::ShortFormat)
                                             : QString();
    case Contact: {
        QStringList parts;
        for (const casework::ContactPointDraft& point : row.draft.contactPoints) {
            parts.append(oneLine(point.typed));
        }
        return parts.join(u" · "_s);
    }
    case Outcome:
        return outcome(row);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant ImportModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const ImportRow& row = *rowAt(index);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return inWords(row).left(1000).toHtmlEscaped();
    case Qt::ForegroundRole:
        if (index.column() == Outcome && !row.isImported()) {
            return row.isBad() ? theme().danger : theme().muted;
        }
        return {};
    default:
        return {};
    }
}

QVariant ImportModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount) {
        return {};
    }
    const QString titles[ColumnCount] = {tr("Line"), tr("Name"), tr("Date of Birth"), tr("Phones and Emails"),
                                         tr("What Happens")};
    return titles[section];
}

QString ImportModel::inWords(const ImportRow& row)
{
    QStringList sentences;
    for (const ImportProblem& problem : row.problems) {
        sentences.append(problem.column.isEmpty()
                             ? problem.reason
                             : tr("%1 «%2»: %3").arg(oneLine(problem.column), oneLine(problem.value), problem.reason));
    }
    if (row.repeats) {
        sentences.append(tr("Line %1 says the same person.").arg(*row.repeats));
    }
    if (row.existing) {
        sentences.append(tr("%1 is here already. %2.")
                             .arg(oneLine(row.existingName), reasonsInWords(row.resemblance.reasons)));
    }
    return tr("Line %1: %2").arg(row.line).arg(sentences.isEmpty() ? outcome(row) + u'.' : sentences.join(u' '));
}

bool ImportModel::fits(const ImportRow& row) const
{
    switch (m_show) {
    case Show::All:
        return true;
    case Show::ToImport:
        return row.isImported();
    case Show::HereAlready:
        return !row.isBad() && (row.existing || row.repeats);
    case Show::Problems:
        return row.isBad();
    }
    Q_UNREACHABLE();
    return false;
}

void ImportModel::clear()
{
    setRows({});
}

void ImportModel::append(const QList<ImportRow>& rows)
{
    QList<int> fitting;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (fits(rows[i])) {
            fitting.append(int(m_rows.size() + i));
        }
    }
    if (fitting.isEmpty()) {
        m_rows += rows;
    } else {
        beginInsertRows({}, int(m_shown.size()), int(m_shown.size() + fitting.size()) - 1);
        m_rows += rows;
        m_shown += fitting;
        endInsertRows();
    }
    count();
}

void ImportModel::setRows(const QList<ImportRow>& rows)
{
    m_rows = rows;
    filter();
    count();
}

void ImportModel::show(Show show)
{
    m_show = show;
    filter();
}

void ImportModel::choose(const QModelIndexList& chosen, ImportChoice choice)
{
    for (const QModelIndex& index : chosen) {
        if (!index.isValid() || index.row() >= m_shown.size()) {
            continue;
        }
        ImportRow& row = m_rows[m_shown[index.row()]];
        if (row.isBad() || (choice == ImportChoice::Update && !row.existing)) {
            continue;
        }
        row.choice = choice;
    }
    if (!m_shown.isEmpty()) {
        Q_EMIT dataChanged(index(0, 0), index(int(m_shown.size()) - 1, ColumnCount - 1));
    }
    count();
}

void ImportModel::filter()
{
    beginResetModel();
    m_shown.clear();
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        if (fits(m_rows[i])) {
            m_shown.append(int(i));
        }
    }
    endResetModel();
}

void ImportModel::count()
{
    m_counts = {};
    for (const ImportRow& row : std::as_const(m_rows)) {
        ++(row.isBad() ? m_counts.bad : row.isImported() ? m_counts.toImport : m_counts.skipped);
    }
    Q_EMIT counted();
}

} // namespace handrail::ui
