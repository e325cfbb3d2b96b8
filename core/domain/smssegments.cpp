// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/smssegments.h"

namespace handrail {

namespace {

// 3GPP TS 23.038 section 6.2.1, the default alphabet and its extension table.
constexpr QStringView basicAlphabet =
    u"@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
    u"abcdefghijklmnopqrstuvwxyzäöñüà";
constexpr QStringView extensionAlphabet = u"\f^{}\\[~]|€";

struct Limits
{
    int single;
    int part;
};
constexpr Limits gsm7Limits{160, 153};
constexpr Limits ucs2Limits{70, 67};

/// Septets that a character takes in GSM-7; 0 where it has none.
int septets(QChar c)
{
    if (basicAlphabet.contains(c))
        return 1;
    return extensionAlphabet.contains(c) ? 2 : 0;
}

/// Lays characters out in parts, none of which is torn apart.
class Parts
{
public:
    explicit Parts(Limits limits)
        : m_limits(limits)
    {
    }
    void add(int units)
    {
        m_total += units;
        if (m_inLast + units > m_limits.part) {
            ++m_parts;
            m_inLast = 0;
        }
        m_inLast += units;
    }
    void writeTo(SmsSize& size) const
    {
        const bool single = m_total <= m_limits.single;
        size.units = m_total;
        size.segments = single ? 1 : m_parts;
        size.unitsLeft = single ? m_limits.single - m_total : m_limits.part - m_inLast;
    }

private:
    Limits m_limits;
    int m_total = 0;
    int m_parts = 1;
    int m_inLast = 0;
};

bool startsPair(QStringView text, qsizetype i)
{
    return text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
}

QString charactersOutsideGsm7(QStringView text)
{
    QString found;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const qsizetype length = startsPair(text, i) ? 2 : 1;
        const QStringView character = text.mid(i, length);
        // The hint is for a person: past a few dozen it says nothing more, and a search in it would cost.
        if ((length == 2 || septets(text[i]) == 0) && found.size() < 64 && !found.contains(character))
            found += character;
        i += length - 1;
    }
    return found;
}

} // namespace

SmsSize measureSms(QStringView text)
{
    SmsSize size;
    size.costly = charactersOutsideGsm7(text);
    size.encoding = size.costly.isEmpty() ? SmsSize::Encoding::Gsm7 : SmsSize::Encoding::Ucs2;
    const bool gsm7 = size.encoding == SmsSize::Encoding::Gsm7;
    Parts parts(gsm7 ? gsm7Limits : ucs2Limits);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool pair = startsPair(text, i);
        parts.add(gsm7 ? septets(text[i]) : pair ? 2 : 1);
        i += pair ? 1 : 0;
    }
    parts.writeTo(size);
    return size;
}

} // namespace handrail
