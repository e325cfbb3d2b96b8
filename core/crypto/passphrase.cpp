// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/passphrase.h"

#include <QCoreApplication>
#include <array>
#include <sodium.h>

namespace handrail {

namespace {

Error noMemory()
{
    return {ErrorCode::Internal,
            QCoreApplication::translate("Secrets", "The computer has not enough memory free to check what you typed. "
                                                   "Close other programs and try again. Nothing was changed.")};
}

QByteArray typedBytes(const QString& typed)
{
    return typed.normalized(QString::NormalizationForm_C).toUtf8();
}

} // namespace

Result<SecureBytes> keyFromPassphrase(const QString& passphrase, const QByteArray& salt, const PassphraseCost& cost)
{
    static_assert(saltBytes == crypto_pwhash_SALTBYTES);
    SecureBytes key(keyBytes);
    const SecureBytes typed = SecureBytes::take(typedBytes(passphrase));
    if (salt.size() != saltBytes ||
        crypto_pwhash(reinterpret_cast<uchar*>(key.bytes().data()), key.size(), typed.data(), typed.size(),
                      reinterpret_cast<const uchar*>(salt.constData()), cost.passes, cost.memoryBytes,
                      crypto_pwhash_ALG_ARGON2ID13) != 0)
        return noMemory();
    return key;
}

Result<QString> passwordVerifier(const QString& password)
{
    constexpr unsigned long long passes = 2;
    constexpr size_t memoryBytes = 19ULL * 1024 * 1024;
    const SecureBytes typed = SecureBytes::take(typedBytes(password));
    std::array<char, crypto_pwhash_STRBYTES> verifier{};
    if (sodium_init() < 0 || crypto_pwhash_str_alg(verifier.data(), typed.data(), typed.size(), passes, memoryBytes,
                                                   crypto_pwhash_ALG_ARGON2ID13) != 0)
        return noMemory();
    return QString::fromLatin1(verifier.data());
}

bool fitsVerifier(const QString& verifier, const QString& password)
{
    std::array<char, crypto_pwhash_STRBYTES> kept{};
    const QByteArray latin = verifier.toLatin1();
    if (latin.isEmpty() || latin.size() >= qsizetype(kept.size()) || sodium_init() < 0)
        return false;
    std::copy(latin.begin(), latin.end(), kept.begin());
    const SecureBytes typed = SecureBytes::take(typedBytes(password));
    return crypto_pwhash_str_verify(kept.data(), typed.data(), typed.size()) == 0;
}

} // namespace handrail
