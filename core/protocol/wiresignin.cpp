// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/wiresignin.h"

#include "core/protocol/fieldreader.h"
#include "core/protocol/limits.h"

using namespace Qt::Literals::StringLiterals;

namespace handrail::protocol {

namespace {

QJsonObject toJson(const Device& device)
{
    return {{u"id"_s, device.id.toString()},
            {u"name"_s, device.name},
            {u"made_at"_s, device.madeAt.toMSecsSinceEpoch()},
            {u"last_seen_at"_s, device.lastSeenAt.toMSecsSinceEpoch()},
            {u"this"_s, device.isThis}};
}

Device deviceFrom(const QJsonObject& object, FieldReader& outer)
{
    FieldReader r(object, ErrorCode::ServerTrouble);
    Device device{.id = DeviceId(r.uuid("id"_L1))};
    device.name = r.optionalText("name"_L1, limits::deviceNameLength);
    device.madeAt = r.instant("made_at"_L1);
    device.lastSeenAt = r.instant("last_seen_at"_L1);
    device.isThis = r.flag("this"_L1);
    if (r.failed())
        outer.fail(r.error());
    return device;
}

constexpr int recoveryCodes = 20;

QJsonArray toArray(const QStringList& texts)
{
    QJsonArray array;
    for (const QString& text : texts)
        array.append(text);
    return array;
}

QStringList codesFrom(const QJsonObject& object, QLatin1String name, FieldReader& r)
{
    QStringList codes;
    const QJsonArray array = object[name].toArray();
    if ((object.contains(name) && !object[name].isArray()) || array.size() > recoveryCodes)
        r.fail(name);
    for (const QJsonValue& value : array) {
        const QString code = value.toString();
        if (code.isEmpty() || code.size() > limits::nameLength)
            r.fail(name);
        codes.append(code);
    }
    return codes;
}

} // namespace

QJsonObject toJson(const DevicesAnswer& answer)
{
    QJsonArray devices;
    for (const Device& device : answer.devices)
        devices.append(toJson(device));
    return {{u"devices"_s, devices}};
}

Result<DevicesAnswer> readDevicesAnswer(const QJsonObject& object)
{
    FieldReader r(object, ErrorCode::ServerTrouble);
    DevicesAnswer answer;
    for (const QJsonObject& device : r.objects("devices"_L1, limits::devices))
        answer.devices.append(deviceFrom(device, r));
    return r.done(std::move(answer));
}

QJsonObject toJson(const SignInOutcome& outcome)
{
    if (outcome.signedIn) {
        QJsonObject object = toJson(*outcome.signedIn);
        if (!outcome.recoveryCodes.isEmpty())
            object.insert(u"recovery_codes"_s, toArray(outcome.recoveryCodes));
        return object;
    }
    const SecondFactorStep step = outcome.next.value_or(SecondFactorStep());
    QJsonObject inner{{u"challenge"_s, QString::fromLatin1(step.challenge)}};
    if (!step.secret.isEmpty()) {
        inner.insert(u"secret"_s, step.secret);
        inner.insert(u"uri"_s, step.uri);
    }
    return {{u"second_factor"_s, inner}};
}

Result<SignInOutcome> readSignInOutcome(const QJsonObject& object)
{
    FieldReader r(object, ErrorCode::ServerTrouble);
    SignInOutcome outcome;
    if (r.has("second_factor"_L1)) {
        const QJsonObject inner = r.object("second_factor"_L1);
        FieldReader step(inner, ErrorCode::ServerTrouble);
        outcome.next = SecondFactorStep{step.text("challenge"_L1, limits::tokenLength).toLatin1(),
                                        step.optionalText("secret"_L1, limits::tokenLength),
                                        step.optionalText("uri"_L1, limits::linkLength)};
        if (step.failed())
            r.fail(step.error());
        return r.done(std::move(outcome));
    }
    auto answer = readSignInAnswer(object);
    if (!answer)
        return answer.error();
    outcome.signedIn = std::move(answer).value();
    outcome.recoveryCodes = codesFrom(object, "recovery_codes"_L1, r);
    return r.done(std::move(outcome));
}

QJsonObject toJson(const SecondFactorRequest& request)
{
    return {{u"challenge"_s, QString::fromLatin1(request.challenge)}, {u"code"_s, request.code}};
}

Result<SecondFactorRequest> readSecondFactorRequest(const QJsonObject& object)
{
    FieldReader r(object, ErrorCode::InvalidInput);
    SecondFactorRequest request;
    request.challenge = r.text("challenge"_L1, limits::tokenLength).toLatin1();
    request.code = r.text("code"_L1, limits::nameLength);
    return r.done(std::move(request));
}

QJsonObject toJson(const SecondFactorReport& report)
{
    return {
        {u"on"_s, report.on}, {u"required"_s, report.required}, {u"recovery_codes_left"_s, report.recoveryCodesLeft}};
}

Result<SecondFactorReport> readSecondFactorReport(const QJsonObject& object)
{
    FieldReader r(object, ErrorCode::ServerTrouble);
    SecondFactorReport report;
    report.on = r.flag("on"_L1);
    report.required = r.flag("required"_L1);
    report.recoveryCodesLeft = int(r.integer("recovery_codes_left"_L1, 0));
    return r.done(report);
}

QJsonObject toJson(const SetUpRequest& request)
{
    return {{u"password"_s, request.password}};
}

Result<SetUpRequest> readSetUpRequest(const QJsonObject& object)
{
    FieldReader r(object, ErrorCode::InvalidInput);
    SetUpRequest request{r.text("password"_L1, limits::passwordLength)};
    return r.done(std::move(request));
}

QJsonObject toJson(const SetUpAnswer& answer)
{
    return {{u"secret"_s, answer.secret}, {u"uri"_s, answer.uri}};
}

Result<SetUpAnswer> readSetUpAnswer(const QJsonObject& object)
{
    FieldReader r(object, ErrorCode::ServerTrouble);
    SetUpAnswer answer;
    answer.secret = r.text("secret"_L1, limits::tokenLength);
    answer.uri = r.text("uri"_L1, limits::linkLength);
    return r.done(std::move(answer));
}

QJsonObject toJson(const ConfirmRequest& request)
{
    return {{u"code"_s, request.code}};
}

Result<ConfirmRequest> readConfirmRequest(const QJsonObject& object)
{
    FieldReader r(object, ErrorCode::InvalidInput);
    ConfirmRequest request{r.text("code"_L1, limits::nameLength)};
    return r.done(std::move(request));
}

QJsonObject toJson(const RecoveryCodesAnswer& answer)
{
    return {{u"recovery_codes"_s, toArray(answer.codes)}};
}

Result<RecoveryCodesAnswer> readRecoveryCodesAnswer(const QJsonObject& object)
{
    FieldReader r(object, ErrorCode::ServerTrouble);
    RecoveryCodesAnswer answer{codesFrom(object, "recovery_codes"_L1, r)};
    if (answer.codes.isEmpty())
        r.fail("recovery_codes"_L1);
    return r.done(std::move(answer));
}

QJsonObject toJson(const TurnOffRequest& request)
{
    return {{u"password"_s, request.password}, {u"code"_s, request.code}};
}

Result<TurnOffRequest> readTurnOffRequest(const QJsonObject& object)
{
    FieldReader r(object, ErrorCode::InvalidInput);
    TurnOffRequest request;
    request.password = r.text("password"_L1, limits::passwordLength);
    request.code = r.text("code"_L1, limits::nameLength);
    return r.done(std::move(request));
}

QJsonObject toJson(const SignInRule& rule)
{
    return {{u"second_factor_required"_s, rule.secondFactorRequired}, {u"password_off"_s, rule.passwordOff}};
}

Result<SignInRule> readSignInRule(const QJsonObject& object)
{
    FieldReader r(object, ErrorCode::InvalidInput);
    SignInRule rule;
    rule.secondFactorRequired = r.flag("second_factor_required"_L1);
    rule.passwordOff = r.flag("password_off"_L1);
    return r.done(rule);
}

} // namespace handrail::protocol
