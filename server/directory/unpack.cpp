// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/directory/unpack.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <archive.h>
#include <archive_entry.h>
#include <array>
#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server::directory {

namespace {

constexpr int mostFiles = 1000;
constexpr qint64 largestFile = 256LL * 1024 * 1024;
constexpr qint64 mostBytes = 1024LL * 1024 * 1024;

using Archive = std::unique_ptr<archive, decltype([](archive* a) { archive_read_free(a); })>;

Error refused(const char* sentence, const QString& path)
{
    return {ErrorCode::InvalidInput,
            QCoreApplication::translate("Directory", sentence).arg(QFileInfo(path).fileName())};
}

Error broken(const QString& path)
{
    return refused(
        QT_TRANSLATE_NOOP("Directory", "“%1” is no whole ZIP file. Get the file again; nothing was imported."), path);
}

Error tooLarge(const QString& path)
{
    return refused(QT_TRANSLATE_NOOP("Directory",
                                     "“%1” unpacks to more than 1,000 files, 256 MB a file or 1 GB. Nothing was "
                                     "imported."),
                   path);
}

/// The last part of the name: an archive can't choose a folder.
QString nameOf(archive_entry* entry)
{
    const char* utf8 = archive_entry_pathname_utf8(entry);
    const QString whole = QString::fromUtf8(utf8 != nullptr ? utf8 : archive_entry_pathname(entry));
    return whole.section(u'/', -1).section(u'\\', -1);
}

bool isWanted(archive_entry* entry, const QString& name)
{
    const bool isTable =
        name.endsWith(".csv"_L1, Qt::CaseInsensitive) || name.endsWith(".json"_L1, Qt::CaseInsensitive);
    return archive_entry_filetype(entry) == AE_IFREG && isTable && !name.startsWith(u'.');
}

/// What became of a file.
enum class Copied { Whole, Broken, TooLarge };

Copied copyOut(archive* from, QFile& to, qint64& budget)
{
    std::array<char, 64UL * 1024> buffer{};
    qint64 written = 0;
    for (;;) {
        const auto bytes = archive_read_data(from, buffer.data(), buffer.size());
        if (bytes == 0)
            return Copied::Whole;
        if (bytes < 0)
            return Copied::Broken;
        written += bytes;
        budget -= bytes;
        if (written > largestFile || budget < 0)
            return Copied::TooLarge;
        if (to.write(buffer.data(), bytes) != bytes)
            return Copied::Broken;
    }
}

} // namespace

Result<void> unpackZip(const QString& path, const QString& folder)
{
    const Archive zip(archive_read_new());
    archive_read_support_format_zip(zip.get());
    if (archive_read_open_filename(zip.get(), QFile::encodeName(path).constData(), 64UL * 1024) != ARCHIVE_OK)
        return broken(path);
    qint64 budget = mostBytes;
    archive_entry* entry = nullptr;
    int status = ARCHIVE_OK;
    for (int seen = 0; (status = archive_read_next_header(zip.get(), &entry)) == ARCHIVE_OK; ++seen) {
        if (seen >= mostFiles)
            return tooLarge(path);
        const QString name = nameOf(entry);
        if (!isWanted(entry, name))
            continue;
        QFile file(QDir(folder).filePath(name));
        if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
            return refused(QT_TRANSLATE_NOOP("Directory", "“%1” has two files of one name, or can't be unpacked "
                                                          "here. Nothing was imported."),
                           path);
        const Copied copied = copyOut(zip.get(), file, budget);
        if (copied != Copied::Whole)
            return copied == Copied::TooLarge ? tooLarge(path) : broken(path);
    }
    return status == ARCHIVE_EOF ? Result<void>() : broken(path);
}

} // namespace handrail::server::directory
