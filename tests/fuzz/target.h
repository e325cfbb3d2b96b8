// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <cstdlib>
#include <functional>

namespace handrail::fuzz {

/// One reader of bytes from outside. It must end, without a crash, whatever the bytes are.
struct Target
{
    const char* name;
    std::function<void(const QByteArray&)> read;
};

/// Put into the list before main() by a static of each targets file.
struct Registered
{
    Registered(const char* name, std::function<void(const QByteArray&)> read);
};

/// What must hold whatever came in; libFuzzer keeps the input where it does not.
inline void mustHold(bool fact)
{
    if (!fact)
        std::abort();
}

} // namespace handrail::fuzz
