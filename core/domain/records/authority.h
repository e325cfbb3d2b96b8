// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/agency.h"
#include "core/domain/records/change.h"
#include "core/domain/result.h"

#include <QJsonObject>
#include <optional>

namespace handrail::records {

/// Who sends a change, and what the server has of the record now.
struct Author
{
    QUuid device;
    UserId user;
    Role role = Role::Worker;
};

/// Whether a device may make this change: the server asks before it takes one (DESIGN.md section 3 «Sync»). Checked
/// are the change's shape (validate()), whose device and user stand in it, and what only the server may say: messages
/// start as waiting and may only be canceled with a reason, nobody edits an append-only record, opt-outs only grow
/// (R9, R10), answers and message events come from the gateway. The error's sentence can be shown to the worker.
Result<void> mayMake(const Change& change, const std::optional<QJsonObject>& current, const Author& author);

} // namespace handrail::records
