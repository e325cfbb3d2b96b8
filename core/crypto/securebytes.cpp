// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/securebytes.h"

#include <cstring>
#include <new>
#include <sodium.h>
#include <utility>

namespace handrail {

SecureBytes::SecureBytes(size_t size)
{
    if (size == 0)
        return;
    void* const room = sodium_init() < 0 ? nullptr : sodium_malloc(size);
    if (room == nullptr)
        throw std::bad_alloc();
    m_data = static_cast<std::byte*>(room);
    m_size = size;
    std::memset(m_data, 0, m_size);
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
    if (!taken.isEmpty())
        std::memcpy(taken.m_data, bytes.constData(), taken.m_size);
    handrail::wipe(bytes);
    return taken;
}

SecureBytes SecureBytes::copy() const
{
    SecureBytes second(m_size);
    if (!isEmpty())
        std::memcpy(second.m_data, m_data, m_size);
    return second;
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
    sodium_free(m_data); // wipes, locked or not
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
