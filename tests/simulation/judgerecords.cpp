// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/recordtables.h"
#include "server/store/records.h"
#include "tests/simulation/judge.h"

using namespace Qt::Literals::StringLiterals;

/// I11: a desk's store, record by record and field by field, against the server's, in all that its user may see.
namespace handrail::sim {

namespace {

QString differs(const records::Entity& entity, const QJsonObject& here, const QJsonObject& there)
{
    for (const records::Field& field : entity.fields) {
        const QJsonValue a = here[field.name], b = there[field.name];
        if (a != b && !((a.isNull() || a.isUndefined()) && (b.isNull() || b.isUndefined())))
            return field.name;
    }
    return {};
}

} // namespace

void Judge::compareRecords(const Seat& seat, const QString& file, const QByteArray& key)
{
    const auto database = Database::open(file, SecureBytes::take(QByteArray(key)));
    if (!database)
        return fail(u"I5"_s, u"the store of %1 can't be read: %2"_s.arg(QString::fromLatin1(seat.name),
                                                                        database.error().sentence));
    RecordTables tables(**database);
    const AgencyId agency = m_founding.agencies[seat.agency].id;
    server::RecordReader onServer(*reader(), agency);
    for (const records::Entity& entity : records::schema()) {
        const auto here = tables.select(entity, u"ORDER BY id"_s, {});
        const auto there = onServer.select(QString(entity.name), u"1 = 1"_s, {});
        if (!here || !there)
            return fail(u"I11"_s, u"the records «%1» can't be read"_s.arg(entity.name));
        QHash<QUuid, QJsonObject> mine;
        for (const RecordTables::Row& row : *here)
            mine.insert(row.key, row.fields);
        for (const server::Record& record : *there)
            if (const QString what = compareOne(seat, entity, record, mine); !what.isEmpty())
                return fail(u"I11"_s, what);
        for (auto it = mine.cbegin(); it != mine.cend(); ++it)
            if (!m_refused.contains(it.key()))
                return fail(u"I11"_s, u"desk %1 has a %2 that is not on the server, or that it may not see"_s.arg(
                                          QString::fromLatin1(seat.name), entity.name));
    }
    m_stage.trace.saw("a desk's whole store is compared with the server's");
}

/// What is wrong with it; what is compared leaves `mine`.
QString Judge::compareOne(const Seat& seat, const records::Entity& entity, const server::Record& record,
                          QHash<QUuid, QJsonObject>& mine)
{
    const bool isHere = mine.contains(record.key);
    const QJsonObject fields = mine.value(record.key);
    const Change change{.id = ChangeId(QUuid()), .entity = entity.name, .key = record.key, .stamp = {}, .fields = record.fields};
    learnOwner(change);
    const QUuid owner = m_clientOf.value(record.key);
    const QUuid user = QUuid::fromString(record.fields["user_id"_L1].toString());
    const bool seen = user.isNull() ? owner.isNull() || maySee(seat, owner) : user == seat.user.id.uuid();
    const QString desk = QString::fromLatin1(seat.name);
    if (!seen)
        return isHere && !m_refused.contains(record.key)
                   ? u"desk %1 keeps a %2 of a client whom it may not see any more"_s.arg(desk, entity.name)
                   : (mine.remove(record.key), QString());
    mine.remove(record.key);
    if (m_refused.contains(record.key))
        return {};
    if (!isHere)
        return u"desk %1 lacks a %2 that it may see"_s.arg(desk, entity.name);
    const QString field = differs(entity, fields, record.fields);
    return field.isEmpty() ? QString()
                           : u"desk %1 and the server do not agree about %2.%3 of %4"_s.arg(
                                 desk, entity.name, field, record.key.toString(QUuid::WithoutBraces).right(6));
}

} // namespace handrail::sim
