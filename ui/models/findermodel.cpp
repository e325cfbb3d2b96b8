// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/findermodel.h"

#include "ui/phonemask.h"
#include "ui/words.h"

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

namespace {

constexpr Page firstFew{0, 5};

QString iconOf(Found::Kind kind)
{
    switch (kind) {
    case Found::Kind::Client:
        return u"person"_s;
    case Found::Kind::Referral:
        return u"referral"_s;
    case Found::Kind::Site:
        return u"place"_s;
    case Found::Kind::Command:
        return u"go"_s;
    }
    return {};
}

/// An error of one kind of list must not hide the hits of the others: the list itself says what is wrong.
QList<Found> search(LocalStore& store, const PhoneNumbers& phones, const QString& text)
{
    QList<Found> all;
    if (text.trimmed().isEmpty()) {
        return all;
    }
    const auto agency = store.agencies().agency();
    const QString region = agency.ok() && *agency ? (**agency).phoneRegion : u"US"_s;
    if (const auto clients = store.clients().find(text, firstFew); clients.ok()) {
        for (const ClientRow& row : *clients) {
            all.append({Found::Kind::Client, row.id.uuid(), QString(row.givenName + u' ' + row.familyName).trimmed(),
                        row.phone.isEmpty() ? row.email : phoneInList(row.phone, phones, region), FinderModel::tr("Client"), {}});
        }
    }
    if (const auto referrals = store.referrals().find({.text = text}, firstFew); referrals.ok()) {
        for (const ReferralRow& row : *referrals) {
            all.append({Found::Kind::Referral, row.referral.id.uuid(), row.clientName, row.siteName,
                        statusInWords(row.referral.status), {}});
        }
    }
    if (const auto sites = store.directory().find(text, firstFew); sites.ok()) {
        for (const SiteRow& row : *sites) {
            all.append({Found::Kind::Site, row.id.uuid(), row.serviceName,
                        row.city.isEmpty() ? row.organizationName : u"%1 · %2"_s.arg(row.organizationName, row.city),
                        FinderModel::tr("Resource site"), {}});
        }
    }
    return all;
}

} // namespace

FinderModel::FinderModel(StoreRunner& store, const PhoneNumbers& phones, const QList<QAction*>& commands,
                         QObject* parent)
    : QAbstractListModel(parent)
    , m_store(store)
    , m_phones(phones)
{
    for (QAction* command : commands) {
        m_commands.append(command);
    }
}

int FinderModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant FinderModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Found& row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return oneLine(row.title);
    case SubtitleRole:
        return oneLine(row.subtitle);
    case Qt::AccessibleTextRole:
        return u"%1, %2"_s.arg(oneLine(row.title), row.aside);
    case Qt::AccessibleDescriptionRole:
        return oneLine(row.subtitle);
    case AsideRole:
        return row.aside;
    case IconRole:
        return iconOf(row.kind);
    case KeyRole:
        return row.key;
    default:
        return {};
    }
}

const Found* FinderModel::found(int row) const
{
    return row >= 0 && row < m_rows.size() ? &m_rows.at(row) : nullptr;
}

void FinderModel::ask(const QString& text)
{
    constexpr qsizetype longest = 200;
    m_wanted = text.left(longest);
    if (m_asking) {
        m_askAgain = true;
    } else {
        start();
    }
}

void FinderModel::start()
{
    m_asking = true;
    askStore(
        m_store, this, [&phones = m_phones, text = m_wanted](LocalStore& store) { return search(store, phones, text); },
        [this, text = m_wanted](const QList<Found>& records) { take(text, records); });
}

void FinderModel::take(const QString& text, QList<Found> records)
{
    m_asking = false;
    if (m_askAgain) {
        m_askAgain = false;
        start();
        return;
    }
    beginResetModel();
    m_rows = std::move(records) + commandsFor(text);
    endResetModel();
    Q_EMIT answered();
}

QList<Found> FinderModel::commandsFor(const QString& text) const
{
    QList<Found> all;
    const QStringList words = text.toCaseFolded().split(u' ', Qt::SkipEmptyParts);
    for (const QPointer<QAction>& command : m_commands) {
        if (!command || !command->isEnabled() || !command->isVisible()) {
            continue;
        }
        const QString name = QString(command->text()).remove(u'&');
        const QString hay = name.toCaseFolded();
        if (std::ranges::all_of(words, [&](const QString& word) { return hay.contains(word); })) {
            all.append({Found::Kind::Command, {}, name, command->toolTip() == name ? QString() : command->toolTip(),
                        command->shortcut().toString(QKeySequence::NativeText), command});
        }
    }
    return all;
}

} // namespace handrail::ui
