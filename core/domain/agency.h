// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/id.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <QTime>

namespace handrail {

/// The hours in which follow-ups may leave, in the client's time zone (R5). `opens` is inside, `closes` is not.
struct ContactWindow
{
    QTime opens = QTime(8, 0);
    QTime closes = QTime(21, 0);
    friend bool operator==(const ContactWindow&, const ContactWindow&) = default;
};

/// Whose agents may send: every desk's, or only the one that runs headless beside the server.
enum class SendingAgents { Any, Headless };

/// The organisation that runs Handrail; everything here is a setting (R12).
struct Agency
{
    AgencyId id;
    QString programName;
    QString sendingNumber;  ///< E.164 of the number texts come from.
    QString sendingAddress; ///< Email address mail comes from.
    QString timeZone;       ///< IANA name.
    ContactWindow window;
    QStringList languages = {QStringLiteral("en"), QStringLiteral("es")}; ///< BCP 47, the first is the default.
    QString phoneRegion = QStringLiteral("US"); ///< ISO 3166 region in which numbers without a country code are read.
    QJsonObject templates; ///< "<kind>.<channel>.<language>" -> text; where absent the built-in template holds.
    SendingAgents sendingAgents = SendingAgents::Any;
    /// An unknown message that was not found is sent again after so many hours; 0: it is held for a worker (I3).
    int resendAfterHours = 0;
    friend bool operator==(const Agency&, const Agency&) = default;
};

/// A group of workers under a supervisor.
struct Team
{
    TeamId id;
    QString name;
    bool removed = false;
    friend bool operator==(const Team&, const Team&) = default;
};

/// `Agent` is the account of a headless agent beside the server: it sends and sees all, and has no screen.
enum class Role { Worker, Supervisor, Administrator, Agent };

/// A person (or headless agent) of an agency who signs in.
struct User
{
    UserId id;
    QString displayName;
    QString email;
    Role role = Role::Worker;
    std::optional<TeamId> teamId;
    bool disabled = false;
    friend bool operator==(const User&, const User&) = default;
};

} // namespace handrail
