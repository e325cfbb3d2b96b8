// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/config/config.h"

namespace handrail::server {

/// The commands of handrail-server. Each answers the program's exit code and prints: answers to stdout, errors and
/// prompts to stderr.
struct AgencyOptions
{
    QString agency; ///< Which one to change: id, or name where only one has it.
    // What is empty stays as it is; in a new agency, at its default.
    QString name;
    QString number;
    QString address;
    QString timeZone;
    QString languages;
    QString region;
    QString hours; ///< R5's contact window: 08:00-21:00
};
int addAgency(const Config& config, const AgencyOptions& options);
int changeAgency(const Config& config, const AgencyOptions& options);
int listAgencies(const Config& config);

struct UserOptions
{
    QString agency; ///< Id, or name where only one agency has it.
    QString email;
    QString name;
    QString role = QStringLiteral("worker");
    QString passwordFile; ///< Empty: the first line of stdin; where that is empty too, one is made and printed.
};
int addUserByCommand(const Config& config, const UserOptions& options);

struct DirectoryOptions
{
    QString agency;
    QString path;
    QString source = QStringLiteral("directory");
};
int importDirectoryByCommand(const Config& config, const DirectoryOptions& options);

/// Runs the server until it is asked to stop.
int serve(const Config& config);

} // namespace handrail::server
