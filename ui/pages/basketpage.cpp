// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/basketpage.h"

#include "ui/views/searchlist.h"
#include "ui/words.h"

#include <QBoxLayout>
#include <QListView>
#include <QShortcut>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

BasketPage::BasketPage(Services services, ChosenClient& chosen, QWidget* parent)
    : QWidget(parent)
    , m_chosen(chosen)
    , m_model(new BasketModel(services, this))
    , m_list(new QListView)
    , m_title(makeLabel(tr("Basket"), u"title"_s, true))
    , m_explain(makeLabel(tr("The order decides the day of each follow-up. Drag rows, or press Alt+Up and Alt+Down."),
                          u"muted"_s, true))
    , m_notice(new Notice(u"basketNotice"_s))
    , m_up(makeButton(u"moveUp"_s, tr("Move Up"), ButtonKind::Plain, u"up"_s))
    , m_down(makeButton(u"moveDown"_s, tr("Move Down"), ButtonKind::Plain, u"down"_s))
    , m_remove(makeButton(u"removeFromBasket"_s, tr("Remove"), ButtonKind::Plain, u"remove"_s))
    , m_create(makeButton(u"createReferrals"_s, tr("Create Referrals"), ButtonKind::Primary, u"referral"_s))
{
    setObjectName(u"basketPage"_s);
    identify(m_list, u"basketList"_s, tr("Basket"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new RowDelegate(RowDelegate::Lead::Number, m_list));
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setDefaultDropAction(Qt::MoveAction);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);

    auto* buttons = new QVBoxLayout;
    buttons->setSpacing(8);
    for (QPushButton* button : {m_up, m_down, m_remove}) {
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    auto* middle = new QHBoxLayout;
    middle->setSpacing(16);
    middle->addWidget(m_list, 1);
    middle->addLayout(buttons);
    auto* bottom = new QHBoxLayout;
    bottom->addStretch(1);
    bottom->addWidget(m_create);
    auto* content = new QWidget;
    auto* contentColumn = new QVBoxLayout(content);
    contentColumn->setContentsMargins(0, 0, 0, 0);
    contentColumn->setSpacing(16);
    contentColumn->addLayout(middle, 1);
    contentColumn->addLayout(bottom);
    m_states = new StatePane(content, u"basket"_s);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 16);
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addWidget(m_explain);
    column->addWidget(m_notice);
    column->addSpacing(8);
    column->addWidget(m_states, 1);

    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(+1); });
    connect(m_remove, &QPushButton::clicked, this, [this] { m_model->removeAt(m_list->currentIndex().row()); });
    connect(m_create, &QPushButton::clicked, this, [this] { Q_EMIT createReferrals(m_model->sites()); });
    connect(m_states, &StatePane::acted, this, [this] {
        if (m_model->state() == BasketModel::State::Failed) {
            m_model->refresh();
        } else if (m_chosen.id()) {
            Q_EMIT findResources();
        } else {
            Q_EMIT chooseClient();
        }
    });
    for (const auto& [keys, by] : {std::pair{Qt::ALT | Qt::Key_Up, -1}, std::pair{Qt::ALT | Qt::Key_Down, +1}}) {
        auto* shortcut = new QShortcut(QKeySequence(keys), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, by = by] { move(by); });
    }
    auto* removeKey = new QShortcut(QKeySequence(Qt::Key_Delete), m_list);
    removeKey->setContext(Qt::WidgetShortcut);
    connect(removeKey, &QShortcut::activated, m_remove, &QPushButton::click);
    connect(m_model, &BasketModel::answered, this, &BasketPage::showState);
    connect(m_model, &BasketModel::failed, this,
            [this](const QString& sentence) { m_notice->say(Notice::Tone::Bad, sentence); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &BasketPage::enableButtons);
    connect(&m_chosen, &ChosenClient::changed, this, [this] { m_model->setClient(m_chosen.id()); });
    setFocusProxy(m_list);
    showState();
}

void BasketPage::refresh()
{
    m_model->refresh();
}

void BasketPage::setClientName(const QString& name)
{
    m_clientName = name;
    m_title->setText(name.isEmpty() ? tr("Basket") : tr("Basket of %1").arg(oneLine(name)));
}

void BasketPage::showState()
{
    m_explain->setVisible(m_model->rowCount() > 1);
    switch (m_model->state()) {
    case BasketModel::State::NoClient:
        m_states->showMessage(u"clients"_s, tr("Choose a client first"),
                              tr("A basket belongs to one client. Select whom you are working with."),
                              tr("Choose Client"));
        break;
    case BasketModel::State::Loading:
        m_states->showMessage(u"basket"_s, tr("Loading…"), {});
        break;
    case BasketModel::State::Failed:
        m_states->showMessage(u"warning"_s, tr("The basket can’t be read"), m_model->trouble(), tr("Try Again"));
        break;
    case BasketModel::State::Ready:
        if (m_model->rowCount() == 0) {
            m_states->showMessage(u"basket"_s, tr("The basket is empty"),
                                  tr("Find resources in the directory and press «Add to Basket»."),
                                  tr("Find Resources"));
        } else {
            m_states->showContent();
            if (!m_list->currentIndex().isValid()) {
                m_list->setCurrentIndex(m_model->index(0));
            }
        }
        break;
    }
    enableButtons();
}

void BasketPage::enableButtons()
{
    const int row = m_list->currentIndex().row();
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row + 1 < m_model->rowCount());
    m_remove->setEnabled(row >= 0);
    m_create->setEnabled(m_model->rowCount() > 0);
}

void BasketPage::move(int by)
{
    if (m_model->moveBy(m_list->currentIndex().row(), by)) {
        m_list->scrollTo(m_list->currentIndex());
        enableButtons();
    }
}

} // namespace handrail::ui
