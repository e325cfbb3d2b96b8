// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/carriers/twiliosignature.h"
#include "tests/support/catch.h"

#include <QFile>

using namespace handrail;
using namespace Qt::Literals::StringLiterals;

namespace {

WebhookParams paramsOf(const QJsonObject& object)
{
    WebhookParams params;
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!it.value().isArray())
            params.emplaceBack(it.key(), it.value().toString());
        for (const auto& value : it.value().toArray())
            params.emplaceBack(it.key(), value.toString());
    }
    return params;
}

} // namespace

TEST_CASE("twilio signature: what Twilio's own library says", "[carriers][twilio]")
{
    QFile file(QString::fromLatin1(HANDRAIL_TEST_DATA "/vectors/twilio_signatures.json"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QJsonArray vectors = QJsonDocument::fromJson(file.readAll()).array();
    REQUIRE(vectors.size() >= 20);
    for (const auto& value : vectors) {
        const QJsonObject vector = value.toObject();
        INFO(vector.value("url"_L1).toString());
        CHECK(isTwilioSignature(vector.value("signature"_L1).toString().toUtf8(),
                                vector.value("auth_token"_L1).toString(), vector.value("url"_L1).toString(),
                                paramsOf(vector.value("params"_L1).toObject())) == vector.value("valid"_L1).toBool());
    }
}

TEST_CASE("twilio signature: corner cases", "[carriers][twilio]")
{
    const QString token = u"12345"_s;
    const QString url = u"https://gw.example.org/h"_s;
    SECTION("repeated parameters count once each, sorted")
    {
        CHECK(twilioSignature(
                  token, url,
                  {{u"MediaUrl"_s, u"b"_s}, {u"MediaUrl"_s, u"a"_s}, {u"MediaUrl"_s, u"a"_s}, {u"Z"_s, u"1"_s}}) ==
              "LbjcIkZdYQnlIKZ5h35zE1ijAzI=");
    }
    SECTION("names sort by byte, capitals first")
    {
        CHECK(twilioSignature(token, url, {{u"b"_s, u"1"_s}, {u"B"_s, u"2"_s}, {u"a"_s, u""_s}}) ==
              "G1V5zCM+7/RTqX1GTjweUdjSvl0=");
    }
    SECTION("one made without a port holds for the address with one")
    {
        const WebhookParams params = {{u"b"_s, u"1"_s}, {u"B"_s, u"2"_s}, {u"a"_s, u""_s}};
        CHECK(isTwilioSignature("G1V5zCM+7/RTqX1GTjweUdjSvl0=", token, u"https://gw.example.org:8443/h"_s, params));
        CHECK(isTwilioSignature("G1V5zCM+7/RTqX1GTjweUdjSvl0=", token, url, params));
        CHECK_FALSE(
            isTwilioSignature(twilioSignature(token, u"https://gw.example.org:8443/h"_s, params), token, url, params));
    }
    SECTION("an empty one is refused")
    {
        CHECK_FALSE(isTwilioSignature("", token, url, {}));
    }
}
