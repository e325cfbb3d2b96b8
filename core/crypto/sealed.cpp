// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/sealed.h"

#include <sodium.h>

namespace handrail {

namespace {

constexpr int nonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr int tagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;

const uchar* raw(const char* data)
{
    return reinterpret_cast<const uchar*>(data);
}

} // namespace

QByteArray seal(const SecureBytes& secret, const SecureBytes& key, const QByteArray& context, Random& random)
{
    Q_ASSERT(key.size() == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
    const QByteArray nonce = random.bytes(nonceBytes);
    QByteArray sealed(qsizetype(secret.size()) + tagBytes, '\0');
    unsigned long long length = 0;
    crypto_aead_xchacha20poly1305_ietf_encrypt(reinterpret_cast<uchar*>(sealed.data()), &length, raw(secret.data()),
                                               secret.size(), raw(context.constData()), size_t(context.size()), nullptr,
                                               raw(nonce.constData()), raw(key.data()));
    return nonce + sealed;
}

std::optional<SecureBytes> unseal(const QByteArray& sealed, const SecureBytes& key, const QByteArray& context)
{
    if (sealed.size() < nonceBytes + tagBytes || key.size() != crypto_aead_xchacha20poly1305_ietf_KEYBYTES)
        return {};
    SecureBytes secret(size_t(sealed.size() - nonceBytes - tagBytes));
    unsigned long long length = 0;
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(
            reinterpret_cast<uchar*>(secret.bytes().data()), &length, nullptr, raw(sealed.constData() + nonceBytes),
            size_t(sealed.size() - nonceBytes), raw(context.constData()), size_t(context.size()),
            raw(sealed.constData()), raw(key.data())) != 0)
        return {};
    return secret;
}

} // namespace handrail
