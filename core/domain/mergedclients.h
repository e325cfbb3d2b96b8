// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/client.h"

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <functional>

/// Two records of one person are merged by one field, Client::mergedInto, of the one that goes. Nothing else is
/// rewritten: who a record stands for is asked here (docs/decisions/0135).
namespace handrail {

/// Whom a client was merged into; nothing where it was not, or where the other isn't known here.
using MergedInto = std::function<std::optional<ClientId>(const ClientId&)>;

/// The client that stands for `id`: the end of its chain. A ring (two desks merged two clients in opposite directions)
/// stands for itself by its smallest id, whoever asks. Always ends, and every replica with the same fields says the
/// same.
ClientId keptOne(const ClientId& id, const MergedInto& mergedInto);

/// The clients whose Client::mergedInto must be emptied so that `gone` and `kept` are two again; empty where they are
/// two already. `gone` is let go of `kept`, and where a ring would still lead from `kept` to `gone`, of that too.
QList<ClientId> toLetGo(const ClientId& gone, const ClientId& kept, const MergedInto& mergedInto);

/// Adds what a client who was merged has to the contact points of the one that is kept: each address once, and of each
/// channel the kept one's primary stays the only one.
void unite(QList<ContactPoint>& kept, const QList<ContactPoint>& merged);

/// What a merge did, kept in the text of its activity so that any desk can take it back, days later.
struct MergeNote
{
    ClientId gone;
    ClientId kept;
    QString goneName;
    QString keptName;
    QJsonObject before; ///< Fields of the kept client's record that the merge changed, as they were ...
    QJsonObject after;  ///< ... and as they were made.

    [[nodiscard]] QString toText() const;
    /// Nothing where the text is no such note.
    static std::optional<MergeNote> fromText(const QString& text);
    friend bool operator==(const MergeNote&, const MergeNote&) = default;
};

/// The fields to write so that what the merge changed is as before; what was edited since stays as it was edited.
QJsonObject restoredFields(const MergeNote& note, const QJsonObject& current);

} // namespace handrail
