// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/messagespage.h"

#include "ui/views/flowlayout.h"
#include "ui/views/outboxview.h"
#include "ui/views/triageview.h"
#include "ui/views/widgets.h"

#include <QBoxLayout>
#include <QStackedWidget>
#include <QTabBar>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

MessagesPage::MessagesPage(Services services, QWidget* parent)
    : QWidget(parent)
    , m_tabs(new QTabBar)
    , m_views(new QStackedWidget)
    , m_outbox(new OutboxView(services))
    , m_triage(new TriageView(services))
{
    setObjectName(u"messagesPage"_s);
    identify(m_tabs, u"messagesTabs"_s, tr("Messages"));
    m_tabs->addTab(tr("To Clients"));
    m_tabs->addTab(tr("From Clients"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_views->addWidget(m_outbox);
    m_views->addWidget(m_triage);
    auto* top = new FlowLayout(16);
    top->addWidget(makeLabel(tr("Messages"), u"title"_s));
    top->addFilling(m_tabs);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 16);
    column->setSpacing(16);
    column->addLayout(top);
    column->addWidget(m_views, 1);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) { goTo(Tab(tab)); });
    connect(m_outbox, &OutboxView::openReferral, this, &MessagesPage::openReferral);
    connect(m_triage, &TriageView::counted, this, [this](int waiting) {
        m_tabs->setTabText(Triage, waiting > 0 ? tr("From Clients (%1)").arg(waiting) : tr("From Clients"));
        Q_EMIT toReadCounted(waiting);
    });
    setFocusProxy(m_tabs);
}

void MessagesPage::goTo(Tab tab)
{
    m_tabs->setCurrentIndex(tab);
    m_views->setCurrentIndex(tab);
}

void MessagesPage::refresh()
{
    m_triage->refresh();
    if (isVisible()) {
        m_outbox->refresh();
    } else {
        m_stale = true;
    }
}

void MessagesPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (std::exchange(m_stale, false)) {
        m_outbox->refresh();
    }
}

void MessagesPage::setUser(const User& user, casework::Reach reach)
{
    m_outbox->setUser(user, reach);
    m_triage->setUser(user, reach);
}

void MessagesPage::showMessage(const MessageId& id)
{
    m_outbox->setShow(OutboxView::Show::All);
    m_outbox->showMessage(id);
    goTo(Outbox);
}

void MessagesPage::showToDecide()
{
    m_outbox->setShow(OutboxView::Show::ToDecide);
    goTo(Outbox);
}

void MessagesPage::showWaiting()
{
    m_outbox->setShow(OutboxView::Show::Waiting);
    goTo(Outbox);
}

void MessagesPage::showReplies()
{
    goTo(Triage);
}

void MessagesPage::showReply(const ReplyId& id)
{
    m_triage->showReply(id);
    goTo(Triage);
}

} // namespace handrail::ui
