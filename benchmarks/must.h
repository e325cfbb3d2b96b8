// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"

#include <cstdio>
#include <cstdlib>

namespace handrail::bench {

/// A bench that can't do its work must not print a number.
[[noreturn]] inline void stop(const QString& why)
{
    std::fprintf(stderr, "This bench stops here: %s\n", qPrintable(why));
    std::exit(1);
}

/// The value of a Result, or the end of the program with the error's sentence.
template <typename T>
T must(Result<T> result)
{
    if (!result.ok())
        stop(result.error().sentence);
    return std::move(result).value();
}
inline void must(const Result<void>& result)
{
    if (!result.ok())
        stop(result.error().sentence);
}

} // namespace handrail::bench
