// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/phonenumbers.h"
#include "ui/models/pagedmodel.h"

#include <QAction>
#include <QPointer>

namespace handrail::ui {

/// What «Find Anything» has found: a person, a referral, a resource site, or something that the program can do.
struct Found
{
    enum class Kind { Client, Referral, Site, Command };
    Kind kind = Kind::Command;
    QUuid key;
    QString title;
    QString subtitle;
    QString aside; ///< The kind in words, or a command's keys.
    QPointer<QAction> command;
};

/// A few hits of every kind for each key typed. One question at a time is under way in the store; later keys wait as
/// one.
class FinderModel : public QAbstractListModel
{
    Q_OBJECT

public:
    FinderModel(StoreRunner& store, const PhoneNumbers& phones, const QList<QAction*>& commands, QObject* parent);
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] const Found* found(int row) const;
    void ask(const QString& text);

Q_SIGNALS:
    void answered();

private:
    void start();
    void take(const QString& text, QList<Found> records);
    [[nodiscard]] QList<Found> commandsFor(const QString& text) const;

    StoreRunner& m_store;
    const PhoneNumbers& m_phones;
    QList<QPointer<QAction>> m_commands;
    QList<Found> m_rows;
    QString m_wanted;
    bool m_asking = false;
    bool m_askAgain = false;
};

} // namespace handrail::ui
