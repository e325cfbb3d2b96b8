// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"

#include <QUrl>

namespace handrail::sync {

/// The server's address as a person types it ("handrail.example.org", "http://127.0.0.1:8080/"): https unless said
/// otherwise, and http only to this machine itself, since a password and clients' data travel there.
Result<QUrl> readServerAddress(const QString& typed);

} // namespace handrail::sync
