// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/clock.h"
#include "ui/adminservices.h"
#include "ui/models/pagedmodel.h"

#include <QHash>

namespace handrail::ui {

/// Which entries of the audit are shown.
struct AuditFilter
{
    QDateTime from; ///< UTC; null: from the first on.
    QString who;    ///< A user's id, or "command" ...; empty: anybody.
    friend bool operator==(const AuditFilter&, const AuditFilter&) = default;
};

/// Who did what, newest first, page by page as the view asks.
class AuditModel : public PagedModelBase
{
    Q_OBJECT

public:
    AuditModel(AdminServices* admin, const Clock& clock, QObject* parent = nullptr);
    void refresh() override;
    void setFilter(const AuditFilter& filter);
    /// So that entries say names: people by id.
    void setNames(const QHash<QString, QString>& names);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : 1; }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;
    [[nodiscard]] int rowOf(const QUuid& key) const override;

    [[nodiscard]] QString whoInWords(const QString& who) const;
    /// The question for the page after `before` (0: the first), for the server.
    [[nodiscard]] static QString queryFor(const AuditFilter& filter, qint64 before, int limit);
    /// The cells of an entry in a spreadsheet.
    [[nodiscard]] QStringList exported(const protocol::AuditItem& item) const;

private:
    void ask(qint64 before);

    AdminServices* m_admin;
    const Clock& m_clock;
    AuditFilter m_filter;
    QHash<QString, QString> m_names;
    QList<protocol::AuditItem> m_items;
    bool m_more = false;
    bool m_asking = false;
    int m_question = 0;
};

/// "Signed in", "Client erased" ...; a word that this program does not know comes back as it is.
QString auditInWords(const QString& what);

} // namespace handrail::ui
