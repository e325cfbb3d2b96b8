// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/hlc.h"

#include <QJsonObject>

namespace handrail {

/// What a use case asks the store to write: some fields of one record. The store stamps it and makes it a Change.
struct Edit
{
    QString entity; ///< Name in records/schema.h.
    QUuid key;
    QJsonObject fields;
    friend bool operator==(const Edit&, const Edit&) = default;
};

/// An edit as it travels: idempotent by its id, ordered by its stamp, numbered by the server.
struct Change
{
    ChangeId id;
    QString entity;
    QUuid key;
    Stamp stamp;
    QJsonObject fields;
    qint64 seq = 0; ///< The server's number in the agency's sequence; 0 until the server gave one.
    friend bool operator==(const Change&, const Change&) = default;
};

} // namespace handrail
