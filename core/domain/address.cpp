// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/address.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

Error badEmail(const char* sentence)
{
    return {ErrorCode::InvalidInput, QCoreApplication::translate("Address", sentence)};
}

} // namespace

std::optional<PhoneNumber> PhoneNumber::fromE164(QStringView text)
{
    static const QRegularExpression shape(u"^\\+[1-9][0-9]{1,14}$"_s);
    if (text.size() > 16 || !shape.match(text).hasMatch())
        return std::nullopt;
    return PhoneNumber(text.toString());
}

Result<EmailAddress> EmailAddress::parse(QStringView text)
{
    // Dot-atom only: quoted local parts and address literals are legal in RFC 5321, unknown among people, and loved by
    // those who inject headers.
    static const QRegularExpression local(u"^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$"_s);
    static const QRegularExpression domain(
        u"^([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])$"_s);
    const QString trimmed = text.trimmed().toString();
    if (trimmed.isEmpty())
        return badEmail(QT_TRANSLATE_NOOP("Address", "Enter an email address."));
    if (trimmed.size() > 254)
        return badEmail(QT_TRANSLATE_NOOP("Address", "This email address is too long."));
    const qsizetype at = trimmed.lastIndexOf(u'@');
    if (at < 0)
        return badEmail(QT_TRANSLATE_NOOP("Address", "An email address needs an @, as in maria@example.org."));
    const QString localPart = trimmed.left(at);
    const QString domainPart = trimmed.mid(at + 1).toLower();
    if (localPart.size() > 64 || !local.match(localPart).hasMatch())
        return badEmail(QT_TRANSLATE_NOOP("Address", "The part before the @ can't be right."));
    if (!domain.match(domainPart).hasMatch())
        return badEmail(
            QT_TRANSLATE_NOOP("Address", "The part after the @ can't be right. It looks like example.org."));
    return EmailAddress(localPart + u'@' + domainPart);
}

std::optional<Address> Address::fromStored(Channel channel, const QString& value)
{
    if (channel == Channel::Text)
        return PhoneNumber::fromE164(value) ? std::optional(Address(channel, value)) : std::nullopt;
    const auto email = EmailAddress::parse(value);
    return email ? std::optional(Address(*email)) : std::nullopt;
}

QString Address::ledgerKey() const
{
    return m_channel == Channel::Email ? m_value.toLower() : m_value;
}

} // namespace handrail
