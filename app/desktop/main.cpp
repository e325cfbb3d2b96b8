// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/processguard.h"
#include "app/composition/systempolicy.h"
#include "app/desktop/desktop.h"
#include "ui/accessiblescrollarea.h"
#include "ui/appearance.h"
#include "ui/desksettings.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QMessageBox>

using namespace Qt::Literals::StringLiterals;

namespace {

/// What the command line asked for, its language included, which must be known before the first window.
struct CommandLine
{
    handrail::desktop::Options options;
    QString language;
};

CommandLine readCommandLine(const QCoreApplication& application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Handrail closes the loop on social-care referrals."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({
        {u"profile"_s, u"Keep everything in this folder."_s, u"folder"_s},
        {u"clock-file"_s, u"For trials: read from this file by how many seconds the clock is ahead."_s, u"file"_s},
        {u"authority"_s, u"Trust this certificate authority for the server, and no other. Kept from then on."_s, u"PEM file"_s},
        {u"enrol"_s, u"Sign in with the address that `handrail-server user enrol` printed, where nobody is signed in yet."_s, u"address"_s},
        {u"server"_s, u"Fill this server address in at the sign-in."_s, u"address"_s},
        {u"poll-seconds"_s, u"How often the background agent looks at the server by itself."_s, u"seconds"_s, u"0"_s},
        {u"language"_s, u"Language of the interface, en or es; the system's where it is not given."_s, u"language"_s},
    });
    parser.process(application);
    bool isNumber = false;
    const int pollSeconds = parser.value(u"poll-seconds"_s).toInt(&isNumber);
    if (!isNumber || pollSeconds < 0) {
        qCritical("--poll-seconds takes a number of seconds.");
        parser.showHelp(2);
    }
    return {{{.directory = parser.value(u"profile"_s), .clockFile = parser.value(u"clock-file"_s),
              .authorityFile = parser.value(u"authority"_s), .policy = handrail::composition::systemPolicy()},
             parser.value(u"server"_s),
             pollSeconds,
             QUrl(parser.value(u"enrol"_s), QUrl::StrictMode)},
            parser.value(u"language"_s)};
}

} // namespace

int main(int argc, char* argv[])
{
    handrail::composition::guardProcess();
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"handrail"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(HANDRAIL_VERSION));
    QGuiApplication::setApplicationDisplayName(u"Handrail"_s);
    QGuiApplication::setDesktopFileName(u"org.handrail.Handrail"_s);
    handrail::ui::useSafeScrollAreas();
    const CommandLine line = readCommandLine(application);
    auto profile = handrail::composition::Profile::make(line.options.profile);
    if (profile.ok()) {
        handrail::ui::useDeskSettings((*profile)->directory() + u"/desk.ini"_s);
    }
    handrail::ui::Appearance appearance = handrail::ui::readAppearance(*handrail::ui::deskSettings());
    if (!line.language.isEmpty()) {
        appearance.language = line.language;
    }
    handrail::ui::applyAppearance(application, appearance);
    if (!profile.ok()) {
        QMessageBox::critical(nullptr, u"Handrail"_s, profile.error().sentence);
        return 1;
    }
    handrail::desktop::Desktop desktop(std::move(profile).value(), line.options);
    desktop.start();
    return QApplication::exec();
}
