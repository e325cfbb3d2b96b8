// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

/// In which encoding a file's text is: files from spreadsheets don't say.
namespace handrail::files {

enum class Encoding { Utf8, Utf8WithMark, Utf16LittleEndian, Utf16BigEndian, Windows1252 };

/// By its byte order mark, else by what the bytes can be: UTF-16 shows by its zeros, UTF-8 by its form, and everything
/// else is taken for Windows-1252, which any bytes are.
Encoding detectEncoding(const QByteArray& bytes);

/// The text without its mark; what the encoding doesn't have becomes U+FFFD. Line ends stay as they are.
QString decodeAs(const QByteArray& bytes, Encoding encoding);

/// Windows-1252, the encoding of old spreadsheets.
QString fromWindows1252(const QByteArray& bytes);

/// "UTF-8", "UTF-16", "Windows-1252": proper names, the same in every language.
QString nameOf(Encoding encoding);

} // namespace handrail::files
