// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QStringList>

namespace handrail::tests {

/// All that is in a database: a digest of each table's rows. Two states of a store are the same where these are.
using Dump = QMap<QString, QByteArray>;

struct Looked
{
    Dump dump;
    QString integrity; ///< "ok", or what PRAGMA integrity_check or SQLite says.
};

/// Opens the file by itself and reads all of it. `key`: 32 bytes, or empty for a plain file.
Looked lookInto(const QByteArray& path, const QByteArray& key);

/// The names of the tables that differ.
QStringList differences(const Dump& a, const Dump& b);

} // namespace handrail::tests
