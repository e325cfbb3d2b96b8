// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/directory/textfile.h"

#include "core/files/textencoding.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QStringDecoder>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server::directory {

namespace {

constexpr qint64 largestFile = 256LL * 1024 * 1024;

Error badFile(const char* sentence, const QString& path)
{
    return {ErrorCode::InvalidInput,
            QCoreApplication::translate("Directory", sentence).arg(QFileInfo(path).fileName())};
}

} // namespace

Result<QByteArray> readFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return badFile(QT_TRANSLATE_NOOP("Directory", "“%1” can't be opened. Check that it exists and may be read."),
                       path);
    const qint64 size = file.size();
    if (size > largestFile)
        return badFile(QT_TRANSLATE_NOOP("Directory", "“%1” is larger than 256 MB. Nothing was imported."), path);
    // Qt sets as much memory aside as is asked for, so not the most that a file may have.
    QByteArray bytes = file.read(size + 1);
    if (file.error() != QFileDevice::NoError || bytes.size() > size)
        return badFile(QT_TRANSLATE_NOOP("Directory", "“%1” can't be read to its end. Nothing was imported."), path);
    if (bytes.startsWith("\xEF\xBB\xBF"))
        bytes.remove(0, 3);
    if (bytes.startsWith("\xFF\xFE") || bytes.startsWith("\xFE\xFF"))
        return badFile(QT_TRANSLATE_NOOP("Directory", "“%1” is written in UTF-16. Save it as UTF-8; nothing was "
                                                      "imported."),
                       path);
    if (bytes.trimmed().isEmpty())
        return badFile(QT_TRANSLATE_NOOP("Directory", "“%1” is empty. Nothing was imported."), path);
    return bytes;
}

QString decode(const QByteArray& bytes, bool* wasUtf8)
{
    QStringDecoder utf8(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString text = utf8(bytes);
    const bool isUtf8 = !utf8.hasError();
    if (wasUtf8 != nullptr)
        *wasUtf8 = isUtf8;
    if (!isUtf8)
        text = files::fromWindows1252(bytes);
    text.replace(u"\r\n"_s, u"\n"_s);
    for (QChar& c : text)
        if (c.category() == QChar::Other_Control && c != u'\n')
            c = u' ';
    return text.trimmed();
}

QString mended(QString text)
{
    static const std::pair<QString, QString> broken[] = {
        {u"â€™"_s, u"’"_s}, {u"â€œ"_s, u"“"_s}, {u"â€\u009D"_s, u"”"_s}, {u"â€“"_s, u"–"_s},
        {u"â€”"_s, u"—"_s}, {u"GÇÖ"_s, u"’"_s}, {u"GÇ£"_s, u"“"_s},      {u"GÇ¥"_s, u"”"_s},
        {u"GÇô"_s, u"–"_s}, {u"GÇö"_s, u"—"_s}, {u"\\n"_s, u"\n"_s}};
    if (!text.contains(u'â') && !text.contains(u'Ç') && !text.contains(u'\\'))
        return text;
    for (const auto& [wrong, right] : broken)
        text.replace(wrong, right);
    return text;
}

Error breaksOff(const QString& file, const QString& where)
{
    return {ErrorCode::InvalidInput,
            QCoreApplication::translate("Directory",
                                        "“%1” breaks off in the middle (%2). Get the file again; nothing was imported.")
                .arg(QFileInfo(file).fileName(), where)};
}

} // namespace handrail::server::directory
