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

/// A folder of this run's own, in memory where the system has a place for that: the disk is not what is tested.
const QString& scratchFolder();

/// What must hold whatever came in; libFuzzer keeps the input where it does not.
inline void mustHold(bool fact)
{
    if (!fact)
        std::abort();
}

} // namespace handrail::fuzz
