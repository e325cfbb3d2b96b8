// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/casework/clients.h"

#include "core/casework/edits.h"
#include "core/casework/refusal.h"
#include "core/casework/typedaddress.h"
#include "core/domain/records/codec.h"

#include <QRegularExpression>
#include <QSet>
#include <QTimeZone>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace handrail::casework {

namespace {

constexpr qsizetype maxNameLength = 200;
constexpr qsizetype maxLabelLength = 60;
constexpr qsizetype maxZoneLength = 64;
constexpr qsizetype maxLanguageLength = 35;

QString say(const char* sentence)
{
    return QCoreApplication::translate("Casework", sentence);
}

QString nameProblem(const QString& name, bool required)
{
    if (name.size() > maxNameLength)
        return say(QT_TRANSLATE_NOOP("Casework", "This is too long for a name: it may have 200 characters."));
    if (required && name.trimmed().isEmpty())
        return say(QT_TRANSLATE_NOOP("Casework", "Enter the client's first name, or the name they go by."));
    if (!name.isValidUtf16() ||
        std::any_of(name.begin(), name.end(), [](QChar c) { return c.category() == QChar::Other_Control; }))
        return say(QT_TRANSLATE_NOOP("Casework", "A name can't have line breaks or other control characters in it."));
    return {};
}

QString languageProblem(const QString& language)
{
    static const QRegularExpression shape(u"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$"_s);
    if (language.size() <= maxLanguageLength && shape.match(language).hasMatch())
        return {};
    return say(QT_TRANSLATE_NOOP("Casework", "Choose the language in which the client reads messages."));
}

QString timeZoneProblem(const QString& zone)
{
    if (!zone.isEmpty() && zone.size() <= maxZoneLength && QTimeZone::isTimeZoneIdAvailable(zone.toLatin1()))
        return {};
    return say(QT_TRANSLATE_NOOP("Casework", "Choose the client's time zone: it decides when messages go out."));
}

QString birthDateProblem(const QDate& date)
{
    if (date.isNull() || (date.isValid() && date.year() >= 1880))
        return {};
    return say(QT_TRANSLATE_NOOP("Casework", "This date of birth can't be right."));
}

/// An empty line of the form is no contact point; emptied, an old one is removed.
bool isBlank(const ContactPointDraft& point)
{
    return point.typed.size() < maxNameLength && point.typed.trimmed().isEmpty();
}

/// What is seen while the contact points are gone through in order.
struct SeenContactPoints
{
    QSet<QString> addresses;
    QSet<int> primaries;
};

QString contactPointProblem(const ContactPointDraft& point, const PhoneNumbers& phones, const QString& region,
                            SeenContactPoints& seen)
{
    const auto address = readTyped(point.channel, point.typed, phones, region);
    if (!address)
        return address.error().sentence;
    if (seen.addresses.contains(address->ledgerKey()))
        return say(point.channel == Channel::Text
                       ? QT_TRANSLATE_NOOP("Casework", "This phone number stands here twice.")
                       : QT_TRANSLATE_NOOP("Casework", "This email address stands here twice."));
    seen.addresses.insert(address->ledgerKey());
    if (point.primary && seen.primaries.contains(int(point.channel)))
        return say(point.channel == Channel::Text
                       ? QT_TRANSLATE_NOOP("Casework", "Only one phone number can be the primary one.")
                       : QT_TRANSLATE_NOOP("Casework", "Only one email address can be the primary one."));
    if (point.primary)
        seen.primaries.insert(int(point.channel));
    return {};
}

QList<FieldProblem> contactPointProblems(const QList<ContactPointDraft>& points, const PhoneNumbers& phones,
                                         const QString& region)
{
    if (points.size() > maxContactPoints)
        return {{u"contact_points[%1]"_s.arg(maxContactPoints),
                 say(QT_TRANSLATE_NOOP("Casework", "A profile holds 20 phone numbers and email addresses at most."))}};
    QList<FieldProblem> problems;
    SeenContactPoints seen;
    for (qsizetype i = 0; i < points.size(); ++i) {
        if (isBlank(points[i]))
            continue;
        const QString field = u"contact_points[%1]"_s.arg(i);
        if (const QString sentence = contactPointProblem(points[i], phones, region, seen); !sentence.isEmpty())
            problems.append({field, sentence});
        if (points[i].label.size() > maxLabelLength || points[i].label.contains(QChar(u'\0')))
            problems.append({field + u".label"_s,
                             say(QT_TRANSLATE_NOOP("Casework", "This label is too long: it may have 60 characters."))});
    }
    return problems;
}

/// The client to edit, or an empty one that is the worker's.
Result<Client> clientToChange(Desk& desk, const std::optional<ClientId>& id)
{
    if (id) {
        auto found = desk.store.clients().client(*id);
        if (!found)
            return found.error();
        if (!*found)
            return refusal(ErrorCode::NotFound, QT_TRANSLATE_NOOP("Casework", "This client is no longer there."));
        return std::move(**found);
    }
    const auto worker = desk.store.agencies().user(desk.worker);
    if (!worker)
        return worker.error();
    Client client{.id = ClientId(desk.ids.next())};
    client.assignedWorkerId = desk.worker;
    if (*worker)
        client.teamId = (*worker)->teamId;
    return client;
}

Client withDraft(Client client, const ClientDraft& draft)
{
    client.givenName = draft.givenName.trimmed();
    client.familyName = draft.familyName.trimmed();
    client.language = draft.language;
    client.timeZone = draft.timeZone;
    client.birthDate = draft.birthDate;
    client.timeZoneGuessed = draft.timeZoneGuessed;
    return client;
}

/// Every contact point of the client and of those merged into it; the profile shows each address once.
Result<QList<ContactPoint>> allContactPoints(Desk& desk, const ClientId& client)
{
    const auto family = desk.store.clients().family(client);
    if (!family)
        return family.error();
    QList<ContactPoint> all;
    for (const ClientId& member : *family) {
        const auto record = desk.store.clients().record(member);
        if (!record)
            return record.error();
        if (*record)
            all += (*record)->contactPoints;
    }
    return all;
}

Result<QList<Edit>> contactPointEdits(Desk& desk, const Client& before, const QList<ContactPointDraft>& drafts,
                                      const QString& region)
{
    QList<Edit> edits;
    QSet<ContactPointId> kept;
    for (const ContactPointDraft& draft : drafts) {
        if (isBlank(draft))
            continue;
        const Address address = *readTyped(draft.channel, draft.typed, desk.phones, region);
        const auto old = std::find_if(before.contactPoints.begin(), before.contactPoints.end(), [&](const auto& point) {
            return draft.id && point.id == *draft.id && point.address == address;
        });
        const bool isNew = old == before.contactPoints.end();
        const ContactPoint point{isNew ? ContactPointId(desk.ids.next()) : old->id,
                                 isNew ? before.id : old->clientId, // a merged client's stays that client's
                                 address,
                                 draft.label.trimmed(),
                                 draft.primary,
                                 draft.mayText};
        kept.insert(point.id);
        if (const auto edit = changedFields(u"contact_point"_s, point.id.uuid(),
                                            isNew ? QJsonObject() : records::fieldsOf(*old), records::fieldsOf(point)))
            edits.append(*edit);
    }
    QSet<QString> removed;
    for (const ContactPoint& point : before.contactPoints)
        if (!kept.contains(point.id))
            removed.insert(point.address.ledgerKey());
    const auto all = removed.isEmpty() ? Result<QList<ContactPoint>>(QList<ContactPoint>())
                                       : allContactPoints(desk, before.id);
    if (!all)
        return all.error();
    for (const ContactPoint& point : *all)
        if (removed.contains(point.address.ledgerKey()) && !kept.contains(point.id))
            edits.append({u"contact_point"_s, point.id.uuid(), {{u"removed"_s, true}}});
    return edits;
}

} // namespace

QList<FieldProblem> checkClient(const ClientDraft& draft, const PhoneNumbers& phones, const QString& phoneRegion)
{
    const QList<FieldProblem> fields = {{u"given_name"_s, nameProblem(draft.givenName, true)},
                                        {u"family_name"_s, nameProblem(draft.familyName, false)},
                                        {u"language"_s, languageProblem(draft.language)},
                                        {u"time_zone"_s, timeZoneProblem(draft.timeZone)},
                                        {u"birth_date"_s, birthDateProblem(draft.birthDate)}};
    QList<FieldProblem> problems;
    std::copy_if(fields.begin(), fields.end(), std::back_inserter(problems),
                 [](const FieldProblem& field) { return !field.sentence.isEmpty(); });
    return problems + contactPointProblems(draft.contactPoints, phones, phoneRegion);
}

Result<QString> phoneRegionOf(Desk& desk)
{
    const auto agency = desk.store.agencies().agency();
    if (!agency)
        return agency.error();
    return *agency ? (*agency)->phoneRegion : u"US"_s;
}

Result<ClientEdits> clientEdits(Desk& desk, const ClientDraft& draft, const QString& phoneRegion)
{
    if (const auto problems = checkClient(draft, desk.phones, phoneRegion); !problems.isEmpty())
        return Error{ErrorCode::InvalidInput, problems.first().sentence};
    // A day of grace: somewhere it is tomorrow already.
    if (draft.birthDate.isValid() && draft.birthDate > desk.clock.now().date().addDays(1))
        return refusal(ErrorCode::InvalidInput,
                       QT_TRANSLATE_NOOP("Casework", "This date of birth lies in the future."));
    const auto before = clientToChange(desk, draft.id);
    if (!before)
        return before.error();
    const Client after = withDraft(*before, draft);
    ClientEdits made{after.id, {}};
    if (const auto edit =
            changedFields(u"client"_s, after.id.uuid(), draft.id ? records::fieldsOf(*before) : QJsonObject(),
                          records::fieldsOf(after)))
        made.edits.append(*edit);
    const auto points = contactPointEdits(desk, *before, draft.contactPoints, phoneRegion);
    if (!points)
        return points.error();
    made.edits += *points;
    return made;
}

Result<ClientId> saveClient(Desk& desk, const ClientDraft& draft)
{
    const auto region = phoneRegionOf(desk);
    if (!region)
        return region.error();
    const auto made = clientEdits(desk, draft, *region);
    if (!made)
        return made.error();
    if (!made->edits.isEmpty())
        if (const auto committed = desk.store.edits().commit(made->edits); !committed)
            return committed.error();
    return made->id;
}

Result<void> assignClient(Desk& desk, const ClientId& id, const std::optional<UserId>& worker,
                          const std::optional<TeamId>& team)
{
    const auto before = clientToChange(desk, id);
    if (!before)
        return before.error();
    Client after = *before;
    after.assignedWorkerId = worker;
    after.teamId = team;
    QString name;
    if (worker) {
        const auto user = desk.store.agencies().user(*worker);
        if (!user)
            return user.error();
        if (!*user)
            return refusal(ErrorCode::NotFound, QT_TRANSLATE_NOOP("Casework", "This worker is no longer there."));
        name = (*user)->displayName;
        if (!team)
            after.teamId = (*user)->teamId;
    }
    const auto edit =
        changedFields(u"client"_s, after.id.uuid(), records::fieldsOf(*before), records::fieldsOf(after));
    if (!edit)
        return {};
    const Activity note{
        .id = ActivityId(desk.ids.next()),
        .kind = ActivityKind::Note,
        .clientId = after.id,
        .at = desk.clock.now(),
        .workerId = desk.worker,
        .text = name.isEmpty() ? say(QT_TRANSLATE_NOOP("Casework", "Nobody is assigned now."))
                               : QCoreApplication::translate("Casework", "Assigned to %1.").arg(name)};
    return desk.store.edits().commit(QList<Edit>{*edit} + editsOf({note}));
}

} // namespace handrail::casework
