// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/commands/commandline.h"

#include "server/rightuser.h"
#include "server/store/records.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <iostream>

namespace handrail::server {

CommandLine::CommandLine()
    : m_app("The server of Handrail: sync, gateway to the carriers, and the client's pages.")
{
    m_app.set_version_flag("--version", HANDRAIL_VERSION);
    m_app.require_subcommand(1);
    m_app.fallthrough(); // --config may stand before or after the command.
    option(&m_app, "--config", m_configPath,
           "Configuration file; `handrail-server config` shows what can stand in it")
        ->envname("HANDRAIL_SERVER_CONFIG");

    m_app.add_subcommand("config", "Print every setting with its default and what it means")->final_callback([] {
        std::cout << describeConfig().toStdString();
    });
}

CLI::App* CommandLine::group(const std::string& name, const std::string& help)
{
    for (CLI::App* known : m_app.get_subcommands([&](const CLI::App* one) { return one->get_name() == name; }))
        return known;
    return m_app.add_subcommand(name, help)->require_subcommand(1);
}

void CommandLine::runs(CLI::App* command, std::function<int(const Config&)> run)
{
    command->final_callback([this, run = std::move(run)] { m_run = run; });
}

void CommandLine::runsInWorld(CLI::App* command, std::function<int(World&)> run)
{
    runs(command, [run = std::move(run)](const Config& config) {
        const auto world = World::make(config);
        return world ? run(**world) : failed(world.error());
    });
}

int CommandLine::run(int argc, char* argv[])
{
    CLI11_PARSE(m_app, argc, argv);
    if (!m_run)
        return 0;
    const QString system = QStringLiteral(HANDRAIL_SYSTEM_CONFIG);
    if (m_configPath.isEmpty() && QFileInfo::exists(system))
        m_configPath = system;
    const auto config = Config::read(m_configPath);
    if (!config)
        return failed(config.error());
    if (const auto user = rightUserFor(config->databaseUrl)) {
        return failed({ErrorCode::NotAllowed,
                       QCoreApplication::translate("ServerCommands",
                                                   "The database's folder belongs to the user %1. What root writes there the "
                                                   "server could not write any more. Nothing was done; say: runuser -u %1 -- handrail-server …")
                           .arg(*user)});
    }
    return m_run(*config);
}

CLI::Option* option(CLI::App* command, const std::string& name, QString& value, const std::string& help)
{
    return command->add_option_function<std::string>(
        name, [&value](const std::string& text) { value = QString::fromStdString(text); }, help);
}

void say(const QString& line)
{
    std::cout << line.toStdString() << std::endl;
}

int failed(const Error& error)
{
    std::cerr << "handrail-server: " << error.sentence.toStdString() << std::endl;
    return 1;
}

Result<Agency> findAgency(Database& db, const QString& idOrName)
{
    const auto all = agencies(db);
    if (!all)
        return all.error();
    QList<Agency> found;
    for (const Agency& agency : *all)
        if (agency.id.toString() == idOrName.toLower() || agency.programName == idOrName)
            found.append(agency);
    if (found.isEmpty())
        return Error{ErrorCode::NotFound,
                     QCoreApplication::translate("ServerCommands", "There is no agency %1; `agency list` shows them.")
                         .arg(idOrName)};
    if (found.size() > 1)
        return Error{
            ErrorCode::Conflict,
            QCoreApplication::translate("ServerCommands", "Several agencies are named %1; give the id instead.")
                .arg(idOrName)};
    return found.first();
}

} // namespace handrail::server
