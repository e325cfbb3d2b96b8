// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/stores.h"
#include "core/storage/database.h"

#include <QVariantList>

namespace handrail {

/// The conditions of a question and what to bind for them, in the order in which they stand.
class Conditions
{
public:
    /// `sql` has one question mark for each value.
    void add(const QString& sql, const QVariantList& values = {});
    /// "column IN ('a', 'b')"; nothing where `names` is empty. The names come from our own code.
    void addOneOf(const QString& column, const QStringList& names);
    /// Whose matters: `column` names the client. Of merged clients the kept one says who is assigned; who referred or
    /// shared with any of the records keeps them all (docs/decisions/0135).
    void addScope(const QString& column, const Scope& scope);
    /// From `from` on and before `to`; a null one sets no bound.
    void addPeriod(const QString& column, const QDateTime& from, const QDateTime& to);

    /// " WHERE a AND b", or nothing.
    [[nodiscard]] QString sql() const;
    void bindTo(Statement& statement) const;
    [[nodiscard]] const QVariantList& values() const { return m_values; }

private:
    QStringList m_parts;
    QVariantList m_values;
};

} // namespace handrail
