// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/agency.h"
#include "server/config/config.h"
#include "server/world.h"

#include <CLI/CLI.hpp>
#include <functional>

namespace handrail::server {

/// The arguments of handrail-server and what each command runs. A group of commands adds itself to app().
class CommandLine
{
public:
    CommandLine();

    CLI::App& app() { return m_app; }
    /// The group of commands of that name, such as `export`; made by whoever asks first.
    CLI::App* group(const std::string& name, const std::string& help);
    /// `run` is what the command does once the configuration is read; its answer is the program's exit code. What its
    /// options fill must live as long: capture a std::shared_ptr to it.
    void runs(CLI::App* command, std::function<int(const Config&)> run);
    /// As runs(), with the database opened and brought up to this program's schema.
    void runsInWorld(CLI::App* command, std::function<int(World&)> run);
    /// Reads the arguments and runs the chosen command.
    int run(int argc, char* argv[]);

private:
    CLI::App m_app;
    QString m_configPath;
    std::function<int(const Config&)> m_run;
};

/// CLI11 fills std::string; the rest of the program has QString.
CLI::Option* option(CLI::App* command, const std::string& name, QString& value, const std::string& help);

/// One line on stdout.
void say(const QString& line);
/// The error's sentence on stderr; answers the exit code 1.
int failed(const Error& error);

/// The agency with that id, or with that name where only one has it.
Result<Agency> findAgency(Database& db, const QString& idOrName);

/// This thread's connection; World::make has opened it.
inline Database& databaseOf(World& world)
{
    return **world.databases().here();
}

} // namespace handrail::server
