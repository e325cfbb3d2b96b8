// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/textencoding.h"
#include "tests/support/catch.h"

#include <QStringEncoder>

using namespace Qt::Literals::StringLiterals;
using namespace handrail;
using namespace handrail::files;

namespace {

QByteArray encoded(const QString& text, QStringConverter::Encoding encoding, bool mark)
{
    QStringEncoder encoder(encoding, mark ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
    return encoder(text);
}

} // namespace

TEST_CASE("text encoding: what spreadsheets write is recognised", "[files]")
{
    const QString text = u"Nombre,Teléfono\nJosé Núñez,937 555 0101\n"_s;
    const auto check = [&](const QByteArray& bytes, Encoding expected) {
        CHECK(detectEncoding(bytes) == expected);
        CHECK(decodeAs(bytes, detectEncoding(bytes)) == text);
    };
    check(text.toUtf8(), Encoding::Utf8);
    check("\xEF\xBB\xBF" + text.toUtf8(), Encoding::Utf8WithMark);
    check(encoded(text, QStringConverter::Utf16LE, true), Encoding::Utf16LittleEndian);
    check(encoded(text, QStringConverter::Utf16BE, true), Encoding::Utf16BigEndian);
    check(encoded(text, QStringConverter::Utf16LE, false), Encoding::Utf16LittleEndian);
    check(encoded(text, QStringConverter::Utf16BE, false), Encoding::Utf16BigEndian);
    check(text.toLatin1(), Encoding::Windows1252);
    CHECK(decodeAs("\x80 \x93hi\x94", Encoding::Windows1252) == u"€ “hi”"_s);
}

TEST_CASE("text encoding: any bytes at all become some text", "[files]")
{
    quint32 seed = 7;
    for (int round = 0; round < 300; ++round) {
        QByteArray bytes;
        for (int i = 0; i < round; ++i) {
            seed = seed * 1664525 + 1013904223;
            bytes.append(char(seed >> 24));
        }
        CHECK(decodeAs(bytes, detectEncoding(bytes)).size() <= bytes.size());
    }
}
