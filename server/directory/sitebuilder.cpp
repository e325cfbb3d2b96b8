// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/directory/sitebuilder.h"

#include "core/domain/address.h"
#include "core/domain/records/codec.h"
#include "core/domain/records/schema.h"
#include "server/directory/schedules.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>
#include <cmath>

using namespace Qt::Literals::StringLiterals;
using Severity = handrail::server::RowReport::Severity;

namespace handrail::server::directory {

namespace {

QString tr(const char* sentence)
{
    return QCoreApplication::translate("Directory", sentence);
}

/// The rows that one site is made of; any of them may be missing, but not both service and location.
struct Parts
{
    const Row* link = nullptr;
    const Row* service = nullptr;
    const Row* location = nullptr;
    const Row* organization = nullptr;
    [[nodiscard]] const Row& main() const { return link ? *link : service ? *service : *location; }
};

QString cell(const Row* row, std::initializer_list<QStringView> columns)
{
    return row == nullptr ? QString() : row->any(columns);
}

QString firstOf(std::initializer_list<QString> texts)
{
    for (const QString& text : texts)
        if (!text.isEmpty())
            return text;
    return {};
}

QStringList listIn(const QString& text)
{
    QStringList parts;
    for (const QString& part : text.split(u',', Qt::SkipEmptyParts))
        if (const QString word = part.simplified(); !word.isEmpty())
            parts.append(word);
    return parts;
}

QString withoutQuotes(QString text)
{
    return text.remove(u'"').simplified();
}

class Builder
{
public:
    Builder(const Tables& tables, QString source, Reports& reports)
        : m_tables(tables)
        , m_source(std::move(source))
        , m_namespace(QUuid::createUuidV5(QUuid(u"{5d6f2b0e-6c0b-5c3e-9d53-2f4f1f6f7a10}"_s), m_source))
        , m_reports(reports)
    {
    }

    QList<ResourceSite> build()
    {
        for (const Row& link : m_tables.rows(u"service_at_location"_s))
            linked(link);
        for (const Row& service : m_tables.rows(u"services"_s))
            alone(service);
        for (const Row& location : m_tables.rows(u"locations"_s))
            placeOnly(location);
        return std::move(m_sites);
    }

private:
    [[nodiscard]] const Row* find(const QString& table, const QString& id) const
    {
        const auto found = m_tables.where(table, u"id"_s, id);
        return found.isEmpty() ? nullptr : found.first();
    }

    void linked(const Row& link)
    {
        const Row* service = find(u"services"_s, link[u"service_id"]);
        const Row* location = find(u"locations"_s, link[u"location_id"]);
        if (service == nullptr) {
            m_reports.add(link, Severity::Skipped, tr("Its service is not in the directory, so it was left out."),
                          u"service_id"_s);
            return;
        }
        if (location == nullptr)
            m_reports.add(link, Severity::Warning,
                          tr("Its location is not in the directory, so it was imported without an address."),
                          u"location_id"_s);
        add({.link = &link, .service = service, .location = location}, u"service_at_location:"_s + link[u"id"]);
    }

    /// Ohana's services name their location themselves; HSDS allows services without one.
    void alone(const Row& service)
    {
        if (!m_tables.where(u"service_at_location"_s, u"service_id"_s, service[u"id"]).isEmpty())
            return;
        const QString locationId = service[u"location_id"];
        const Row* location = find(u"locations"_s, locationId);
        if (!locationId.isEmpty() && location == nullptr)
            m_reports.add(service, Severity::Warning,
                          tr("Its location is not in the directory, so it was imported without an address."),
                          u"location_id"_s);
        add({.service = &service, .location = location}, u"service:"_s + service[u"id"]);
    }

    void placeOnly(const Row& location)
    {
        if (!m_tables.where(u"service_at_location"_s, u"location_id"_s, location[u"id"]).isEmpty() ||
            !m_tables.where(u"services"_s, u"location_id"_s, location[u"id"]).isEmpty())
            return;
        m_reports.add(location, Severity::Note, tr("No service is offered here; it was imported under its own name."));
        add({.location = &location}, u"location:"_s + location[u"id"]);
    }

    void add(Parts parts, const QString& rowId)
    {
        const QString organizationId =
            firstOf({cell(parts.service, {u"organization_id"}), cell(parts.location, {u"organization_id"})});
        parts.organization = find(u"organizations"_s, organizationId);
        if (parts.organization == nullptr && !organizationId.isEmpty())
            m_reports.add(parts.main(), Severity::Warning,
                          tr("Its organization is not in the directory, so it was imported without the name."),
                          u"organization_id"_s);
        ResourceSite site{.id = idOf(parts, rowId)};
        site.source = m_source + u'/' + rowId;
        words(site, parts);
        place(site, parts);
        contact(site, parts);
        site.hours = hoursFrom(nearest(parts, u"schedules"_s), m_reports);
        site.hours += holidaysFrom(nearest(parts, u"holiday_schedules"_s));
        site.languages = languages(parts);
        site.categories = categories(parts);
        const QString status = cell(parts.service, {u"status"}).toLower();
        site.active = status.isEmpty() || status == u"active"_s;
        keep(std::move(site), parts.main());
    }

    /// A UUID names the same thing everywhere; a number only in this directory.
    [[nodiscard]] ResourceSiteId idOf(const Parts& parts, const QString& rowId) const
    {
        const QUuid own = QUuid::fromString(cell(parts.link, {u"id"}));
        return ResourceSiteId(own.isNull() ? QUuid::createUuidV5(m_namespace, rowId) : own);
    }

    void words(ResourceSite& site, const Parts& parts) const
    {
        site.organizationName = cell(parts.organization, {u"name"}).simplified();
        site.locationName = cell(parts.location, {u"name"}).simplified();
        site.serviceName = parts.service ? (*parts.service)[u"name"].simplified() : site.locationName;
        site.description = firstOf({cell(parts.service, {u"description"}), cell(parts.link, {u"description"}),
                                    cell(parts.location, {u"description", u"short_desc"})});
        site.eligibility = eligibility(parts);
        site.applicationProcess = cell(parts.service, {u"application_process"});
        site.cost = cost(parts);
        site.requiredDocuments = firstOf({joined(parts.service, u"required_documents"_s, {u"document"}),
                                          cell(parts.service, {u"required_documents"})});
        site.interpretation = cell(parts.service, {u"interpretation_services"});
        site.alert = cell(parts.service, {u"alert"});
        site.serviceArea =
            firstOf({joined(parts.service, u"service_areas"_s, {u"name", u"service_area", u"description"}),
                     cell(parts.service, {u"service_areas"})});
        site.verifiedOn = parseDate(cell(parts.service, {u"assured_date", u"last_verified"}));
        site.transportation = cell(parts.location, {u"transportation"});
        site.accessibility =
            firstOf({joined(parts.location, u"accessibility"_s, {u"description", u"accessibility", u"details"}),
                     cell(parts.location, {u"accessibility"}).replace(u'_', u' ')});
    }

    void place(ResourceSite& site, const Parts& parts)
    {
        if (parts.location == nullptr)
            return;
        if (const Row* address = addressOf(*parts.location)) {
            site.address1 = (*address)[u"address_1"].simplified();
            site.address2 = (*address)[u"address_2"].simplified();
            site.city = (*address)[u"city"].simplified();
            site.stateProvince = (*address)[u"state_province"].simplified();
            site.postalCode = (*address)[u"postal_code"].simplified();
            site.country = (*address)[u"country"].simplified();
        }
        coordinates(site, *parts.location);
    }

    [[nodiscard]] const Row* addressOf(const Row& location) const
    {
        const auto all = m_tables.where(u"addresses"_s, u"location_id"_s, location[u"id"]);
        for (const Row* address : all)
            if (const QString type = (*address)[u"address_type"]; type.isEmpty() || type == u"physical"_s)
                return address;
        return all.isEmpty() ? nullptr : all.first();
    }

    void coordinates(ResourceSite& site, const Row& location)
    {
        const QString latitude = location[u"latitude"];
        const QString longitude = location[u"longitude"];
        if (latitude.isEmpty() && longitude.isEmpty())
            return;
        bool northOk = false;
        bool eastOk = false;
        const double north = latitude.toDouble(&northOk);
        const double east = longitude.toDouble(&eastOk);
        const bool onEarth = northOk && eastOk && std::abs(north) <= 90 && std::abs(east) <= 180;
        if (onEarth && (north != 0 || east != 0)) { // 0, 0 is what programs write for «unknown».
            site.latitude = north;
            site.longitude = east;
        } else if (!m_badPlaces.contains(location[u"id"])) {
            m_badPlaces.insert(location[u"id"]);
            m_reports.add(location, Severity::Warning,
                          tr("Its coordinates can't be right, so it was imported without them."), u"latitude"_s);
        }
    }

    void contact(ResourceSite& site, const Parts& parts)
    {
        site.website = firstOf({cell(parts.service, {u"url", u"website"}), cell(parts.location, {u"url", u"website"}),
                                cell(parts.organization, {u"website", u"url"})});
        const QString email = firstOf(
            {cell(parts.service, {u"email"}), cell(parts.location, {u"email"}), cell(parts.organization, {u"email"})});
        if (const auto address = EmailAddress::parse(email))
            site.email = address->value();
        else if (!email.isEmpty())
            m_reports.add(parts.main(), Severity::Warning,
                          tr("Its email address can't be right, so it was imported without it."), u"email"_s);
        for (const Row* row : nearest(parts, u"phones"_s))
            phone(site, *row);
    }

    static void phone(ResourceSite& site, const Row& row)
    {
        static const QRegularExpression extension(u"^(.*[0-9])\\s*(?:x|ext\\.?)\\s*([0-9]{1,8})$"_s,
                                                  QRegularExpression::CaseInsensitiveOption);
        SitePhone phone{.number = withoutQuotes(row[u"number"]).left(60),
                        .extension = withoutQuotes(row[u"extension"]).left(20),
                        .type = row.any({u"type", u"number_type"}).simplified().toLower().left(40),
                        .description = row.any({u"description", u"department"}).left(500)};
        if (const auto match = extension.match(phone.number); phone.extension.isEmpty() && match.hasMatch()) {
            phone.number = match.captured(1);
            phone.extension = match.captured(2);
        }
        if (phone.type == u"sms"_s)
            phone.type = u"text"_s;
        if (!phone.number.isEmpty() && !site.phones.contains(phone))
            site.phones.append(phone);
    }

    /// The rows of `table` that belong to the service at this location; else to the service; else to the location; else
    /// to the organisation.
    [[nodiscard]] QList<const Row*> nearest(const Parts& parts, const QString& table) const
    {
        auto rows = m_tables.where(table, u"service_at_location_id"_s, cell(parts.link, {u"id"}));
        if (rows.isEmpty())
            rows = without(m_tables.where(table, u"service_id"_s, cell(parts.service, {u"id"})),
                           {u"service_at_location_id"});
        if (rows.isEmpty())
            rows = without(m_tables.where(table, u"location_id"_s, cell(parts.location, {u"id"})),
                           {u"service_at_location_id", u"service_id"});
        if (rows.isEmpty())
            rows = without(m_tables.where(table, u"organization_id"_s, cell(parts.organization, {u"id"})),
                           {u"service_at_location_id", u"service_id", u"location_id"});
        return rows;
    }

    static QList<const Row*> without(QList<const Row*> rows, std::initializer_list<QStringView> narrower)
    {
        rows.removeIf([&](const Row* row) { return !row->any(narrower).isEmpty(); });
        return rows;
    }

    [[nodiscard]] QString joined(const Row* owner, const QString& table,
                                 std::initializer_list<QStringView> columns) const
    {
        if (owner == nullptr)
            return {};
        QStringList texts;
        const QString column = table == u"accessibility"_s ? u"location_id"_s : u"service_id"_s;
        for (const Row* row : m_tables.where(table, column, (*owner)[u"id"]))
            if (const QString text = row->any(columns); !text.isEmpty() && !texts.contains(text))
                texts.append(text);
        return texts.join(u'\n');
    }

    [[nodiscard]] QString eligibility(const Parts& parts) const
    {
        const QString words = firstOf({cell(parts.service, {u"eligibility_description", u"eligibility"}),
                                       joined(parts.service, u"eligibilities"_s, {u"eligibility", u"description"})});
        if (!words.isEmpty())
            return words;
        const QString from = cell(parts.service, {u"minimum_age"});
        const QString to = cell(parts.service, {u"maximum_age"});
        if (from.isEmpty() && to.isEmpty())
            return {};
        return to.isEmpty()     ? tr("Ages %1 and over").arg(from)
               : from.isEmpty() ? tr("Ages up to %1").arg(to)
                                : tr("Ages %1 to %2").arg(from, to);
    }

    [[nodiscard]] QString cost(const Parts& parts) const
    {
        QStringList lines;
        if (const QString words = cell(parts.service, {u"fees_description", u"fees"}); !words.isEmpty())
            lines.append(words);
        if (parts.service != nullptr)
            for (const Row* row : m_tables.where(u"cost_options"_s, u"service_id"_s, (*parts.service)[u"id"]))
                lines.append(costOption(*row));
        lines.removeAll(QString());
        lines.removeDuplicates();
        return lines.join(u'\n');
    }

    static QString costOption(const Row& row)
    {
        const QString amount =
            QStringList{row[u"amount"], row[u"currency"].toUpper(), row[u"amount_description"]}.join(u' ').simplified();
        const QString option = row[u"option"];
        return option.isEmpty() || amount.isEmpty() ? option + amount : option + u": "_s + amount;
    }

    [[nodiscard]] QStringList languages(const Parts& parts) const
    {
        QStringList names;
        if (parts.service != nullptr)
            for (const Row* row : m_tables.where(u"languages"_s, u"service_id"_s, (*parts.service)[u"id"]))
                names.append(row->any({u"name", u"language", u"code"}));
        if (parts.location != nullptr)
            for (const Row* row : m_tables.where(u"languages"_s, u"location_id"_s, (*parts.location)[u"id"]))
                names.append(row->any({u"name", u"language", u"code"}));
        names += listIn(cell(parts.service, {u"languages"})) + listIn(cell(parts.location, {u"languages"}));
        names.removeAll(QString());
        names.removeDuplicates();
        return names;
    }

    /// Ohana's keywords are its sources' taxonomy in words.
    [[nodiscard]] QStringList categories(const Parts& parts) const
    {
        QStringList names;
        for (const Row* owner : {parts.link, parts.service, parts.location})
            if (owner != nullptr)
                for (const Row* row : m_tables.where(u"attributes"_s, u"link_id"_s, (*owner)[u"id"]))
                    names.append(term(row->any({u"taxonomy_term_id", u"taxonomy_id"})));
        if (parts.service != nullptr)
            for (const Row* row : m_tables.where(u"attributes"_s, u"service_id"_s, (*parts.service)[u"id"]))
                names.append(term(row->any({u"taxonomy_term_id", u"taxonomy_id"})));
        for (const QString& id : listIn(cell(parts.service, {u"taxonomy_ids"})))
            names.append(term(id));
        names += listIn(cell(parts.service, {u"keywords"}));
        names.removeAll(QString());
        names.removeDuplicates();
        return names;
    }

    [[nodiscard]] QString term(const QString& id) const
    {
        const Row* row = find(u"taxonomy_terms"_s, id);
        if (row == nullptr)
            if (const auto ohana = m_tables.where(u"taxonomy_terms"_s, u"taxonomy_id"_s, id); !ohana.isEmpty())
                row = ohana.first();
        return cell(row, {u"name", u"term"}).simplified();
    }

    /// Cuts what is longer than the store takes; a site that still doesn't fit is left out.
    void keep(ResourceSite site, const Row& row)
    {
        if (site.serviceName.isEmpty()) {
            m_reports.add(row, Severity::Skipped, tr("It has no name, so it was left out."), u"name"_s);
            return;
        }
        if (m_seen.contains(site.id)) {
            m_reports.add(row, Severity::Skipped, tr("Its id was used by an earlier row, so it was left out."));
            return;
        }
        QJsonObject fields = records::fieldsOf(site);
        if (cutToFit(fields)) {
            m_reports.add(row, Severity::Warning, tr("Some of its text is longer than Handrail keeps and was cut."));
            if (const auto cut = records::readResourceSite(site.id.uuid(), fields))
                site = *cut;
        }
        if (!records::validate(u"resource_site", fields, true).ok()) {
            m_reports.add(row, Severity::Skipped, tr("It has more text than Handrail keeps, so it was left out."));
            return;
        }
        m_seen.insert(site.id);
        m_sites.append(std::move(site));
    }

    static bool cutToFit(QJsonObject& fields)
    {
        bool cut = false;
        for (const records::Field& field : records::findEntity(u"resource_site")->fields) {
            const QString text = fields.value(field.name).toString();
            if (field.type != records::FieldType::Text || text.size() <= field.maxLength)
                continue;
            fields.insert(field.name, QString(text.left(field.maxLength - 1) + u'…'));
            cut = true;
        }
        return cut;
    }

    const Tables& m_tables;
    QString m_source;
    QUuid m_namespace;
    Reports& m_reports;
    QList<ResourceSite> m_sites;
    QSet<ResourceSiteId> m_seen;
    QSet<QString> m_badPlaces;
};

} // namespace

QList<ResourceSite> buildSites(const Tables& tables, const QString& source, Reports& reports)
{
    return Builder(tables, source, reports).build();
}

} // namespace handrail::server::directory
