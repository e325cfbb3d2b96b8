// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ipc/socketname.h"

#include <QCryptographicHash>
#include <QDir>

using namespace Qt::Literals::StringLiterals;

namespace handrail {

QString agentSocketName(const QString& profileDirectory)
{
    const QDir directory(profileDirectory);
    const QString canonical = directory.canonicalPath(); // Empty where the directory does not exist yet.
    const QString path = canonical.isEmpty() ? QDir::cleanPath(directory.absolutePath()) : canonical;
    const QByteArray hash = QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha256);
    return u"handrail-agent-"_s + QString::fromLatin1(hash.toHex().first(24));
}

} // namespace handrail
