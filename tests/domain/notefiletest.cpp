// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/notefile.h"
#include "tests/support/catch.h"

using namespace handrail;
using namespace Qt::Literals::StringLiterals;

namespace {

QString refusal(const QByteArray& bytes)
{
    const auto text = textOfFile(u"scan.pdf"_s, bytes);
    REQUIRE_FALSE(text.ok());
    CHECK(text.error().code == ErrorCode::InvalidInput);
    CHECK(text.error().sentence.contains(u"«scan.pdf»"_s));
    return text.error().sentence;
}

} // namespace

TEST_CASE("note file: a text file is its words", "[domain][note]")
{
    CHECK(mustHave(textOfFile(u"a.txt"_s, "Called.\r\nNobody there.\r\n")) == u"Called.\nNobody there."_s);
    CHECK(mustHave(textOfFile(u"a.txt"_s, "\xef\xbb\xbfJos\xc3\xa9")) == u"José"_s);
    CHECK(mustHave(textOfFile(u"a.txt"_s, QByteArray("\xff\xfeJ\0o\0", 6))) == u"Jo"_s);
    CHECK(mustHave(textOfFile(u"a.txt"_s, QByteArray(longestNote, 'x'))).size() == longestNote);
}

TEST_CASE("note file: anything else is refused with a sentence", "[domain][note]")
{
    CHECK(refusal(QByteArray("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n\x00\x01", 18)).contains(u"not a text file"_s));
    CHECK(refusal(QByteArray("\x89PNG\r\n\x1a\n\0\0", 10)).contains(u"not a text file"_s));
    CHECK(refusal(QByteArray("PK\x03\x04 word", 9)).contains(u"not a text file"_s));
    CHECK(refusal(QByteArray("caf\xe9 is Latin-1")).contains(u"not a text file"_s));
    CHECK(refusal({}).contains(u"empty"_s));
    CHECK(refusal(" \r\n ").contains(u"empty"_s));
    CHECK(refusal(QByteArray(longestNote + 1, 'x')).contains(u"too long"_s));
    CHECK(refusal(QByteArray(longestNoteFile + 1, 'x')).contains(u"too long"_s));
    CHECK(refusal(QByteArray(longestNoteFile + 1, '\0')).contains(u"not a text file"_s));
    // The cut at the limit may go through a character; that alone makes it no picture.
    CHECK(refusal("x" + QByteArray("\xc3\xa9").repeated(longestNoteFile)).contains(u"too long"_s));
}

TEST_CASE("note file: a hostile file name stays readable", "[domain][note]")
{
    const auto text = textOfFile(QString(5000, u'x') + u"\n\u202e.exe"_s, {});
    REQUIRE_FALSE(text.ok());
    CHECK(text.error().sentence.size() < 120);
    CHECK_FALSE(text.error().sentence.contains(u'\n'));
}
