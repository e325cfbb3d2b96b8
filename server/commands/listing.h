// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/commands/commandline.h"

#include <QJsonArray>
#include <QJsonObject>

namespace handrail::server {

/// What a `list` command prints: aligned columns for people, or with --json a JSON list for programs.
class Listing
{
public:
    explicit Listing(const QStringList& columns)
        : m_columns(columns)
    {
    }
    /// `values`: of the JSON object, under the columns' names; what is null is left out of the table.
    void add(const QJsonObject& values) { m_rows.append(values); }
    [[nodiscard]] bool isEmpty() const { return m_rows.isEmpty(); }
    void print(bool asJson) const;

private:
    QStringList m_columns; ///< Those of the table; objects may have more.
    QJsonArray m_rows;
};

/// The flag --json of a command that lists.
void jsonFlag(CLI::App* command, bool& asJson);

/// One JSON value on stdout, indented.
void sayJson(const QJsonObject& object);

/// "2026-07-01T12:30:00Z", or null.
QJsonValue jsonTime(const QDateTime& at);

/// The start of a day (2026-07-01) or an instant (2026-07-01T12:30:00Z) in UTC, or a sentence; null where empty.
Result<QDateTime> timeOf(const QString& text);

} // namespace handrail::server
