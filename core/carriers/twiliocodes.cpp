// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/carriers/twiliocodes.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>

namespace handrail {

namespace {

enum class Group { Address, OptedOut, Later, Administrator, Content };

struct Row
{
    int code;
    Group group;
    const char* sentence;
};

constexpr auto rows = std::to_array<Row>({
    {10001, Group::Administrator,
     QT_TRANSLATE_NOOP("Twilio", "The text carrier has closed the agency's account. An administrator must act.")},
    {14107, Group::Later, QT_TRANSLATE_NOOP("Twilio", "The text carrier asks to slow down.")},
    {20003, Group::Administrator,
     QT_TRANSLATE_NOOP("Twilio", "The text carrier does not accept the agency's account and key. An administrator "
                                 "must check them.")},
    {20404, Group::Administrator,
     QT_TRANSLATE_NOOP("Twilio", "The text carrier does not know the agency's account. An administrator must check "
                                 "it.")},
    {20429, Group::Later, QT_TRANSLATE_NOOP("Twilio", "The text carrier asks to slow down.")},
    {20503, Group::Later, QT_TRANSLATE_NOOP("Twilio", "The text carrier is out of service for the moment.")},
    {21211, Group::Address, QT_TRANSLATE_NOOP("Twilio", "This phone number does not exist.")},
    {21214, Group::Address, QT_TRANSLATE_NOOP("Twilio", "This phone number can't be reached by the text carrier.")},
    {21217, Group::Address, QT_TRANSLATE_NOOP("Twilio", "This phone number does not exist.")},
    {21265, Group::Address,
     QT_TRANSLATE_NOOP("Twilio", "This is a short number, which the text carrier does not text to.")},
    {21266, Group::Address, QT_TRANSLATE_NOOP("Twilio", "This phone number is the agency's own sending number.")},
    {21408, Group::Administrator,
     QT_TRANSLATE_NOOP("Twilio", "The agency's account may not text to this country. An administrator can allow it at "
                                 "the carrier.")},
    {21602, Group::Content, QT_TRANSLATE_NOOP("Twilio", "The text was empty.")},
    {21606, Group::Administrator,
     QT_TRANSLATE_NOOP("Twilio", "The agency's sending number can't send texts. An administrator must check it.")},
    {21610, Group::OptedOut, QT_TRANSLATE_NOOP("Twilio", "The client has opted out of texts.")},
    {21611, Group::Later, QT_TRANSLATE_NOOP("Twilio", "Too many texts are waiting at the carrier.")},
    {21612, Group::Address, QT_TRANSLATE_NOOP("Twilio", "The text carrier has no way to reach this phone number.")},
    {21614, Group::Address, QT_TRANSLATE_NOOP("Twilio", "This phone number can't take texts. It may be a landline.")},
    {21617, Group::Content, QT_TRANSLATE_NOOP("Twilio", "The text was too long for the carrier.")},
    {21703, Group::Administrator,
     QT_TRANSLATE_NOOP("Twilio", "The agency has no sending number at the carrier. An administrator must check it.")},
    {30001, Group::Later, QT_TRANSLATE_NOOP("Twilio", "Too many texts are waiting at the carrier.")},
    {30002, Group::Administrator,
     QT_TRANSLATE_NOOP("Twilio", "The text carrier has suspended the agency's account. An administrator must act.")},
    {30003, Group::Address, QT_TRANSLATE_NOOP("Twilio", "The phone was off or out of reach.")},
    {30004, Group::Content, QT_TRANSLATE_NOOP("Twilio", "The client's phone company blocked the text.")},
    {30005, Group::Address, QT_TRANSLATE_NOOP("Twilio", "This phone number is not in service.")},
    {30006, Group::Address, QT_TRANSLATE_NOOP("Twilio", "This phone number is a landline or can't take texts.")},
    {30007, Group::Content, QT_TRANSLATE_NOOP("Twilio", "The client's phone company filtered the text out.")},
    {30008, Group::Content, QT_TRANSLATE_NOOP("Twilio", "The text did not arrive; the phone company did not say why.")},
    {30019, Group::Content, QT_TRANSLATE_NOOP("Twilio", "The text was too large for the phone company.")},
    {30032, Group::Administrator,
     QT_TRANSLATE_NOOP("Twilio", "The agency's toll-free number is not verified. An administrator must act.")},
    {30034, Group::Administrator,
     QT_TRANSLATE_NOOP("Twilio", "The agency's number is not registered for texts in the USA. An administrator must "
                                 "act.")},
    {30036, Group::Content, QT_TRANSLATE_NOOP("Twilio", "The text could not leave before the contact hours ended.")},
    {30410, Group::Later, QT_TRANSLATE_NOOP("Twilio", "The text carrier could not reach the phone company.")},
    {30500, Group::Later, QT_TRANSLATE_NOOP("Twilio", "The text carrier has trouble of its own.")},
});

TwilioVerdict verdictOf(Group group)
{
    using Kind = SendOutcome::Kind;
    switch (group) {
    case Group::Later:
        return {.kind = Kind::TryLater};
    case Group::Administrator:
        return {.kind = Kind::TryLater, .administrator = true};
    case Group::OptedOut:
        return {.kind = Kind::Refused, .optedOut = true};
    case Group::Address:
    case Group::Content:
        return {.kind = Kind::Refused};
    }
    return {};
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

} // namespace handrail
