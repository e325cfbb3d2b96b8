// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/commands/zipfile.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <archive.h>
#include <archive_entry.h>
#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

using Archive = std::unique_ptr<archive, decltype([](archive* a) { archive_write_free(a); })>;
using Entry = std::unique_ptr<archive_entry, decltype([](archive_entry* e) { archive_entry_free(e); })>;

bool addFile(archive* to, const QString& path, const QString& name)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const Entry entry(archive_entry_new());
    archive_entry_set_pathname_utf8(entry.get(), name.toUtf8().constData());
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0600);
    archive_entry_set_size(entry.get(), file.size());
    archive_entry_set_mtime(entry.get(), QFileInfo(file).lastModified().toSecsSinceEpoch(), 0);
    if (archive_write_header(to, entry.get()) != ARCHIVE_OK)
        return false;
    while (!file.atEnd()) {
        const QByteArray part = file.read(1024LL * 1024);
        if (part.isEmpty() || archive_write_data(to, part.constData(), size_t(part.size())) != part.size())
            return false;
    }
    return true;
}

la_ssize_t writeTo(archive*, void* file, const void* bytes, size_t length)
{
    return la_ssize_t(static_cast<QFile*>(file)->write(static_cast<const char*>(bytes), qint64(length)));
}

} // namespace

Result<void> writeZip(const QString& folder, const QString& path)
{
    const Error trouble{ErrorCode::StorageTrouble,
                        QCoreApplication::translate("ServerCommands", "%1 can't be written, or is there already.").arg(path)};
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner))
        return trouble;
    const Archive zip(archive_write_new());
    archive_write_set_format_zip(zip.get());
    bool whole = archive_write_open(zip.get(), &file, nullptr, writeTo, nullptr) == ARCHIVE_OK;
    const QDir files(folder);
    for (const QString& name : files.entryList(QDir::Files, QDir::Name))
        whole = whole && addFile(zip.get(), files.filePath(name), name);
    whole = whole && archive_write_close(zip.get()) == ARCHIVE_OK && file.flush();
    if (whole)
        return {};
    file.remove();
    return trouble;
}

} // namespace handrail::server
