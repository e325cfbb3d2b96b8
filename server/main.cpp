// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/commands/commands.h"

#include <QCoreApplication>

using namespace handrail::server;

int main(int argc, char* argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("handrail-server"));
    QCoreApplication::setApplicationVersion(QStringLiteral(HANDRAIL_VERSION));

    CommandLine line;
    addServeCommand(line);
    addBackupCommands(line);
    addAgencyCommands(line);
    addUserCommands(line);
    addSignInCommands(line);
    addTeamCommands(line);
    addClientCommands(line);
    addClientImportCommand(line);
    addDirectoryCommands(line);
    addFeedCommands(line);
    addFhirCommand(line);
    addAuditCommands(line);
    return line.run(argc, argv);
}
