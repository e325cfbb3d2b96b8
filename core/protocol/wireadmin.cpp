// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/wireadmin.h"

#include "core/domain/records/codec.h"
#include "core/protocol/fieldreader.h"
#include "core/protocol/limits.h"

using namespace Qt::Literals::StringLiterals;

namespace handrail::protocol {

namespace {

QJsonObject toJson(const CarrierReport& report)
{
    QJsonObject object{{u"joined"_s, report.joined},
                       {u"name"_s, report.name},
                       {u"from"_s, report.from},
                       {u"waiting"_s, report.waiting},
                       {u"sent_today"_s, report.sentToday},
                       {u"failed_today"_s, report.failedToday},
                       {u"last_problem"_s, report.lastProblem}};
    if (report.lastSentAt.isValid())
        object.insert(u"last_sent_at"_s, report.lastSentAt.toMSecsSinceEpoch());
    return object;
}

CarrierReport carrierFrom(const QJsonObject& object, FieldReader& outer)
{
    FieldReader r(object, ErrorCode::ServerTrouble);
    CarrierReport report;
    report.joined = r.flag("joined"_L1);
    report.name = r.optionalText("name"_L1, limits::linkLength);
    report.from = r.optionalText("from"_L1, limits::emailLength);
    report.waiting = int(r.integer("waiting"_L1, 0));
    report.sentToday = int(r.integer("sent_today"_L1, 0));
    report.failedToday = int(r.integer("failed_today"_L1, 0));
    report.lastProblem = r.optionalText("last_problem"_L1, limits::sentenceLength);
    if (r.has("last_sent_at"_L1))
        report.lastSentAt = r.instant("last_sent_at"_L1);
    if (r.failed())
        outer.fail(r.error());
    return report;
}

} // namespace

QJsonObject toJson(const PasswordRequest& request)
{
    return {{u"old_password"_s, request.oldPassword}, {u"new_password"_s, request.newPassword}};
}

Result<PasswordRequest> readPasswordRequest(const QJsonObject& object)
{
    FieldReader r(object, ErrorCode::InvalidInput);
    PasswordRequest request;
    request.oldPassword = r.text("old_password"_L1, limits::passwordLength);
    request.newPassword = r.text("new_password"_L1, limits::passwordLength);
    return r.done(std::move(request));
}

QJsonObject toJson(const GatewayReport& report)
{
    return {{u"texts"_s, toJson(report.texts)}, {u"mail"_s, toJson(report.mail)}};
}

Result<GatewayReport> readGatewayReport(const QJsonObject& object)
{
    FieldReader r(object, ErrorCode::ServerTrouble);
    GatewayReport report;
    report.texts = carrierFrom(r.object("texts"_L1), r);
    report.mail = carrierFrom(r.object("mail"_L1), r);
    return r.done(std::move(report));
}

QJsonObject toJson(const TestMessageRequest& request)
{
    return {{u"channel"_s, records::nameOf(request.channel)}, {u"address"_s, request.address}};
}

Result<TestMessageRequest> readTestMessageRequest(const QJsonObject& object)
{
    FieldReader r(object, ErrorCode::InvalidInput);
    TestMessageRequest request;
    const auto channel = records::fromName<Channel>(r.text("channel"_L1, limits::nameLength));
    if (!channel)
        r.fail("channel"_L1);
    request.channel = channel.value_or(Channel::Text);
    request.address = r.text("address"_L1, limits::emailLength);
    return r.done(std::move(request));
}

QJsonObject toJson(const TestMessageAnswer& answer)
{
    return {{u"taken"_s, answer.taken}, {u"sentence"_s, answer.sentence}};
}

Result<TestMessageAnswer> readTestMessageAnswer(const QJsonObject& object)
{
    FieldReader r(object, ErrorCode::ServerTrouble);
    TestMessageAnswer answer;
    answer.taken = r.flag("taken"_L1);
    answer.sentence = r.text("sentence"_L1, limits::sentenceLength);
    return r.done(std::move(answer));
}

} // namespace handrail::protocol
