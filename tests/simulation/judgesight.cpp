// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/wire.h"
#include "core/protocol/wirepeople.h"
#include "tests/simulation/judge.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

/// Who may see what (I12, R11): the judge's own account of who takes care of whom, held against every byte that a device
/// is given.
namespace handrail::sim {

namespace {

QUuid idIn(const QJsonObject& fields, QLatin1String name)
{
    return QUuid::fromString(fields[name].toString());
}

} // namespace

/// What a push that the server took says about whose a record is.
void Judge::learnCare(const Change& change)
{
    learnOwner(change);
    if (change.entity != "client"_L1)
        return;
    Care& care = m_care[change.key];
    for (auto [name, value] : {std::pair("assigned_worker_id"_L1, &care.worker), std::pair("team_id"_L1, &care.team),
                               std::pair("merged_into"_L1, &care.mergedInto)})
        if (change.fields.contains(name) && replaces(change.stamp, value->stamp)) {
            value->id = idIn(change.fields, name);
            value->stamp = change.stamp;
        }
    if (const QString name = change.fields["family_name"_L1].toString(); !name.isEmpty())
        m_names[change.key].insert(name);
}

void Judge::learnOwner(const Change& change)
{
    if (m_clientOf.contains(change.key))
        return;
    QUuid client = change.entity == "client"_L1 ? change.key : idIn(change.fields, "client_id"_L1);
    if (client.isNull() && change.entity == "consent_withdrawal"_L1)
        client = m_clientOf.value(idIn(change.fields, "share_id"_L1));
    if (client.isNull() && change.entity == "reply_reading"_L1)
        client = m_clientOf.value(idIn(change.fields, "reply_id"_L1));
    if (!client.isNull())
        m_clientOf.insert(change.key, client);
}

/// The end of the chain of merges; of a ring its smallest id (decision 0135).
QUuid Judge::keptOne(const QUuid& client) const
{
    QList<QUuid> chain{client};
    for (;;) {
        const QUuid next = m_care.value(chain.last()).mergedInto.id;
        if (next.isNull() || !m_care.contains(next))
            return chain.last();
        if (const qsizetype ring = chain.indexOf(next); ring >= 0)
            return *std::min_element(chain.begin() + ring, chain.end(), [](const QUuid& a, const QUuid& b) {
                return a.toString() < b.toString();
            });
        chain.append(next);
    }
}

bool Judge::maySee(const Seat& seat, const QUuid& client) const
{
    const Staff& staff = m_staff.value(seat.user.id);
    if (staff.role == Role::Administrator || staff.role == Role::Agent)
        return true;
    const Care care = m_care.value(keptOne(client));
    if (care.worker.id.isNull() && care.team.id.isNull())
        return true;
    if (care.worker.id == seat.user.id.uuid())
        return true;
    if (staff.team.isNull())
        return false;
    if (staff.role == Role::Supervisor)
        return care.team.id == staff.team || m_staff.value(UserId(care.worker.id)).team == staff.team;
    return care.worker.id.isNull() && care.team.id == staff.team;
}

void Judge::checkSight(const Seat& seat, const server::Request& request, const server::Response& response)
{
    // Whether its data have to go is all that a device may still ask, and yes or no is all that it is told.
    const bool wipeAsked = request.path == "/v1/wipe" && (response.body == R"({"wipe":false})" || response.body == R"({"wipe":true})");
    if (m_staff.value(seat.user.id).disabled && response.status != 401 && response.status != 403 && !wipeAsked)
        return fail(u"I12"_s, u"%1, whose account is disabled, got the answer %2 to %3"_s.arg(QString::fromLatin1(seat.name))
                                  .arg(response.status)
                                  .arg(QString::fromLatin1(request.path)));
    for (const QString& name : std::as_const(m_erasedNames))
        if (response.body.contains('"' + name.toUtf8() + '"'))
            return fail(u"I12"_s, u"%1 was given the name of a client who was erased, by %2"_s.arg(
                                      QString::fromLatin1(seat.name), QString::fromLatin1(request.path)));
    if (response.status != 200 || request.method != "GET")
        return;
    const QJsonObject body = QJsonDocument::fromJson(response.body).object();
    QList<Change> given;
    if (request.path == "/v1/changes") {
        if (const auto answer = protocol::readPullAnswer(body))
            given = answer->changes;
    } else if (request.path == "/v1/snapshot") {
        if (const auto answer = protocol::readSnapshotAnswer(body))
            given = answer->records;
    }
    for (const Change& change : std::as_const(given)) {
        learnOwner(change);
        const QUuid client = m_clientOf.value(change.key);
        if (!client.isNull() && !maySee(seat, client))
            return fail(u"I12"_s, u"%1 was given a %2 of a client whom it may not see"_s.arg(
                                      QString::fromLatin1(seat.name), change.entity));
    }
}

/// POST /v1/admin/people/{id}, answered well.
void Judge::staffChanged(const server::Request& request)
{
    const auto id = UserId::fromString(QString::fromLatin1(request.path.split('/').value(4)));
    const auto asked = protocol::readPersonRequest(QJsonDocument::fromJson(request.body).object());
    if (!id || !asked)
        return;
    Staff& staff = m_staff[*id];
    if (asked->team)
        staff.team = *asked->team ? (*asked->team)->uuid() : QUuid();
    if (asked->role)
        staff.role = *asked->role;
    if (asked->disabled) {
        staff.disabled = *asked->disabled;
        m_stage.trace.saw(*asked->disabled ? "an account is disabled" : "an account is enabled again");
    } else {
        m_stage.trace.saw("staff move to another team or role");
    }
}

/// POST /v1/admin/clients/{id}/erase, answered well: the whole family goes.
void Judge::erased(const server::Request& request)
{
    const QUuid asked = QUuid::fromString(QString::fromLatin1(request.path.split('/').value(4)));
    const QUuid kept = keptOne(asked);
    for (auto it = m_care.cbegin(); it != m_care.cend(); ++it)
        if (it.key() == asked || keptOne(it.key()) == kept)
            m_erased.insert(it.key());
    m_erased.insert(asked);
    for (const QUuid& gone : std::as_const(m_erased))
        m_erasedNames.unite(m_names.value(gone));
    m_stage.trace.saw("a client is erased");
}

bool Judge::isErased(const QUuid& client) const
{
    return m_erased.contains(client);
}

} // namespace handrail::sim
