// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"

#include <QIODevice>
#include <QJsonObject>
#include <QSet>

namespace handrail::server::fhir {

enum class Format {
    Ndjson,      ///< A resource a line, as FHIR's bulk data has it.
    Transaction, ///< A Bundle of PUTs: a FHIR server that takes it twice has everything once.
    Collection,  ///< A Bundle to read.
};

/// Writes resources as they come, so that an export of any size needs little memory. One that was written already is
/// left out.
class BundleWriter
{
public:
    /// `base`: where a FHIR server would have the resources (https://...); stands in a Bundle's fullUrl.
    BundleWriter(QIODevice& out, Format format, QString base);
    void add(const QJsonObject& resource);
    /// Whether one of that type and id was written.
    [[nodiscard]] bool has(const QString& type, const QUuid& id) const;
    /// The end of the file; an error where something could not be written.
    Result<void> finish();
    [[nodiscard]] const QHash<QString, int>& counts() const { return m_counts; }

private:
    void write(const QByteArray& bytes);
    [[nodiscard]] QJsonObject entryOf(const QJsonObject& resource, const QString& address) const;

    QIODevice& m_out;
    Format m_format;
    QString m_base;
    QSet<QString> m_written;
    QHash<QString, int> m_counts;
    bool m_failed = false;
};

} // namespace handrail::server::fhir
