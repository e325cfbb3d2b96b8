// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/loginfile.h"
#include "app/composition/systemloginstart.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QProcess>
#include <QScopeGuard>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QXmlStreamReader>

using namespace handrail;
using namespace handrail::composition;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A folder as no person would name it, with every character that some system's quoting stumbles over.
const QString awkward = u"/home/Ana María/100% \"mine\" $HOME `x` \\ & <here>"_s;

LoginEntry awkwardEntry()
{
    return {.program = u"/opt/Hand rail/handrail-agent"_s, .arguments = {u"--profile"_s, awkward}};
}

QString contentsOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// What a program that is started so gets as its arguments, by the rules of CommandLineToArgvW.
QStringList asWindowsReads(const QString& line)
{
    QStringList words;
    QString word;
    bool quoted = false;
    for (qsizetype i = 0; i < line.size();) {
        qsizetype backslashes = 0;
        while (i < line.size() && line[i] == u'\\') {
            ++backslashes;
            ++i;
        }
        const bool quote = i < line.size() && line[i] == u'"';
        word += QString(quote ? backslashes / 2 : backslashes, u'\\');
        if (quote && backslashes % 2 == 1) {
            word += line[i++];
        } else if (quote) {
            quoted = !quoted;
            ++i;
        } else if (i < line.size() && line[i] == u' ' && !quoted) {
            words.append(std::exchange(word, {}));
            ++i;
        } else if (i < line.size()) {
            word += line[i++];
        }
    }
    words.append(word);
    return words;
}

} // namespace

TEST_CASE("login start: the entry of each system", "[composition][login]")
{
    SECTION("is a desktop entry that the standard's own program finds nothing wrong with")
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"org.handrail.Agent.desktop"_s);
        LoginFile file(path, xdgAutostart(awkwardEntry()), &xdgAutostartIsOn);
        REQUIRE(file.set(true).ok());
        QProcess judge;
        judge.setProcessChannelMode(QProcess::MergedChannels);
        judge.start(u"desktop-file-validate"_s, {path});
        if (!judge.waitForStarted()) {
            WARN("skipped: desktop-file-validate is not installed (package desktop-file-utils)");
            return;
        }
        REQUIRE(judge.waitForFinished());
        INFO(judge.readAll().toStdString());
        CHECK(judge.exitCode() == 0);
    }
    SECTION("quotes what a desktop entry would take for its own")
    {
        const QString exec = xdgAutostart({.program = u"/bin/a"_s, .arguments = {u"$x \\ 5%"_s}});
        CHECK(exec.contains(u"Exec=\"/bin/a\" \"\\\\$x \\\\\\\\ 5%%\"\n"_s));
    }
    SECTION("is a command line that Windows reads back as it was")
    {
        const LoginEntry entry{.program = u"C:\\Program Files\\Handrail\\handrail-agent.exe"_s,
                               .arguments = {u"--profile"_s, u"C:\\Users\\Ana \"A\"\\"_s, u""_s}};
        CHECK(asWindowsReads(windowsRunCommand(entry)) == QStringList{entry.program} + entry.arguments);
        CHECK(asWindowsReads(windowsRunCommand(awkwardEntry())).last() == awkward);
    }
    SECTION("is a property list with the arguments as they are")
    {
        QXmlStreamReader xml(launchAgentPlist(awkwardEntry()));
        QStringList strings;
        while (!xml.atEnd())
            if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == "string"_L1)
                strings.append(xml.readElementText());
        CHECK_FALSE(xml.hasError());
        CHECK(strings == QStringList{u"org.handrail.Agent"_s, u"/opt/Hand rail/handrail-agent"_s, u"--profile"_s,
                                     awkward, u"Background"_s});
    }
}

TEST_CASE("login start: the switch", "[composition][login]")
{
    const QTemporaryDir home;
    // A home of this test's own instead of the one that all tests share.
    QStandardPaths::setTestModeEnabled(false);
    const auto asBefore = qScopeGuard([] { QStandardPaths::setTestModeEnabled(true); });
    qputenv("XDG_CONFIG_HOME", home.filePath(u"config"_s).toUtf8());
    qputenv("XDG_DATA_HOME", home.filePath(u"data"_s).toUtf8());
    const auto usual = mustHave(Profile::make({}));
    const auto own = mustHave(Profile::make({.directory = home.filePath(u"own"_s)}));
    const auto login = systemLoginStart(agentAtLogin(*usual));

    SECTION("is off until it is switched on, and off again")
    {
        CHECK_FALSE(login->isOn());
        REQUIRE(login->set(false).ok());
        REQUIRE(login->set(true).ok());
        CHECK(login->isOn());
        REQUIRE(login->set(false).ok());
        CHECK_FALSE(login->isOn());
    }
    SECTION("is on after the first sign-in; for a trial, and in a folder that somebody named, only by hand")
    {
        turnOnAtFirstSignIn(*usual, *login);
        CHECK(login->isOn());
        const auto trial = mustHave(Profile::make({.clockFile = home.filePath(u"clock"_s)}));
        const auto other = systemLoginStart(agentAtLogin(*own));
        REQUIRE(login->set(false).ok());
        turnOnAtFirstSignIn(*trial, *login);
        turnOnAtFirstSignIn(*own, *other);
        CHECK_FALSE(login->isOn());
        CHECK_FALSE(other->isOn());
    }
    SECTION("is one for each profile")
    {
        const auto other = systemLoginStart(agentAtLogin(*own));
        REQUIRE(other->set(true).ok());
        CHECK(other->isOn());
        CHECK_FALSE(login->isOn());
    }
    SECTION("says why it can't be changed")
    {
        QFile inTheWay(home.filePath(u"config"_s));
        REQUIRE(inTheWay.open(QIODevice::WriteOnly));
        const auto refused = login->set(true);
        REQUIRE_FALSE(refused.ok());
        CHECK(refused.error().sentence.contains(u"stays as it was"_s));
    }
#ifdef Q_OS_LINUX
    const QString path = home.filePath(u"config/autostart/org.handrail.Agent.desktop"_s);
    SECTION("is off where the person has switched it off with the system's own settings, and stays so")
    {
        REQUIRE(login->set(true).ok());
        QFile file(path);
        REQUIRE(file.open(QIODevice::Append));
        const QByteArray byOthers = GENERATE(as<QByteArray>(), "Hidden=true\n", "X-GNOME-Autostart-enabled=false\n");
        file.write(byOthers);
        file.close();
        CHECK_FALSE(login->isOn());
        refresh(*login);
        CHECK_FALSE(login->isOn());
    }
    SECTION("follows a program that was installed elsewhere")
    {
        REQUIRE(login->set(true).ok());
        const auto moved = systemLoginStart({.program = u"/elsewhere/handrail-agent"_s});
        refresh(*moved);
        CHECK(contentsOf(path).contains(u"/elsewhere/handrail-agent"_s));
    }
#endif
}
