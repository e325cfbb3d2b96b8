// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/finder.h"

#include "ui/views/searchlist.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

Finder::Finder(StoreRunner& store, const PhoneNumbers& phones, const QList<QAction*>& commands, QWidget* parent)
    : QDialog(parent)
    , m_model(new FinderModel(store, phones, commands, this))
    , m_field(new QLineEdit)
    , m_list(new QListView)
{
    setObjectName(u"finder"_s);
    setWindowTitle(tr("Find Anything"));
    setModal(true);
    identify(m_field, u"finderField"_s, tr("Find Anything"));
    m_field->setPlaceholderText(tr("A client, a referral, a resource, or what you want to do"));
    m_field->setClearButtonEnabled(true);
    m_field->installEventFilter(this);
    identify(m_list, u"finderList"_s, tr("Found"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new RowDelegate(RowDelegate::Lead::Icon, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFocusPolicy(Qt::NoFocus); // The keys stay in the field; arrows move the list.
    m_states = new StatePane(m_list, u"finder"_s);

    auto* column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->addWidget(m_field);
    column->addWidget(m_states, 1);
    column->addWidget(makeLabel(tr("↑ ↓ to choose, Enter to open, Esc to close"), u"muted"_s));
    const QFontMetrics metrics(font());
    resizeOnScreen(this, {620, 440});

    connect(m_field, &QLineEdit::textChanged, m_model, &FinderModel::ask);
    connect(m_model, &FinderModel::answered, this, &Finder::showAnswer);
    connect(m_list, &QListView::clicked, this, &Finder::open);
    // The focus stays in the field: what is chosen in the list is the field's description to a screen reader.
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
        m_field->setAccessibleDescription(index.data(Qt::AccessibleTextRole).toString());
    });
    m_model->ask({});
}

void Finder::showAnswer()
{
    if (m_model->rowCount() == 0) {
        m_states->showMessage(u"search"_s, tr("Nothing found"),
                              tr("Try fewer letters, a phone number, a city, or what you want to do."));
        return;
    }
    m_states->showContent();
    m_list->setCurrentIndex(m_model->index(0));
}

bool Finder::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        switch (key->key()) {
        case Qt::Key_Up:
        case Qt::Key_Down:
        case Qt::Key_PageUp:
        case Qt::Key_PageDown:
            QCoreApplication::sendEvent(m_list, event);
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            open(m_list->currentIndex());
            return true;
        default:
            break;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void Finder::open(const QModelIndex& index)
{
    const Found* chosen = m_model->found(index.row());
    if (!chosen) {
        return;
    }
    const Found found = *chosen;
    accept(); // First: what is opened may open a dialog of its own.
    switch (found.kind) {
    case Found::Kind::Client:
        Q_EMIT clientFound(ClientId(found.key));
        break;
    case Found::Kind::Referral:
        Q_EMIT referralFound(ReferralId(found.key));
        break;
    case Found::Kind::Site:
        Q_EMIT siteFound(ResourceSiteId(found.key));
        break;
    case Found::Kind::Command:
        if (found.command) {
            found.command->trigger();
        }
        break;
    }
}

} // namespace handrail::ui
