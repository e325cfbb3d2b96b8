// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/loginfile.h"
#include "app/composition/systemloginstart.h"

#include <QDir>

using namespace Qt::Literals::StringLiterals;

namespace handrail::composition {

std::unique_ptr<LoginStart> systemLoginStart(const LoginEntry& entry)
{
    return std::make_unique<LoginFile>(QDir::home().filePath(u"Library/LaunchAgents/"_s + entry.id + u".plist"_s),
                                       launchAgentPlist(entry),
                                       [](const QString& text) { return !text.contains("<key>Disabled</key>"_L1); });
}

} // namespace handrail::composition
