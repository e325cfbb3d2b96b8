// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/totp.h"

#include <QUrl>
#include <array>
#include <cstdlib>
#include <liboath/oath.h>
#include <sodium.h>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

constexpr int stepSeconds = 30;
constexpr int digits = 6;
using Code = std::array<char, digits + 1>;

Code codeAt(const QByteArray& secret, qint64 step)
{
    static const bool ready = oath_init() == OATH_OK;
    Code code{};
    if (!ready || oath_totp_generate(secret.constData(), size_t(secret.size()), time_t(step * stepSeconds), stepSeconds,
                                     0, digits, code.data()) != OATH_OK)
        code = {};
    return code;
}

} // namespace

std::optional<qint64> totpStep(const QByteArray& secret, const QString& code, const QDateTime& now, qint64 lastStep)
{
    QByteArray typed = code.toLatin1();
    typed.replace(' ', "");
    if (typed.size() != digits || secret.isEmpty())
        return std::nullopt;
    const qint64 current = now.toSecsSinceEpoch() / stepSeconds;
    std::optional<qint64> found;
    for (qint64 step = current - 1; step <= current + 1; ++step) {
        const Code right = codeAt(secret, step);
        if (right[0] != '\0' && sodium_memcmp(right.data(), typed.constData(), digits) == 0 && step > lastStep)
            found = step;
    }
    return found;
}

QString totpCode(const QByteArray& secret, const QDateTime& now)
{
    return QString::fromLatin1(codeAt(secret, now.toSecsSinceEpoch() / stepSeconds).data());
}

QString base32(const QByteArray& secret)
{
    char* text = nullptr;
    size_t length = 0;
    if (oath_base32_encode(secret.constData(), size_t(secret.size()), &text, &length) != OATH_OK)
        return {};
    QString made = QString::fromLatin1(text, qsizetype(length));
    std::free(text);
    made.remove(u'=');
    return made;
}

QString totpUri(const QByteArray& secret, const QString& issuer, const QString& account)
{
    const auto escaped = [](const QString& text) { return QString::fromLatin1(QUrl::toPercentEncoding(text)); };
    return u"otpauth://totp/%1:%2?secret=%3&issuer=%1&algorithm=SHA1&digits=6&period=30"_s.arg(
        escaped(issuer.left(60)), escaped(account), base32(secret));
}

} // namespace handrail::server
