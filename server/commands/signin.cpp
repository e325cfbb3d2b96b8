// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/signin.h"
#include "server/auth/secondfactor.h"
#include "server/auth/signinrules.h"
#include "server/commands/commands.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("ServerCommands", text);
}

struct SignInOptions
{
    QString email;
    QString agency;
    QString secondFactor; ///< required, optional; empty: stays as it is.
    QString password;     ///< on, off; empty: stays as it is.
};

int resetSecondFactor(World& world, const SignInOptions& options)
{
    auto& db = databaseOf(world);
    const auto account = findAccount(db, options.email);
    if (!account)
        return failed(account.error());
    if (!*account)
        return failed({ErrorCode::NotFound, tr("Nobody signs in with that email.")});
    SecondFactor factor(db, world.environment(), {}, (*account)->agency, (*account)->user.id);
    if (auto removed = factor.remove(); !removed)
        return failed(removed.error());
    say(tr("The second factor is reset; the password alone signs in, or the next sign-in sets a new one up."));
    return 0;
}

/// "required" of {"required", "optional"}: true; empty: nothing said.
Result<std::optional<bool>> choice(const QString& typed, const QString& yes, const QString& no)
{
    if (typed.isEmpty())
        return std::optional<bool>();
    if (typed != yes && typed != no)
        return Error{ErrorCode::InvalidInput, tr("Say %1 or %2.").arg(yes, no)};
    return std::optional(typed == yes);
}

int changeRule(World& world, const SignInOptions& options)
{
    auto& db = databaseOf(world);
    const auto agency = findAgency(db, options.agency);
    if (!agency)
        return failed(agency.error());
    const auto required = choice(options.secondFactor, u"required"_s, u"optional"_s);
    if (!required)
        return failed(required.error());
    const auto off = choice(options.password, u"off"_s, u"on"_s);
    if (!off)
        return failed(off.error());
    auto rule = signInRule(db, agency->id);
    if (!rule)
        return failed(rule.error());
    rule->secondFactorRequired = required->value_or(rule->secondFactorRequired);
    rule->passwordOff = off->value_or(rule->passwordOff);
    if (auto set = setSignInRule(db, agency->id, *rule); !set)
        return failed(set.error());
    say(tr("Second factor: %1. Password: %2.")
            .arg(rule->secondFactorRequired ? u"required"_s : u"optional"_s, rule->passwordOff ? u"off"_s : u"on"_s));
    return 0;
}

} // namespace

void addSignInCommands(CommandLine& line)
{
    CLI::App* group = line.app().add_subcommand("sign-in", "How people sign in")->require_subcommand(1);
    const auto options = std::make_shared<SignInOptions>();

    CLI::App* reset = group->add_subcommand("reset-second-factor", "For somebody who lost phone and recovery codes");
    option(reset, "--email", options->email, "Email that they sign in with")->required();
    line.runsInWorld(reset, [options](World& world) { return resetSecondFactor(world, *options); });

    CLI::App* rule =
        group->add_subcommand("rule", "What an agency asks of everybody; prints it where nothing is changed");
    option(rule, "--agency", options->agency, "The agency's id or name")->required();
    option(rule, "--second-factor", options->secondFactor, "required or optional");
    option(rule, "--password", options->password, "on, or off where single sign-on is the only way in");
    line.runsInWorld(rule, [options](World& world) { return changeRule(world, *options); });
}

} // namespace handrail::server
