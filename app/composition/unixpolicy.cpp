// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/systempolicy.h"

using namespace Qt::Literals::StringLiterals;

namespace handrail::composition {

Policy systemPolicy()
{
    return readPolicy(policyFileValues(u"/etc/handrail/policy.ini"_s));
}

} // namespace handrail::composition
