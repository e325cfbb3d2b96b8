// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/agent/options.h"

#include <QCommandLineParser>
#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace handrail::agent {

namespace {

constexpr int longestPollSeconds = 3600;

QString tr(const char* text)
{
    return QCoreApplication::translate("Agent", text);
}

Error usage(const QString& sentence)
{
    return {ErrorCode::InvalidInput, sentence};
}

void describe(QCommandLineParser& parser)
{
    parser.setApplicationDescription(
        tr("Handrail's background program: brings changes to the server and back, and sends what is due.\n"
           "Exit codes: 0 fine, 1 the turn of --once had trouble, 2 command line, 3 an agent is already running for "
           "the profile, 4 not signed in, 5 the store or its key can't be opened."));
    parser.addOptions({
        {u"profile"_s, tr("The folder with this user's data."), u"DIR"_s},
        {u"once"_s, tr("Take one turn and end.")},
        {u"poll-seconds"_s, tr("Look at least this often (1 to 3600, default 30)."), u"N"_s, u"30"_s},
        {u"clock-file"_s, tr("Trials: a file with the seconds by which the clock is ahead."), u"FILE"_s},
        {u"headless"_s, tr("Run beside a server, where nobody sits: secrets are files and not in a keychain.")},
        {u"credentials"_s,
         tr("With --headless: the folder, mode 0700, that holds device-token and store-key. Without it systemd's "
            "$CREDENTIALS_DIRECTORY, or credentials in the profile's folder."),
         u"DIR"_s},
        {u"authority"_s,
         tr("A PEM file: trust this certificate authority for the server, and no other. Kept in the profile."),
         u"FILE"_s},
        {u"new-key"_s, tr("Give the store a new key and end. Nobody else may have it open.")},
        {u"server"_s, tr("Sign in at this server first; with --email and --password-file."), u"URL"_s},
        {u"email"_s, tr("The account to sign in with."), u"ADDRESS"_s},
        {u"password-file"_s, tr("A file whose first line is the password."), u"FILE"_s},
    });
    parser.addHelpOption();
    parser.addVersionOption();
}

Result<std::optional<HeadlessSignIn>> readSignIn(const QCommandLineParser& parser)
{
    const QStringList names{u"server"_s, u"email"_s, u"password-file"_s};
    const auto given = std::count_if(names.begin(), names.end(), [&](const QString& n) { return parser.isSet(n); });
    if (given == 0)
        return std::optional<HeadlessSignIn>();
    if (given != names.size())
        return usage(tr("--server, --email and --password-file belong together."));
    return std::optional(HeadlessSignIn{parser.value(names[0]), parser.value(names[1]), parser.value(names[2])});
}

} // namespace

Result<Options> readOptions(const QStringList& arguments)
{
    QCommandLineParser parser;
    describe(parser);
    if (!parser.parse(arguments))
        return usage(parser.errorText());
    Options options;
    if (parser.isSet(u"help"_s) || parser.isSet(u"help-all"_s))
        options.answer = parser.helpText();
    else if (parser.isSet(u"version"_s))
        options.answer = QCoreApplication::applicationName() + u' ' + QCoreApplication::applicationVersion() + u'\n';
    if (!parser.positionalArguments().isEmpty())
        return usage(tr("«%1» is not an option. Try --help.").arg(parser.positionalArguments().first()));
    bool isNumber = false;
    options.pollSeconds = parser.value(u"poll-seconds"_s).toInt(&isNumber);
    if (!isNumber || options.pollSeconds < 1 || options.pollSeconds > longestPollSeconds)
        return usage(tr("--poll-seconds takes a number from 1 to 3600."));
    const auto signIn = readSignIn(parser);
    if (!signIn)
        return signIn.error();
    options.signIn = *signIn;
    options.once = parser.isSet(u"once"_s);
    options.newKey = parser.isSet(u"new-key"_s);
    options.profile = {.directory = parser.value(u"profile"_s),
                       .clockFile = parser.value(u"clock-file"_s),
                       .credentialsDirectory = parser.value(u"credentials"_s),
                       .authorityFile = parser.value(u"authority"_s),
                       .headless = parser.isSet(u"headless"_s)};
    if (options.profile.headless && options.profile.credentialsDirectory.isEmpty())
        options.profile.credentialsDirectory = qEnvironmentVariable("CREDENTIALS_DIRECTORY");
    return options;
}

} // namespace handrail::agent
