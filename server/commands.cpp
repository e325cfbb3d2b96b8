// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/commands.h"

#include "core/domain/records/codec.h"
#include "core/phones/libphonenumbers.h"
#include "server/askpassword.h"
#include "server/auth/auth.h"
#include "server/directory/importdirectory.h"
#include "server/store/records.h"
#include "server/world.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QTimeZone>
#include <iostream>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("ServerCommands", text);
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

/// The tags of a list with commas. Messages are written in the first where a client's own isn't among them.
Result<QStringList> languagesOf(const QString& list)
{
    static const QRegularExpression tag(u"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$"_s);
    QStringList languages;
    for (const QString& item : list.split(u',')) {
        if (!tag.match(item.trimmed()).hasMatch())
            return Error{
                ErrorCode::InvalidInput,
                tr("“%1” is no list of languages; use tags with commas between them, such as en,es.").arg(list)};
        languages.append(item.trimmed());
    }
    return languages;
}

Result<ContactWindow> hoursOf(const QString& text)
{
    const QStringList ends = text.split(u'-');
    const ContactWindow window{QTime::fromString(ends.value(0).trimmed(), u"HH:mm"_s),
                               QTime::fromString(ends.value(1).trimmed(), u"HH:mm"_s)};
    if (ends.size() != 2 || !window.opens.isValid() || !window.closes.isValid() || window.opens >= window.closes)
        return Error{ErrorCode::InvalidInput,
                     tr("“%1” are no contact hours of a day; write them such as 08:00-21:00.").arg(text)};
    return window;
}

Result<void> setAddresses(const AgencyOptions& options, Agency& agency)
{
    if (!options.number.isEmpty()) {
        const auto number = LibPhoneNumbers().parse(options.number, agency.phoneRegion);
        if (!number)
            return number.error();
        agency.sendingNumber = number->e164();
    }
    if (!options.address.isEmpty()) {
        const auto address = EmailAddress::parse(options.address);
        if (!address)
            return address.error();
        agency.sendingAddress = address->value();
    }
    return {};
}

/// `agency` with the settings that the options name, checked as they will be used.
Result<Agency> withOptions(Agency agency, const AgencyOptions& options)
{
    if (!options.name.isEmpty())
        agency.programName = options.name.trimmed();
    if (agency.programName.isEmpty())
        return Error{ErrorCode::InvalidInput, tr("An agency needs a name: it stands in its messages.")};
    if (!options.timeZone.isEmpty())
        agency.timeZone = options.timeZone;
    if (!QTimeZone::isTimeZoneIdAvailable(agency.timeZone.toLatin1()))
        return Error{ErrorCode::InvalidInput,
                     tr("“%1” is no time zone; use a name such as America/New_York.").arg(agency.timeZone)};
    if (!options.region.isEmpty())
        agency.phoneRegion = options.region.toUpper();
    if (!options.languages.isEmpty()) {
        const auto languages = languagesOf(options.languages);
        if (!languages)
            return languages.error();
        agency.languages = *languages;
    }
    if (!options.hours.isEmpty()) {
        const auto hours = hoursOf(options.hours);
        if (!hours)
            return hours.error();
        agency.window = *hours;
    }
    const auto set = setAddresses(options, agency);
    return set ? Result<Agency>(agency) : set.error();
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
        return Error{ErrorCode::NotFound, tr("There is no agency %1; `agency list` shows them.").arg(idOrName)};
    if (found.size() > 1)
        return Error{ErrorCode::Conflict, tr("Several agencies are named %1; give the id instead.").arg(idOrName)};
    return found.first();
}

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

} // namespace

int addAgency(const Config& config, const AgencyOptions& options)
{
    auto world = World::make(config);
    if (!world)
        return failed(world.error());
    const auto agency = withOptions({.id = AgencyId((*world)->environment().ids.next())}, options);
    if (!agency)
        return failed(agency.error());
    auto& db = **(*world)->databases().here();
    if (auto made = createAgency(db, *agency, (*world)->environment()); !made)
        return failed(made.error());
    say(agency->id.toString());
    return 0;
}

int changeAgency(const Config& config, const AgencyOptions& options)
{
    auto world = World::make(config);
    if (!world)
        return failed(world.error());
    auto& db = **(*world)->databases().here();
    const auto before = findAgency(db, options.agency);
    if (!before)
        return failed(before.error());
    const auto agency = withOptions(*before, options);
    if (!agency)
        return failed(agency.error());
    if (auto saved = saveAgency(db, *agency, (*world)->environment()); !saved)
        return failed(saved.error());
    return 0;
}

int listAgencies(const Config& config)
{
    auto world = World::make(config);
    if (!world)
        return failed(world.error());
    const auto all = agencies(**(*world)->databases().here());
    if (!all)
        return failed(all.error());
    for (const Agency& agency : *all)
        say(u"%1  %2"_s.arg(agency.id.toString(), agency.programName));
    return 0;
}

int addUserByCommand(const Config& config, const UserOptions& options)
{
    auto world = World::make(config);
    if (!world)
        return failed(world.error());
    auto& db = **(*world)->databases().here();
    const Environment& environment = (*world)->environment();
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

int importDirectoryByCommand(const Config& config, const DirectoryOptions& options)
{
    auto world = World::make(config);
    if (!world)
        return failed(world.error());
    auto& db = **(*world)->databases().here();
    const auto agency = findAgency(db, options.agency);
    if (!agency)
        return failed(agency.error());
    const auto result = importDirectory(db, agency->id, (*world)->environment(), options.path, options.source);
    if (!result)
        return failed(result.error());
    say(describe(*result));
    return 0;
}

} // namespace handrail::server
