// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/outboxview.h"

#include "core/casework/messages.h"
#include "core/domain/reasons.h"
#include "ui/draftkeeper.h"
#include "core/domain/sendgate.h"
#include "ui/messagewords.h"
#include "ui/theme.h"
#include "ui/views/columnfit.h"
#include "ui/views/flowlayout.h"
#include "ui/views/messagedetails.h"
#include "ui/views/messagestatedelegate.h"
#include "ui/views/reachbox.h"
#include "ui/views/searchlist.h"
#include "ui/views/widgets.h"
#include "ui/words.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QInputDialog>
#include <QLineEdit>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

namespace {

using Show = OutboxView::Show;

QList<MessageState> statesOf(Show show)
{
    switch (show) {
    case Show::All:
        return {};
    case Show::ToDecide:
        return {MessageState::Held, MessageState::Refused, MessageState::Expired};
    case Show::Waiting:
        return {MessageState::Waiting};
    case Show::OnItsWay:
        return {MessageState::Sending, MessageState::Unknown};
    case Show::Sent:
        return {MessageState::Sent};
    case Show::Delivered:
        return {MessageState::Delivered};
    case Show::Failed:
        return {MessageState::Refused};
    case Show::Held:
        return {MessageState::Held};
    case Show::Expired:
        return {MessageState::Expired};
    case Show::Canceled:
        return {MessageState::Canceled};
    }
    Q_UNREACHABLE();
    return {};
}

enum class Period { Any, Today, LastWeek, LastMonth, NextWeek };

} // namespace

OutboxView::OutboxView(Services services, QWidget* parent)
    : QWidget(parent)
    , m_services(services)
    , m_model(new MessageTableModel(services.store, services.clock, this))
{
    setObjectName(u"outboxView"_s);
    m_notice = new Notice(u"outboxNotice"_s);
    auto* splitter = new QSplitter(Qt::Horizontal);
    splitter->addWidget(makeTable());
    splitter->addWidget(makeSide());
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setSizes({620, 400});
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(16);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(makeFilters());
    column->addWidget(m_notice);
    column->addWidget(splitter, 1);
    setFocusProxy(m_search);
    showState();
    followSelection();
    ask();
}

QComboBox* OutboxView::makeFilter(const QString& name, const QString& label)
{
    auto* filter = new QComboBox;
    identify(filter, name, label);
    filter->setToolTip(label);
    fitToEntries(filter);
    connect(filter, &QComboBox::currentIndexChanged, this, &OutboxView::ask);
    return filter;
}

QWidget* OutboxView::makeFilters()
{
    m_search = new QLineEdit;
    identify(m_search, u"messagesSearch"_s, tr("Search Messages"));
    m_search->setPlaceholderText(tr("Search by client, phone or email"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaxLength(200);
    m_search->addAction(icon(u"search"_s, theme().muted), QLineEdit::LeadingPosition);
    connect(m_search, &QLineEdit::textChanged, this, &OutboxView::ask);
    m_show = makeFilter(u"messagesState"_s, tr("State"));
    const std::pair<QString, Show> states[] = {
        {tr("All states"), Show::All},  {tr("To decide"), Show::ToDecide}, {tr("Waiting"), Show::Waiting},
        {tr("On its way"), Show::OnItsWay}, {tr("Sent"), Show::Sent},      {tr("Delivered"), Show::Delivered},
        {tr("Failed"), Show::Failed},   {tr("Held"), Show::Held},          {tr("Expired"), Show::Expired},
        {tr("Canceled"), Show::Canceled}};
    for (const auto& [label, show] : states) {
        m_show->addItem(label, int(show));
        if (const QList<MessageState> of = statesOf(show); of.size() == 1) {
            m_show->setItemData(m_show->count() - 1, stateMeaning(of.first()), Qt::ToolTipRole);
        }
    }
    m_channel = makeFilter(u"messagesChannel"_s, tr("Channel"));
    m_channel->addItem(tr("Texts and emails"));
    m_channel->addItem(tr("Texts"), int(Channel::Text));
    m_channel->addItem(tr("Emails"), int(Channel::Email));
    m_kind = makeFilter(u"messagesKind"_s, tr("Kind"));
    m_kind->addItem(tr("All kinds"));
    m_kind->addItem(tr("First messages"), int(MessageKind::Initial));
    m_kind->addItem(tr("Follow-ups"), int(MessageKind::FollowUp));
    m_period = makeFilter(u"messagesPeriod"_s, tr("Due"));
    const std::pair<QString, Period> periods[] = {{tr("Any time"), Period::Any},
                                                  {tr("Today"), Period::Today},
                                                  {tr("Last 7 days"), Period::LastWeek},
                                                  {tr("Last 30 days"), Period::LastMonth},
                                                  {tr("Next 7 days"), Period::NextWeek}};
    for (const auto& [label, period] : periods) {
        m_period->addItem(label, int(period));
    }
    m_reach = new ReachBox(u"messagesReach"_s);
    connect(m_reach, &ReachBox::reachChosen, this, &OutboxView::ask);
    auto* bar = new QWidget;
    auto* row = new FlowLayout(8, bar);
    m_search->setMinimumWidth(scaled(280)); // with its icons, for all of the words in it
    row->addFilling(m_search);
    for (QComboBox* filter : {m_show, m_channel, m_kind, m_period, static_cast<QComboBox*>(m_reach)}) {
        row->addWidget(filter);
    }
    return bar;
}

QWidget* OutboxView::makeTable()
{
    m_table = new QTableView;
    identify(m_table, u"messagesTable"_s, tr("Messages"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new MessageStateDelegate(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 22);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    new ColumnFit(m_table, {15, 19, 16, 26, 16},
                  {{MessageTableModel::State, MessageStateDelegate::widest(m_table->fontMetrics())}});
    m_states = new StatePane(m_table, u"messages"_s);
    connect(m_states, &StatePane::acted, this, [this] { m_model->refresh(); });
    connect(m_model, &PagedModelBase::answered, this, [this] {
        showState();
        restoreSelection();
    });
    connect(m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this] { m_restoring = true; });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &OutboxView::followSelection);
    return m_states;
}

QWidget* OutboxView::makeSide()
{
    m_details = new MessageDetailsView(m_services);
    m_sides = new QStackedWidget;
    m_sides->addWidget(m_details);
    m_sides->addWidget(makeBulk());
    m_side = new StatePane(m_sides, u"messageSide"_s);
    using Decision = HeldMessages::Decision;
    connect(m_details, &MessageDetailsView::sendAgain, this, [this] { decide(selected(), Decision::SendAgain, {}); });
    connect(m_details, &MessageDetailsView::giveUp, this, [this] { decide(selected(), Decision::DoNotSend, {}); });
    connect(m_details, &MessageDetailsView::cancel, this, [this] { askReason(selected()); });
    connect(m_details, &MessageDetailsView::openReferral, this, &OutboxView::openReferral);
    return m_side;
}

QWidget* OutboxView::makeBulk()
{
    m_bulkWords = makeLabel({}, u"heading"_s, true);
    m_bulkWords->setObjectName(u"bulkWords"_s);
    m_bulkSend = makeButton(u"bulkSendAgain"_s, tr("Send Again"), ButtonKind::Primary, u"share"_s);
    m_bulkCancel = makeButton(u"bulkCancel"_s, tr("Cancel Messages…"));
    auto* card = makeFrame(u"card"_s, 16);
    auto* column = layoutOf(card);
    column->addWidget(m_bulkWords);
    column->addWidget(makeLabel(tr("Each message is decided by itself; the server checks consent and opt-outs again."),
                                u"muted"_s, true));
    column->addWidget(m_bulkSend, 0, Qt::AlignLeading);
    column->addWidget(m_bulkCancel, 0, Qt::AlignLeading);
    column->addStretch(1);
    connect(m_bulkSend, &QPushButton::clicked, this, [this] {
        QList<MessageRow> rows = selected();
        rows.removeIf([](const MessageRow& row) { return !maySendAgain(row); });
        decide(rows, HeldMessages::Decision::SendAgain, {});
    });
    connect(m_bulkCancel, &QPushButton::clicked, this, [this] {
        QList<MessageRow> rows = selected();
        rows.removeIf([](const MessageRow& row) { return !mayCancel(row); });
        askReason(rows);
    });
    return card;
}

void OutboxView::setUser(const User& user, casework::Reach reach)
{
    m_reach->setUser(user, reach);
    ask();
}

void OutboxView::setShow(Show show)
{
    m_search->clear();
    for (QComboBox* filter : {m_channel, m_kind, m_period}) {
        filter->setCurrentIndex(0);
    }
    m_show->setCurrentIndex(m_show->findData(int(show)));
}

void OutboxView::showMessage(const MessageId& id)
{
    m_chosen = {id.uuid()};
    restoreSelection();
    readDetails();
}

MessageQuery OutboxView::query() const
{
    MessageQuery query;
    const auto show = Show(m_show->currentData().toInt());
    query.states = statesOf(show);
    if (m_channel->currentIndex() > 0) {
        query.channel = Channel(m_channel->currentData().toInt());
    }
    if (m_kind->currentIndex() > 0) {
        query.kind = MessageKind(m_kind->currentData().toInt());
    }
    const QDate today = m_services.clock.now().toLocalTime().date();
    const auto startOf = [](const QDate& day) { return day.startOfDay().toUTC(); };
    switch (Period(m_period->currentData().toInt())) {
    case Period::Any:
        break;
    case Period::Today:
        query.from = startOf(today);
        query.to = startOf(today.addDays(1));
        break;
    case Period::LastWeek:
        query.from = startOf(today.addDays(-6));
        query.to = startOf(today.addDays(1));
        break;
    case Period::LastMonth:
        query.from = startOf(today.addDays(-29));
        query.to = startOf(today.addDays(1));
        break;
    case Period::NextWeek:
        query.from = startOf(today);
        query.to = startOf(today.addDays(8));
        break;
    }
    query.text = m_search->text();
    query.scope = m_reach->scope();
    query.nextFirst = show == Show::Waiting;
    return query;
}

void OutboxView::ask()
{
    // While the filters are being made.
    if (m_reach && m_table) {
        m_model->show(query());
    }
}

void OutboxView::refresh()
{
    m_model->refresh();
    if (m_chosen.size() == 1) {
        readDetails();
    }
}

void OutboxView::showState()
{
    MessageQuery plain;
    plain.scope = m_reach ? m_reach->scope() : Scope();
    if (m_model->state() == PagedModelBase::State::Loading) {
        m_states->showMessage(u"messages"_s, tr("Loading…"), {});
    } else if (m_model->state() == PagedModelBase::State::Failed) {
        m_states->showMessage(u"warning"_s, tr("The messages can’t be read"), m_model->trouble(), tr("Try Again"));
    } else if (m_model->rowCount() > 0) {
        m_states->showContent();
    } else if (query() == plain) {
        m_states->showMessage(u"messages"_s, tr("No messages yet"),
                              tr("Share a referral with a client; its messages appear here."));
    } else {
        m_states->showMessage(u"search"_s, tr("Nothing found"), tr("No message fits this search and these filters."));
    }
}

QList<MessageRow> OutboxView::selected() const
{
    QList<MessageRow> rows;
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows()) {
        if (const MessageRow* row = m_model->row(index.row())) {
            rows.append(*row);
        }
    }
    return rows;
}

void OutboxView::followSelection()
{
    if (m_restoring) {
        return;
    }
    m_chosen.clear();
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows()) {
        m_chosen.insert(index.data(KeyRole).toUuid());
    }
    if (m_chosen.size() > 1) {
        showBulk();
    } else {
        readDetails();
    }
}

/// What was selected stays so through a reload, by key and not by row number.
void OutboxView::restoreSelection()
{
    m_restoring = true;
    QItemSelection selection;
    for (const QUuid& key : std::as_const(m_chosen)) {
        const int row = m_model->rowOf(key);
        if (row >= 0) {
            selection.select(m_model->index(row, 0), m_model->index(row, MessageTableModel::ColumnCount - 1));
        }
    }
    m_table->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    if (!selection.isEmpty() && !m_table->currentIndex().isValid()) {
        m_table->selectionModel()->setCurrentIndex(selection.indexes().first(), QItemSelectionModel::NoUpdate);
    }
    m_restoring = false;
    if (m_chosen.size() > 1) {
        showBulk();
    }
}

void OutboxView::showBulk()
{
    const QList<MessageRow> rows = selected();
    const auto send = std::count_if(rows.begin(), rows.end(), maySendAgain);
    const auto cancel = std::count_if(rows.begin(), rows.end(), mayCancel);
    m_bulkWords->setText(tr("%n message(s) selected", nullptr, int(rows.size())));
    m_bulkSend->setText(tr("Send %n Again", nullptr, int(send)));
    m_bulkSend->setEnabled(send > 0 && m_asked == 0);
    m_bulkCancel->setText(tr("Cancel %n…", nullptr, int(cancel)));
    m_bulkCancel->setEnabled(cancel > 0 && m_asked == 0);
    m_sides->setCurrentIndex(1);
    m_side->showContent();
    m_side->show();
}

void OutboxView::readDetails()
{
    if (m_chosen.size() != 1) {
        m_side->hide(); // the list has all of the width until one is chosen
        return;
    }
    const QUuid key = *m_chosen.begin();
    atDesk(
        m_services, this, [key](casework::Desk& desk) { return casework::readMessage(desk, MessageId(key)); },
        [this, key](const Result<casework::MessageDetails>& details) {
            if (m_chosen != QSet<QUuid>{key}) {
                return;
            }
            m_side->show();
            if (!details.ok()) {
                m_side->showMessage(u"warning"_s, tr("This message can’t be read"), details.error().sentence);
                return;
            }
            m_details->showMessage(*details);
            m_sides->setCurrentIndex(0);
            m_side->showContent();
        });
}

void OutboxView::askReason(const QList<MessageRow>& rows)
{
    if (rows.isEmpty()) {
        return;
    }
    auto* dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"cancelMessageDialog"_s);
    dialog->setWindowTitle(tr("Cancel Messages"));
    dialog->setLabelText(tr("%n message(s) will not be sent. Why? The reason stays in Recent Activity.", nullptr,
                            int(rows.size())));
    dialog->setOkButtonText(tr("Cancel Messages"));
    dialog->setCancelButtonText(tr("Keep Them"));
    auto* draft = new DraftKeeper(
        m_services.store, m_services.clock,
        {[dialog] {
             const QString typed = dialog->textValue().trimmed();
             return typed.isEmpty() ? QJsonObject() : QJsonObject{{u"text"_s, typed}};
         },
         [dialog](const QJsonObject& kept) { dialog->setTextValue(kept.value(u"text"_s).toString()); }},
        dialog);
    draft->open(u"cancel/%1"_s.arg(rows.first().message.id.toString()), tr("Why messages are canceled"));
    connect(dialog, &QInputDialog::textValueChanged, draft, &DraftKeeper::changed);
    connect(dialog, &QDialog::finished, draft, &DraftKeeper::discard);
    connect(dialog, &QInputDialog::textValueSelected, this, [this, rows](const QString& typed) {
        const QString reason = typed.trimmed().left(casework::longestMessageReason);
        if (reason.isEmpty()) {
            m_notice->say(Notice::Tone::Warn, tr("Nothing was canceled: say why first."));
            return;
        }
        decide(rows, HeldMessages::Decision::DoNotSend, reason);
    });
    dialog->open();
}

void OutboxView::decide(const QList<MessageRow>& rows, HeldMessages::Decision decision, const QString& reason)
{
    if (rows.isEmpty() || m_asked > 0) {
        return;
    }
    m_notice->hide();
    m_problems.clear();
    m_done = 0;
    m_asked = int(rows.size());
    for (const MessageRow& row : rows) {
        m_services.held.decide(row.message.id, decision, reason, this,
                               [this, row, decision, reason](const Result<void>& result) {
                                   settled(row, decision, reason, result);
                               });
    }
    if (m_chosen.size() > 1) {
        showBulk();
    }
}

void OutboxView::settled(const MessageRow& row, HeldMessages::Decision decision, const QString& reason,
                         const Result<void>& result)
{
    const bool cancels = decision == HeldMessages::Decision::DoNotSend;
    // Calling off what waits may begin here: whatever the server does meanwhile, it hears of it.
    if (!result.ok() && result.error().code == ErrorCode::Offline && cancels && mayCancel(row)) {
        cancelHere(row.message.id, reason.isEmpty() ? keptReason(QT_TRANSLATE_NOOP("Gateway", "A worker decided not to send it.")) : reason);
        return;
    }
    m_done += result.ok() ? 1 : 0;
    if (!result.ok()) {
        const QString sentence =
            result.error().code == ErrorCode::Offline
                ? tr("%1 Sending needs the server, so nothing was changed.").arg(reasonInWords(result.error().sentence))
                : reasonInWords(result.error().sentence);
        if (!m_problems.contains(sentence)) {
            m_problems.append(sentence);
        }
    }
    if (--m_asked > 0) {
        return;
    }
    m_services.agent.lookNow();
    const QString done = cancels ? tr("%n message(s) will not be sent.", nullptr, m_done)
                                 : tr("%n message(s) will be sent again, within the contact hours.", nullptr, m_done);
    if (m_problems.isEmpty()) {
        m_notice->say(Notice::Tone::Good, done);
    } else {
        m_notice->say(Notice::Tone::Bad, (m_done > 0 ? QStringList(done) + m_problems : m_problems).join(u' '));
    }
    refresh();
}

void OutboxView::cancelHere(const MessageId& id, const QString& reason)
{
    atDesk(
        m_services, this, [id, reason](casework::Desk& desk) { return casework::cancelMessage(desk, id, reason); },
        [this](const Result<void>& result) {
            const QString sentence =
                result.ok() ? tr("The server can’t be reached. It is canceled on this computer, and the server hears of "
                                 "it with the next sync; what went out before then shows here.")
                            : result.error().sentence;
            if (!m_problems.contains(sentence)) {
                m_problems.append(sentence);
            }
            if (--m_asked == 0) {
                m_notice->say(Notice::Tone::Warn, m_problems.join(u' '));
                m_services.agent.lookNow();
                refresh();
            }
        });
}

} // namespace handrail::ui
