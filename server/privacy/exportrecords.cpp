// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/privacy/exportrecords.h"

#include "core/domain/csv.h"
#include "core/domain/hlc.h"
#include "server/audit/auditreader.h"
#include "server/privacy/clientrecords.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

constexpr int rowsRead = 500;

QString tr(const char* text)
{
    return QCoreApplication::translate("Server", text);
}

QJsonObject asJson(const Record& record)
{
    QJsonObject object{{u"id"_s, record.key.toString(QUuid::WithoutBraces)}};
    for (auto it = record.fields.begin(); it != record.fields.end(); ++it)
        object.insert(it.key(), it.value());
    return object;
}

QString cellOf(const QJsonValue& value)
{
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    if (value.isDouble())
        return QString::number(value.toDouble(), 'g', 17);
    return value.toVariant().toString();
}

QStringList columnsOf(const records::Entity& entity)
{
    QStringList columns{u"id"_s};
    for (const records::Field& field : entity.fields)
        columns.append(field.name);
    return columns;
}

/// One file of an export: a JSON list, or CSV with a line of names.
class ExportFile
{
public:
    ExportFile(const QString& folder, const QString& name, ExportForm form, const QStringList& columns)
        : m_file(QDir(folder).filePath(name + (form == ExportForm::Json ? u".json"_s : u".csv"_s)))
        , m_form(form)
        , m_columns(columns)
    {
    }
    Result<void> open()
    {
        if (!m_file.open(QIODevice::WriteOnly) ||
            !m_file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner))
            return trouble();
        m_file.write(m_form == ExportForm::Json ? QByteArray("[") : csvOf({m_columns}, true));
        return {};
    }
    void add(const QJsonObject& object)
    {
        if (m_form == ExportForm::Json) {
            m_file.write(m_isFirst ? "\n" : ",\n");
            m_file.write(QJsonDocument(object).toJson(QJsonDocument::Compact));
        } else {
            QStringList cells;
            for (const QString& column : std::as_const(m_columns))
                cells.append(cellOf(object[column]));
            m_file.write(csvOf({cells}, false));
        }
        m_isFirst = false;
    }
    Result<void> close()
    {
        if (m_form == ExportForm::Json)
            m_file.write("\n]\n");
        return m_file.commit() ? Result<void>() : trouble();
    }

private:
    [[nodiscard]] Error trouble() const
    {
        return {ErrorCode::StorageTrouble, tr("The file %1 can't be written.").arg(m_file.fileName())};
    }
    QSaveFile m_file;
    ExportForm m_form;
    QStringList m_columns;
    bool m_isFirst = true;
};

/// The changes of these records, the oldest first.
Result<QJsonArray> historyOf(Database& db, const AgencyId& agency, const ClientRecords& found)
{
    QStringList all;
    for (const QStringList& ids : found.byKind)
        all += ids;
    QMap<qint64, QJsonObject> bySeq;
    const auto read = forIds(
        db, u"SELECT seq, entity, record_id, stamp, fields FROM change_log WHERE agency_id = ? AND record_id IN (%1)"_s,
        {bound(agency)}, all, [&](const Rows& row) {
            const auto stamp = Stamp::fromString(row.value(3).toString());
            bySeq.insert(row.value(0).toLongLong(),
                         {{u"kind"_s, row.value(1).toString()},
                          {u"record"_s, row.value(2).toString()},
                          {u"at"_s, stamp ? stamp->wallMs : 0},
                          {u"device"_s, stamp ? stamp->device.toString(QUuid::WithoutBraces) : QString()},
                          {u"fields"_s, QJsonDocument::fromJson(row.value(4).toString().toUtf8()).object()}});
        });
    if (!read)
        return read.error();
    QJsonArray history;
    for (const QJsonObject& change : std::as_const(bySeq))
        history.append(change);
    return history;
}

/// Rows of a table of the gateway, with the named columns.
Result<QJsonArray> rowsOf(Database& db, const AgencyId& agency, const char* table, const QStringList& columns,
                          const char* key, const QStringList& ids)
{
    QJsonArray all;
    const QString sql = u"SELECT %1 FROM %2 WHERE agency_id = ? AND %3 IN ("_s.arg(columns.join(u','), QLatin1String(table),
                                                                                  QLatin1String(key)) +
                        u"%1)"_s;
    const auto read = forIds(db, sql, {bound(agency)}, ids, [&](const Rows& row) {
        QJsonObject object;
        for (int i = 0; i < columns.size(); ++i)
            object.insert(columns[i], QJsonValue::fromVariant(row.value(i)));
        all.append(object);
    });
    return read ? Result<QJsonArray>(all) : read.error();
}

/// Who opened, changed, shared, exported the person's records, and when: the newest first.
Result<QJsonArray> auditOf(Database& db, const AgencyId& agency, const ClientRecords& found)
{
    QJsonArray all;
    for (const QString& client : found.clients) {
        const auto lines = readAudit(db, agency, {.about = client, .limit = std::numeric_limits<int>::max()});
        if (!lines)
            return lines.error();
        for (const AuditLine& line : *lines) {
            // Whom else it was about is nothing of this client.
            QJsonObject details = line.entry.details;
            details.remove(clientsOfEntry);
            all.append(QJsonObject{{u"number"_s, line.number},
                                   {u"at"_s, line.at.toString(Qt::ISODate)},
                                   {u"who"_s, line.entry.by.who},
                                   {u"device"_s, line.entry.by.device ? line.entry.by.device->toString() : QString()},
                                   {u"what"_s, line.entry.what},
                                   {u"details"_s, details}});
        }
    }
    return all;
}

Result<void> readyFolder(const QString& path)
{
    const QDir folder(path);
    if (folder.exists() && !folder.isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot))
        return Error{ErrorCode::Conflict, tr("The folder %1 is not empty. Name a new one, so that nothing is mixed up.").arg(path)};
    if (!QDir().mkpath(path) ||
        !QFile::setPermissions(path, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner))
        return Error{ErrorCode::StorageTrouble, tr("The folder %1 can't be made.").arg(path)};
    return {};
}

Result<qint64> exportKind(RecordReader& reader, const records::Entity& entity, ExportForm form, const QString& folder)
{
    ExportFile file(folder, entity.name, form, columnsOf(entity));
    if (auto opened = file.open(); !opened)
        return opened.error();
    qint64 count = 0;
    QString last = u""_s; // null would be NULL, which nothing is greater than
    for (;;) {
        const auto rows = reader.select(QString(entity.name), u"id > ? ORDER BY id LIMIT ?"_s, {last, rowsRead});
        if (!rows)
            return rows.error();
        for (const Record& row : *rows)
            file.add(asJson(row));
        count += rows->size();
        if (rows->size() < rowsRead)
            break;
        last = rows->last().key.toString(QUuid::WithoutBraces);
    }
    const auto closed = file.close();
    return closed ? Result<qint64>(count) : closed.error();
}

Result<qint64> exportClientToFolder(const QJsonObject& document, ExportForm form, const QString& folder)
{
    qint64 count = 0;
    const QJsonObject kinds = document[u"records"].toObject();
    if (form == ExportForm::Json) {
        QSaveFile file(QDir(folder).filePath(u"client.json"_s));
        if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) ||
            file.write(QJsonDocument(document).toJson()) < 0 || !file.commit())
            return Error{ErrorCode::StorageTrouble, tr("The file %1 can't be written.").arg(file.fileName())};
    }
    for (auto it = kinds.begin(); it != kinds.end(); ++it) {
        const QJsonArray records = it.value().toArray();
        count += records.size();
        if (form == ExportForm::Json || records.isEmpty())
            continue;
        ExportFile file(folder, it.key(), form, columnsOf(*records::findEntity(it.key())));
        if (auto opened = file.open(); !opened)
            return opened.error();
        for (const QJsonValue& record : records)
            file.add(record.toObject());
        if (auto closed = file.close(); !closed)
            return closed.error();
    }
    return count;
}

Result<qint64> exportAgency(Database& db, const AgencyId& agency, ExportForm form, const QString& folder)
{
    qint64 count = 0;
    RecordReader reader(db, agency);
    for (const records::Entity& entity : records::schema()) {
        const auto written = exportKind(reader, entity, form, folder);
        if (!written)
            return written;
        count += *written;
    }
    return count;
}

} // namespace

Result<QJsonObject> exportClient(Database& db, const AgencyId& agency, const ClientId& client,
                                 const Environment& environment, const Actor& by)
{
    RecordReader reader(db, agency);
    const auto found = recordsOfClient(reader, client);
    if (!found)
        return found.error();
    QJsonObject kinds;
    for (auto it = found->byKind.begin(); it != found->byKind.end(); ++it) {
        QJsonArray records;
        for (const QString& id : it.value()) {
            const QUuid key = QUuid::fromString(id);
            const auto fields = reader.find(it.key(), key);
            if (!fields)
                return fields.error();
            if (*fields)
                records.append(asJson({key, **fields}));
        }
        kinds.insert(it.key(), records);
    }
    const auto history = historyOf(db, agency, *found);
    const auto links = rowsOf(db, agency, "link_token", {u"kind"_s, u"share_id"_s, u"referral_id"_s, u"message_id"_s, u"channel"_s, u"address"_s, u"made_at"_s, u"expires_at"_s, u"revoked"_s, u"left_at"_s},
                              "message_id", found->of(u"message"_s));
    const auto printed = rowsOf(db, agency, "printed_link", {u"referral_ids"_s, u"language"_s, u"first_name"_s, u"made_by"_s, u"made_at"_s, u"expires_at"_s, u"revoked"_s, u"left_at"_s},
                                "client_id", found->clients);
    const auto tries = rowsOf(db, agency, "intent", {u"message_id"_s, u"committed_at"_s, u"outcome"_s, u"carrier_id"_s, u"resolved_at"_s, u"tries"_s},
                              "message_id", found->of(u"message"_s));
    QStringList addresses;
    for (const Address& address : std::as_const(found->ownAddresses))
        addresses.append(address.value());
    const auto automatic = rowsOf(db, agency, "auto_reply", {u"address"_s, u"day"_s}, "address", addresses);
    const auto audit = auditOf(db, agency, *found);
    for (const auto* part : {&history, &links, &printed, &tries, &automatic, &audit})
        if (!part->ok())
            return part->error();
    if (auto kept = writeAudit(db, agency, environment,
                               {by, audited::exported, client.toString(), {{u"records"_s, found->count()}}});
        !kept)
        return kept.error();
    return QJsonObject{{u"format"_s, u"handrail-client-1"_s},
                       {u"exported_at"_s, environment.clock.now().toUTC().toString(Qt::ISODate)},
                       {u"client_id"_s, client.toString()},
                       {u"records"_s, kinds},
                       {u"history"_s, *history},
                       {u"links"_s, *links},
                       {u"printed_links"_s, *printed},
                       {u"tries"_s, *tries},
                       {u"auto_replies"_s, *automatic},
                       {u"audit"_s, *audit}};
}

Result<qint64> exportToFolder(Database& db, const AgencyId& agency, const std::optional<ClientId>& client, ExportForm form,
                              const QString& folder, const Environment& environment, const Actor& by)
{
    if (auto ready = readyFolder(folder); !ready)
        return ready.error();
    if (client) {
        const auto document = exportClient(db, agency, *client, environment, by);
        return document ? exportClientToFolder(*document, form, folder) : document.error();
    }
    const auto count = exportAgency(db, agency, form, folder);
    if (!count)
        return count;
    const auto kept = writeAudit(db, agency, environment,
                                 {by, audited::exported, agency.toString(), {{u"records"_s, *count}}});
    return kept ? count : kept.error();
}

} // namespace handrail::server
