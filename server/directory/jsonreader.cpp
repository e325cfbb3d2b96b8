// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/directory/jsonreader.h"

#include "server/directory/textfile.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server::directory {

namespace {

constexpr int deepest = 20; // HSDS nests seven levels.

bool hasAny(const QJsonObject& object, std::initializer_list<QStringView> keys)
{
    return std::any_of(keys.begin(), keys.end(), [&](QStringView key) { return object.contains(key); });
}

/// A record says nowhere what it is; its keys do.
QString kindOf(const QJsonObject& object)
{
    if (object.value(u"service").isObject() || (object.contains(u"service_id") && object.contains(u"location_id")))
        return u"service_at_location"_s;
    if (object.contains(u"location_type"))
        return u"locations"_s;
    if (hasAny(object, {u"status", u"service_at_locations", u"services_at_location", u"application_process",
                        u"eligibility_description"}) ||
        object.value(u"organization").isObject())
        return u"services"_s;
    if (hasAny(object,
               {u"services", u"legal_status", u"year_incorporated", u"tax_status", u"organization_identifiers"}))
        return u"organizations"_s;
    if (object.contains(u"taxonomy") || object.contains(u"taxonomy_detail"))
        return u"taxonomy_terms"_s;
    return {};
}

QString cellOf(const QJsonValue& value)
{
    if (value.isBool())
        return value.toBool() ? u"true"_s : u"false"_s;
    if (value.isDouble())
        return QString::number(value.toDouble(), 'g', 15);
    return decode(value.toString().toUtf8());
}

/// "organizations" -> "organization_id".
QString referenceTo(const QString& table)
{
    return (table.endsWith(u's') ? table.chopped(1) : table) + u"_id"_s;
}

class Flattener
{
public:
    Flattener(QString file, Tables& tables, Reports& reports)
        : m_file(std::move(file))
        , m_tables(tables)
        , m_reports(reports)
    {
    }

    void record(const QJsonValue& value)
    {
        ++m_number;
        const QJsonObject object = value.toObject();
        if (const QString kind = kindOf(object); !kind.isEmpty())
            add(kind, object, {}, 0);
        else
            m_reports.add(Row::at(m_file, m_number), RowReport::Severity::Skipped,
                          QCoreApplication::translate(
                              "Directory", "It is no service, location or organization of HSDS, so it was left out."));
    }

    /// {"organizations.csv": [...], "services.csv": [...]}
    void tables(const QJsonObject& object)
    {
        for (auto it = object.begin(); it != object.end(); ++it)
            for (const QJsonValue& row : it.value().toArray()) {
                ++m_number;
                if (const QString table = Tables::nameOf(it.key()); !table.isEmpty())
                    add(table, row.toObject(), {}, 0);
            }
    }

private:
    struct Parent
    {
        QString table;
        QString id;
    };

    void add(const QString& table, const QJsonObject& object, const Parent& parent, int depth)
    {
        if (depth > deepest)
            return;
        Row row = Row::at(m_file, m_number);
        if (!parent.table.isEmpty())
            row.set(table == u"attributes" ? u"link_id"_s : referenceTo(parent.table), parent.id);
        const Parent self{table, idOf(object)};
        for (auto it = object.begin(); it != object.end(); ++it)
            member(row, self, it.key().toLower(), it.value(), depth);
        m_tables.add(table, std::move(row));
    }

    void member(Row& row, const Parent& self, const QString& key, const QJsonValue& value, int depth)
    {
        const QString table = Tables::nameOf(key);
        if (value.isArray() && !table.isEmpty()) {
            for (const QJsonValue& child : value.toArray())
                if (child.isObject())
                    add(table, child.toObject(), self, depth + 1);
        } else if (value.isObject() && !table.isEmpty()) {
            row.set(referenceTo(table), idOf(value.toObject()));
            add(table, value.toObject(), {}, depth + 1);
        } else if (const QString cell = mended(cellOf(value)); !cell.isEmpty()) {
            row.set(key, cell);
        }
    }

    static QString idOf(const QJsonObject& object) { return cellOf(object.value(u"id")); }

    QString m_file;
    Tables& m_tables;
    Reports& m_reports;
    int m_number = 0;
};

bool isTabular(const QJsonObject& object)
{
    const QStringList keys = object.keys();
    return std::any_of(keys.begin(), keys.end(),
                       [](const QString& key) { return key.endsWith(u".csv"_s) && !Tables::nameOf(key).isEmpty(); });
}

void readEnvelope(const QJsonObject& page, Pages& pages)
{
    pages.total = std::clamp(page.value(u"total_pages").toInt(1), pages.total, 1'000'000);
    pages.seen.insert(page.value(u"page_number").toInt(1));
}

} // namespace

Result<void> readJson(const QString& path, Tables& tables, Pages& pages, Reports& reports)
{
    const auto bytes = readFile(path);
    if (!bytes)
        return bytes.error();
    const QString file = QFileInfo(path).fileName();
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(decode(*bytes).toUtf8(), &error);
    if (document.isNull() && !bytes->trimmed().startsWith('{') && !bytes->trimmed().startsWith('['))
        return Error{
            ErrorCode::InvalidInput,
            QCoreApplication::translate("Directory", "“%1” holds no JSON. Get the file again; nothing was imported.")
                .arg(file)};
    if (document.isNull())
        return breaksOff(path,
                         QCoreApplication::translate("Directory", "no whole JSON from byte %1 on").arg(error.offset));
    Flattener flattener(file, tables, reports);
    const QJsonObject object = document.object();
    if (object.value(u"contents").isArray()) {
        readEnvelope(object, pages);
        for (const QJsonValue& record : object.value(u"contents").toArray())
            flattener.record(record);
    } else if (document.isArray()) {
        for (const QJsonValue& record : document.array())
            flattener.record(record);
    } else if (isTabular(object)) {
        flattener.tables(object);
    } else {
        flattener.record(object);
    }
    return {};
}

} // namespace handrail::server::directory
