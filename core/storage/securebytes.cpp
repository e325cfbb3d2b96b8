// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/securebytes.h"

#include <cstring>
#include <sodium.h>
#include <utility>

namespace handrail {

SecureBytes::SecureBytes(size_t size)
    : m_data(new std::byte[size])
    , m_size(size)
{
    // Keeps the pages out of the swap and out of core dumps where the system lets us; wiping doesn't depend on it.
    sodium_mlock(m_data, m_size);
}

SecureBytes::~SecureBytes()
{
    wipe();
}

SecureBytes::SecureBytes(SecureBytes&& other) noexcept
    : m_data(std::exchange(other.m_data, nullptr))
    , m_size(std::exchange(other.m_size, 0))
{
}

SecureBytes& SecureBytes::operator=(SecureBytes&& other) noexcept
{
    if (this != &other) {
        wipe();
        m_data = std::exchange(other.m_data, nullptr);
        m_size = std::exchange(other.m_size, 0);
    }
    return *this;
}

SecureBytes SecureBytes::take(QByteArray&& bytes)
{
    SecureBytes taken(size_t(bytes.size()));
    std::memcpy(taken.m_data, bytes.constData(), taken.m_size);
    handrail::wipe(bytes);
    return taken;
}

SecureBytes SecureBytes::toHex() const
{
    SecureBytes hex(m_size * 2 + 1);
    sodium_bin2hex(reinterpret_cast<char*>(hex.m_data), hex.m_size, reinterpret_cast<const uchar*>(m_data), m_size);
    return hex;
}

bool SecureBytes::equals(const QByteArray& other) const
{
    return size_t(other.size()) == m_size && sodium_memcmp(m_data, other.constData(), m_size) == 0;
}

void SecureBytes::wipe()
{
    if (m_data == nullptr)
        return;
    sodium_munlock(m_data, m_size); // wipes, locked or not
    delete[] m_data;
    m_data = nullptr;
    m_size = 0;
}

void wipe(QByteArray& bytes)
{
    // A shared array would detach here and only its copy would be wiped: its other owner has to do it.
    if (!bytes.isEmpty() && bytes.isDetached())
        sodium_memzero(bytes.data(), size_t(bytes.size()));
    bytes.clear();
}

} // namespace handrail
