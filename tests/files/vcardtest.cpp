// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/vcard.h"
#include "tests/support/catch.h"

using namespace Qt::Literals::StringLiterals;
using namespace handrail;
using namespace handrail::files;

namespace {

VCards read(const QString& text)
{
    const auto cards = readVCards(text, 100);
    REQUIRE(cards.ok());
    return *cards;
}

QString valueOf(const VCard& card, const QString& name)
{
    for (const ContentLine& line : card.lines)
        if (line.name == name)
            return line.value;
    return {};
}

} // namespace

TEST_CASE("vcard: several cards of versions 2.1, 3.0 and 4.0 in one file", "[files][vcard]")
{
    const VCards found = read(u"BEGIN:VCARD\r\nVERSION:3.0\r\nN:López;María;Elena;;\r\nitem1.TEL;TYPE=CELL,pref:937-555-"
                              "\r\n 0101\r\nNOTE:one\\, two\\n\\;three\r\nEND:VCARD\r\n\r\n"
                              "begin:vcard\nVERSION:4.0\nFN:Jo Brown\nTEL;VALUE=uri;TYPE=\"voice,cell\":tel:+1-937-555-"
                              "0102\nEND:VCARD\n"
                              "BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:N=C3=BA=C3=B1ez;Jos="
                              "=C3=A9\nTEL;CELL;PREF:9375550103\nEND:VCARD\n"_s);
    CHECK(found.problems.isEmpty());
    REQUIRE(found.cards.size() == 3);
    CHECK(found.cards[0].line == 1);
    CHECK(componentsOf(valueOf(found.cards[0], u"N"_s), u';').mid(0, 3) ==
          QStringList{u"López"_s, u"María"_s, u"Elena"_s});
    CHECK(valueOf(found.cards[0], u"TEL"_s) == u"937-555-0101"_s);
    CHECK(plainValue(valueOf(found.cards[0], u"NOTE"_s)) == u"one, two\n;three"_s);
    CHECK(found.cards[1].version == u"4.0"_s);
    CHECK(found.cards[1].lines.last().parameters[u"TYPE"_s].contains(u"voice,cell"_s));
    CHECK(componentsOf(valueOf(found.cards[2], u"N"_s), u';').first() == u"Núñez"_s);
    CHECK(found.cards[2].lines.last().parameters[u"TYPE"_s] == QStringList{u"CELL"_s, u"PREF"_s});
}

TEST_CASE("vcard: a soft line break of quoted-printable goes on in the next line", "[files][vcard]")
{
    const VCards found = read(u"BEGIN:VCARD\nVERSION:2.1\nN;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:N=C3=BA=\n=C3=B1ez;"
                              "Jos=C3=A9\nEND:VCARD\n"_s);
    REQUIRE(found.cards.size() == 1);
    CHECK(componentsOf(valueOf(found.cards[0], u"N"_s), u';') == QStringList{u"Núñez"_s, u"José"_s});
}

TEST_CASE("vcard: what is no card is said with its line, and the others are read on", "[files][vcard]")
{
    const VCards found = read(u"hello\nBEGIN:VCARD\nVERSION:3.0\nN:A;B\n"           // never ends
                              "BEGIN:VCARD\nN:C;D\nEND:VCARD\n"                      // no version
                              "BEGIN:VCARD\nVERSION:9.9\nN:E;F\nEND:VCARD\n"         // of another world
                              "BEGIN:VCARD\nVERSION:3.0\nno colon here\nEND:VCARD\n" // broken
                              "END:VCARD\n"
                              "BEGIN:VCARD\nVERSION:3.0\nN:G;H\nEND:VCARD\n"
                              "BEGIN:VCARD\nVERSION:3.0\n"_s);
    REQUIRE(found.cards.size() == 1);
    CHECK(valueOf(found.cards[0], u"N"_s) == u"G;H"_s);
    QList<int> lines;
    for (const VCardProblem& problem : found.problems) {
        CHECK_FALSE(problem.sentence.isEmpty());
        lines.append(problem.line);
    }
    CHECK(lines == QList<int>{1, 2, 5, 8, 12, 16, 21});
}

TEST_CASE("vcard: hostile files are bounded", "[files][vcard]")
{
    SECTION("too many cards")
    {
        CHECK_FALSE(readVCards(u"BEGIN:VCARD\nVERSION:3.0\nN:A;B\nEND:VCARD\n"_s.repeated(101), 100).ok());
    }
    SECTION("a picture of 2 MB, folded")
    {
        const VCards found = read(u"BEGIN:VCARD\nVERSION:3.0\nPHOTO;ENCODING=b:"_s + u"AAAA\n "_s.repeated(400'000) +
                                  u"\nN:A;B\nEND:VCARD\n"_s);
        REQUIRE(found.cards.size() == 1);
        CHECK(valueOf(found.cards[0], u"PHOTO"_s).size() <= 256 * 1024);
        CHECK(valueOf(found.cards[0], u"N"_s) == u"A;B"_s);
    }
    SECTION("ten thousand lines in a card, thousands of parameters, an open quote")
    {
        const VCards found = read(u"BEGIN:VCARD\nVERSION:3.0\n"_s + u"TEL:1\n"_s.repeated(10'000) + u"END:VCARD\n"_s);
        CHECK(found.cards.first().lines.size() <= 200);
        CHECK_FALSE(parseContentLine(u"TEL"_s + u";A=b"_s.repeated(5000) + u":1"_s));
        CHECK_FALSE(parseContentLine(u"TEL;A=\"b:1"_s));
        CHECK_FALSE(parseContentLine(u":1"_s));
    }
    SECTION("random lines never end in anything but cards and problems")
    {
        const QStringList pieces = {u"BEGIN:VCARD"_s, u"END:VCARD"_s, u"VERSION:3.0"_s, u"N:a;b"_s, u" folded"_s,
                                    u"X;ENCODING=QUOTED-PRINTABLE:=C3="_s, u"\\"_s, u":"_s, u";\"="_s, u""_s};
        quint32 seed = 11;
        for (int round = 0; round < 500; ++round) {
            QStringList lines;
            for (int i = 0; i < 20; ++i) {
                seed = seed * 1664525 + 1013904223;
                lines.append(pieces[qsizetype(seed >> 16) % pieces.size()]);
            }
            const auto cards = readVCards(lines.join(u'\n'), 100);
            REQUIRE(cards.ok());
            CHECK(cards->cards.size() + cards->problems.size() <= 20);
        }
    }
}
