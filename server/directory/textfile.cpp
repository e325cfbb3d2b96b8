// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/directory/textfile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QStringDecoder>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server::directory {

namespace {

constexpr qint64 largestFile = 256LL * 1024 * 1024;

Error badFile(const char* sentence, const QString& path)
{
    return {ErrorCode::InvalidInput,
            QCoreApplication::translate("Directory", sentence).arg(QFileInfo(path).fileName())};
}

/// Qt 6.4 without ICU knows Latin-1 only; what differs in Windows-1252 is 0x80 to 0x9F.
QString fromWindows1252(const QByteArray& bytes)
{
    static constexpr std::array<char16_t, 32> upper = {0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                       0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
                                                       0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                       0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};
    QString text = QString::fromLatin1(bytes);
    for (QChar& c : text)
        if (c.unicode() >= 0x80 && c.unicode() < 0xA0)
            c = QChar(upper[c.unicode() - 0x80u]);
    return text;
}

} // namespace

Result<QByteArray> readFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return badFile(QT_TRANSLATE_NOOP("Directory", "“%1” can't be opened. Check that it exists and may be read."),
                       path);
    if (file.size() > largestFile)
        return badFile(QT_TRANSLATE_NOOP("Directory", "“%1” is larger than 256 MB. Nothing was imported."), path);
    QByteArray bytes = file.read(largestFile + 1);
    if (file.error() != QFileDevice::NoError || bytes.size() > largestFile)
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
        text = fromWindows1252(bytes);
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
