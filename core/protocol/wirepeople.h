// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/agency.h"
#include "core/domain/result.h"

#include <QDateTime>
#include <QJsonObject>

/// What an administrator's desktop asks of the server: people, the audit, erasure. docs/protocol.md has the routes.
namespace handrail::protocol {

inline constexpr int mostPeople = 5000;
inline constexpr int mostAuditLines = 200;
inline constexpr int mostIdleClients = 5000;

/// GET /v1/admin/people: everybody who signs in.
struct Person
{
    User user;
    int devices = 0;      ///< Signed in now.
    QDateTime lastSeenAt; ///< Null: never signed in.
    bool secondFactor = false; ///< Set up. Servers of before don't say it.
    friend bool operator==(const Person&, const Person&) = default;
};
struct PeopleAnswer
{
    QList<Person> people;
};

/// POST /v1/admin/people: somebody new. POST /v1/admin/people/{id}: what is given changes, the rest stays.
struct PersonRequest
{
    std::optional<QString> name;
    std::optional<QString> email;
    std::optional<Role> role;
    std::optional<std::optional<TeamId>> team; ///< Holding nothing: of no team.
    std::optional<bool> disabled;
};

/// The answer to both, and to POST /v1/admin/people/{id}/password.
struct PersonAnswer
{
    User user;
    QString password; ///< A new one, which nobody can ask for again; empty where it stays.
};

/// GET /v1/admin/audit?before=N&limit=N&from=MS&to=MS&who=ID&what=WORD
struct AuditItem
{
    qint64 number = 0;
    QDateTime at;
    QString who;    ///< A user's id, or command, server, client.
    QString device; ///< Its id, or empty.
    QString what;
    QString about; ///< The id of a client, user ..., or empty.
    QJsonObject details;
    friend bool operator==(const AuditItem&, const AuditItem&) = default;
};
struct AuditAnswer
{
    QList<AuditItem> items; ///< Newest first.
    bool more = false;
};

/// POST /v1/admin/clients/{id}/erase, POST /v1/admin/retention
struct ErasureAnswer
{
    qint64 clients = 0;
    qint64 records = 0;
    qint64 optOutsKept = 0;
    qint64 consentProofsKept = 0;
};

/// GET /v1/admin/retention?days=N: who would be erased; POST /v1/admin/retention: erases them.
struct IdleItem
{
    ClientId id;
    QString name;
    QDateTime lastAt;
    friend bool operator==(const IdleItem&, const IdleItem&) = default;
};
struct RetentionAnswer
{
    qint64 total = 0;       ///< May be more than are listed.
    QList<IdleItem> clients; ///< The longest first.
};
/// `expected`: how many were shown; erases nothing where it are others by now (Conflict).
struct RetentionRequest
{
    int days = 0;
    qint64 expected = 0;
};

QJsonObject toJson(const PeopleAnswer&);
QJsonObject toJson(const PersonRequest&);
QJsonObject toJson(const PersonAnswer&);
QJsonObject toJson(const AuditAnswer&);
QJsonObject toJson(const ErasureAnswer&);
QJsonObject toJson(const RetentionAnswer&);
QJsonObject toJson(const RetentionRequest&);

Result<PeopleAnswer> readPeopleAnswer(const QJsonObject&);
Result<PersonRequest> readPersonRequest(const QJsonObject&);
Result<PersonAnswer> readPersonAnswer(const QJsonObject&);
Result<AuditAnswer> readAuditAnswer(const QJsonObject&);
Result<ErasureAnswer> readErasureAnswer(const QJsonObject&);
Result<RetentionAnswer> readRetentionAnswer(const QJsonObject&);
Result<RetentionRequest> readRetentionRequest(const QJsonObject&);

} // namespace handrail::protocol
