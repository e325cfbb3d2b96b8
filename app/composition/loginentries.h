// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace handrail::composition {

/// The program that a system shall start when a person signs in to the computer.
struct LoginEntry
{
    QString id = QStringLiteral("org.handrail.Agent"); ///< Letters, digits, dots and dashes: names the file.
    QString program;                                   ///< Absolute.
    QStringList arguments;
};

// What each system wants to read, as pure functions, so that all three are tested on each.

/// An autostart file of freedesktop.org's Desktop Application Autostart and Desktop Entry specifications.
QString xdgAutostart(const LoginEntry& entry);
/// Whether such a file is in force: neither «Hidden» nor switched off by GNOME.
bool xdgAutostartIsOn(const QString& file);
/// The value of HKCU\Software\Microsoft\Windows\CurrentVersion\Run: a command line that CommandLineToArgvW reads back
/// as it was.
QString windowsRunCommand(const LoginEntry& entry);
/// A property list for ~/Library/LaunchAgents; launchd.plist(5).
QString launchAgentPlist(const LoginEntry& entry);

} // namespace handrail::composition
