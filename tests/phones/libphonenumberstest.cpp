// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/phones/libphonenumbers.h"
#include "tests/support/catch.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

using namespace handrail;
using namespace Qt::Literals::StringLiterals;

namespace {

PhoneNumber stored(QStringView e164)
{
    return PhoneNumber::fromE164(e164).value();
}

QString sentenceFor(const QString& typed)
{
    const auto result = LibPhoneNumbers().parse(typed, u"US"_s);
    REQUIRE_FALSE(result.ok());
    CHECK(result.error().code == ErrorCode::InvalidInput);
    return result.error().sentence;
}

} // namespace

TEST_CASE("phone numbers: the vectors of an independent implementation", "[phones]")
{
    QFile file(QStringLiteral(HANDRAIL_TEST_DATA "/vectors/phones.json"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QJsonArray rows = QJsonDocument::fromJson(file.readAll()).array();
    REQUIRE(rows.size() >= 20);
    const LibPhoneNumbers phones;
    for (const QJsonValue& row : rows) {
        const QString input = row[u"input"].toString();
        INFO(input.toStdString());
        const auto number = phones.parse(input, row[u"region"].toString());
        CHECK(number.ok() == row[u"valid"].toBool());
        if (!number.ok())
            continue;
        CHECK(number->e164() == row[u"e164"].toString());
        CHECK(phones.national(*number) == row[u"national"].toString());
    }
}

TEST_CASE("phone numbers: what stands on the screen", "[phones]")
{
    const LibPhoneNumbers phones;
    SECTION("is the national form in the number's own region")
    {
        CHECK(phones.display(stored(u"+19374010653"), u"US"_s) == u"(937) 401-0653"_s);
        CHECK(phones.display(stored(u"+442079460958"), u"gb"_s) == u"020 7946 0958"_s);
    }
    SECTION("is the international form elsewhere")
    {
        CHECK(phones.display(stored(u"+442079460958"), u"US"_s) == u"+44 20 7946 0958"_s);
        CHECK(phones.display(stored(u"+19374010653"), u"GB"_s) == u"+1 937-401-0653"_s);
    }
    SECTION("takes toll-free numbers as national")
    {
        CHECK(phones.display(stored(u"+18002752273"), u"US"_s) == u"(800) 275-2273"_s);
    }
    SECTION("is the stored form where no numbering plan knows the number")
    {
        CHECK(phones.display(stored(u"+99912345678"), u"US"_s) == u"+99912345678"_s);
    }
}

TEST_CASE("phone numbers: each kind of wrong number has a sentence of its own", "[phones]")
{
    CHECK(sentenceFor({}) == sentenceFor(u"   "_s));
    CHECK(sentenceFor(u"401-0653"_s).contains(u"area code is missing"_s));
    CHECK(sentenceFor(u"(212) 555-01"_s).contains(u"too short"_s));
    CHECK(sentenceFor(u"615-343-12345"_s).contains(u"too long"_s));
    CHECK(sentenceFor(u"abc"_s).contains(u"isn't a phone number"_s));
    CHECK(sentenceFor(u"(999) 999-9999"_s).contains(u"no such phone number"_s));
    CHECK(sentenceFor(u"+999 1234567"_s).contains(u"country"_s));
    CHECK(sentenceFor(u"(937) 401-0653 x123"_s).contains(u"extension"_s));
    const QSet<QString> sentences{sentenceFor({}),
                                  sentenceFor(u"401-0653"_s),
                                  sentenceFor(u"(212) 555-01"_s),
                                  sentenceFor(u"615-343-12345"_s),
                                  sentenceFor(u"abc"_s),
                                  sentenceFor(u"(999) 999-9999"_s),
                                  sentenceFor(u"+999 1234567"_s),
                                  sentenceFor(u"(937) 401-0653 x123"_s),
                                  sentenceFor(u"937\u0007 401 0653"_s)};
    CHECK(sentences.size() == 9);
}

TEST_CASE("phone numbers: hostile input is refused", "[phones]")
{
    CHECK_FALSE(sentenceFor(QString(10 * 1024 * 1024, u'9')).isEmpty());
    CHECK_FALSE(sentenceFor(u"937 401 0653"_s + QString(10 * 1024 * 1024, u'x')).isEmpty());
    CHECK_FALSE(sentenceFor(u"9374010653\r\nBcc: all@example.org"_s).isEmpty());
    CHECK_FALSE(sentenceFor(QString::fromUtf8("937401\0"
                                              "0653",
                                              11))
                    .isEmpty());
    CHECK_FALSE(sentenceFor(u"<script>9374010653</script>"_s).isEmpty());
    CHECK_FALSE(sentenceFor(QString(QChar(0xD800))).isEmpty());

    SECTION("blanks around a number and digits of other scripts are no reason to refuse")
    {
        const LibPhoneNumbers phones;
        CHECK(mustHave(phones.parse(u"\t 937 401 0653 \n"_s, u"US"_s)).e164() == u"+19374010653"_s);
        CHECK(mustHave(phones.parse(u"\uFF19\uFF13\uFF17 401 0653"_s, u"us"_s)).e164() == u"+19374010653"_s);
    }
    SECTION("an unknown region only takes numbers with a country code")
    {
        const LibPhoneNumbers phones;
        CHECK_FALSE(phones.parse(u"9374010653"_s, u"Narnia"_s).ok());
        CHECK(phones.parse(u"+1 937 401 0653"_s, QString()).ok());
    }
}
