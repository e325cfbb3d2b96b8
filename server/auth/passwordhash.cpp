// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/passwordhash.h"

#include <QCoreApplication>
#include <array>
#include <sodium.h>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

Result<QString> hashPassword(const QString& password)
{
    constexpr unsigned long long passes = 2;
    constexpr size_t memoryBytes = 19ULL * 1024 * 1024;
    const QByteArray bytes = password.normalized(QString::NormalizationForm_C).toUtf8();
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    if (sodium_init() < 0 ||
        crypto_pwhash_str_alg(hash.data(), bytes.constData(), static_cast<unsigned long long>(bytes.size()), passes,
                              memoryBytes, crypto_pwhash_ALG_ARGON2ID13) != 0)
        return Error{ErrorCode::Internal,
                     QCoreApplication::translate("Server", "The server has not enough memory to check a password.")};
    return QString::fromLatin1(hash.data());
}

bool passwordMatches(const QString& hash, const QString& password)
{
    std::array<char, crypto_pwhash_STRBYTES> stored{};
    const QByteArray latin = hash.toLatin1();
    if (latin.size() >= qsizetype(stored.size()) || sodium_init() < 0)
        return false;
    std::copy(latin.begin(), latin.end(), stored.begin());
    const QByteArray bytes = password.normalized(QString::NormalizationForm_C).toUtf8();
    return crypto_pwhash_str_verify(stored.data(), bytes.constData(), static_cast<unsigned long long>(bytes.size())) ==
           0;
}

const QString& hashOfNobody()
{
    static const QString hash = [] {
        std::array<char, 32> unguessable{};
        randombytes_buf(unguessable.data(), unguessable.size());
        const auto made = hashPassword(QString::fromLatin1(unguessable.data(), unguessable.size()));
        return made ? *made : QString();
    }();
    return hash;
}

} // namespace handrail::server
