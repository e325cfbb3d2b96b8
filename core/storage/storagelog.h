// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

/// What happens in the local store: kinds and numbers, never a value.
Q_DECLARE_LOGGING_CATEGORY(storageLog)
