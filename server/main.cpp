// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/commands.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <iostream>

using namespace handrail;
using namespace handrail::server;

namespace {

/// CLI11 fills std::string; the rest of the program has QString.
CLI::Option* option(CLI::App* command, const std::string& name, QString& value, const std::string& help)
{
    return command->add_option_function<std::string>(
        name, [&value](const std::string& text) { value = QString::fromStdString(text); }, help);
}

int withConfig(const QString& path, const std::function<int(const Config&)>& command)
{
    const auto config = Config::read(path);
    if (!config) {
        std::cerr << "handrail-server: " << config.error().sentence.toStdString() << std::endl;
        return 1;
    }
    return command(*config);
}

} // namespace

int main(int argc, char* argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("handrail-server"));
    QCoreApplication::setApplicationVersion(QStringLiteral(HANDRAIL_VERSION));

    CLI::App app("The server of Handrail: sync, gateway to the carriers, and the client's pages.");
    app.set_version_flag("--version", HANDRAIL_VERSION);
    app.require_subcommand(1);
    app.fallthrough(); // --config may stand before or after the command.
    QString configPath;
    option(&app, "--config", configPath, "Configuration file; `handrail-server config` shows what can stand in it")
        ->envname("HANDRAIL_SERVER_CONFIG");

    CLI::App* serveCommand = app.add_subcommand("serve", "Run the server until SIGTERM");
    CLI::App* configCommand = app.add_subcommand("config", "Print every setting with its default and what it means");

    CLI::App* agencyCommand = app.add_subcommand("agency", "Agencies of this server")->require_subcommand(1);
    AgencyOptions agency;
    CLI::App* agencyAdd = agencyCommand->add_subcommand("add", "Add an agency; prints its id");
    option(agencyAdd, "--name", agency.name, "Program name, as it stands in messages")->required();
    option(agencyAdd, "--number", agency.number, "Number that texts come from");
    option(agencyAdd, "--address", agency.address, "Address that emails come from");
    option(agencyAdd, "--time-zone", agency.timeZone, "Time zone, such as America/New_York")->required();
    option(agencyAdd, "--languages", agency.languages, "Languages with commas, the first is the default (en,es)");
    option(agencyAdd, "--region", agency.region, "Region in which phone numbers are read (US)");
    option(agencyAdd, "--hours", agency.hours, "Hours of the client's day for follow-ups (08:00-21:00)");
    CLI::App* agencySet = agencyCommand->add_subcommand("set", "Change settings of an agency; the others stay");
    option(agencySet, "--agency", agency.agency, "The agency's id or name")->required();
    option(agencySet, "--name", agency.name, "Program name, as it stands in messages");
    option(agencySet, "--number", agency.number, "Number that texts come from");
    option(agencySet, "--address", agency.address, "Address that emails come from");
    option(agencySet, "--time-zone", agency.timeZone, "Time zone, such as America/New_York");
    option(agencySet, "--languages", agency.languages, "Languages with commas, the first is the default");
    option(agencySet, "--region", agency.region, "Region in which phone numbers are read");
    option(agencySet, "--hours", agency.hours, "Hours of the client's day for follow-ups");
    CLI::App* agencyList = agencyCommand->add_subcommand("list", "Show all agencies");

    CLI::App* userCommand = app.add_subcommand("user", "People who sign in")->require_subcommand(1);
    UserOptions user;
    CLI::App* userAdd = userCommand->add_subcommand("add", "Add a user; the password comes from stdin");
    option(userAdd, "--agency", user.agency, "The agency's id or name")->required();
    option(userAdd, "--email", user.email, "Email to sign in with")->required();
    option(userAdd, "--name", user.name, "Name that others see");
    option(userAdd, "--role", user.role, "worker (default), supervisor, administrator, or agent (a headless sender)");
    option(userAdd, "--password-file", user.passwordFile, "File whose first line is the password");

    CLI::App* directoryCommand = app.add_subcommand("directory", "Resource sites")->require_subcommand(1);
    DirectoryOptions directory;
    CLI::App* directoryImport =
        directoryCommand->add_subcommand("import", "Import a directory: HSDS 3.0 CSV or JSON, or Ohana CSV");
    option(directoryImport, "path", directory.path, "Folder or file of the directory")->required();
    option(directoryImport, "--agency", directory.agency, "The agency's id or name")->required();
    option(directoryImport, "--source", directory.source, "Name of the directory, where an agency has several");

    CLI11_PARSE(app, argc, argv);

    if (configCommand->parsed()) {
        std::cout << describeConfig().toStdString();
        return 0;
    }
    return withConfig(configPath, [&](const Config& config) {
        if (agencyAdd->parsed())
            return addAgency(config, agency);
        if (agencySet->parsed())
            return changeAgency(config, agency);
        if (agencyList->parsed())
            return listAgencies(config);
        if (userAdd->parsed())
            return addUserByCommand(config, user);
        if (directoryImport->parsed())
            return importDirectoryByCommand(config, directory);
        return serveCommand->parsed() ? serve(config) : 1;
    });
}
