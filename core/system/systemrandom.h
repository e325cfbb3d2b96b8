// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/random.h"

namespace handrail {

/// The operating system's random source. May be used from any thread.
class SystemRandom : public Random
{
public:
    void fill(std::span<std::byte> bytes) override;
};

} // namespace handrail
