// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dock/basketdock.h"

#include "ui/models/sitelistmodel.h"
#include "ui/theme.h"
#include "ui/views/carddelegate.h"
#include "ui/views/flowlayout.h"
#include "ui/views/searchlist.h"
#include "ui/words.h"

#include <QBoxLayout>
#include <QCloseEvent>
#include <QListView>
#include <QMainWindow>
#include <QMenu>
#include <QShortcut>
#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

namespace {

QPushButton* smallButton(const QString& name, const QString& label, const QString& iconName)
{
    QPushButton* button = makeButton(name, {}, ButtonKind::Quiet, iconName);
    button->setAccessibleName(label);
    button->setToolTip(label);
    return button;
}

} // namespace

BasketDock::BasketDock(Services services, ChosenClient& chosen, QWidget* parent)
    : QDockWidget(parent)
    , m_chosen(chosen)
    , m_model(new BasketModel(services, this))
    , m_list(new QListView)
    , m_title(makeLabel(tr("Basket"), u"heading"_s))
    , m_client(makeLabel({}, u"muted"_s))
    , m_explain(makeLabel(tr("The order decides the day of each follow-up. Drag rows, or press Alt+Up and Alt+Down."),
                          u"muted"_s, true))
    , m_notice(new Notice(u"basketNotice"_s))
{
    setObjectName(u"basketDock"_s);
    setWindowTitle(tr("Basket"));
    setAccessibleName(tr("Basket"));
    setAllowedAreas(Qt::LeftDockWidgetArea | Qt::RightDockWidgetArea);
    setTitleBarWidget(makeTitle());
    setWidget(makeContent());
    connectAll();
    setUpKeys();
    showState();
    hide();
}

QWidget* BasketDock::makeTitle()
{
    m_title->setObjectName(u"basketTitle"_s);
    m_pin = smallButton(u"basketPin"_s, tr("Keep the Basket on Every Page"), u"pin"_s);
    m_pin->setCheckable(true);
    m_pin->setProperty("chip", true);
    m_floating = smallButton(u"basketFloat"_s, tr("Basket as a Window of Its Own"), u"open"_s);
    auto* close = smallButton(u"basketHide"_s, tr("Hide the Basket (Ctrl+B)"), u"remove"_s);
    auto* title = new QWidget;
    title->setObjectName(u"basketDockTitle"_s);
    title->setAttribute(Qt::WA_StyledBackground);
    auto* row = new QHBoxLayout(title);
    row->setContentsMargins(16, 8, 8, 8);
    row->setSpacing(0);
    auto* lines = new QVBoxLayout;
    lines->setSpacing(0);
    lines->addWidget(m_title);
    lines->addWidget(m_client);
    m_client->hide();
    row->addLayout(lines, 1);
    row->addWidget(m_pin);
    row->addWidget(m_floating);
    row->addWidget(close);
    connect(m_pin, &QPushButton::toggled, this, [this](bool on) {
        m_pinned = on;
        apply();
        Q_EMIT placeChanged();
    });
    connect(m_floating, &QPushButton::clicked, this, [this] { setFloating(!isFloating()); });
    connect(close, &QPushButton::clicked, this, &QWidget::close);
    return title;
}

QWidget* BasketDock::makeContent()
{
    identify(m_list, u"basketList"_s, tr("Basket"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new CardDelegate(true, m_list));
    m_list->setDragDropMode(QAbstractItemView::DragDrop);
    m_list->setDefaultDropAction(Qt::MoveAction);
    m_list->setDragDropOverwriteMode(false);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);

    m_up = smallButton(u"moveUp"_s, tr("Move Up"), u"up"_s);
    m_down = smallButton(u"moveDown"_s, tr("Move Down"), u"down"_s);
    m_remove = smallButton(u"removeFromBasket"_s, tr("Remove"), u"remove"_s);
    m_print = makeButton(u"printBasket"_s, tr("Printed Sheet…"), ButtonKind::Plain, u"print"_s);
    m_print->setToolTip(tr("For a client without a phone"));
    m_create = makeButton(u"createReferrals"_s, tr("Create Referrals"), ButtonKind::Primary, u"referral"_s);
    auto* tools = new FlowLayout(4);
    for (QPushButton* button : {m_up, m_down, m_remove}) {
        tools->addWidget(button);
    }
    tools->addFilling(m_print);

    auto* filled = new QWidget;
    auto* filledColumn = new QVBoxLayout(filled);
    filledColumn->setContentsMargins(0, 0, 0, 0);
    filledColumn->setSpacing(8);
    filledColumn->addWidget(m_explain);
    filledColumn->addWidget(m_list, 1);
    filledColumn->addLayout(tools);
    filledColumn->addWidget(m_create);
    m_states = new StatePane(filled, u"basket"_s);
    auto* content = new QWidget;
    content->setObjectName(u"basketContent"_s);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(12, 8, 12, 12);
    column->setSpacing(8);
    column->addWidget(m_notice);
    column->addWidget(m_states, 1);
    content->setMinimumWidth(content->fontMetrics().averageCharWidth() * 30);
    content->setFocusProxy(m_list);
    return content;
}

void BasketDock::connectAll()
{
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(+1); });
    connect(m_remove, &QPushButton::clicked, this, &BasketDock::remove);
    connect(m_print, &QPushButton::clicked, this, [this] { Q_EMIT printSheet(m_model->sites()); });
    connect(m_create, &QPushButton::clicked, this, [this] { Q_EMIT createReferrals(m_model->sites()); });
    connect(m_notice, &Notice::acted, this, &BasketDock::undo);
    connect(m_states, &StatePane::acted, this, [this] {
        if (m_model->state() == BasketModel::State::Failed) {
            m_model->refresh();
        } else if (m_chosen.id()) {
            Q_EMIT findResources();
        } else {
            Q_EMIT chooseClient();
        }
    });
    connect(m_list, &QWidget::customContextMenuRequested, this, [this](const QPoint& at) {
        if (!m_list->indexAt(at).isValid()) {
            return;
        }
        auto* menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        for (QPushButton* button : {m_up, m_down, m_remove}) {
            QAction* action = menu->addAction(button->accessibleName());
            action->setEnabled(button->isEnabled());
            connect(action, &QAction::triggered, button, &QPushButton::click);
        }
        menu->popup(m_list->viewport()->mapToGlobal(at));
    });
    connect(m_model, &BasketModel::answered, this, &BasketDock::showState);
    connect(m_model, &BasketModel::failed, this,
            [this](const QString& sentence) { m_notice->say(Notice::Tone::Bad, sentence); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &BasketDock::enableButtons);
    followSelection(m_list);
    connect(&m_chosen, &ChosenClient::changed, this, [this] {
        m_notice->hide();
        m_model->setClient(m_chosen.id());
    });
    connect(this, &QDockWidget::topLevelChanged, this, &BasketDock::placeChanged);
}

void BasketDock::setUpKeys()
{
    const auto add = [this](const QKeySequence& keys, auto action) {
        auto* shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, action);
    };
    add(QKeySequence(Qt::ALT | Qt::Key_Up), [this] { move(-1); });
    add(QKeySequence(Qt::ALT | Qt::Key_Down), [this] { move(+1); });
    add(QKeySequence(Qt::Key_Delete), [this] { remove(); });
    add(QKeySequence::Undo, [this] { undo(); });
    add(QKeySequence(Qt::Key_Escape), [this] {
        if (m_over) {
            close();
        }
    });
}

void BasketDock::refresh()
{
    m_model->refresh();
}

void BasketDock::setClientName(const QString& name)
{
    // Not in the window's title, which task bars and other programs read.
    m_title->setAccessibleName(name.isEmpty() ? tr("Basket") : tr("Basket of %1").arg(oneLine(name)));
    m_client->setText(oneLine(name));
    m_client->setToolTip(oneLine(name).toHtmlEscaped());
    m_client->setVisible(!name.isEmpty());
}

void BasketDock::followPage(bool isDirectory)
{
    m_isDirectory = isDirectory;
    showState();
    if (m_over) {
        close();
    }
    apply();
}

bool BasketDock::isNarrow() const
{
    constexpr int roomBeside = 900; // of the window, at 100 % text
    return parentWidget() && parentWidget()->width() < scaled(roomBeside);
}

/// At the window's right edge, from the header to the bottom.
void BasketDock::showOver()
{
    const auto* window = qobject_cast<QMainWindow*>(parentWidget());
    const QWidget* under = window && window->centralWidget() ? window->centralWidget() : parentWidget();
    setFloating(true);
    const QSize size(std::min(minimumSizeHint().expandedTo({scaled(300), 0}).width(), under->width()), under->height());
    const int left = layoutDirection() == Qt::RightToLeft ? 0 : under->width() - size.width();
    setGeometry(QRect(under->mapToGlobal(QPoint(left, 0)), size));
    m_over = true;
    m_pin->hide();
    m_floating->hide();
    show();
    raise();
    activateWindow();
}

void BasketDock::apply()
{
    if (!m_over && !isFloating() && isNarrow()) {
        hide();
        return;
    }
    setVisible(m_isDirectory ? m_wanted : m_pinned || isFloating());
}

void BasketDock::restore(bool pinned, bool wantedOnDirectory)
{
    m_wanted = wantedOnDirectory;
    m_pinned = pinned;
    const QSignalBlocker quiet(m_pin);
    m_pin->setChecked(pinned);
    apply();
}

void BasketDock::setShown(bool shown)
{
    if (!shown) {
        close();
        return;
    }
    if (isNarrow() && !isFloating()) {
        showOver();
        return;
    }
    if (m_isDirectory) {
        m_wanted = true;
    } else {
        m_pin->setChecked(true);
    }
    apply();
    raise();
    Q_EMIT placeChanged();
}

void BasketDock::open()
{
    setShown(true);
    (m_model->rowCount() > 0 ? static_cast<QWidget*>(m_list) : m_states)->setFocus(Qt::ShortcutFocusReason);
}

void BasketDock::toggle()
{
    const QWidget* focused = window()->focusWidget();
    if (isVisible() && focused && isAncestorOf(focused)) {
        close();
    } else {
        open();
    }
}

/// Closing means «not here»: on the page Directory it stays away, on the others it is let go.
void BasketDock::closeEvent(QCloseEvent* event)
{
    if (std::exchange(m_over, false)) {
        // It lay over the page for a moment; where it stands when there is room is another matter.
        hide(); // first, since the window would grow for it
        setFloating(false);
        m_pin->show();
        m_floating->show();
        event->accept();
        return;
    }
    if (m_isDirectory) {
        m_wanted = false;
    }
    if (isFloating()) {
        setFloating(false);
    }
    if (!m_isDirectory) {
        m_pin->setChecked(false);
    }
    event->accept();
    Q_EMIT placeChanged();
}

void BasketDock::showState()
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
                                  tr("Press Enter on a resource of the directory, or drag it here."),
                                  m_isDirectory ? QString() : tr("Find Resources"));
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

void BasketDock::enableButtons()
{
    const int row = m_list->currentIndex().row();
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row + 1 < m_model->rowCount());
    m_remove->setEnabled(row >= 0);
    m_create->setEnabled(m_model->rowCount() > 0);
    m_print->setEnabled(m_model->rowCount() > 0);
}

void BasketDock::move(int by)
{
    if (m_model->moveBy(m_list->currentIndex().row(), by)) {
        m_list->scrollTo(m_list->currentIndex());
        enableButtons();
    }
}

void BasketDock::remove()
{
    const int row = m_list->currentIndex().row();
    if (row < 0) {
        return;
    }
    const QString name = oneLine(m_model->nameAt(row));
    m_model->removeAt(row);
    m_notice->offer(Notice::Tone::Info, tr("%1 was removed.").arg(name), tr("Undo"));
}

void BasketDock::undo()
{
    if (m_model->undoRemove()) {
        m_notice->hide();
        m_list->setFocus(Qt::OtherFocusReason);
    }
}

} // namespace handrail::ui
