// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/phones/libphonenumbers.h"

#include "core/phones/areazones.h"

#include <QCoreApplication>
#include <algorithm>
#include <string>

#include <phonenumbers/phonenumberutil.h>

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

using Util = i18n::phonenumbers::PhoneNumberUtil;
using Parsed = i18n::phonenumbers::PhoneNumber;

constexpr qsizetype longestTyped = 100;

Error wrong(const char* sentence)
{
    return {ErrorCode::InvalidInput, QCoreApplication::translate("PhoneNumbers", sentence)};
}

Error tooShort()
{
    return wrong(QT_TRANSLATE_NOOP(
        "PhoneNumbers", "This phone number is too short. Enter all of it, with the area code: (937) 555-0142."));
}

Error tooLong()
{
    return wrong(QT_TRANSLATE_NOOP("PhoneNumbers", "This phone number is too long. Check for a digit too many."));
}

Error unknownCountry()
{
    return wrong(
        QT_TRANSLATE_NOOP("PhoneNumbers", "No country has the code after the + sign. For the United States it is +1."));
}

Error noSuchNumber()
{
    return wrong(
        QT_TRANSLATE_NOOP("PhoneNumbers", "There is no such phone number. Check the area code and the digits."));
}

Error misparsed(Util::ErrorType error)
{
    switch (error) {
    case Util::INVALID_COUNTRY_CODE_ERROR:
        return unknownCountry();
    case Util::TOO_SHORT_AFTER_IDD:
    case Util::TOO_SHORT_NSN:
        return tooShort();
    case Util::TOO_LONG_NSN:
        return tooLong();
    default:
        return wrong(QT_TRANSLATE_NOOP("PhoneNumbers",
                                       "This isn't a phone number. Enter digits, with the area code: (937) 555-0142."));
    }
}

Error impossible(Util::ValidationResult reason)
{
    switch (reason) {
    case Util::IS_POSSIBLE_LOCAL_ONLY:
        return wrong(QT_TRANSLATE_NOOP("PhoneNumbers", "The area code is missing: (937) 555-0142."));
    case Util::TOO_SHORT:
        return tooShort();
    case Util::TOO_LONG:
        return tooLong();
    case Util::INVALID_COUNTRY_CODE:
        return unknownCountry();
    default:
        return noSuchNumber();
    }
}

std::optional<Error> unreadable(const QString& typed)
{
    if (typed.isEmpty())
        return wrong(QT_TRANSLATE_NOOP("PhoneNumbers", "Enter a phone number."));
    if (typed.size() > longestTyped)
        return tooLong();
    if (std::any_of(typed.cbegin(), typed.cend(), [](QChar c) { return c.category() == QChar::Other_Control; }))
        return wrong(QT_TRANSLATE_NOOP("PhoneNumbers",
                                       "This phone number has invisible characters in it. Type it anew, don't paste."));
    return std::nullopt;
}

Parsed parsedFrom(const PhoneNumber& number)
{
    Parsed parsed;
    Util::GetInstance()->Parse(number.e164().toStdString(), "ZZ", &parsed);
    return parsed;
}

QString format(const Parsed& number, Util::PhoneNumberFormat form)
{
    std::string text;
    Util::GetInstance()->Format(number, form, &text);
    return QString::fromStdString(text);
}

/// A stored number that the numbering plans no longer know is shown as it is stored.
QString formatOr(const PhoneNumber& number, Util::PhoneNumberFormat form)
{
    const Parsed parsed = parsedFrom(number);
    return parsed.has_national_number() ? format(parsed, form) : number.e164();
}

} // namespace

Result<PhoneNumber> LibPhoneNumbers::parse(const QString& typed, const QString& region) const
{
    const QString trimmed = typed.trimmed();
    if (const auto trouble = unreadable(trimmed))
        return *trouble;
    const Util& util = *Util::GetInstance();
    Parsed parsed;
    const auto error = util.Parse(trimmed.toStdString(), region.toUpper().toStdString(), &parsed);
    if (error != Util::NO_PARSING_ERROR)
        return misparsed(error);
    if (parsed.has_extension())
        return wrong(QT_TRANSLATE_NOOP("PhoneNumbers",
                                       "A text can't reach an extension. Enter the number without the extension."));
    if (const auto reason = util.IsPossibleNumberWithReason(parsed); reason != Util::IS_POSSIBLE)
        return impossible(reason);
    const auto number = PhoneNumber::fromE164(format(parsed, Util::E164));
    if (!number || !util.IsValidNumber(parsed))
        return noSuchNumber();
    return *number;
}

QString LibPhoneNumbers::display(const PhoneNumber& number, const QString& region) const
{
    std::string own;
    Util::GetInstance()->GetRegionCodeForNumber(parsedFrom(number), &own);
    return QString::fromStdString(own).compare(region, Qt::CaseInsensitive) == 0 ? national(number)
                                                                                 : international(number);
}

QString LibPhoneNumbers::timeZone(const PhoneNumber& number) const
{
    return timeZoneOfArea(number.e164());
}

int LibPhoneNumbers::callingCode(const PhoneNumber& number) const
{
    return parsedFrom(number).country_code();
}

QString LibPhoneNumbers::national(const PhoneNumber& number) const
{
    return formatOr(number, Util::NATIONAL);
}

QString LibPhoneNumbers::international(const PhoneNumber& number) const
{
    return formatOr(number, Util::INTERNATIONAL);
}

} // namespace handrail
