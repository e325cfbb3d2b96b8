// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/system/systemrandom.h"

#include <QRandomGenerator>
#include <algorithm>
#include <cstring>

namespace handrail {

void SystemRandom::fill(std::span<std::byte> bytes)
{
    while (!bytes.empty()) {
        const quint64 word = QRandomGenerator::system()->generate64();
        const size_t count = std::min(sizeof word, bytes.size());
        std::memcpy(bytes.data(), &word, count);
        bytes = bytes.subspan(count);
    }
}

} // namespace handrail
