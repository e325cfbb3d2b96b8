// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUuid>

namespace handrail {

/// Makes UUIDv7 ids.
class Ids
{
public:
    virtual ~Ids() = default;
    virtual QUuid next() = 0;
};

} // namespace handrail
