// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/sealed.h"

#include <QCoreApplication>
#include <sodium.h>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

constexpr QLatin1String sealedMark("sealed:");
constexpr QLatin1String plainMark("plain:");
constexpr int nonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr int tagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;

const unsigned char* bytesOf(const QByteArray& array)
{
    return reinterpret_cast<const unsigned char*>(array.constData());
}
unsigned char* bytesOf(QByteArray& array)
{
    return reinterpret_cast<unsigned char*>(array.data());
}

Error wrongKey()
{
    return {ErrorCode::KeyTrouble,
            QCoreApplication::translate("Server",
                                        "The server can’t read the secret of your second factor: its key file is "
                                        "missing or another one. Tell your administrator.")};
}

} // namespace

QByteArray sealingKey(const QString& words)
{
    const QByteArray bytes = words.toUtf8();
    QByteArray key(crypto_aead_xchacha20poly1305_ietf_KEYBYTES, '\0');
    if (sodium_init() < 0 || crypto_generichash(bytesOf(key), size_t(key.size()), bytesOf(bytes),
                                                static_cast<unsigned long long>(bytes.size()), nullptr, 0) != 0)
        return {};
    return key;
}

QString seal(const QByteArray& secret, const QByteArray& key, const QByteArray& owner, Random& random)
{
    if (key.isEmpty())
        return plainMark + QString::fromLatin1(secret.toBase64());
    const QByteArray nonce = random.bytes(nonceBytes);
    QByteArray sealed(secret.size() + tagBytes, '\0');
    unsigned long long length = 0;
    crypto_aead_xchacha20poly1305_ietf_encrypt(
        bytesOf(sealed), &length, bytesOf(secret), static_cast<unsigned long long>(secret.size()), bytesOf(owner),
        static_cast<unsigned long long>(owner.size()), nullptr, bytesOf(nonce), bytesOf(key));
    return sealedMark + QString::fromLatin1((nonce + sealed).toBase64());
}

Result<QByteArray> unseal(const QString& kept, const QByteArray& key, const QByteArray& owner)
{
    if (kept.startsWith(plainMark))
        return QByteArray::fromBase64(kept.mid(plainMark.size()).toLatin1());
    const QByteArray whole = QByteArray::fromBase64(kept.mid(sealedMark.size()).toLatin1());
    if (!kept.startsWith(sealedMark) || key.isEmpty() || whole.size() < nonceBytes + tagBytes)
        return wrongKey();
    const QByteArray nonce = whole.left(nonceBytes);
    const QByteArray sealed = whole.mid(nonceBytes);
    QByteArray secret(sealed.size() - tagBytes, '\0');
    unsigned long long length = 0;
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(
            bytesOf(secret), &length, nullptr, bytesOf(sealed), static_cast<unsigned long long>(sealed.size()),
            bytesOf(owner), static_cast<unsigned long long>(owner.size()), bytesOf(nonce), bytesOf(key)) != 0)
        return wrongKey();
    return secret;
}

} // namespace handrail::server
