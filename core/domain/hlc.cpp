// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/hlc.h"

#include <algorithm>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace handrail {

QString Stamp::toString() const
{
    return u"%1%2-%3"_s.arg(quint64(wallMs), 12, 16, '0'_L1)
        .arg(counter, 4, 16, '0'_L1)
        .arg(device.toString(QUuid::WithoutBraces));
}

std::optional<Stamp> Stamp::fromString(QStringView text)
{
    constexpr qsizetype length = 12 + 4 + 1 + 36;
    if (text.size() != length || text[16] != u'-')
        return std::nullopt;
    for (const QChar c : text.left(16))
        if (!(c >= u'0' && c <= u'9') && !(c >= u'a' && c <= u'f'))
            return std::nullopt;
    const QUuid device = QUuid::fromString(text.mid(17));
    if (device.isNull() || device.toString(QUuid::WithoutBraces) != text.mid(17))
        return std::nullopt;
    return Stamp{text.left(12).toLongLong(nullptr, 16), text.mid(12, 4).toUShort(nullptr, 16), device};
}

std::strong_ordering operator<=>(const Stamp& a, const Stamp& b)
{
    if (const auto order = a.wallMs <=> b.wallMs; order != 0)
        return order;
    if (const auto order = a.counter <=> b.counter; order != 0)
        return order;
    const QString left = a.device.toString(QUuid::WithoutBraces);
    const QString right = b.device.toString(QUuid::WithoutBraces);
    return left < right ? std::strong_ordering::less
                        : (left == right ? std::strong_ordering::equal : std::strong_ordering::greater);
}

Stamp nextStamp(const Stamp& last, qint64 wallMs, const QUuid& device)
{
    if (wallMs > last.wallMs)
        return {wallMs, 0, device};
    if (last.counter == std::numeric_limits<quint16>::max())
        return {last.wallMs + 1, 0, device};
    return {last.wallMs, quint16(last.counter + 1), device};
}

Stamp observeStamp(const Stamp& last, const Stamp& seen, qint64 wallMs, qint64 maxDriftMs)
{
    if (seen.wallMs > wallMs + maxDriftMs)
        return last;
    return seen > last ? Stamp{seen.wallMs, seen.counter, last.device} : last;
}

bool replaces(const Stamp& incoming, const std::optional<Stamp>& current)
{
    return !current || incoming > *current;
}

} // namespace handrail
