// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/useradmin.h"

#include "core/domain/records/codec.h"
#include "server/auth/teamadmin.h"
#include "server/store/records.h"
#include "server/store/sessions.h"

#include <QCoreApplication>
#include <QSet>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("Server", text);
}

Result<QList<User>> usersWhere(Database& db, const AgencyId& agency, const QString& condition,
                               const QVariantList& values)
{
    const auto rows = RecordReader(db, agency).select(u"user", condition, values);
    if (!rows)
        return rows.error();
    QList<User> users;
    for (const Record& row : *rows) {
        const auto user = records::readUser(row.key, row.fields);
        if (!user)
            return user.error();
        users.append(*user);
    }
    return users;
}

Result<void> mayTakeEmail(Database& db, const QString& email, const UserId& user)
{
    const auto read = EmailAddress::parse(email);
    if (!read)
        return read.error();
    auto taken = db.query(u"SELECT 1 FROM \"user\" WHERE email = ? AND id <> ?"_s, {email, bound(user)});
    if (!taken)
        return taken.error();
    if (taken->next())
        return Error{ErrorCode::Conflict, tr("There is a user with that email already.")};
    return {};
}

bool isActiveAdministrator(const User& user)
{
    return user.role == Role::Administrator && !user.disabled;
}

/// Nobody could undo it in the program.
Result<void> someAdministratorStays(Database& db, const AgencyId& agency, const User& before, const User& after)
{
    if (!isActiveAdministrator(before) || isActiveAdministrator(after))
        return {};
    const auto others = usersWhere(db, agency, u"role = 'administrator' AND COALESCE(disabled, 0) = 0 AND id <> ?"_s,
                                   {bound(before.id)});
    if (!others)
        return others.error();
    if (others->isEmpty())
        return Error{ErrorCode::NotAllowed,
                     tr("This is the agency's last administrator. Make somebody else an administrator first.")};
    return {};
}

User withChange(User user, const UserChange& change)
{
    user.displayName = change.name ? change.name->trimmed() : user.displayName;
    user.email = change.email ? change.email->trimmed().toLower() : user.email;
    user.role = change.role.value_or(user.role);
    user.teamId = change.team.value_or(user.teamId);
    user.disabled = change.disabled.value_or(user.disabled);
    return user;
}

Result<void> mayChange(Database& db, const AgencyId& agency, const User& before, const User& after, const Actor& by)
{
    if (after.displayName.isEmpty() || after.displayName.size() > 200)
        return Error{ErrorCode::InvalidInput, tr("A person needs a name of 1 to 200 characters.")};
    if (after.disabled && !before.disabled && by.who == before.id.toString())
        return Error{ErrorCode::NotAllowed, tr("You can't disable your own account. Ask another administrator.")};
    if (after.email != before.email)
        if (auto free = mayTakeEmail(db, after.email, before.id); !free)
            return free;
    if (after.teamId && after.teamId != before.teamId)
        if (const auto team = findTeam(db, agency, after.teamId->toString()); !team)
            return team.error();
    return someAdministratorStays(db, agency, before, after);
}

/// The fields that differ, as they will be written; what is gone is null.
QJsonObject changedFields(const User& before, const User& after)
{
    const QJsonObject old = records::fieldsOf(before);
    const QJsonObject now = records::fieldsOf(after);
    QJsonObject changed;
    for (const QString& name : (old.keys() + now.keys()))
        if (old[name] != now[name])
            changed.insert(name, now.contains(name) ? now[name] : QJsonValue());
    return changed;
}

Result<void> auditChange(Database& db, const AgencyId& agency, const User& before, const User& after,
                         const QJsonObject& changed, const Environment& environment, const Actor& by)
{
    if (before.disabled != after.disabled) {
        const QString what = after.disabled ? audited::userDisabled : audited::userEnabled;
        if (auto kept = writeAudit(db, agency, environment, {by, what, before.id.toString(), {}}); !kept)
            return kept;
    }
    QJsonObject details;
    for (const QString& name : changed.keys())
        if (name != "disabled"_L1)
            details.insert(name, u"changed"_s);
    if (before.role != after.role)
        details.insert(u"role"_s, QString(records::nameOf(before.role) + u" > "_s + records::nameOf(after.role)));
    if (details.isEmpty())
        return {};
    return writeAudit(db, agency, environment, {by, audited::userChanged, before.id.toString(), details});
}

} // namespace

Result<QList<UserLine>> listUsers(Database& db, const AgencyId& agency, const QString& words)
{
    const QString pattern = u'%' + words.trimmed().toLower() + u'%';
    const auto users = usersWhere(
        db, agency, u"(LOWER(display_name) LIKE ? OR LOWER(email) LIKE ?) ORDER BY LOWER(display_name), email"_s,
        {pattern, pattern});
    if (!users)
        return users.error();
    auto seen = db.query(u"SELECT user_id, MAX(last_seen_at), SUM(1 - revoked) FROM device WHERE agency_id = ?"
                         " GROUP BY user_id"_s,
                         {bound(agency)});
    if (!seen)
        return seen.error();
    QHash<QString, std::pair<qint64, int>> byUser;
    while (seen->next())
        byUser.insert(seen->value(0).toString(), {seen->value(1).toLongLong(), seen->value(2).toInt()});
    auto factors = db.query(u"SELECT user_id FROM second_factor WHERE agency_id = ? AND is_on = 1"_s, {bound(agency)});
    if (!factors)
        return factors.error();
    QSet<QString> twice;
    while (factors->next())
        twice.insert(factors->value(0).toString());
    QList<UserLine> lines;
    for (const User& user : *users) {
        const auto found = byUser.constFind(user.id.toString());
        UserLine line{.user = user, .secondFactor = twice.contains(user.id.toString())};
        if (found != byUser.cend()) {
            line.devices = found->second;
            line.lastSeenAt = QDateTime::fromMSecsSinceEpoch(found->first, Qt::UTC);
        }
        lines.append(line);
    }
    return lines;
}

Result<User> findUser(Database& db, const AgencyId& agency, const QString& idOrEmail)
{
    const QString wanted = idOrEmail.trimmed().toLower();
    const auto users = usersWhere(db, agency, u"(id = ? OR email = ?)"_s, {wanted, wanted});
    if (!users)
        return users.error();
    if (users->isEmpty())
        return Error{ErrorCode::NotFound, tr("There is no user %1 in this agency.").arg(idOrEmail)};
    return users->first();
}

Result<User> changeUser(Database& db, const AgencyId& agency, const UserId& id, const UserChange& change,
                        const Environment& environment, const Actor& by)
{
    return db.transaction([&]() -> Result<User> {
        auto records = Records::lock(db, agency, environment);
        if (!records)
            return records.error();
        const auto before = findUser(db, agency, id.toString());
        if (!before)
            return before;
        const User after = withChange(*before, change);
        if (auto may = mayChange(db, agency, *before, after, by); !may)
            return may.error();
        const QJsonObject changed = changedFields(*before, after);
        if (changed.isEmpty())
            return after;
        if (const auto written = records->write(Edit{u"user"_s, id.uuid(), changed}); !written)
            return written.error();
        if (after.disabled && !before->disabled)
            if (auto out = endSessions(db, agency, id); !out)
                return out.error();
        const auto kept = auditChange(db, agency, *before, after, changed, environment, by);
        return kept ? Result<User>(after) : kept.error();
    });
}

} // namespace handrail::server
