// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gmime/gmime.h>
#include <memory>
#include <mutex>

namespace handrail {

struct GObjectUnref
{
    void operator()(void* object) const { g_object_unref(object); }
};
/// An object of GMime that is ours to let go.
template <typename T>
using Owned = std::unique_ptr<T, GObjectUnref>;

/// Must come before anything else of GMime.
inline void setUpGMime()
{
    static std::once_flag once;
    std::call_once(once, [] { g_mime_init(); });
}

} // namespace handrail
