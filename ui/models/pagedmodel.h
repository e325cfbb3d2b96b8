// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/storerunner.h"
#include "core/ports/unwanted.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QSet>

namespace handrail::ui {

/// What our delegates and lists ask for beside Qt's own roles.
enum Role {
    SubtitleRole = Qt::UserRole + 1, ///< The second, quieter line.
    AsideRole,                       ///< Right-aligned, short.
    IconRole,                        ///< Name of an icon in resources/icons.
    KeyRole,                         ///< QUuid of what the row shows.
    StatusRole,                      ///< int(ReferralStatus), drawn as a pill.
    NewRole,                         ///< True where nobody has seen it here yet: a dot and a bolder title.
};

/// A long list of the store shown without holding it: rows come page by page, on the store's thread, as the view asks.
/// While an answer is under way the old rows stay, so nothing flickers as a person types.
class PagedModelBase : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class State { Loading, Ready, Failed };

    using QAbstractTableModel::QAbstractTableModel;
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const QString& trouble() const { return m_trouble; }
    /// Asks again, keeping the place; for when the store has changed.
    virtual void refresh() = 0;
    /// The row of `key` among the rows loaded so far, or -1.
    [[nodiscard]] virtual int rowOf(const QUuid& key) const = 0;

Q_SIGNALS:
    /// An answer (or an error) has arrived and the model shows it.
    void answered();

protected:
    void settle(State state, const QString& trouble = {})
    {
        m_state = state;
        m_trouble = trouble;
        Q_EMIT answered();
    }

private:
    State m_state = State::Loading;
    QString m_trouble;
};

template <typename Row>
class PagedModel : public PagedModelBase
{
public:
    using Find = std::function<Result<QList<Row>>(LocalStore&, Page)>;
    using Count = std::function<Result<int>(LocalStore&)>;

    PagedModel(StoreRunner& store, QObject* parent)
        : PagedModelBase(parent)
        , m_store(store)
    {
    }

    ~PagedModel() override { m_unwanted->store(true); }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : m_count; }
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : 1; }

    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
            return {};
        }
        const Row* found = row(index.row());
        if (!found) {
            const_cast<PagedModel*>(this)->fetch(index.row() / pageSize);
            return role == Qt::DisplayRole ? QVariant(QStringLiteral("…")) : QVariant();
        }
        return role == KeyRole ? QVariant(keyOf(*found)) : cell(*found, index.column(), role);
    }

    void refresh() override { ask(); }

    [[nodiscard]] int rowOf(const QUuid& key) const override
    {
        for (auto page = m_pages.cbegin(); page != m_pages.cend(); ++page) {
            for (qsizetype i = 0; i < page->size(); ++i) {
                if (keyOf(page->at(i)) == key) {
                    return page.key() * pageSize + int(i);
                }
            }
        }
        return -1;
    }

    /// The row's value where it is loaded already.
    [[nodiscard]] const Row* row(int number) const
    {
        const auto page = m_pages.constFind(number / pageSize);
        const int within = number % pageSize;
        return page == m_pages.constEnd() || within >= page->size() ? nullptr : &page->at(within);
    }

protected:
    [[nodiscard]] virtual QUuid keyOf(const Row& row) const = 0;
    [[nodiscard]] virtual QVariant cell(const Row& row, int column, int role) const = 0;

    /// Another question: what is shown gives way as soon as the answer is there.
    void setQuery(Find find, Count count)
    {
        m_find = std::move(find);
        m_countRows = std::move(count);
        ++m_question;
        m_unwanted->store(true); // whatever is asked now: the store may give it up
        m_unwanted = std::make_shared<std::atomic<bool>>(false);
        m_recent = {0};
        ask();
    }

private:
    static constexpr int pageSize = 100;
    static constexpr qsizetype pagesKept = 4;

    struct Answer
    {
        Result<int> count = 0;
        QHash<int, QList<Row>> pages;
    };

    /// One question at a time: while one is under way later ones wait as one, so that fast typing can't pile up work.
    void ask()
    {
        if (m_asking) {
            m_askAgain = true;
            return;
        }
        if (!m_find) {
            return;
        }
        m_asking = true;
        askStore(
            m_store, this,
            [find = m_find, count = m_countRows, pages = m_recent, unwanted = m_unwanted](LocalStore& store) {
                const MayGiveUp giveUp(*unwanted);
                return answer(store, find, count, pages);
            },
            [this, question = m_question](const Answer& found) {
                m_asking = false;
                if (m_askAgain) {
                    m_askAgain = false;
                    ask();
                }
                if (question == m_question) {
                    take(found);
                }
            });
    }

    /// The pages first: where one is not full it says how many rows there are, and nothing has to count them.
    static Answer answer(LocalStore& store, const Find& find, const Count& count, const QList<int>& pages)
    {
        Answer all;
        std::optional<int> known;
        for (const int page : pages) {
            if (MayGiveUp::now()) {
                return all;
            }
            Result<QList<Row>> rows = find(store, Page{page * pageSize, pageSize});
            if (!rows.ok()) {
                all.count = rows.error();
                return all;
            }
            const int size = int(rows->size());
            if (size < pageSize && (size > 0 || page == 0)) {
                known = page * pageSize + size;
            }
            if (size > 0 || page == 0) {
                all.pages.insert(page, std::move(rows).value());
            }
        }
        all.count = known ? Result<int>(*known) : MayGiveUp::now() ? Result<int>(0) : count(store);
        return all;
    }

    void take(const Answer& found)
    {
        m_fetching.clear();
        if (!found.count.ok()) {
            settle(State::Failed, found.count.error().sentence);
            return;
        }
        if (*found.count == m_count && sameKeys(found.pages)) {
            m_pages = found.pages;
            if (m_count > 0) {
                Q_EMIT dataChanged(index(0, 0), index(m_count - 1, columnCount() - 1));
            }
        } else {
            beginResetModel();
            m_count = *found.count;
            m_pages = found.pages;
            endResetModel();
        }
        settle(State::Ready);
    }

    [[nodiscard]] bool sameKeys(const QHash<int, QList<Row>>& pages) const
    {
        const auto same = [this](const Row& a, const Row& b) { return keyOf(a) == keyOf(b); };
        for (auto page = pages.cbegin(); page != pages.cend(); ++page) {
            const auto old = m_pages.constFind(page.key());
            if (old == m_pages.constEnd() ||
                !std::equal(page->cbegin(), page->cend(), old->cbegin(), old->cend(), same)) {
                return false;
            }
        }
        return true;
    }

    void fetch(int page)
    {
        if (m_fetching.contains(page) || m_pages.contains(page) || !m_find) {
            return;
        }
        m_fetching.insert(page);
        askStore(
            m_store, this,
            [find = m_find, page, unwanted = m_unwanted](LocalStore& store) {
                const MayGiveUp giveUp(*unwanted);
                return find(store, Page{page * pageSize, pageSize});
            },
            [this, page, question = m_question](const Result<QList<Row>>& rows) {
                m_fetching.remove(page);
                if (question == m_question && rows.ok()) {
                    keep(page, *rows);
                }
            });
    }

    void keep(int page, const QList<Row>& rows)
    {
        m_recent.removeAll(page);
        m_recent.append(page);
        while (m_recent.size() > pagesKept) {
            m_pages.remove(m_recent.takeFirst());
        }
        m_pages.insert(page, rows);
        const int first = page * pageSize;
        const int last = std::min(first + pageSize, m_count) - 1;
        if (first <= last) {
            Q_EMIT dataChanged(index(first, 0), index(last, columnCount() - 1));
        }
    }

    StoreRunner& m_store;
    Find m_find;
    Count m_countRows;
    int m_count = 0;
    int m_question = 0;
    std::shared_ptr<std::atomic<bool>> m_unwanted = std::make_shared<std::atomic<bool>>(false); ///< Of this question.
    bool m_asking = false;
    bool m_askAgain = false;
    QHash<int, QList<Row>> m_pages;
    QList<int> m_recent;
    QSet<int> m_fetching;
};

} // namespace handrail::ui
