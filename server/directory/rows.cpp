// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/directory/rows.h"

#include <QCoreApplication>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server::directory {

namespace {

constexpr qsizetype mostReports = 100'000;

const QHash<QString, QString>& vocabulary()
{
    static const QHash<QString, QString> names = {
        {u"organization"_s, u"organizations"_s},
        {u"organizations"_s, u"organizations"_s},
        {u"service"_s, u"services"_s},
        {u"services"_s, u"services"_s},
        {u"location"_s, u"locations"_s},
        {u"locations"_s, u"locations"_s},
        {u"service_at_location"_s, u"service_at_location"_s},
        {u"service_at_locations"_s, u"service_at_location"_s},
        {u"services_at_location"_s, u"service_at_location"_s},
        {u"services_at_locations"_s, u"service_at_location"_s},
        {u"phone"_s, u"phones"_s},
        {u"phones"_s, u"phones"_s},
        {u"address"_s, u"addresses"_s},
        {u"addresses"_s, u"addresses"_s},
        {u"physical_address"_s, u"addresses"_s},
        {u"physical_addresses"_s, u"addresses"_s},
        {u"schedule"_s, u"schedules"_s},
        {u"schedules"_s, u"schedules"_s},
        {u"regular_schedule"_s, u"schedules"_s},
        {u"regular_schedules"_s, u"schedules"_s},
        {u"holiday_schedule"_s, u"holiday_schedules"_s},
        {u"holiday_schedules"_s, u"holiday_schedules"_s},
        {u"service_area"_s, u"service_areas"_s},
        {u"service_areas"_s, u"service_areas"_s},
        {u"language"_s, u"languages"_s},
        {u"languages"_s, u"languages"_s},
        {u"accessibility"_s, u"accessibility"_s},
        {u"accessibility_for_disabilities"_s, u"accessibility"_s},
        {u"required_document"_s, u"required_documents"_s},
        {u"required_documents"_s, u"required_documents"_s},
        {u"cost_option"_s, u"cost_options"_s},
        {u"cost_options"_s, u"cost_options"_s},
        {u"eligibility"_s, u"eligibilities"_s},
        {u"eligibilities"_s, u"eligibilities"_s},
        {u"taxonomy"_s, u"taxonomy_terms"_s},
        {u"taxonomy_term"_s, u"taxonomy_terms"_s},
        {u"taxonomy_terms"_s, u"taxonomy_terms"_s},
        {u"attributes"_s, u"attributes"_s},
        {u"service_attribute"_s, u"attributes"_s},
        {u"service_attributes"_s, u"attributes"_s},
        {u"service_taxonomy"_s, u"attributes"_s},
        {u"services_taxonomy"_s, u"attributes"_s},
    };
    return names;
}

} // namespace

const QString* Row::find(QStringView column) const
{
    const auto found =
        std::find_if(m_cells.cbegin(), m_cells.cend(), [&](const auto& cell) { return cell.first == column; });
    return found == m_cells.cend() ? nullptr : &found->second;
}

QString Row::operator[](QStringView column) const
{
    const QString* cell = find(column);
    return cell ? *cell : QString();
}

QString Row::any(std::initializer_list<QStringView> columns) const
{
    for (const QStringView column : columns)
        if (const QString* cell = find(column))
            return *cell;
    return {};
}

void Row::set(const QString& column, const QString& cell)
{
    m_cells.removeIf([&](const auto& old) { return old.first == column; });
    if (!cell.isEmpty())
        m_cells.append({column, cell});
}

void Row::complete(const Row& other)
{
    for (const auto& cell : other.m_cells)
        if (find(cell.first) == nullptr)
            m_cells.append(cell);
}

Row Row::at(const QString& file, int number)
{
    Row row;
    row.file = file;
    row.number = number;
    return row;
}

void Reports::add(const Row& row, RowReport::Severity severity, const QString& sentence, const QString& column)
{
    if (list.size() >= mostReports) {
        ++more;
        return;
    }
    list.append({row.file, row.number, severity, sentence, column});
}

void Reports::add(const QString& file, RowReport::Severity severity, const QString& sentence)
{
    add(Row::at(file, 0), severity, sentence);
}

QString Tables::nameOf(QStringView fileOrKey)
{
    QString name = fileOrKey.toString().toLower();
    if (name.endsWith(u".csv"_s))
        name.chop(4);
    return vocabulary().value(name);
}

qsizetype Tables::size() const
{
    qsizetype sum = 0;
    for (const QList<Row>& rows : m_rows)
        sum += rows.size();
    return sum;
}

const QList<Row>& Tables::rows(const QString& table) const
{
    static const QList<Row> none;
    const auto found = m_rows.constFind(table);
    return found == m_rows.cend() ? none : *found;
}

QList<const Row*> Tables::where(const QString& table, const QString& column, const QString& value) const
{
    if (value.isEmpty())
        return {};
    const QList<Row>& all = rows(table);
    const QString key = table + u'.' + column;
    if (!m_indexes.contains(key)) {
        Index& index = m_indexes[key];
        for (qsizetype i = 0; i < all.size(); ++i)
            if (const QString cell = all.at(i)[column]; !cell.isEmpty())
                index[cell].append(i);
    }
    QList<const Row*> found;
    for (const qsizetype i : m_indexes[key].value(value))
        found.append(&all.at(i));
    return found;
}

void Tables::joinById(const QString& table, bool repeatsAllowed, Reports& reports)
{
    QList<Row>& all = m_rows[table];
    QList<Row> kept;
    QHash<QString, qsizetype> byId;
    for (Row& row : all) {
        const QString id = row[u"id"];
        if (id.isEmpty()) {
            reports.add(row, RowReport::Severity::Skipped,
                        QCoreApplication::translate("Directory", "It has no id, so it was left out."), u"id"_s);
        } else if (!byId.contains(id)) {
            byId.insert(id, kept.size());
            kept.append(std::move(row));
        } else if (repeatsAllowed) {
            kept[byId.value(id)].complete(row);
        } else {
            reports.add(
                row, RowReport::Severity::Skipped,
                QCoreApplication::translate("Directory", "Its id was used by an earlier row, so it was left out."),
                u"id"_s);
        }
    }
    all = std::move(kept);
    m_indexes.clear();
}

} // namespace handrail::server::directory
