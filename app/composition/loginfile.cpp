// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/loginfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace handrail::composition {

LoginFile::LoginFile(QString path, QString text, bool (*inForce)(const QString& text))
    : m_path(std::move(path))
    , m_text(std::move(text))
    , m_inForce(inForce)
{
}

bool LoginFile::isOn() const
{
    QFile file(m_path);
    return file.open(QIODevice::ReadOnly) && m_inForce(QString::fromUtf8(file.read(64 * 1024)));
}

Result<void> LoginFile::set(bool on)
{
    if (!on && (!QFile::exists(m_path) || QFile::remove(m_path)))
        return {};
    QSaveFile file(m_path);
    if (on && QDir().mkpath(QFileInfo(m_path).absolutePath()) && file.open(QIODevice::WriteOnly) &&
        file.write(m_text.toUtf8()) >= 0 && file.commit())
        return {};
    return Error{ErrorCode::StorageTrouble,
                 QCoreApplication::translate("Composition", "Handrail can't write %1, so this setting stays as it was. "
                                                            "Ask your administrator for the right to.")
                     .arg(QDir::toNativeSeparators(m_path))};
}

} // namespace handrail::composition
