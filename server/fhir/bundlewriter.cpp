// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/fhir/bundlewriter.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QUuid>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server::fhir {

namespace {

QByteArray compact(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

BundleWriter::BundleWriter(QIODevice& out, Format format, QString base)
    : m_out(out)
    , m_format(format)
    , m_base(std::move(base))
{
    while (m_base.endsWith(u'/'))
        m_base.chop(1);
    if (m_format == Format::Transaction)
        write(R"({"resourceType":"Bundle","type":"transaction","entry":[)");
    else if (m_format == Format::Collection)
        write(R"({"resourceType":"Bundle","type":"collection","entry":[)");
}

void BundleWriter::add(const QJsonObject& resource)
{
    const QString type = resource.value(u"resourceType").toString();
    const QString address = type + u'/' + resource.value(u"id").toString();
    if (m_written.contains(address))
        return;
    if (m_format == Format::Ndjson)
        write(compact(resource) + '\n');
    else
        write((m_written.isEmpty() ? "\n" : ",\n") + compact(entryOf(resource, address)));
    m_written.insert(address);
    ++m_counts[type];
}

QJsonObject BundleWriter::entryOf(const QJsonObject& resource, const QString& address) const
{
    QJsonObject entry{{u"fullUrl"_s, m_base + u'/' + address}, {u"resource"_s, resource}};
    if (m_format == Format::Transaction)
        entry.insert(u"request"_s, QJsonObject{{u"method"_s, u"PUT"_s}, {u"url"_s, address}});
    return entry;
}

bool BundleWriter::has(const QString& type, const QUuid& id) const
{
    return m_written.contains(type + u'/' + id.toString(QUuid::WithoutBraces));
}

Result<void> BundleWriter::finish()
{
    if (m_format != Format::Ndjson)
        write("\n]}\n");
    if (m_failed)
        return Error{ErrorCode::StorageTrouble,
                     QCoreApplication::translate("Fhir", "The file could not be written to its end: %1")
                         .arg(m_out.errorString())};
    return {};
}

void BundleWriter::write(const QByteArray& bytes)
{
    m_failed = m_failed || m_out.write(bytes) != bytes.size();
}

} // namespace handrail::server::fhir
