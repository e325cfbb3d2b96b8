// SPDX-License-Identifier: GPL-3.0-or-later
// What desktops, agents and the server say to each other.
#include "core/protocol/wire.h"
#include "core/protocol/wireadmin.h"
#include "core/protocol/wirepeople.h"
#include "core/protocol/wiresignin.h"
#include "core/domain/records/codec.h"
#include "core/domain/records/schema.h"
#include "core/domain/language.h"
#include "core/domain/mergedclients.h"
#include "core/domain/referralfilter.h"
#include "core/domain/snapshotstate.h"
#include "core/sync/serveraddress.h"
#include "tests/fuzz/target.h"

#include <QJsonDocument>

using namespace handrail;
using namespace handrail::protocol;
using namespace handrail::fuzz;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Every message that there is: what is read is said again, and read again as the same.
void readEveryMessage(const QByteArray& bytes)
{
    const auto parsed = parseObject(bytes);
    if (!parsed)
        return;
    const QJsonObject& o = *parsed;
    const auto read = [&](const auto& reader) { (void)reader(o).ok(); };
    const auto again = [&](const auto& reader) {
        if (const auto value = reader(o))
            mustHold(reader(toJson(*value)).ok());
    };
    again(readSignInRequest), again(readSignInAnswer), again(readPushRequest), again(readPushAnswer);
    again(readPullAnswer), again(readSnapshotAnswer), again(readClaimAnswer), again(readSendRequest);
    again(readSendAnswer), read(readReleaseRequest), read(readDecisionRequest), read(readPrintedLinkRequest);
    read(readPrintedLinkAnswer), read(readPrintedLinkList);
    again(readPasswordRequest), again(readGatewayReport), again(readTestMessageRequest), again(readTestMessageAnswer);
    again(readPeopleAnswer), again(readPersonRequest), again(readPersonAnswer), again(readAuditAnswer);
    again(readErasureAnswer), again(readRetentionAnswer), again(readRetentionRequest);
    read(readSignInMethods), read(readSingleSignOnRequest), read(readSingleSignOnStart), read(readSingleSignOnFinish);
    read(readDevicesAnswer), read(readSignInOutcome), read(readSecondFactorRequest), read(readSecondFactorReport);
    read(readSetUpRequest), read(readSetUpAnswer), read(readConfirmRequest), read(readRecoveryCodesAnswer);
    read(readTurnOffRequest), read(readSignInRule);
}

/// A change as another device made it: valid fields become values, and the values the same fields.
void readOneChange(const QByteArray& bytes)
{
    const auto parsed = parseObject(bytes);
    if (!parsed)
        return;
    const auto change = readChange(*parsed);
    if (!change)
        return;
    mustHold(readChange(toJson(*change)).ok());
    for (const bool isNew : {true, false})
        (void)records::validate(change->entity, change->fields, isNew).ok();
    const QUuid key = change->key;
    const QJsonObject& f = change->fields;
    (void)records::readClient(key, f).ok(), (void)records::readReferral(key, f).ok();
    (void)records::readMessage(key, f).ok(), (void)records::readActivity(key, f).ok();
    (void)records::readReply(key, f).ok(), (void)records::readShare(key, f).ok();
    (void)records::readConsent(key, f).ok(), (void)records::readAgency(key, f).ok();
    (void)records::readUser(key, f).ok(), (void)records::readResourceSite(key, f).ok();
    (void)records::readOptOut(key, f).ok();
}

/// Texts that programs keep in fields of records and read again, on whichever desk.
void readKeptTexts(const QByteArray& bytes)
{
    const QString text = QString::fromUtf8(bytes);
    const SnapshotState state = SnapshotState::fromText(SnapshotState::fromText(text).toText());
    mustHold(SnapshotState::fromText(state.toText()) == state);
    if (const auto note = MergeNote::fromText(text)) {
        mustHold(MergeNote::fromText(note->toText()).has_value());
        (void)restoredFields(*note, note->after);
    }
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    if (const auto filter = readReferralFilter(object))
        mustHold(readReferralFilter(savedForm(*filter)).ok());
    (void)sync::readServerAddress(text).ok();
    (void)chooseLanguage({u"en"_s, u"es"_s}, text);
}

const Registered kept("kept-texts", readKeptTexts);
const Registered wire("wire", readEveryMessage);
const Registered change("change", readOneChange);

} // namespace
