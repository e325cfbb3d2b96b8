// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/carriers/twiliocodes.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

/// What happens to a message (docs/decisions/0100).
enum class Group {
    Address,       ///< Refused for good: this number never gets one.
    OptedOut,      ///< Refused, and the ledger hears of it.
    SlowDown,      ///< As Later, and the sender's other messages wait as well.
    Later,         ///< Tried again after a while; in a status it surely never left the carrier, so again too.
    Unreached,     ///< As Later at once; in a status refused: it did leave, and may yet arrive.
    Administrator, ///< Nothing goes out until somebody has mended the account or number.
    Content        ///< Refused for good: what it says, or how long it is.
};

struct Row
{
    int code;
    Group group;
    const char* sentence;
};

constexpr auto rows = std::to_array<Row>({
    {10001, Group::Administrator,
     QT_TRANSLATE_NOOP("Twilio", "The text carrier has closed the agency's account. An administrator must act.")},
    {14107, Group::SlowDown, QT_TRANSLATE_NOOP("Twilio", "The text carrier asks to slow down.")},
    {20003, Group::Administrator,
     QT_TRANSLATE_NOOP("Twilio", "The text carrier does not accept the agency's account and key. An administrator "
                                 "must check them.")},
    {20404, Group::Administrator,
     QT_TRANSLATE_NOOP("Twilio", "The text carrier does not know the agency's account. An administrator must check "
                                 "it.")},
    {20429, Group::SlowDown, QT_TRANSLATE_NOOP("Twilio", "The text carrier asks to slow down.")},
    {20503, Group::SlowDown, QT_TRANSLATE_NOOP("Twilio", "The text carrier is out of service for the moment.")},
    {21211, Group::Address, QT_TRANSLATE_NOOP("Twilio", "This phone number does not exist.")},
    {21212, Group::Administrator,
     QT_TRANSLATE_NOOP("Twilio", "The agency's sending number can't send texts. An administrator must check it.")},
    {21214, Group::Address, QT_TRANSLATE_NOOP("Twilio", "This phone number can't be reached by the text carrier.")},
    {21217, Group::Address, QT_TRANSLATE_NOOP("Twilio", "This phone number does not exist.")},
    {21265, Group::Address,
     QT_TRANSLATE_NOOP("Twilio", "This is a short number, which the text carrier does not text to.")},
    {21266, Group::Address, QT_TRANSLATE_NOOP("Twilio", "This phone number is the agency's own sending number.")},
    {21408, Group::Address, // The country is closed for this number alone: no reason to stop the others.
     QT_TRANSLATE_NOOP("Twilio", "The agency's account may not text to this country. An administrator can allow it at "
                                 "the carrier.")},
    {21602, Group::Content, QT_TRANSLATE_NOOP("Twilio", "The text was empty.")},
    {21606, Group::Administrator,
     QT_TRANSLATE_NOOP("Twilio", "The agency's sending number can't send texts. An administrator must check it.")},
    {21609, Group::Administrator,
     QT_TRANSLATE_NOOP("Twilio", "The text carrier can't use this server's public address. An administrator must check "
                                 "the server's settings.")},
    {21610, Group::OptedOut, QT_TRANSLATE_NOOP("Twilio", "The client has opted out of texts.")},
    {21611, Group::SlowDown, QT_TRANSLATE_NOOP("Twilio", "Too many texts are waiting at the carrier.")},
    {21612, Group::Address, QT_TRANSLATE_NOOP("Twilio", "The text carrier has no way to reach this phone number.")},
    {21614, Group::Address, QT_TRANSLATE_NOOP("Twilio", "This phone number can't take texts. It may be a landline.")},
    {21617, Group::Content, QT_TRANSLATE_NOOP("Twilio", "The text was too long for the carrier.")},
    {21703, Group::Administrator,
     QT_TRANSLATE_NOOP("Twilio", "The agency has no sending number at the carrier. An administrator must check it.")},
    {30001, Group::Later, QT_TRANSLATE_NOOP("Twilio", "Too many texts are waiting at the carrier.")},
    {30002, Group::Administrator,
     QT_TRANSLATE_NOOP("Twilio", "The text carrier has suspended the agency's account. An administrator must act.")},
    {30003, Group::Unreached, QT_TRANSLATE_NOOP("Twilio", "The phone was off or out of reach.")},
    {30004, Group::OptedOut,
     QT_TRANSLATE_NOOP("Twilio", "The client has blocked texts from this number at the phone company.")},
    {30005, Group::Address, QT_TRANSLATE_NOOP("Twilio", "This phone number is not in service.")},
    {30006, Group::Address, QT_TRANSLATE_NOOP("Twilio", "This phone number is a landline or can't take texts.")},
    {30007, Group::Content, QT_TRANSLATE_NOOP("Twilio", "The client's phone company filtered the text out.")},
    {30008, Group::Unreached,
     QT_TRANSLATE_NOOP("Twilio", "The text did not arrive; the phone company did not say why.")},
    {30019, Group::Content, QT_TRANSLATE_NOOP("Twilio", "The text was too large for the phone company.")},
    {30022, Group::Later, QT_TRANSLATE_NOOP("Twilio", "The agency's number has sent its fill of texts for now.")},
    {30023, Group::Later, QT_TRANSLATE_NOOP("Twilio", "The agency's number has sent its fill of texts for today.")},
    {30027, Group::Later, QT_TRANSLATE_NOOP("Twilio", "The agency's number has sent its fill of texts for today.")},
    {30032, Group::Administrator,
     QT_TRANSLATE_NOOP("Twilio", "The agency's toll-free number is not verified. An administrator must act.")},
    {30034, Group::Administrator,
     QT_TRANSLATE_NOOP("Twilio", "The agency's number is not registered for texts in the USA. An administrator must "
                                 "act.")},
    {30036, Group::Later, QT_TRANSLATE_NOOP("Twilio", "The text could not leave before the contact hours ended.")},
    {30410, Group::Unreached, QT_TRANSLATE_NOOP("Twilio", "The text carrier could not reach the phone company.")},
    {30500, Group::Unreached, QT_TRANSLATE_NOOP("Twilio", "The text carrier has trouble of its own.")},
});

TwilioVerdict verdictOf(Group group)
{
    using Kind = SendOutcome::Kind;
    switch (group) {
    case Group::SlowDown:
        return {.kind = Kind::TryLater, .slowDown = true, .neverLeft = true};
    case Group::Later:
        return {.kind = Kind::TryLater, .neverLeft = true};
    case Group::Unreached:
        return {.kind = Kind::TryLater};
    case Group::Administrator:
        return {.kind = Kind::TryLater, .administrator = true, .neverLeft = true};
    case Group::OptedOut:
        return {.kind = Kind::Refused, .optedOut = true};
    case Group::Address:
    case Group::Content:
        return {.kind = Kind::Refused};
    }
    return {};
}

std::optional<MessageState> stateOf(const QString& status)
{
    if (status == "delivered"_L1 || status == "read"_L1)
        return MessageState::Delivered;
    if (status == "failed"_L1 || status == "undelivered"_L1 || status == "canceled"_L1)
        return MessageState::Refused;
    return status == "sent"_L1 ? std::optional(MessageState::Sent) : std::nullopt;
}

} // namespace

TwilioVerdict twilioVerdict(int code)
{
    const auto* row = std::ranges::find(rows, code, &Row::code);
    if (row == rows.end())
        return {
            .sentence =
                QCoreApplication::translate("Twilio", "The text carrier refused the text (its error %1).").arg(code)};
    TwilioVerdict verdict = verdictOf(row->group);
    verdict.sentence = QCoreApplication::translate("Twilio", row->sentence);
    return verdict;
}

TextStatus twilioStatus(const QString& status, int code)
{
    TextStatus read{.state = stateOf(status)};
    if (read.state != MessageState::Refused)
        return read;
    read.carrierCode = code;
    if (code == 0) {
        read.reason = QCoreApplication::translate("Twilio", "The text carrier could not deliver the text.");
        return read;
    }
    const TwilioVerdict verdict = twilioVerdict(code);
    read.reason = verdict.sentence;
    read.optedOut = verdict.optedOut;
    read.administrator = verdict.administrator;
    read.neverLeft = verdict.neverLeft;
    return read;
}

} // namespace handrail
