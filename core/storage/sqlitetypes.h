// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QSqlError>
#include <QString>

struct sqlite3;

namespace handrail {

/// The Qt type that QSQLITE gives a column declared as `declared`.
QMetaType sqliteColumnType(const QString& declared);

/// What SQLite says of its last failure; `code` where it is not the connection's own.
QSqlError sqliteError(sqlite3* db, const QString& trouble, QSqlError::ErrorType type, int code = -1);

} // namespace handrail
