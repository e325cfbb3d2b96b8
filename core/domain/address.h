// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"

#include <QString>
#include <optional>

namespace handrail {

/// How a message travels.
enum class Channel { Text, Email };

/// A phone number in E.164 form ("+19375550101"). Only its shape is checked here (ITU-T E.164: plus sign, 2 to 15
/// digits, no leading zero); whether such a number can exist is asked of ports/phonenumbers.h where a person types it.
class PhoneNumber
{
public:
    static std::optional<PhoneNumber> fromE164(QStringView text);
    [[nodiscard]] const QString& e164() const { return m_e164; }
    friend bool operator==(const PhoneNumber&, const PhoneNumber&) = default;

private:
    explicit PhoneNumber(QString e164)
        : m_e164(std::move(e164))
    {
    }
    QString m_e164;
};

/// An email address that a mail server could take (RFC 5321 lengths, dot-atom local part, a domain with a dot).
/// The domain is folded to lower case; the local part is kept as typed.
class EmailAddress
{
public:
    /// The address in `text`, blanks around it aside, or a sentence that says what is wrong with it.
    static Result<EmailAddress> parse(QStringView text);
    [[nodiscard]] const QString& value() const { return m_value; }
    friend bool operator==(const EmailAddress&, const EmailAddress&) = default;

private:
    explicit EmailAddress(QString value)
        : m_value(std::move(value))
    {
    }
    QString m_value;
};

/// Where a message goes: a phone number or an email address, normalised, so that equal addresses compare equal.
class Address
{
public:
    Address(const PhoneNumber& number) // NOLINT(google-explicit-constructor)
        : m_channel(Channel::Text)
        , m_value(number.e164())
    {
    }
    Address(const EmailAddress& email) // NOLINT(google-explicit-constructor)
        : m_channel(Channel::Email)
        , m_value(email.value())
    {
    }
    /// From a stored normalised form; nothing where the form does not fit the channel.
    static std::optional<Address> fromStored(Channel channel, const QString& value);

    [[nodiscard]] Channel channel() const { return m_channel; }
    [[nodiscard]] const QString& value() const { return m_value; }
    /// What the opt-out ledger compares: E.164, or the email address in lower case (local parts that differ only in
    /// case reach the same person in practice, and a missed opt-out hurts more than a needless one).
    [[nodiscard]] QString ledgerKey() const;
    friend bool operator==(const Address&, const Address&) = default;

private:
    Address(Channel channel, QString value)
        : m_channel(channel)
        , m_value(std::move(value))
    {
    }
    Channel m_channel;
    QString m_value;
};

} // namespace handrail
