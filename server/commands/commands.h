// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/commands/commandline.h"

/// The commands of handrail-server, one file a group. Each prints answers to stdout, errors and prompts to stderr.
namespace handrail::server {

void addServeCommand(CommandLine& line);
void addBackupCommands(CommandLine& line);
void addAgencyCommands(CommandLine& line);
void addUserCommands(CommandLine& line);
void addSignInCommands(CommandLine& line);
void addTeamCommands(CommandLine& line);
void addClientCommands(CommandLine& line);
void addClientImportCommand(CommandLine& line);
void addDirectoryCommands(CommandLine& line);
void addFeedCommands(CommandLine& line);
void addFhirCommand(CommandLine& line);
void addAuditCommands(CommandLine& line);

} // namespace handrail::server
