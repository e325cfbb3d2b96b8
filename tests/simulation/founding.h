// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/agency.h"
#include "core/domain/resourcesite.h"
#include "core/domain/share.h"

#include <QMap>
#include <QTemporaryDir>

namespace handrail::sim {

/// Somebody who is signed in on a device of their own.
struct Seat
{
    QByteArray name; ///< "A1"
    int agency = 0;
    User user;
    QByteArray token;
    QString store;                      ///< File of the local store, as it is after the first sync.
    QMap<QString, QByteArray> keychain; ///< Of that device.
};

/// Two agencies with their staff signed in, as files: made once a program, and copied for each run.
struct Founding
{
    QTemporaryDir folder;
    QString serverFile;
    QList<Agency> agencies;
    QList<QList<ResourceSite>> sites; ///< Of each agency.
    QList<QList<Team>> teams;
    QList<Seat> seats;

    /// The same in each process.
    static const Founding& get();

private:
    Founding();
    void found(int index);
    void seat(int agency, const QByteArray& name, Role role, const std::optional<TeamId>& team);
};

/// A folder that is gone with this object, in memory where the system has a place for that.
QString templateOfFolders();
/// A database's file and what stands beside it.
void copyDatabase(const QString& from, const QString& to);

} // namespace handrail::sim
