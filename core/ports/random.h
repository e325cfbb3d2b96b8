// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <cstddef>
#include <span>

namespace handrail {

/// Random bytes fit for keys and tokens.
class Random
{
public:
    virtual ~Random() = default;
    virtual void fill(std::span<std::byte> bytes) = 0;

    /// `count` random bytes.
    QByteArray bytes(int count)
    {
        QByteArray all(count, Qt::Uninitialized);
        fill(std::as_writable_bytes(std::span(all.data(), size_t(count))));
        return all;
    }
};

} // namespace handrail
