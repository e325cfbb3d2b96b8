// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/records/codec.h"
#include "server/askpassword.h"
#include "server/auth/auth.h"
#include "server/commands/commands.h"

#include <QCoreApplication>

namespace handrail::server {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("ServerCommands", text);
}

struct UserOptions
{
    QString agency; ///< Id, or name where only one agency has it.
    QString email;
    QString name;
    QString role = QStringLiteral("worker");
    QString passwordFile; ///< Empty: the first line of stdin; where that is empty too, one is made and printed.
};

struct Password
{
    QString text;
    bool made = false;
};

Result<Password> passwordFor(const UserOptions& options, Random& random)
{
    if (!options.passwordFile.isEmpty()) {
        auto secret = readSecret(options.passwordFile);
        if (!secret)
            return secret.error();
        return Password{std::move(secret).value()};
    }
    const QString typed = askPassword(tr("Password (leave it empty to have one made): "));
    return typed.isEmpty() ? Password{makePassword(random), true} : Password{typed};
}

int addUserByCommand(World& world, const UserOptions& options)
{
    auto& db = databaseOf(world);
    const Environment& environment = world.environment();
    const auto agency = findAgency(db, options.agency);
    if (!agency)
        return failed(agency.error());
    const auto role = records::fromName<Role>(options.role);
    if (!role)
        return failed({ErrorCode::InvalidInput, tr("The role is worker, supervisor, administrator or agent.")});
    const auto password = passwordFor(options, environment.random);
    if (!password)
        return failed(password.error());
    const User user{.id = UserId(environment.ids.next()),
                    .displayName = options.name.isEmpty() ? options.email : options.name,
                    .email = options.email,
                    .role = *role};
    if (auto added = addUser(db, agency->id, user, password->text, environment); !added)
        return failed(added.error());
    say(user.id.toString());
    if (password->made)
        say(tr("Password, shown only this once: %1").arg(password->text));
    return 0;
}

} // namespace

void addUserCommands(CommandLine& line)
{
    CLI::App* group = line.app().add_subcommand("user", "People who sign in")->require_subcommand(1);
    const auto options = std::make_shared<UserOptions>();

    CLI::App* add = group->add_subcommand("add", "Add a user; the password comes from stdin");
    option(add, "--agency", options->agency, "The agency's id or name")->required();
    option(add, "--email", options->email, "Email to sign in with")->required();
    option(add, "--name", options->name, "Name that others see");
    option(add, "--role", options->role, "worker (default), supervisor, administrator, or agent (a headless sender)");
    option(add, "--password-file", options->passwordFile, "File whose first line is the password");
    line.runsInWorld(add, [options](World& world) { return addUserByCommand(world, *options); });
}

} // namespace handrail::server
