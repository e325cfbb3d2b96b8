// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/pagedmodel.h"
#include "ui/services.h"

namespace handrail::ui {

/// The resource basket of the chosen client, in order, each with the day its follow-up would fall on if it were shared
/// now (R5). Moves show at once and are then stored; where that fails the stored order comes back.
class BasketModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class State { NoClient, Loading, Ready, Failed };

    explicit BasketModel(Services services, QObject* parent = nullptr);

    void setClient(const std::optional<ClientId>& client);
    void refresh();
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const QString& trouble() const { return m_trouble; }
    [[nodiscard]] QList<ResourceSiteId> sites() const;

    /// Swaps places with the row above (`by` -1) or below (+1); false at the ends.
    bool moveBy(int row, int by);
    void removeAt(int row);
    /// Puts back what was removed last, at its place; false where there is nothing.
    bool undoRemove();
    [[nodiscard]] bool canUndo() const { return m_removed.has_value(); }
    [[nodiscard]] QString nameAt(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] Qt::DropActions supportedDropActions() const override { return Qt::MoveAction | Qt::CopyAction; }
    /// Resource sites dragged from the directory.
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] bool canDropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                                       const QModelIndex& parent) const override;
    bool dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                      const QModelIndex& parent) override;
    bool moveRows(const QModelIndex& from, int row, int count, const QModelIndex& to, int before) override;

Q_SIGNALS:
    /// The state, the rows or their days have changed.
    void answered();
    /// Something could not be stored; the sentence says what.
    void failed(const QString& sentence);

private:
    struct Entry
    {
        BasketItem item;
        QString name;
        QString address;
        bool alreadyReferred = false; ///< The client has an open referral to it: creating another would be refused.
    };
    struct Contents
    {
        QList<Entry> entries;
        QString timeZone;
        ContactWindow window;
    };

    static Result<Contents> read(LocalStore& store, const ClientId& client);
    void take(const Result<Contents>& contents);
    void storeOrder();
    void follow(const Result<void>& done, int edit);
    void settle(State state, const QString& trouble = {});
    [[nodiscard]] QString followUpDay(int row) const;

    Services m_services;
    std::optional<ClientId> m_client;
    State m_state = State::NoClient;
    QString m_trouble;
    Contents m_contents;
    QList<QDateTime> m_days;
    struct Removed
    {
        ClientId client;
        BasketItemId item;
        int row = 0;
    };
    std::optional<Removed> m_removed;
    int m_edit = 0; ///< Raised by each own change: answers to older questions are out of date.
};

} // namespace handrail::ui
