// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/commands/exportto.h"

#include "server/commands/commands.h"
#include "server/commands/zipfile.h"

#include <QFileInfo>
#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

Result<qint64> exportTo(World& world, const AgencyId& agency, const std::optional<ClientId>& client, const QString& to,
                        ExportForm form)
{
    auto& db = databaseOf(world);
    if (!to.endsWith(".zip"_L1, Qt::CaseInsensitive))
        return exportToFolder(db, agency, client, form, to, world.environment(), Actor::command());
    // Beside it, and not where everybody's temporary files are.
    const QTemporaryDir folder(QFileInfo(to).absolutePath() + u"/.handrail-export-XXXXXX"_s);
    const auto count = exportToFolder(db, agency, client, form, folder.path(), world.environment(), Actor::command());
    if (!count)
        return count;
    const auto zipped = writeZip(folder.path(), to);
    return zipped ? count : zipped.error();
}

} // namespace handrail::server
