// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/clock.h"
#include "core/protocol/wire.h"

#include <QAbstractListModel>

namespace handrail::ui {

/// A link on a client's printed sheet, with the words that the store has for it.
struct PrintedLinkRow
{
    protocol::PrintedLink link;
    QStringList siteNames; ///< Of those referrals that this desk has.
    QString madeBy;
};

/// The links of a client's printed sheets: what is on each, who printed it when, and until when it works.
class PrintedLinksModel : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit PrintedLinksModel(const Clock& clock, QObject* parent = nullptr);
    void show(const QList<PrintedLinkRow>& rows);
    [[nodiscard]] const PrintedLinkRow* row(int number) const;
    /// Whether the link opens its page now.
    [[nodiscard]] bool works(const PrintedLinkRow& row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    [[nodiscard]] QString about(const PrintedLinkRow& row) const;

    const Clock& m_clock;
    QList<PrintedLinkRow> m_rows;
};

} // namespace handrail::ui
