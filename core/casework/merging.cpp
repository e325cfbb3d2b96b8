// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/casework/merging.h"

#include "core/casework/edits.h"
#include "core/casework/refusal.h"
#include "core/domain/mergedclients.h"
#include "core/domain/records/codec.h"

using namespace Qt::Literals::StringLiterals;

namespace handrail::casework {

namespace {

Error areOne()
{
    return refusal(ErrorCode::Conflict, QT_TRANSLATE_NOOP("Casework", "These two are one client already."));
}

Error isOver()
{
    return refusal(ErrorCode::Conflict, QT_TRANSLATE_NOOP("Casework", "This merge was taken back already, or another "
                                                                      "one came over it. There is nothing to undo."));
}

Result<Client> mustFind(const Result<std::optional<Client>>& found)
{
    if (!found)
        return found.error();
    if (!*found)
        return refusal(ErrorCode::NotFound, QT_TRANSLATE_NOOP("Casework", "This client is no longer there."));
    return **found;
}

Result<MergeSide> sideOf(Desk& desk, const ClientId& id)
{
    const auto client = mustFind(desk.store.clients().client(id));
    if (!client)
        return client.error();
    MergeSide side{.client = *client};
    if (client->assignedWorkerId) {
        const auto worker = desk.store.agencies().user(*client->assignedWorkerId);
        if (!worker)
            return worker.error();
        side.workerName = *worker ? (*worker)->displayName : QString();
    }
    ReferralQuery query;
    query.client = client->id;
    const auto referrals = desk.store.referrals().count(query);
    if (!referrals)
        return referrals.error();
    side.referrals = *referrals;
    return side;
}

QStringList fieldsOfValue(ProfileValue value)
{
    switch (value) {
    case ProfileValue::Name:
        return {u"given_name"_s, u"family_name"_s};
    case ProfileValue::Language:
        return {u"language"_s};
    case ProfileValue::TimeZone:
        return {u"time_zone"_s, u"time_zone_guessed"_s};
    case ProfileValue::BirthDate:
        return {u"birth_date"_s};
    case ProfileValue::Worker:
        return {u"assigned_worker_id"_s, u"team_id"_s};
    }
    Q_UNREACHABLE();
    return {};
}

MergeNote noteOf(const Client& kept, const Client& gone, const QSet<ProfileValue>& fromGone)
{
    MergeNote note{gone.id, kept.id, gone.fullName(), kept.fullName(), {}, {}};
    const QJsonObject before = records::fieldsOf(kept);
    const QJsonObject other = records::fieldsOf(gone);
    for (const ProfileValue value : fromGone) {
        for (const QString& field : fieldsOfValue(value)) {
            if (before.value(field) == other.value(field))
                continue;
            note.before.insert(field, before.value(field));
            note.after.insert(field, other.value(field));
        }
    }
    return note;
}

Activity activityOf(Desk& desk, ActivityKind kind, const ClientId& client, const MergeNote& note)
{
    return {.id = ActivityId(desk.ids.next()),
            .kind = kind,
            .clientId = client,
            .at = desk.clock.now(),
            .workerId = desk.worker,
            .text = note.toText()};
}

MergedInto mergedIntoOf(Desk& desk, Result<void>& trouble)
{
    return [&desk, &trouble](const ClientId& id) -> std::optional<ClientId> {
        const auto client = desk.store.clients().record(id);
        if (!client) {
            trouble = client.error();
            return std::nullopt;
        }
        return *client ? (*client)->mergedInto : std::nullopt;
    };
}

/// The merge that an activity tells of, where it is still in force for all that the activity says.
Result<MergeNote> mergeToUndo(Desk& desk, const ActivityId& id)
{
    const auto row = desk.store.activities().activity(id);
    if (!row)
        return row.error();
    const auto note = *row ? MergeNote::fromText((*row)->activity.text) : std::nullopt;
    if (!note || (*row)->activity.kind != ActivityKind::ClientMerged)
        return refusal(ErrorCode::NotFound, QT_TRANSLATE_NOOP("Casework", "This entry tells of no merge."));
    if ((*row)->reverted)
        return isOver();
    return *note;
}

} // namespace

Result<QList<MergeSide>> prepareMerge(Desk& desk, const ClientId& a, const ClientId& b)
{
    const auto first = sideOf(desk, a);
    const auto second = sideOf(desk, b);
    if (!first || !second)
        return first ? second.error() : first.error();
    if (first->client.id == second->client.id)
        return areOne();
    const bool keepSecond = second->referrals > first->referrals ||
                            (second->referrals == first->referrals && second->client.id < first->client.id);
    return keepSecond ? QList<MergeSide>{*second, *first} : QList<MergeSide>{*first, *second};
}

Result<ActivityId> mergeClients(Desk& desk, const MergeForm& form)
{
    const auto kept = mustFind(desk.store.clients().client(form.kept));
    const auto gone = mustFind(desk.store.clients().client(form.gone));
    if (!kept || !gone)
        return kept ? gone.error() : kept.error();
    if (kept->id == gone->id)
        return areOne();
    const MergeNote note = noteOf(*kept, *gone, form.fromGone);
    QList<Edit> edits = {{u"client"_s, gone->id.uuid(), {{u"merged_into"_s, kept->id.toString()}}}};
    if (!note.after.isEmpty())
        edits.append({u"client"_s, kept->id.uuid(), note.after});
    const Activity activity = activityOf(desk, ActivityKind::ClientMerged, kept->id, note);
    edits += editsOf({activity});
    if (const auto committed = desk.store.edits().commit(edits); !committed)
        return committed.error();
    return activity.id;
}

Result<void> undoMerge(Desk& desk, const ActivityId& id)
{
    const auto note = mergeToUndo(desk, id);
    if (!note)
        return note.error();
    Result<void> trouble;
    const QList<ClientId> letGo = toLetGo(note->gone, note->kept, mergedIntoOf(desk, trouble));
    if (!trouble)
        return trouble;
    if (letGo.isEmpty())
        return isOver();
    QList<Edit> edits;
    for (const ClientId& client : letGo)
        edits.append({u"client"_s, client.uuid(), {{u"merged_into"_s, QJsonValue::Null}}});
    const auto kept = mustFind(desk.store.clients().record(note->kept));
    if (!kept)
        return kept.error();
    if (const QJsonObject restored = restoredFields(*note, records::fieldsOf(*kept)); !restored.isEmpty())
        edits.append({u"client"_s, kept->id.uuid(), restored});
    QList<Activity> activities = {activityOf(desk, ActivityKind::ClientUnmerged, note->kept, *note),
                                  activityOf(desk, ActivityKind::ClientUnmerged, note->gone, *note)};
    for (Activity& activity : activities)
        activity.revertsId = id;
    return desk.store.edits().commit(edits + editsOf(activities));
}

Result<void> sayTheyAreTwo(Desk& desk, const ClientId& a, const ClientId& b)
{
    const DifferentPeople said{desk.ids.next(), std::min(a, b), std::max(a, b), desk.worker, desk.clock.now()};
    return desk.store.edits().commit({records::editOf("different_people", said.id, said)});
}

} // namespace handrail::casework
