// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/agentprogram.h"

#include <QCoreApplication>
#include <QStandardPaths>

using namespace Qt::Literals::StringLiterals;

namespace handrail::composition {

QString agentProgram()
{
    return QStandardPaths::findExecutable(u"handrail-agent"_s, {QCoreApplication::applicationDirPath()});
}

QStringList agentArguments(const Profile& profile)
{
    const ProfileOptions& options = profile.options();
    QStringList all{u"--profile"_s, options.directory};
    if (!options.clockFile.isEmpty())
        all << u"--clock-file"_s << options.clockFile;
    if (!options.credentialsDirectory.isEmpty())
        all << u"--credentials"_s << options.credentialsDirectory;
    return all;
}

} // namespace handrail::composition
