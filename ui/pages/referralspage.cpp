// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/referralspage.h"

#include "core/casework/referrals.h"
#include "core/casework/sharing.h"
#include "core/domain/reasons.h"
#include "ui/theme.h"
#include "ui/views/heldcard.h"
#include "ui/views/searchlist.h"
#include "ui/words.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QHeaderView>
#include <QInputDialog>
#include <QLineEdit>
#include <QListView>
#include <QSplitter>
#include <QTableView>

    using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

namespace {

constexpr ReferralStatus allStatuses[] = {ReferralStatus::Unstarted, ReferralStatus::InReview,
                                          ReferralStatus::ServiceInProgress, ReferralStatus::ServiceCompleted,
                                          ReferralStatus::Canceled};

} // namespace

ReferralsPage::ReferralsPage(Services services, QWidget* parent)
    : QWidget(parent)
    , m_services(services)
    , m_model(new ReferralTableModel(services.store, services.clock, this))
    , m_activity(new ActivityListModel(services.store, services.clock, this))
{
    setObjectName(u"referralsPage"_s);
    auto* splitter = new QSplitter(Qt::Vertical);
    splitter->addWidget(makeList());
    splitter->addWidget(makeDetails());
    splitter->setSizes({360, 360});
    splitter->setChildrenCollapsible(false);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(24, 24, 24, 16);
    outer->addWidget(splitter);
    setFocusProxy(m_search);
    showState();
    ask();
}

QWidget* ReferralsPage::makeList()
{
    m_search = new QLineEdit;
    identify(m_search, u"referralsSearch"_s, tr("Search Referrals"));
    m_search->setPlaceholderText(tr("Search Referrals"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaxLength(200);
    m_filter = new QComboBox;
    identify(m_filter, u"statusFilter"_s, tr("Show Status"));
    m_filter->addItem(tr("All statuses"));
    for (const ReferralStatus status : allStatuses) {
        m_filter->addItem(statusInWords(status), int(status));
    }
    m_table = new QTableView;
    identify(m_table, u"referralsTable"_s, tr("Referrals"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new StatusDelegate(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(40);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    const int widths[] = {128, 232, 152, 96, 120, 128, 144};
    for (int column = 0; column < ReferralTableModel::ColumnCount; ++column) {
        m_table->setColumnWidth(column, widths[column]);
    }
    m_selection = new KeyedSelection(m_table, m_model);
    m_states = new StatePane(m_table, u"referrals"_s);

    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_search, 1);
    row->addWidget(m_filter);
    auto* left = new QWidget;
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 8);
    column->setSpacing(16);
    column->addWidget(makeLabel(tr("Referrals"), u"title"_s));
    column->addLayout(row);
    column->addWidget(m_states, 1);

    connect(m_search, &QLineEdit::textChanged, this, &ReferralsPage::ask);
    connect(m_filter, &QComboBox::currentIndexChanged, this, &ReferralsPage::ask);
    connect(m_model, &PagedModelBase::answered, this, &ReferralsPage::showState);
    connect(m_selection, &KeyedSelection::keyChanged, this, [this](const QUuid& key) {
        m_notice->hide();
        m_shown.reset();
        m_reason->clear();
        if (!key.isNull()) {
            m_activity->show({std::nullopt, ReferralId(key)});
            readDetails();
        }
    });
    connect(m_states, &StatePane::acted, this, [this] { m_model->refresh(); });
    return left;
}

QWidget* ReferralsPage::makeDetails()
{
    m_site = makeLabel({}, u"heading"_s, true);
    m_site->setObjectName(u"referralSite"_s);
    m_client = makeLabel({}, u"muted"_s, true);
    m_client->setObjectName(u"referralClient"_s);
    m_notice = new Notice(u"referralNotice"_s);
    m_status = new QComboBox;
    identify(m_status, u"status"_s, tr("Status"));
    for (const ReferralStatus status : allStatuses) {
        m_status->addItem(statusInWords(status), int(status));
    }
    m_reason = new QLineEdit;
    identify(m_reason, u"reason"_s, tr("Reason"));
    m_reason->setPlaceholderText(tr("Reason (if there is one)"));
    m_saveStatus = makeButton(u"changeStatus"_s, tr("Change Status"));
    m_share = makeButton(u"share"_s, tr("Share…"), ButtonKind::Primary, u"share"_s);
    m_withdraw = makeButton(u"withdrawConsent"_s, tr("Withdraw Consent…"), ButtonKind::Quiet);
    m_activityList = new QListView;
    identify(m_activityList, u"referralActivity"_s, tr("Activity of This Referral"));
    m_activityList->setModel(m_activity);
    m_activityList->setItemDelegate(new RowDelegate(RowDelegate::Lead::Sentence, m_activityList));
    m_activityList->setUniformItemSizes(true);
    m_activityList->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* activitySelection = new KeyedSelection(m_activityList, m_activity);
    m_revert = makeButton(u"revert"_s, tr("Revert"), ButtonKind::Plain, u"undo"_s);
    m_revert->setToolTip(tr("Take back the automatic change that is selected"));
    m_note = new NoteEdit;
    identify(m_note, u"note"_s, tr("Note"));
    m_note->setPlaceholderText(tr("Write a note"));
    m_note->setFixedHeight(scaled(48));
    m_addNote = makeButton(u"addNote"_s, tr("Add Note"), ButtonKind::Plain, u"note"_s);
    m_addNote->setEnabled(false);

    auto* details = new QWidget;
    auto* outer = new QVBoxLayout(details);
    outer->setContentsMargins(0, 8, 0, 0);
    m_heldCards = new QVBoxLayout;
    outer->addLayout(m_heldCards);
    auto* halves = new QHBoxLayout;
    halves->setSpacing(16);
    outer->addLayout(halves, 1);
    halves->addWidget(makeControls(), 2);
    halves->addWidget(makeActivity(), 3);
    m_detailStates = new StatePane(details, u"referralDetails"_s);
    m_detailStates->showMessage(u"referrals"_s, tr("Choose a referral"),
                                tr("Select a referral to see its activity and to change its status."));
    connectDetails(activitySelection);
    return m_detailStates;
}

QWidget* ReferralsPage::makeControls()
{
    auto* card = makeFrame(u"card"_s, 16);
    auto* column = layoutOf(card);
    column->addWidget(m_site);
    column->addWidget(m_client);
    column->addWidget(m_notice);
    auto* statusLabel = makeLabel(tr("Status"), u"section"_s);
    statusLabel->setBuddy(m_status);
    column->addWidget(statusLabel);
    column->addWidget(m_status);
    auto* reasonRow = new QHBoxLayout;
    reasonRow->addWidget(m_reason, 1);
    reasonRow->addWidget(m_saveStatus);
    column->addLayout(reasonRow);
    column->addStretch(1);
    auto* shareRow = new QHBoxLayout;
    shareRow->addWidget(m_share);
    shareRow->addWidget(m_withdraw);
    shareRow->addStretch(1);
    column->addLayout(shareRow);
    return card;
}

QWidget* ReferralsPage::makeActivity()
{
    auto* card = makeFrame(u"card"_s, 16);
    auto* column = layoutOf(card);
    auto* top = new QHBoxLayout;
    top->addWidget(makeLabel(tr("Recent Activity"), u"heading"_s), 1);
    top->addWidget(m_revert);
    column->addLayout(top);
    column->addWidget(m_activityList, 1);
    auto* noteRow = new QHBoxLayout;
    noteRow->setSpacing(8);
    noteRow->addWidget(m_note, 1);
    noteRow->addWidget(m_addNote, 0, Qt::AlignTop);
    column->addLayout(noteRow);
    return card;
}

void ReferralsPage::connectDetails(KeyedSelection* activitySelection)
{
    connect(m_saveStatus, &QPushButton::clicked, this, &ReferralsPage::setStatus);
    connect(m_reason, &QLineEdit::returnPressed, this, &ReferralsPage::setStatus);
    connect(m_share, &QPushButton::clicked, this, [this] {
        if (m_shown) {
            Q_EMIT shareReferral(m_shown->row.referral.clientId, m_shown->row.referral.id);
        }
    });
    connect(m_withdraw, &QPushButton::clicked, this, &ReferralsPage::withdraw);
    connect(m_revert, &QPushButton::clicked, this, &ReferralsPage::revert);
    connect(m_addNote, &QPushButton::clicked, this, &ReferralsPage::addNote);
    connect(m_note, &QPlainTextEdit::textChanged, this,
            [this] { m_addNote->setEnabled(!m_note->toPlainText().trimmed().isEmpty()); });
    connect(m_note, &NoteEdit::cut, this, [this] {
        m_notice->say(Notice::Tone::Warn,
                      tr("A note holds %1 characters; the rest was cut off.").arg(NoteEdit::longest));
    });
    connect(activitySelection, &KeyedSelection::keyChanged, this, &ReferralsPage::enableRevert);
    connect(m_activity, &PagedModelBase::answered, this, &ReferralsPage::enableRevert);
    enableRevert();
}

void ReferralsPage::ask()
{
    ReferralQuery query;
    query.text = m_search->text();
    if (m_filter->currentIndex() > 0) {
        query.status = ReferralStatus(m_filter->currentData().toInt());
    }
    m_model->show(query);
}

void ReferralsPage::showState()
{
    if (m_model->state() == PagedModelBase::State::Loading) {
        m_states->showMessage(u"referrals"_s, tr("Loading…"), {});
    } else if (m_model->state() == PagedModelBase::State::Failed) {
        m_states->showMessage(u"warning"_s, tr("The referrals can’t be read"), m_model->trouble(), tr("Try Again"));
    } else if (m_model->rowCount() > 0) {
        m_states->showContent();
    } else if (m_search->text().trimmed().isEmpty() && m_filter->currentIndex() == 0) {
        m_states->showMessage(u"referrals"_s, tr("No referrals yet"),
                              tr("Choose a client, put resources into the basket and press «Create Referrals»."));
    } else {
        m_states->showMessage(u"search"_s, tr("Nothing found"), tr("No referral fits this search and status."));
    }
}

void ReferralsPage::refresh()
{
    m_model->refresh();
    if (!m_selection->key().isNull()) {
        m_activity->refresh();
        readDetails();
    }
}

void ReferralsPage::showReferral(const ReferralId& id)
{
    m_search->clear();
    m_filter->setCurrentIndex(0);
    m_selection->choose(id.uuid());
}

void ReferralsPage::filterBy(const QString& text)
{
    m_filter->setCurrentIndex(0);
    m_search->setText(text);
}

Result<std::optional<ReferralsPage::Details>> ReferralsPage::read(LocalStore& store, const ReferralId& id)
{
    const auto referral = store.referrals().referral(id);
    const auto shares = store.shares().sharesOf(id);
    if (!referral.ok() || !shares.ok()) {
        return referral.ok() ? shares.error() : referral.error();
    }
    if (!*referral) {
        return std::optional<Details>();
    }
    Details details{.row = {**referral, {}, {}, !shares->isEmpty(), {}, {}, {}}, .openShare = {}, .held = {}};
    const auto client = store.clients().client((**referral).clientId);
    const auto site = store.directory().site((**referral).siteId);
    if (!client.ok() || !site.ok()) {
        return client.ok() ? site.error() : client.error();
    }
    details.row.clientName = *client ? (**client).fullName() : QString();
    details.row.siteName = *site ? (**site).displayName() : tr("A resource that left the directory");
    for (const Share& share : *shares) {
        const auto withdrawn = store.shares().isWithdrawn(share.id);
        if (!withdrawn.ok()) {
            return withdrawn.error();
        }
        if (!*withdrawn && !details.openShare) {
            details.openShare = share.id;
        }
    }
    if (const auto held = readHeld(store, *shares, details); !held.ok()) {
        return held.error();
    }
    return std::optional(details);
}

/// The referral's own follow-ups, and the initial messages of its shares.
Result<void> ReferralsPage::readHeld(LocalStore& store, const QList<Share>& shares, Details& details)
{
    for (const Share& share : shares) {
        const auto messages = store.shares().messagesOf(share.id);
        if (!messages.ok()) {
            return messages.error();
        }
        for (const Message& message : *messages) {
            if (message.state == MessageState::Held &&
                message.referralId.value_or(details.row.referral.id) == details.row.referral.id) {
                details.held.append(message);
            }
        }
    }
    const auto agency = store.agencies().agency();
    if (agency.ok() && *agency) {
        details.phoneRegion = (**agency).phoneRegion;
    }
    return agency.ok() ? Result<void>() : agency.error();
}

void ReferralsPage::readDetails()
{
    const QUuid key = m_selection->key();
    askStore(
        m_services.store, this, [id = ReferralId(key)](LocalStore& store) { return read(store, id); },
        [this, key](const Result<std::optional<Details>>& details) {
            if (key != m_selection->key()) {
                return;
            }
            if (!details.ok()) {
                m_detailStates->showMessage(u"warning"_s, tr("This referral can’t be read"), details.error().sentence);
            } else if (*details) {
                showDetails(**details);
            }
        });
}

void ReferralsPage::showDetails(const Details& details)
{
    // A choice that the worker has begun to make stays; a status that changed by itself shows.
    if (!m_shown || m_shown->row.referral.status != details.row.referral.status) {
        m_status->setCurrentIndex(m_status->findData(int(details.row.referral.status)));
    }
    m_shown = details;
    m_site->setText(oneLine(details.row.siteName));
    m_client->setText(oneLine(details.row.clientName));
    m_share->setVisible(!details.row.shared || !details.openShare);
    m_withdraw->setVisible(details.openShare.has_value());
    showHeld(details);
    m_detailStates->showContent();
}

void ReferralsPage::showHeld(const Details& details)
{
    // A card that the worker reads or presses isn't made anew by every change of the store.
    if (m_heldShown == details.held) {
        return;
    }
    m_heldShown = details.held;
    clearLayout(m_heldCards);
    for (const Message& message : details.held) {
        const QString to = addressInWords(message.address, m_services.phones, details.phoneRegion);
        const bool text = message.channel() == Channel::Text;
        // Where the server gives its reason, that says whether anything may have arrived: it also holds what it could
        // not hand over at all.
        const QString headline = message.reason.isEmpty() ? (text ? tr("The text to %1 may or may not have arrived.")
                                                                  : tr("The email to %1 may or may not have arrived."))
                                                          : (text ? tr("The text to %1 waits for your decision.")
                                                                  : tr("The email to %1 waits for your decision."));
        const QString reason = message.reason.isEmpty()
                                   ? tr("If it is sent again, the client may get it twice. Ask the client if you can.")
                                   : reasonInWords(message.reason);
        auto* card = new HeldCard(headline.arg(to), oneLine(reason));
        connect(card, &HeldCard::sendAgain, this,
                [this, message, card] { decide(message, HeldMessages::Decision::SendAgain, card); });
        connect(card, &HeldCard::doNotSend, this,
                [this, message, card] { decide(message, HeldMessages::Decision::DoNotSend, card); });
        m_heldCards->addWidget(card);
    }
}

void ReferralsPage::decide(const Message& message, HeldMessages::Decision decision, HeldCard* card)
{
    card->setBusy();
    m_services.held.decide(message.id, decision, card, [this, decision, card](const Result<void>& result) {
        // Somebody else's decision is as good a reason to look as one's own.
        m_services.agent.lookNow();
        if (!result.ok()) {
            card->setProblem(result.error().sentence);
        } else {
            card->setDecided(decision == HeldMessages::Decision::SendAgain
                                 ? tr("It will be sent again. This message goes away as soon as that shows here.")
                                 : tr("It will not be sent. This message goes away as soon as that shows here."));
        }
    });
}

void ReferralsPage::run(std::function<Result<void>(casework::Desk&)> useCase, const QString& done)
{
    atDesk(m_services, this, std::move(useCase), [this, done](const Result<void>& result) {
        if (!result.ok()) {
            m_notice->say(Notice::Tone::Bad, result.error().sentence);
            return;
        }
        m_notice->say(Notice::Tone::Good, done);
        m_services.agent.lookNow();
        refresh();
    });
}

void ReferralsPage::setStatus()
{
    if (!m_shown) {
        return;
    }
    const auto to = ReferralStatus(m_status->currentData().toInt());
    const ReferralId id = m_shown->row.referral.id;
    run([id, to, reason = m_reason->text().trimmed()](
            casework::Desk& desk) { return casework::setStatus(desk, id, to, reason); },
        tr("The status is %1.").arg(statusInWords(to)));
    m_reason->clear();
}

void ReferralsPage::addNote()
{
    if (!m_shown) {
        return;
    }
    const ReferralId id = m_shown->row.referral.id;
    run([id, text = m_note->toPlainText()](casework::Desk& desk) { return casework::addNote(desk, id, text); },
        tr("The note is kept."));
    m_note->clear();
}

void ReferralsPage::withdraw()
{
    if (!m_shown || !m_shown->openShare) {
        return;
    }
    auto* dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"withdrawDialog"_s);
    dialog->setWindowTitle(tr("Withdraw Consent"));
    dialog->setLabelText(tr("Messages of this share that have not gone out will be canceled. This can’t be undone.\n"
                            "What did the client say? (if you want to keep it)"));
    dialog->setOkButtonText(tr("Withdraw Consent"));
    connect(dialog, &QInputDialog::textValueSelected, this, [this, share = *m_shown->openShare](const QString& note) {
        run([share,
             note = note.left(1000)](casework::Desk& desk) { return casework::withdrawConsent(desk, share, note); },
            tr("Consent is withdrawn. What had not gone out is canceled."));
    });
    dialog->open();
}

void ReferralsPage::revert()
{
    const ActivityRow* row = m_activity->row(m_activityList->currentIndex().row());
    if (!row || !ActivityListModel::canRevert(*row)) {
        return;
    }
    run([id = row->activity.id](casework::Desk& desk) { return casework::revertChange(desk, id); },
        tr("The automatic change is taken back."));
}

void ReferralsPage::enableRevert()
{
    const QModelIndex current = m_activityList->currentIndex();
    const ActivityRow* row = current.isValid() ? m_activity->row(current.row()) : nullptr;
    m_revert->setEnabled(row && ActivityListModel::canRevert(*row));
}

} // namespace handrail::ui
