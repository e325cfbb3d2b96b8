// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/clock.h"
#include "core/ports/statisticsstore.h"
#include "ui/models/activitylistmodel.h"

namespace handrail::ui {

/// The list behind a number, latest first.
class FigureModel : public PagedModel<FigureRow>
{
    Q_DECLARE_TR_FUNCTIONS(FigureModel)

public:
    enum Column { When, Client, Site, Worker, What, ColumnCount };

    FigureModel(StoreRunner& store, const Clock& clock, QObject* parent = nullptr);
    void show(const Figure& figure);

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// «Texts: No - Sent», «Refused: the number can't get texts»: what the entry is about.
    [[nodiscard]] static QString whatInWords(const FigureRow& row);
    [[nodiscard]] static QStringList header();
    [[nodiscard]] static QString text(const FigureRow& row, int column, const QDateTime& now);

protected:
    [[nodiscard]] QUuid keyOf(const FigureRow& row) const override { return row.key; }
    [[nodiscard]] QVariant cell(const FigureRow& row, int column, int role) const override;

private:
    const Clock& m_clock;
};

/// The entries of Recent Activity behind a number, as sentences.
class FigureActivityModel : public ActivityListModel
{
public:
    using ActivityListModel::ActivityListModel;
    void show(const Figure& figure);
};

} // namespace handrail::ui
