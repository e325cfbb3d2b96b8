// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/rowselection.h"

#include <QTableView>
#include <algorithm>

namespace handrail::ui {

namespace {

constexpr int pageSize = 1000; // the most that a store gives at once

/// The ids at those places (in rising order), page by page.
Result<QList<ReferralId>> idsAt(LocalStore& store, const ReferralQuery& query, const QList<int>& rows)
{
    QList<ReferralId> ids;
    for (qsizetype i = 0; i < rows.size();) {
        const int first = rows[i];
        const auto page = store.referrals().find(query, {first, pageSize});
        if (!page.ok()) {
            return page.error();
        }
        for (; i < rows.size() && rows[i] - first < pageSize; ++i) {
            if (rows[i] - first < page->size()) {
                ids.append(page->at(rows[i] - first).referral.id);
            }
        }
    }
    return ids;
}

} // namespace

RowSelection::RowSelection(QTableView* view, ReferralTableModel* model, Services services)
    : QObject(view)
    , m_view(view)
    , m_model(model)
    , m_services(services)
{
    connect(view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &RowSelection::follow);
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, [this] { m_quiet = true; });
    connect(model, &PagedModelBase::answered, this, &RowSelection::restore);
}

void RowSelection::clear()
{
    m_view->clearSelection();
    follow();
}

void RowSelection::follow()
{
    if (m_quiet) {
        return;
    }
    QList<int> rows;
    for (const QItemSelectionRange& range : m_view->selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            rows.append(row);
        }
    }
    std::ranges::sort(rows);
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    QList<int> missing;
    m_ids.clear();
    for (const int row : std::as_const(rows)) {
        if (const ReferralRow* known = m_model->row(row)) {
            m_ids.append(known->referral.id);
        } else {
            missing.append(row);
        }
    }
    ++m_question;
    m_reading = !missing.isEmpty();
    if (m_reading) {
        readRest(missing);
    }
    Q_EMIT changed();
}

void RowSelection::readRest(const QList<int>& missing)
{
    askStore(
        m_services.store, this,
        [query = m_model->query(), missing](LocalStore& store) { return idsAt(store, query, missing); },
        [this, question = m_question](const Result<QList<ReferralId>>& ids) {
            if (question != m_question) {
                return;
            }
            m_reading = false;
            for (const ReferralId& id : ids.ok() ? *ids : QList<ReferralId>()) {
                if (!m_ids.contains(id)) {
                    m_ids.append(id);
                }
            }
            Q_EMIT changed();
        });
}

/// Shows again what is chosen, as far as its rows are here.
void RowSelection::restore()
{
    if (!std::exchange(m_quiet, false) || m_ids.size() < 2) {
        return;
    }
    m_quiet = true;
    QItemSelection all;
    for (const ReferralId& id : std::as_const(m_ids)) {
        if (const int row = m_model->rowOf(id.uuid()); row >= 0) {
            all.select(m_model->index(row, 0), m_model->index(row, m_model->columnCount() - 1));
        }
    }
    m_view->selectionModel()->select(all, QItemSelectionModel::ClearAndSelect);
    m_quiet = false;
}

} // namespace handrail::ui
