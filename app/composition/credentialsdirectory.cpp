// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/credentialsdirectory.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

using namespace Qt::Literals::StringLiterals;

namespace handrail::composition {

namespace {

constexpr qint64 largestSecretBytes = 4096;
constexpr auto forOthers =
    QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;

Error trouble(const char* sentence)
{
    return {ErrorCode::KeyTrouble, QCoreApplication::translate("Composition", sentence)};
}

} // namespace

CredentialsDirectory::CredentialsDirectory(QString directory)
    : m_directory(std::move(directory))
{
}

QString CredentialsDirectory::pathOf(const QString& name) const
{
    return QDir(m_directory).filePath(name == "local-store-key"_L1 ? u"store-key"_s : name);
}

Result<void> CredentialsDirectory::check() const
{
    const QFileInfo info(m_directory);
    if (!info.isDir())
        return trouble(QT_TRANSLATE_NOOP("Composition", "The credentials directory does not exist."));
    if ((info.permissions() & forOthers) != 0)
        return trouble(QT_TRANSLATE_NOOP("Composition", "The credentials directory can be entered by other users of "
                                                        "this computer. Make it its owner's alone (chmod 0700)."));
    return {};
}

Result<std::optional<QByteArray>> CredentialsDirectory::read(const QString& name)
{
    if (auto checked = check(); !checked)
        return checked.error();
    QFile file(pathOf(name));
    if (!file.exists())
        return std::optional<QByteArray>();
    if (!file.open(QIODevice::ReadOnly) || file.size() > largestSecretBytes)
        return trouble(QT_TRANSLATE_NOOP("Composition", "A file of the credentials directory can't be read."));
    return std::optional(file.read(largestSecretBytes));
}

Result<void> CredentialsDirectory::write(const QString& name, const QByteArray& secret)
{
    if (auto checked = check(); !checked)
        return checked;
    QSaveFile file(pathOf(name));
    const bool written = file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
                         file.write(secret) == secret.size() && file.commit();
    return written ? Result<void>()
                   : trouble(QT_TRANSLATE_NOOP("Composition", "The credentials directory can't be written to."));
}

Result<void> CredentialsDirectory::remove(const QString& name)
{
    if (auto checked = check(); !checked)
        return checked;
    if (QFile::exists(pathOf(name)) && !QFile::remove(pathOf(name)))
        return trouble(QT_TRANSLATE_NOOP("Composition", "The credentials directory can't be written to."));
    return {};
}

} // namespace handrail::composition
