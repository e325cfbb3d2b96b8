// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/rightuser.h"

#include <QFileInfo>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

std::optional<QString> rightUserFor(const QString& databaseUrl)
{
    if (::geteuid() != 0 || !databaseUrl.startsWith("sqlite:"_L1))
        return {};
    const QFileInfo folder(QFileInfo(databaseUrl.mid(7)).absolutePath());
    if (!folder.exists() || folder.ownerId() == 0 || folder.owner().isEmpty())
        return {};
    return folder.owner();
}

} // namespace handrail::server
