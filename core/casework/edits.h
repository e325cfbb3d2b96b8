// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/activity.h"
#include "core/domain/records/change.h"
#include "core/domain/replyplan.h"

#include <QList>

/// What the rules' plans ask for, as edits for one commit.
namespace handrail::casework {

/// The fields of `after` that differ from `before`; nothing where none does.
std::optional<Edit> changedFields(const QString& entity, const QUuid& key, const QJsonObject& before,
                                  const QJsonObject& after);

Edit editOf(const StatusChange& change);
QList<Edit> editsOf(const QList<Activity>& activities);

/// Messages that must not go out any more: the one step of a message's state that is a desktop's to take.
QList<Edit> cancelingEdits(const QList<MessageId>& messages, const QString& reason, const QDateTime& at);

} // namespace handrail::casework
