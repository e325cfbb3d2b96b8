// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/records/codec.h"
#include "server/askpassword.h"
#include "server/auth/enrolment.h"
#include "server/auth/teamadmin.h"
#include "server/auth/useradmin.h"
#include "server/commands/commands.h"
#include "server/commands/listing.h"

#include <QCoreApplication>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("ServerCommands", text);
}

struct UserOptions
{
    QString agency; ///< Id, or name where only one agency has it.
    QString user;   ///< Whom to change: id or email.
    QString email;
    QString name;
    QString role;
    QString team;         ///< Id or name; "none": of no team any more.
    QString passwordFile; ///< Empty: the first line of stdin; where that is empty too, one is made and printed.
    QString search;
    QString server; ///< As desks reach it.
    int hours = 72; ///< For which an enrolment code works.
    bool asJson = false;
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

Result<std::optional<TeamId>> teamOf(Database& db, const AgencyId& agency, const QString& text)
{
    if (text.isEmpty() || text == "none"_L1)
        return std::optional<TeamId>();
    const auto team = findTeam(db, agency, text);
    return team ? Result<std::optional<TeamId>>(team->id) : team.error();
}

Result<Role> roleOf(const QString& text)
{
    const auto role = records::fromName<Role>(text);
    if (!role)
        return Error{ErrorCode::InvalidInput, tr("The role is worker, supervisor, administrator or agent.")};
    return *role;
}

int sayPassword(const Password& password)
{
    if (password.made)
        say(tr("Password, shown only this once: %1").arg(password.text));
    return 0;
}

int addUserByCommand(World& world, const UserOptions& options)
{
    auto& db = databaseOf(world);
    const Environment& environment = world.environment();
    const auto agency = findAgency(db, options.agency);
    if (!agency)
        return failed(agency.error());
    const auto role = roleOf(options.role.isEmpty() ? u"worker"_s : options.role);
    if (!role)
        return failed(role.error());
    const auto team = teamOf(db, agency->id, options.team);
    if (!team)
        return failed(team.error());
    const auto password = passwordFor(options, environment.random);
    if (!password)
        return failed(password.error());
    const User user{.id = UserId(environment.ids.next()),
                    .displayName = options.name.isEmpty() ? options.email : options.name,
                    .email = options.email,
                    .role = *role,
                    .teamId = *team};
    if (auto added = addUser(db, agency->id, user, password->text, environment); !added)
        return failed(added.error());
    say(user.id.toString());
    return sayPassword(*password);
}

int listUsersByCommand(World& world, const UserOptions& options)
{
    auto& db = databaseOf(world);
    const auto agency = findAgency(db, options.agency);
    const auto teams = agency ? listTeams(db, agency->id) : agency.error();
    const auto users = teams ? listUsers(db, agency->id, options.search) : teams.error();
    if (!users)
        return failed(users.error());
    Listing list({u"email"_s, u"name"_s, u"role"_s, u"team"_s, u"state"_s, u"second_factor"_s, u"devices"_s, u"last_seen"_s, u"id"_s});
    for (const UserLine& line : *users) {
        const auto team = std::ranges::find_if(*teams, [&](const Team& one) { return one.id == line.user.teamId; });
        list.add({{u"id"_s, line.user.id.toString()},
                  {u"email"_s, line.user.email},
                  {u"name"_s, line.user.displayName},
                  {u"role"_s, records::nameOf(line.user.role)},
                  {u"team"_s, team == teams->end() ? QJsonValue() : QJsonValue(team->name)},
                  {u"state"_s, line.user.disabled ? u"disabled"_s : u"active"_s},
                  {u"second_factor"_s, line.secondFactor ? u"on"_s : u"off"_s},
                  {u"devices"_s, line.devices},
                  {u"last_seen"_s, jsonTime(line.lastSeenAt)}});
    }
    list.print(options.asJson);
    return 0;
}

/// Finds the user that the options name and hands them to `deed`.
int withUser(World& world, const UserOptions& options,
             const std::function<Result<void>(Database&, const AgencyId&, const User&)>& deed)
{
    auto& db = databaseOf(world);
    const auto agency = findAgency(db, options.agency);
    const auto user = agency ? findUser(db, agency->id, options.user) : agency.error();
    if (!user)
        return failed(user.error());
    const auto done = deed(db, agency->id, *user);
    return done ? 0 : failed(done.error());
}

int changeByCommand(World& world, const UserOptions& options, const UserChange& change)
{
    return withUser(world, options, [&](Database& db, const AgencyId& agency, const User& user) -> Result<void> {
        const auto changed = changeUser(db, agency, user.id, change, world.environment(), Actor::command());
        return changed ? Result<void>() : changed.error();
    });
}

int setUserByCommand(World& world, const UserOptions& options)
{
    return withUser(world, options, [&](Database& db, const AgencyId& agency, const User& user) -> Result<void> {
        UserChange change;
        if (!options.name.isEmpty())
            change.name = options.name;
        if (!options.email.isEmpty())
            change.email = options.email;
        if (!options.role.isEmpty()) {
            const auto role = roleOf(options.role);
            if (!role)
                return role.error();
            change.role = *role;
        }
        if (!options.team.isEmpty()) {
            const auto team = teamOf(db, agency, options.team);
            if (!team)
                return team.error();
            change.team = *team;
        }
        const auto changed = changeUser(db, agency, user.id, change, world.environment(), Actor::command());
        return changed ? Result<void>() : changed.error();
    });
}

int resetPasswordByCommand(World& world, const UserOptions& options)
{
    return withUser(world, options, [&](Database& db, const AgencyId& agency, const User& user) -> Result<void> {
        const auto password = passwordFor(options, world.environment().random);
        if (!password)
            return password.error();
        if (auto set = setPassword(db, agency, user.id, password->text, world.environment()); !set)
            return set;
        sayPassword(*password);
        return {};
    });
}

int enrolByCommand(World& world, const UserOptions& options)
{
    return withUser(world, options, [&](Database& db, const AgencyId& agency, const User& user) -> Result<void> {
        const auto code = makeEnrolmentCode(db, agency, user.id, options.hours, world.environment());
        if (!code)
            return code.error();
        say(tr("Code, shown only this once: %1").arg(*code));
        if (!options.server.isEmpty())
            say(tr("On the person's computer: handrail --enrol %1")
                    .arg(enrolmentAddress(options.server, user.email, *code)));
        return {};
    });
}

} // namespace

void addUserCommands(CommandLine& line)
{
    CLI::App* group = line.app().add_subcommand("user", "People who sign in")->require_subcommand(1);
    const auto options = std::make_shared<UserOptions>();
    using Deed = int (*)(World&, const UserOptions&);
    const auto command = [&](const char* name, const char* help, const char* example, bool namesUser, Deed deed) {
        CLI::App* added = group->add_subcommand(name, help);
        added->footer(std::string("Example:\n  handrail-server user ") + example);
        option(added, "--agency", options->agency, "The agency's id or name")->required();
        if (namesUser)
            option(added, "user", options->user, "The person's email or id")->required();
        line.runsInWorld(added, [options, deed](World& world) { return deed(world, *options); });
        return added;
    };
    const char* const roles = "worker, supervisor, administrator, or agent (a headless sender)";
    const char* const passwordFile = "File whose first line is the password; else it comes from stdin";

    CLI::App* add = command("add", "Add a user; the password comes from stdin, empty: one is made and shown",
                            "add --agency \"Harbor House\" --email ana@harbor.example --name \"Ana Ruiz\" --team North"
                            " --password-file ana.txt",
                            false, addUserByCommand);
    option(add, "--email", options->email, "Email to sign in with")->required();
    option(add, "--name", options->name, "Name that others see");
    option(add, "--role", options->role, std::string("Default worker; ") + roles);
    option(add, "--team", options->team, "The team's name or id");
    option(add, "--password-file", options->passwordFile, passwordFile);

    CLI::App* list = command("list", "Show who signs in, with role, team, state and devices",
                             "list --agency \"Harbor House\" --json", false, listUsersByCommand);
    option(list, "--search", options->search, "Only those whose name or email has these words");
    jsonFlag(list, options->asJson);

    CLI::App* set = command("set", "Change a user's name, email, role or team; the rest stays",
                            "set --agency \"Harbor House\" ana@harbor.example --role supervisor --team North", true,
                            setUserByCommand);
    option(set, "--email", options->email, "Email to sign in with");
    option(set, "--name", options->name, "Name that others see");
    option(set, "--role", options->role, roles);
    option(set, "--team", options->team, "The team's name or id; none: of no team any more");

    command("disable", "Keep a user from signing in, and sign out all their devices; what they wrote stays",
            "disable --agency \"Harbor House\" ana@harbor.example", true,
            [](World& world, const UserOptions& o) { return changeByCommand(world, o, {.disabled = true}); });
    command("enable", "Let a disabled user sign in again", "enable --agency \"Harbor House\" ana@harbor.example", true,
            [](World& world, const UserOptions& o) { return changeByCommand(world, o, {.disabled = false}); });
    CLI::App* reset = command("reset-password", "Give a user a new password, and sign out all their devices",
                              "reset-password --agency \"Harbor House\" ana@harbor.example < new-password.txt", true,
                              resetPasswordByCommand);
    option(reset, "--password-file", options->passwordFile, passwordFile);
    CLI::App* enrol =
        command("enrol", "Make a code that signs one computer in once, in the place of the password",
                "enrol --agency \"Harbor House\" ana@harbor.example --server https://handrail.example.org", true, enrolByCommand);
    option(enrol, "--server", options->server, "The server's address as desks reach it: prints what `handrail --enrol` takes");
    enrol->add_option("--hours", options->hours, "For how long the code works; default 72, at most 336");
}

} // namespace handrail::server
