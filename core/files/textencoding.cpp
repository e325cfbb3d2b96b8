// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/textencoding.h"

#include <QStringDecoder>
#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace handrail::files {

namespace {

constexpr auto utf8Mark = "\xEF\xBB\xBF";
constexpr auto littleEndianMark = "\xFF\xFE";
constexpr auto bigEndianMark = "\xFE\xFF";

/// Of a text in Latin letters each second byte is zero in UTF-16: in which half they are.
std::optional<Encoding> unmarkedUtf16(const QByteArray& bytes)
{
    constexpr qsizetype looked = 4096;
    const qsizetype size = std::min(bytes.size(), looked) / 2 * 2;
    qsizetype evenZeros = 0, oddZeros = 0;
    for (qsizetype i = 0; i < size; ++i)
        if (bytes[i] == '\0')
            ++(i % 2 == 0 ? evenZeros : oddZeros);
    const qsizetype most = size / 2 * 7 / 10;
    if (size < 4 || std::max(evenZeros, oddZeros) <= most)
        return std::nullopt;
    return oddZeros > evenZeros ? Encoding::Utf16LittleEndian : Encoding::Utf16BigEndian;
}

QString decodedBy(QStringConverter::Encoding encoding, QByteArrayView bytes)
{
    QStringDecoder decoder(encoding, QStringDecoder::Flag::Stateless);
    return decoder(bytes);
}

QByteArrayView afterMark(const QByteArray& bytes, const char* mark)
{
    return bytes.startsWith(mark) ? QByteArrayView(bytes).sliced(qstrlen(mark)) : QByteArrayView(bytes);
}

} // namespace

Encoding detectEncoding(const QByteArray& bytes)
{
    if (bytes.startsWith(utf8Mark))
        return Encoding::Utf8WithMark;
    if (bytes.startsWith(littleEndianMark))
        return Encoding::Utf16LittleEndian;
    if (bytes.startsWith(bigEndianMark))
        return Encoding::Utf16BigEndian;
    if (const auto utf16 = unmarkedUtf16(bytes))
        return *utf16;
    QStringDecoder utf8(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = utf8(bytes);
    return utf8.hasError() ? Encoding::Windows1252 : Encoding::Utf8;
}

QString decodeAs(const QByteArray& bytes, Encoding encoding)
{
    switch (encoding) {
    case Encoding::Utf8:
    case Encoding::Utf8WithMark:
        return decodedBy(QStringConverter::Utf8, afterMark(bytes, utf8Mark));
    case Encoding::Utf16LittleEndian:
        return decodedBy(QStringConverter::Utf16LE, afterMark(bytes, littleEndianMark));
    case Encoding::Utf16BigEndian:
        return decodedBy(QStringConverter::Utf16BE, afterMark(bytes, bigEndianMark));
    case Encoding::Windows1252:
        return fromWindows1252(bytes);
    }
    Q_UNREACHABLE();
    return {};
}

QString fromWindows1252(const QByteArray& bytes)
{
    // Qt 6.4 without ICU knows Latin-1 only; what differs in Windows-1252 is 0x80 to 0x9F.
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

QString nameOf(Encoding encoding)
{
    switch (encoding) {
    case Encoding::Utf8:
    case Encoding::Utf8WithMark:
        return u"UTF-8"_s;
    case Encoding::Utf16LittleEndian:
    case Encoding::Utf16BigEndian:
        return u"UTF-16"_s;
    case Encoding::Windows1252:
        return u"Windows-1252"_s;
    }
    Q_UNREACHABLE();
    return {};
}

} // namespace handrail::files
