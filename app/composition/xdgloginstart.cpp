// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/loginfile.h"
#include "app/composition/systemloginstart.h"

#include <QDir>
#include <QStandardPaths>

using namespace Qt::Literals::StringLiterals;

namespace handrail::composition {

std::unique_ptr<LoginStart> systemLoginStart(const LoginEntry& entry)
{
    const QDir config(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation));
    return std::make_unique<LoginFile>(config.filePath(u"autostart/"_s + entry.id + u".desktop"_s), xdgAutostart(entry),
                                       &xdgAutostartIsOn);
}

} // namespace handrail::composition
