// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/loginentries.h"

using namespace Qt::Literals::StringLiterals;

namespace handrail::composition {

namespace {

/// An argument of a desktop entry's Exec: in double quotes, where `"`, `` ` ``, `$` and `\` are escaped; then the rules
/// of a value of type string, which escape the backslash once more; a percent sign begins a field code.
QString execArgument(const QString& text)
{
    QString quoted;
    for (const QChar c : text) {
        if (c == u'"' || c == u'`' || c == u'$')
            quoted += u"\\\\"_s;
        if (c == u'\\')
            quoted += u"\\\\\\"_s;
        if (c == u'%')
            quoted += u'%';
        quoted += c;
    }
    return u'"' + quoted + u'"';
}

/// Backslashes count only before a quote: there each is doubled, and the quote gets one of its own.
QString windowsArgument(const QString& text)
{
    QString quoted = u"\""_s;
    qsizetype backslashes = 0;
    for (const QChar c : text) {
        if (c == u'"')
            quoted += QString(backslashes + 1, u'\\');
        backslashes = c == u'\\' ? backslashes + 1 : 0;
        quoted += c;
    }
    return quoted + QString(backslashes, u'\\') + u'"';
}

QString joined(const LoginEntry& entry, QString (*quote)(const QString&))
{
    QStringList words{quote(entry.program)};
    for (const QString& argument : entry.arguments)
        words.append(quote(argument));
    return words.join(u' ');
}

QString plistString(const QString& text)
{
    return u"<string>"_s + text.toHtmlEscaped() + u"</string>"_s;
}

} // namespace

QString xdgAutostart(const LoginEntry& entry)
{
    return u"[Desktop Entry]\n"
           "Type=Application\n"
           "Name=Handrail agent\n"
           "Comment=Sends due messages and brings replies, without a window\n"
           "Comment[es]=Envía los mensajes pendientes y trae las respuestas, sin ventana\n"
           "Icon=handrail\n"
           "Terminal=false\n"
           "NoDisplay=true\n"
           "Exec="_s +
           joined(entry, &execArgument) + u'\n';
}

bool xdgAutostartIsOn(const QString& file)
{
    for (const QString& line : file.split(u'\n')) {
        const QString key = line.section(u'=', 0, 0).trimmed();
        const QString value = line.section(u'=', 1).trimmed();
        if ((key == "Hidden"_L1 && value == "true"_L1) ||
            (key == "X-GNOME-Autostart-enabled"_L1 && value == "false"_L1))
            return false;
    }
    return file.contains("[Desktop Entry]"_L1);
}

QString windowsRunCommand(const LoginEntry& entry)
{
    return joined(entry, &windowsArgument);
}

QString launchAgentPlist(const LoginEntry& entry)
{
    QStringList words{plistString(entry.program)};
    for (const QString& argument : entry.arguments)
        words.append(plistString(argument));
    return u"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
           "<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" "
           "\"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n"
           "<plist version=\"1.0\">\n"
           "<dict>\n"
           "    <key>Label</key>\n"
           "    %1\n"
           "    <key>ProgramArguments</key>\n"
           "    <array>\n"
           "        %2\n"
           "    </array>\n"
           "    <key>RunAtLoad</key>\n"
           "    <true/>\n"
           "    <key>ProcessType</key>\n"
           "    <string>Background</string>\n"
           "</dict>\n"
           "</plist>\n"_s.arg(plistString(entry.id), words.join(u"\n        "_s));
}

} // namespace handrail::composition
