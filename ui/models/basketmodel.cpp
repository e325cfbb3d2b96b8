// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/basketmodel.h"

#include "core/casework/baskets.h"
#include "core/domain/shareplan.h"
#include "ui/models/sitelistmodel.h"
#include "ui/views/carddelegate.h"
#include "ui/words.h"

#include <QMimeData>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

BasketModel::BasketModel(Services services, QObject* parent)
    : QAbstractListModel(parent)
    , m_services(services)
{
}

void BasketModel::setClient(const std::optional<ClientId>& client)
{
    m_client = client;
    m_removed.reset();
    ++m_edit;
    beginResetModel();
    m_contents = {};
    m_days.clear();
    endResetModel();
    settle(client ? State::Loading : State::NoClient);
    refresh();
}

void BasketModel::refresh()
{
    if (!m_client) {
        return;
    }
    askStore(
        m_services.store, this, [client = *m_client](LocalStore& store) { return read(store, client); },
        [this, edit = m_edit](const Result<Contents>& contents) {
            if (edit == m_edit) {
                take(contents);
            }
        });
}

Result<BasketModel::Contents> BasketModel::read(LocalStore& store, const ClientId& id)
{
    const auto items = store.baskets().basket(id);
    if (!items.ok()) {
        return items.error();
    }
    QList<ResourceSiteId> ids;
    for (const BasketItem& item : *items) {
        ids.append(item.siteId);
    }
    const auto sites = store.directory().sites(ids);
    const auto client = store.clients().client(id);
    const auto agency = store.agencies().agency();
    for (const Error* error : {sites.ok() ? nullptr : &sites.error(), client.ok() ? nullptr : &client.error(),
                               agency.ok() ? nullptr : &agency.error()}) {
        if (error) {
            return *error;
        }
    }
    Contents contents;
    contents.timeZone = *client ? (**client).timeZone : QString();
    contents.window = *agency ? (**agency).window : ContactWindow();
    for (const BasketItem& item : *items) {
        const auto site =
            std::find_if(sites->begin(), sites->end(), [&](const ResourceSite& s) { return s.id == item.siteId; });
        const bool known = site != sites->end();
        const auto open = store.referrals().openReferrals(id, item.siteId);
        if (!open.ok()) {
            return open.error();
        }
        contents.entries.append({item, known ? site->displayName() : tr("A resource that left the directory"),
                                 known ? site->addressLine() : QString(), !open->isEmpty()});
    }
    return contents;
}

void BasketModel::take(const Result<Contents>& contents)
{
    if (!contents.ok()) {
        settle(State::Failed, contents.error().sentence);
        return;
    }
    const auto same = [](const Entry& a, const Entry& b) { return a.item.id == b.item.id; };
    const bool sameRows = std::equal(contents->entries.begin(), contents->entries.end(), m_contents.entries.begin(),
                                     m_contents.entries.end(), same);
    if (!sameRows) {
        beginResetModel();
    }
    m_contents = *contents;
    m_days = followUpDays(m_services.clock.now(), int(m_contents.entries.size()), zoneOf(m_contents.timeZone),
                          m_contents.window);
    if (!sameRows) {
        endResetModel();
    } else if (rowCount() > 0) {
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    }
    settle(State::Ready);
}

void BasketModel::settle(State state, const QString& trouble)
{
    m_state = state;
    m_trouble = trouble;
    Q_EMIT answered();
}

QList<ResourceSiteId> BasketModel::sites() const
{
    QList<ResourceSiteId> ids;
    for (const Entry& entry : m_contents.entries) {
        ids.append(entry.item.siteId);
    }
    return ids;
}

bool BasketModel::moveBy(int row, int by)
{
    const int to = row + by;
    if (row < 0 || row >= rowCount() || to < 0 || to >= rowCount()) {
        return false;
    }
    return moveRows({}, row, 1, {}, by > 0 ? to + 1 : to);
}

bool BasketModel::moveRows(const QModelIndex& from, int row, int count, const QModelIndex& to, int before)
{
    if (count != 1 || row < 0 || row >= rowCount() || before < 0 || before > rowCount() ||
        !beginMoveRows(from, row, row, to, before)) {
        return false;
    }
    m_contents.entries.move(row, before > row ? before - 1 : before);
    endMoveRows();
    // The days stay in place: it is the resources that moved past them.
    Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    storeOrder();
    return true;
}

void BasketModel::storeOrder()
{
    QList<BasketItemId> order;
    for (const Entry& entry : std::as_const(m_contents.entries)) {
        order.append(entry.item.id);
    }
    const int edit = ++m_edit;
    atDesk(
        m_services, this,
        [client = *m_client, order](casework::Desk& desk) { return casework::orderBasket(desk, client, order); },
        [this, edit](const Result<void>& done) { follow(done, edit); });
}

/// After an own change: what went wrong, and the store's word.
void BasketModel::follow(const Result<void>& done, int edit)
{
    if (!done.ok()) {
        Q_EMIT failed(done.error().sentence);
    }
    m_services.agent.lookNow();
    if (edit == m_edit) {
        refresh();
    }
}

void BasketModel::removeAt(int row)
{
    if (row < 0 || row >= rowCount()) {
        return;
    }
    const BasketItemId item = m_contents.entries.at(row).item.id;
    beginRemoveRows({}, row, row);
    m_contents.entries.removeAt(row);
    endRemoveRows();
    const int edit = ++m_edit;
    settle(State::Ready);
    m_removed = Removed{*m_client, item, row};
    atDesk(
        m_services, this, [item](casework::Desk& desk) { return casework::removeFromBasket(desk, item); },
        [this, edit](const Result<void>& done) { follow(done, edit); });
}

bool BasketModel::undoRemove()
{
    if (!m_removed) {
        return false;
    }
    const Removed removed = *std::exchange(m_removed, std::nullopt);
    const int edit = ++m_edit;
    atDesk(
        m_services, this,
        [removed](casework::Desk& desk) {
            return casework::restoreToBasket(desk, removed.client, removed.item, removed.row);
        },
        [this, edit](const Result<void>& done) { follow(done, edit); });
    return true;
}

QString BasketModel::nameAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_contents.entries.at(row).name : QString();
}

QStringList BasketModel::mimeTypes() const
{
    return QAbstractListModel::mimeTypes() << siteMimeType;
}

bool BasketModel::canDropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                                  const QModelIndex& parent) const
{
    if (data->hasFormat(siteMimeType)) {
        return m_client.has_value();
    }
    return QAbstractListModel::canDropMimeData(data, action, row, column, parent);
}

bool BasketModel::dropMimeData(const QMimeData* data, Qt::DropAction, int row, int, const QModelIndex& parent)
{
    const QList<ResourceSiteId> dropped = sitesIn(data);
    if (dropped.isEmpty() || !m_client) {
        return false;
    }
    const int place = row >= 0 ? row : parent.isValid() ? parent.row() : rowCount();
    const int edit = ++m_edit;
    atDesk(
        m_services, this,
        [client = *m_client, dropped, place](casework::Desk& desk) -> Result<void> {
            for (int i = 0; i < dropped.size(); ++i) {
                if (const auto added = casework::insertIntoBasket(desk, client, dropped.at(i), place + i); !added) {
                    return added;
                }
            }
            return {};
        },
        [this, edit](const Result<void>& done) { follow(done, edit); });
    return false; // nothing is to be removed where it came from
}

int BasketModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_contents.entries.size());
}

QString BasketModel::followUpDay(int row) const
{
    return row < m_days.size() ? dayInWords(m_days.at(row), zoneOf(m_contents.timeZone)) : QString();
}

QVariant BasketModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Entry& entry = m_contents.entries.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return oneLine(entry.name);
    case SubtitleRole:
        return entry.address;
    case WarningRole:
        return entry.alreadyReferred ? tr("Has an open referral to it already") : QString();
    case ThirdLineRole:
        return tr("Asked on %1").arg(followUpDay(index.row()));
    case Qt::AccessibleDescriptionRole:
        return entry.alreadyReferred
                   ? tr("Asked on %1. Has an open referral to it already").arg(followUpDay(index.row()))
                   : tr("Asked on %1").arg(followUpDay(index.row()));
    case KeyRole:
        return entry.item.id.uuid();
    default:
        return {};
    }
}

Qt::ItemFlags BasketModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags usual = QAbstractListModel::flags(index);
    return index.isValid() ? usual | Qt::ItemIsDragEnabled : usual | Qt::ItemIsDropEnabled;
}

} // namespace handrail::ui
