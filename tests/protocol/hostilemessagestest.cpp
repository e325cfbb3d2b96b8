// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/protocol/wiresamples.h"
#include "tests/support/catch.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <limits>

using namespace handrail;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

const WireSample& sampleOf(const std::vector<WireSample>& samples, const QString& name)
{
    for (const WireSample& sample : samples)
        if (sample.name == name)
            return sample;
    FAIL("no sample " << name);
    return samples.front();
}

/// Whether a message is refused, with a sentence, when one field of it has another value.
bool refused(const QString& name, const QString& field, const QJsonValue& value)
{
    const auto samples = wireSamples();
    const WireSample& sample = sampleOf(samples, name);
    QJsonObject object = sample.written;
    object.insert(field, value);
    const auto result = sample.again(object);
    return !result.ok() && !result.error().sentence.isEmpty();
}

QJsonObject withInFirst(const QString& name, const QString& list, const QString& field, const QJsonValue& value)
{
    const auto samples = wireSamples();
    QJsonObject object = sampleOf(samples, name).written;
    QJsonArray array = object[list].toArray();
    QJsonObject item = array[0].toObject();
    item.insert(field, value);
    array[0] = item;
    object[list] = array;
    return object;
}

} // namespace

TEST_CASE("wire: bytes that are no message", "[protocol]")
{
    const auto refusal = [](const QByteArray& bytes) {
        const auto result = protocol::parseObject(bytes);
        return result.ok() ? QString() : result.error().sentence;
    };

    SECTION("nothing, HTML, other JSON, broken text")
    {
        for (const QByteArray& bytes :
             {QByteArray(), QByteArray(" \n"), QByteArray("<!doctype html><html><body>502 Bad Gateway</body></html>"),
              QByteArray("null"), QByteArray("[]"), QByteArray("17"), QByteArray("\"text\""), QByteArray("{}{}"),
              QByteArray("{\"a\":1,}"), QByteArray("{\"a\":NaN}"), QByteArray("{\"a\":\"\xff\xfe\"}"),
              QByteArray(64, '\0')}) {
            INFO(bytes.left(40).toStdString());
            CHECK_FALSE(refusal(bytes).isEmpty());
        }
    }
    SECTION("a message that breaks off, at each byte")
    {
        for (const WireSample& sample : wireSamples()) {
            const QByteArray whole = QJsonDocument(sample.written).toJson(QJsonDocument::Compact);
            REQUIRE(protocol::parseObject(whole).ok());
            for (qsizetype length = 0; length < whole.size(); ++length)
                if (protocol::parseObject(whole.left(length)).ok())
                    FAIL(sample.name << " cut off at " << length << " was taken");
        }
    }
    SECTION("a message with one byte changed never crashes a reader")
    {
        for (const WireSample& sample : wireSamples()) {
            const QByteArray whole = QJsonDocument(sample.written).toJson(QJsonDocument::Compact);
            for (qsizetype i = 0; i < whole.size(); ++i)
                for (const char c : {'{', '[', '"', '9', '-', '\\', '\xff', '\0'}) {
                    QByteArray bytes = whole;
                    bytes[i] = c;
                    if (const auto object = protocol::parseObject(bytes))
                        if (const auto again = sample.again(*object); !again)
                            REQUIRE_FALSE(again.error().sentence.isEmpty());
                }
        }
        SUCCEED();
    }
    SECTION("deep nesting is refused before it is parsed; brackets in texts do not count")
    {
        CHECK(refusal("{\"a\":" + QByteArray(100'000, '[')).contains(u"deep"_s));
        CHECK(refusal(QByteArray(1'000'000, '{')).contains(u"deep"_s));
        CHECK(refusal("{\"a\":" + QByteArray(32, '[') + QByteArray(32, ']') + "}").contains(u"deep"_s));
        CHECK(refusal("{\"a\":" + QByteArray(31, '[') + QByteArray(31, ']') + "}").isEmpty());
        CHECK(refusal("{\"a\":\"\\\"" + QByteArray(100, '[') + "\"}").isEmpty());
    }
    SECTION("more than a message may hold")
    {
        CHECK_FALSE(refusal("{\"a\":\"" + QByteArray(protocol::maxBodyBytes, 'x') + "\"}").isEmpty());
    }
}

TEST_CASE("wire: fields that can't be right", "[protocol]")
{
    SECTION("no field of any message may have another type, or be missing where it is needed")
    {
        const QSet<QString> mayBeMissing = {u"change.seq"_s,
                                            u"snapshot_answer.clients"_s,
                                            u"snapshot_needed_answer.snapshot"_s,
                                            u"sign_in_request.device_name"_s,
                                            u"sign_in_request.knows_second_factor"_s,
                                            u"sign_in_outcome.recovery_codes"_s,
                                            u"feed_deed.accept_shrink"_s,
                                            u"sign_in_methods.organisation"_s,
                                            u"single_sign_on_request.device_name"_s,
                                            u"single_sign_on_finish.iss"_s,
                                            u"send_request.subject"_s,
                                            u"send_request.html"_s,
                                            u"send_answer.reason"_s,
                                            u"decision_request.note"_s,
                                            u"claim_answer.left_to_headless"_s, u"claim_answer.more_in_ms"_s,
                                            u"person_request.display_name"_s, u"person_request.email"_s,
                                            u"person_request.role"_s, u"person_request.team_id"_s,
                                            u"person_request.disabled"_s, u"person_answer.password"_s,
                                            u"claim_answer.carrier_trouble"_s};
        for (const WireSample& sample : wireSamples())
            for (const QString& field : sample.written.keys()) {
                INFO(sample.name << '.' << field);
                for (const QJsonValue& wrong :
                     {QJsonValue(QJsonValue::Null), QJsonValue(QJsonArray{QJsonArray{}}), QJsonValue(0.5)}) {
                    QJsonObject object = sample.written;
                    object[field] = wrong;
                    CHECK_FALSE(sample.again(object).ok());
                }
                QJsonObject object = sample.written;
                object.remove(field);
                CHECK(sample.again(object).ok() == mayBeMissing.contains(sample.name + u'.' + field));
            }
    }
    SECTION("numbers: fractions, negative ones, and beyond 2^53")
    {
        for (const double wrong : {-1.0, 0.0, 1.5, 1e300, 9007199254740994.0}) {
            INFO(wrong);
            CHECK(refused(u"send_request"_s, u"fence"_s, wrong));
        }
        CHECK(refused(u"pull_answer"_s, u"next"_s, -1));
        CHECK(refused(u"pull_answer"_s, u"server_time"_s, qint64(253402300800000)));
        CHECK(refused(u"pull_answer"_s, u"next"_s, std::numeric_limits<qint64>::max()));
        CHECK(refused(u"change"_s, u"seq"_s, u"7"_s));
    }
    SECTION("texts: too long, empty, NUL, half a character")
    {
        CHECK(refused(u"sign_in_request"_s, u"email"_s, QString(255, u'x')));
        CHECK(refused(u"sign_in_request"_s, u"password"_s, QString(10 * 1024 * 1024, u'x')));
        CHECK(refused(u"sign_in_request"_s, u"password"_s, QString()));
        CHECK(refused(u"sign_in_request"_s, u"device_name"_s, QString(u"a\0b"_s)));
        CHECK(refused(u"sign_in_request"_s, u"device_name"_s, QString(QChar(0xd83d))));
        CHECK(refused(u"send_request"_s, u"body"_s, QString(64 * 1024 + 1, u'x')));
        CHECK(refused(u"send_request"_s, u"subject"_s, u"Hello\r\nBcc: all@example.org"_s));
    }
    SECTION("ids, stamps, tokens, names and links")
    {
        CHECK(refused(u"change"_s, u"id"_s, u"{00000000-0000-7000-8000-000000000001}"_s));
        CHECK(refused(u"change"_s, u"key"_s, u"00000000-0000-0000-0000-000000000000"_s));
        CHECK(refused(u"change"_s, u"stamp"_s, u"now"_s));
        CHECK(refused(u"sign_in_answer"_s, u"token"_s, u"a b"_s));
        CHECK(refused(u"send_answer"_s, u"state"_s, u"lost"_s));
        CHECK(refused(u"decision_request"_s, u"decision"_s, u"maybe"_s));
        const auto samples = wireSamples();
        const auto& claim = sampleOf(samples, u"claim_answer"_s);
        for (const QString& link : {u""_s, u"javascript:alert(1)"_s, u"/r/x"_s, u"https://example.org/r/ x"_s}) {
            INFO(link);
            CHECK_FALSE(claim.again(withInFirst(u"claim_answer"_s, u"leases"_s, u"link"_s, link)).ok());
        }
        CHECK_FALSE(claim.again(withInFirst(u"claim_answer"_s, u"leases"_s, u"unsubscribe_link"_s, u"ftp://x"_s)).ok());
    }
    SECTION("too many changes, and items that are no objects")
    {
        const auto samples = wireSamples();
        QJsonArray many;
        for (int i = 0; i <= protocol::maxChangesPerPush; ++i)
            many.append(samples.front().written);
        CHECK(refused(u"push_request"_s, u"changes"_s, many));
        many.removeLast();
        CHECK_FALSE(refused(u"push_request"_s, u"changes"_s, many));
        CHECK(refused(u"push_request"_s, u"changes"_s, QJsonArray{1, u"two"_s}));
    }
    SECTION("a pushed change must fit the schema")
    {
        const auto samples = wireSamples();
        const auto& push = sampleOf(samples, u"push_request"_s);
        CHECK_FALSE(push.again(withInFirst(u"push_request"_s, u"changes"_s, u"entity"_s, u"visit"_s)).ok());
        const QJsonObject tenMegabytes{{u"given_name"_s, QString(10 * 1024 * 1024, u'x')}};
        CHECK_FALSE(push.again(withInFirst(u"push_request"_s, u"changes"_s, u"fields"_s, tenMegabytes)).ok());
        CHECK_FALSE(
            push.again(withInFirst(u"push_request"_s, u"changes"_s, u"fields"_s, QJsonObject{{u"x"_s, 1}})).ok());
    }
    SECTION("a request that can't be read is bad input, an answer is the server's trouble")
    {
        CHECK(protocol::readPushRequest({}).error().code == ErrorCode::InvalidInput);
        CHECK(protocol::readPullAnswer({}).error().code == ErrorCode::ServerTrouble);
        CHECK(protocol::readError({}).code == ErrorCode::ServerTrouble);
        CHECK_FALSE(protocol::readError({}).sentence.isEmpty());
    }
}
