// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/agency.h"

#include <QJsonObject>
#include <optional>

/// Who sees what (I9, docs/decisions/0170): the one place that decides it. Server and desks ask here.
namespace handrail {

/// Somebody who looks.
struct Viewer
{
    UserId user;
    Role role = Role::Worker;
    std::optional<TeamId> team = {};
    friend bool operator==(const Viewer&, const Viewer&) = default;
};

/// Who takes care of a client; of one that was merged it is who takes care of the kept one.
struct Care
{
    std::optional<UserId> worker = {};
    std::optional<TeamId> team = {};
    std::optional<TeamId> workersTeam = {}; ///< The team of `worker`.
    friend bool operator==(const Care&, const Care&) = default;
};

/// Administrators and headless agents see all clients. A worker sees their own, and those of their team that are
/// assigned to nobody. A supervisor sees their own, those of their team, and those of its workers. A client with
/// neither worker nor team is seen by all, since nobody else would take care of them.
bool maySee(const Viewer& viewer, const Care& care);

/// Whose a record is, and so who sees it.
struct RecordOwner
{
    enum class Kind {
        Everybody, ///< Of the agency: agency, teams, users, resource sites, opt-outs, replies that belong to no client.
        User,      ///< That user's alone: favourites, saved filters.
        Client,    ///< Who sees the client sees it.
        Share,     ///< As the share of that id.
        Reply,     ///< As the reply of that id.
    } kind = Kind::Everybody;
    QUuid id = {};
    friend bool operator==(const RecordOwner&, const RecordOwner&) = default;
};

/// `fields`: all that the record has. A record that lacks what says whose it is belongs to a client with a null id.
RecordOwner ownerOf(QStringView entity, const QUuid& key, const QJsonObject& fields);

} // namespace handrail
