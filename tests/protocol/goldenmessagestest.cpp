// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/protocol/wiresamples.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QSet>

using namespace handrail;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDir goldenFolder(QStringLiteral(HANDRAIL_TEST_DATA "/wire"));

QByteArray goldenBytes(const QString& name)
{
    QFile file(goldenFolder.filePath(name + u".json"_s));
    INFO("golden message " << name);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

QByteArray bytesOf(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

/// Run with HANDRAIL_WRITE_GOLDEN=1 to write the files anew after a change that is meant: the diff is then reviewed.
void writeIfAsked(const QString& name, const QByteArray& bytes)
{
    if (!qEnvironmentVariableIsSet("HANDRAIL_WRITE_GOLDEN"))
        return;
    QFile file(goldenFolder.filePath(name + u".json"_s));
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(bytes) == bytes.size());
}

} // namespace

TEST_CASE("wire: golden messages", "[protocol]")
{
    SECTION("each message is written as its golden file, byte for byte, and survives being read")
    {
        for (const WireSample& sample : wireSamples()) {
            INFO(sample.name);
            writeIfAsked(sample.name, bytesOf(sample.written));
            const QByteArray golden = goldenBytes(sample.name);
            CHECK(bytesOf(sample.written) == golden);
            const QJsonObject parsed = mustHave(protocol::parseObject(golden));
            CHECK(bytesOf(mustHave(sample.again(parsed))) == golden);
        }
    }
    SECTION("an error, in each of its codes")
    {
        for (int code = 0; code <= int(ErrorCode::Internal); ++code) {
            const Error error{ErrorCode(code), u"Something is wrong; do this."_s};
            CHECK(protocol::readError(protocol::toJson(error)) == error);
        }
        const Error error{ErrorCode::NotAllowed, u"This client is not one of yours."_s};
        writeIfAsked(u"error"_s, bytesOf(protocol::toJson(error)));
        CHECK(bytesOf(protocol::toJson(error)) == goldenBytes(u"error"_s));
    }
    SECTION("no golden file is without its message")
    {
        QSet<QString> names = {u"error"_s};
        for (const WireSample& sample : wireSamples())
            names.insert(sample.name);
        for (const QString& file : goldenFolder.entryList({u"*.json"_s}))
            CHECK(names.contains(file.chopped(5)));
    }
}

TEST_CASE("wire: what a newer peer adds is left alone", "[protocol]")
{
    for (const WireSample& sample : wireSamples()) {
        INFO(sample.name);
        QJsonObject richer = sample.written;
        richer.insert(u"new_in_a_later_version"_s, 1);
        CHECK(mustHave(sample.again(richer)) == sample.written);
    }
    SECTION("an error code that is unknown is trouble, and keeps its sentence")
    {
        const Error error = protocol::readError({{u"code"_s, u"tired"_s}, {u"sentence"_s, u"Try tomorrow."_s}});
        CHECK(error == Error{ErrorCode::ServerTrouble, u"Try tomorrow."_s});
    }
    SECTION("a pulled change of an unknown entity is the store's to decide")
    {
        QJsonObject change = wireSamples().front().written;
        change[u"entity"_s] = u"visit"_s;
        CHECK(protocol::readChange(change).ok());
    }
}
