// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <span>

namespace handrail {

/// A secret's bytes: moved, never copied, wiped when they go. They stand in pages of their own that are kept out of the
/// swap and out of core dumps as far as the system lets us, between guard pages (libsodium's sodium_malloc).
class SecureBytes
{
public:
    SecureBytes() = default;
    explicit SecureBytes(size_t size);
    ~SecureBytes();
    SecureBytes(SecureBytes&& other) noexcept;
    SecureBytes& operator=(SecureBytes&& other) noexcept;
    SecureBytes(const SecureBytes&) = delete;
    SecureBytes& operator=(const SecureBytes&) = delete;

    /// Takes the bytes out of `bytes` and wipes them there - which reaches only this copy of a shared QByteArray.
    static SecureBytes take(QByteArray&& bytes);
    /// A second one, for who must own one as well.
    [[nodiscard]] SecureBytes copy() const;
    /// Lower-case hex, in a buffer that wipes itself as well.
    [[nodiscard]] SecureBytes toHex() const;
    /// Without telling by its duration where the first difference is.
    [[nodiscard]] bool equals(const QByteArray& other) const;

    [[nodiscard]] std::span<std::byte> bytes() { return {m_data, m_size}; }
    [[nodiscard]] const char* data() const { return reinterpret_cast<const char*>(m_data); }
    [[nodiscard]] size_t size() const { return m_size; }
    [[nodiscard]] bool isEmpty() const { return m_size == 0; }

private:
    void wipe();

    std::byte* m_data = nullptr;
    size_t m_size = 0;
};

/// Wipes a QByteArray that held a secret, where nobody shares it.
void wipe(QByteArray& bytes);

} // namespace handrail
