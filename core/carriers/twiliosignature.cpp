// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/carriers/twiliosignature.h"

#include <QMap>
#include <QMessageAuthenticationCode>
#include <QRegularExpression>
#include <QSet>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

/// `url` without a port, and with its own or the scheme's.
std::pair<QString, QString> withoutAndWithPort(const QString& url)
{
    static const QRegularExpression shape(u"^(https?)://((?:[^/?#@]*@)?)(\\[[^\\]]*\\]|[^/?#:]*)(?::([0-9]+))?(.*)$"_s,
                                          QRegularExpression::DotMatchesEverythingOption);
    const auto match = shape.match(url);
    if (!match.hasMatch())
        return {url, url};
    const QString head = match.captured(1) + u"://"_s + match.captured(2) + match.captured(3);
    const QString standard = match.captured(1) == "https"_L1 ? u"443"_s : u"80"_s;
    const QString port = match.captured(4).isEmpty() ? standard : match.captured(4);
    return {head + match.captured(5), head + u':' + port + match.captured(5)};
}

bool equalInConstantTime(const QByteArray& a, const QByteArray& b)
{
    if (a.size() != b.size())
        return false;
    uint different = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        different |= uint(uchar(a[i])) ^ uint(uchar(b[i]));
    return different == 0;
}

} // namespace

QByteArray twilioSignature(const QString& authToken, const QString& url, const WebhookParams& params)
{
    QMap<QByteArray, QList<QByteArray>> sorted;
    for (const auto& [name, value] : params)
        sorted[name.toUtf8()].append(value.toUtf8());
    QByteArray signedText = url.toUtf8();
    for (auto it = sorted.begin(); it != sorted.end(); ++it) {
        QList<QByteArray> values = it.value();
        std::ranges::sort(values);
        values.erase(std::unique(values.begin(), values.end()), values.end()); // clang 14 can't compile ranges::unique
        for (const QByteArray& value : values)
            signedText += it.key() + value;
    }
    return QMessageAuthenticationCode::hash(signedText, authToken.toUtf8(), QCryptographicHash::Sha1).toBase64();
}

bool isTwilioSignature(const QByteArray& signature, const QString& authToken, const QString& url,
                       const WebhookParams& params)
{
    const auto [without, with] = withoutAndWithPort(url);
    const bool first = equalInConstantTime(signature, twilioSignature(authToken, without, params));
    const bool second = equalInConstantTime(signature, twilioSignature(authToken, with, params));
    return first || second;
}

} // namespace handrail
