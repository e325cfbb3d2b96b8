// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/referralspage.h"

#include "core/casework/referralfilters.h"
#include "ui/csvexport.h"
#include "ui/dialogs/withdrawdialog.h"
#include "ui/pages/referraldetails.h"
#include "ui/views/bulkcard.h"
#include "ui/views/columnfit.h"
#include "ui/views/flowlayout.h"
#include "ui/views/pagescroll.h"
#include "ui/views/referralcolumns.h"
#include "ui/views/referralfilterbar.h"
#include "ui/views/rowselection.h"
#include "ui/views/savedfilterbox.h"
#include "ui/views/searchlist.h"
#include "ui/words.h"

#include <QAction>
#include <QBoxLayout>
#include <QFileDialog>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QScrollArea>
#include <QShortcut>
#include <QSplitter>
#include <QTableView>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

namespace {

constexpr int partSize = 25;     // referrals changed in one transaction
constexpr int mostTogether = 30; // sites of one share: a follow-up each, a day each
constexpr int columnPauseMs = 600;
const QString columnsFact = u"referrals_columns"_s;

} // namespace

ReferralsPage::ReferralsPage(Services services, QWidget* parent)
    : QWidget(parent)
    , m_services(services)
    , m_model(new ReferralTableModel(services.store, services.clock, this))
    , m_saved(new SavedFilterBox(services))
    , m_bar(new ReferralFilterBar(services))
    , m_undoButton(makeButton(u"undo"_s, tr("Undo"), ButtonKind::Quiet, u"undo"_s))
    , m_undoAction(new QAction(tr("Undo"), this))
    , m_export(makeButton(u"exportReferrals"_s, tr("Export…")))
    , m_notice(new Notice(u"referralsNotice"_s))
    , m_job(new JobBar(services))
    , m_below(new QStackedWidget)
    , m_details(new ReferralDetails(services))
    , m_bulk(new BulkCard(services))
{
    setObjectName(u"referralsPage"_s);
    m_below->addWidget(m_details);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(m_bulk);
    m_below->addWidget(scroll);
    auto* splitter = new QSplitter(Qt::Vertical);
    splitter->setObjectName(u"referralsSplitter"_s);
    splitter->addWidget(makeList());
    splitter->addWidget(m_below);
    splitter->setSizes({360, 360});
    splitter->setChildrenCollapsible(false);
    // The table has the page to itself until there is something to show below it.
    m_below->hide();
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(24, 16, 24, 16);
    outer->addWidget(splitter);
    setFocusProxy(m_bar->search());
    makeUndo();
    connectParts();
    readColumns();
    showState();
    showOrder();
    ask();
}

QWidget* ReferralsPage::makeTop()
{
    auto* columns = makeButton(u"chooseColumns"_s, tr("Columns"));
    auto* menu = new QMenu(columns);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { makeColumnMenu(menu); });
    columns->setMenu(menu);
    m_export->setToolTip(tr("Write the rows of this table into a file for a spreadsheet (CSV)"));
    auto* top = new QWidget;
    auto* row = new FlowLayout(8, top);
    row->addFilling(makeLabel(tr("Referrals"), u"title"_s));
    row->addWidget(m_undoButton);
    row->addWidget(m_saved);
    row->addWidget(columns);
    row->addWidget(m_export);
    return top;
}

void ReferralsPage::makeTable()
{
    m_table = new QTableView;
    identify(m_table, u"referralsTable"_s, tr("Referrals"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new StatusDelegate(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(std::max(36, fontMetrics().height() + 18));
    QHeaderView* header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionsMovable(true);
    header->setSectionsClickable(true);
    header->setSortIndicatorShown(true);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_columns = fitReferralColumns(m_table);
    m_table->setColumnHidden(ReferralTableModel::Created, true);
    m_table->setColumnHidden(ReferralTableModel::Worker, true);
    m_selection = new KeyedSelection(m_table, m_model);
    m_rows = new RowSelection(m_table, m_model, m_services);
}

QWidget* ReferralsPage::makeList()
{
    makeTable();
    m_states = new StatePane(m_table, u"referrals"_s);
    // Where room is short the table gives way, not the fields above it: it scrolls.
    m_states->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Ignored);
    m_states->setMinimumHeight(fontMetrics().height() * 7);
    auto* list = new Pane;
    auto* column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 8);
    column->setSpacing(8);
    column->addWidget(makeTop());
    column->addWidget(m_bar);
    column->addWidget(m_notice);
    column->addWidget(m_job);
    column->addWidget(m_states, 1);
    return list;
}

void ReferralsPage::makeUndo()
{
    m_undoAction->setObjectName(u"undoAction"_s);
    m_undoAction->setShortcut(QKeySequence::Undo);
    m_undoAction->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(m_undoAction);
    const auto show = [this] {
        const QString words = m_undo.isEmpty() ? tr("Nothing to undo") : tr("Undo %1").arg(m_undo.words());
        m_undoAction->setText(words);
        m_undoAction->setEnabled(!m_undo.isEmpty() && !m_job->busy());
        m_undoButton->setVisible(!m_undo.isEmpty());
        m_undoButton->setEnabled(m_undoAction->isEnabled());
        m_undoButton->setToolTip(u"%1 (%2)"_s.arg(words, m_undoAction->shortcut().toString(QKeySequence::NativeText)));
        m_undoButton->setAccessibleDescription(words);
    };
    connect(&m_undo, &UndoStack::changed, this, show);
    connect(m_job, &JobBar::busyChanged, this, show);
    connect(m_undoAction, &QAction::triggered, this, &ReferralsPage::undo);
    connect(m_undoButton, &QPushButton::clicked, this, &ReferralsPage::undo);
    show();
}

void ReferralsPage::connectParts()
{
    connect(m_saved, &SavedFilterBox::chosen, this, [this](const ReferralFilter& filter) {
        followFilter(filter);
        m_saved->setShown(filter);
    });
    connect(m_saved, &SavedFilterBox::trouble, this,
            [this](const QString& sentence) { m_notice->say(Notice::Tone::Bad, sentence); });
    connect(m_bar, &ReferralFilterBar::changed, this, [this] {
        m_filter = m_bar->filter();
        m_saved->setShown(m_filter);
        // Nothing is done to rows that are not shown.
        m_rows->clear();
        ask();
    });
    connect(m_bar, &ReferralFilterBar::leftDown, this, [this] {
        m_table->setFocus();
        if (!m_table->currentIndex().isValid() && m_model->rowCount() > 0) {
            m_table->selectRow(0);
        }
    });
    connect(m_model, &PagedModelBase::answered, this, &ReferralsPage::showState);
    connect(m_states, &StatePane::acted, this, [this] {
        if (m_model->state() == PagedModelBase::State::Failed) {
            m_model->refresh();
        } else {
            m_saved->chooseKey(u"all"_s);
        }
    });
    QHeaderView* header = m_table->horizontalHeader();
    connect(header, &QHeaderView::sectionClicked, this, &ReferralsPage::sortBy);
    connect(header, &QHeaderView::customContextMenuRequested, this, [this, header](const QPoint& at) {
        auto* menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        makeColumnMenu(menu);
        menu->popup(header->mapToGlobal(at));
    });
    m_columnPause.setSingleShot(true);
    m_columnPause.setInterval(columnPauseMs);
    connect(m_columns, &ColumnFit::resized, &m_columnPause, qOverload<>(&QTimer::start));
    connect(&m_columnPause, &QTimer::timeout, this, &ReferralsPage::keepColumns);
    connect(m_table, &QTableView::customContextMenuRequested, this, &ReferralsPage::makeRowMenu);
    connect(m_table, &QTableView::activated, this, [this] { m_details->focusStatus(); });
    connect(m_selection, &KeyedSelection::keyChanged, this, [this](const QUuid& key) {
        if (!key.isNull()) {
            m_details->showReferral(ReferralId(key));
            m_below->show();
        }
    });
    connect(m_rows, &RowSelection::changed, this, &ReferralsPage::showSelection);
    connect(m_job, &JobBar::busyChanged, this, &ReferralsPage::showSelection);
    connect(m_details, &ReferralDetails::shareReferral, this, &ReferralsPage::shareReferral);
    connect(m_details, &ReferralDetails::printSheet, this, &ReferralsPage::printSheet);
    connect(m_details, &ReferralDetails::done, this, [this](const casework::Undoable& deed, const QString&) {
        // «Undo» in a notice is about what was done last.
        m_bulk->notice().hide();
        m_undo.push(deed);
    });
    connect(m_details, &ReferralDetails::closeWanted, this, &ReferralsPage::closeDetails);
    connect(m_details, &ReferralDetails::undoWanted, this, &ReferralsPage::undo);
    connect(m_details, &ReferralDetails::changed, this, &ReferralsPage::refresh);
    connect(m_bulk, &BulkCard::wanted, this, &ReferralsPage::change);
    connect(m_bulk, &BulkCard::shareWanted, this, &ReferralsPage::shareSelected);
    connect(m_bulk, &BulkCard::withdrawWanted, this, &ReferralsPage::withdrawSelected);
    connect(m_bulk, &BulkCard::undoWanted, this, &ReferralsPage::undo);
    connect(m_bulk, &BulkCard::clearWanted, this, [this] {
        m_rows->clear();
        m_table->setFocus();
    });
    connect(m_export, &QPushButton::clicked, this, &ReferralsPage::chooseFile);
}

void ReferralsPage::makeColumnMenu(QMenu* menu)
{
    menu->clear();
    for (int column = 0; column < ReferralTableModel::ColumnCount; ++column) {
        QAction* action = menu->addAction(m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        action->setCheckable(true);
        action->setChecked(!m_table->isColumnHidden(column));
        // Without the client's name a row says nothing.
        action->setEnabled(column != ReferralTableModel::Client);
        connect(action, &QAction::toggled, this, [this, column](bool shown) {
            m_table->setColumnHidden(column, !shown);
            m_columnPause.start();
        });
    }
}

void ReferralsPage::makeRowMenu(const QPoint& at)
{
    const QModelIndex index = m_table->currentIndex();
    const ReferralRow* row = index.isValid() ? m_model->row(index.row()) : nullptr;
    if (!row) {
        return;
    }
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const bool many = m_rows->ids().size() > 1;
    if (!many) {
        connect(menu->addAction(tr("Change Status")), &QAction::triggered, m_details, &ReferralDetails::focusStatus);
        connect(menu->addAction(tr("Add Note")), &QAction::triggered, m_details, &ReferralDetails::focusNote);
    }
    connect(menu->addAction(tr("Share…")), &QAction::triggered, this, &ReferralsPage::shareSelected);
    connect(menu->addAction(tr("Withdraw Consent…")), &QAction::triggered, this, &ReferralsPage::withdrawSelected);
    connect(menu->addAction(tr("Printed Sheet…")), &QAction::triggered, this, &ReferralsPage::printSelected);
    menu->addSeparator();
    connect(menu->addAction(tr("Only %1").arg(oneLine(row->clientName))), &QAction::triggered, this,
            [this, name = row->clientName] { filterBy(name); });
    connect(menu->addAction(tr("Only %1").arg(oneLine(row->siteName))), &QAction::triggered, this,
            [this, site = row->referral.siteId] {
                ReferralFilter filter = m_filter;
                filter.site = site;
                showFilter(filter);
            });
    menu->popup(m_table->viewport()->mapToGlobal(at));
}

void ReferralsPage::followFilter(const ReferralFilter& filter)
{
    m_filter = filter;
    m_bar->setFilter(filter);
    m_rows->clear();
    showOrder();
    ask();
}

void ReferralsPage::ask()
{
    m_model->show(casework::queryOf(m_filter, m_services.worker, m_services.clock.now(), QTimeZone::systemTimeZone()));
}

/// Once more turns the order round. Names begin with A, times with the latest.
void ReferralsPage::sortBy(int column)
{
    const auto sort = ReferralTableModel::sortOf(column);
    if (sort && *sort == m_filter.sort) {
        m_filter.descending = !m_filter.descending;
    } else if (sort) {
        m_filter.sort = *sort;
        m_filter.descending = *sort == ReferralSort::LastActivity || *sort == ReferralSort::Created;
    }
    showOrder();
    m_bar->setFilter(m_filter);
    m_saved->setShown(m_filter);
    ask();
}

void ReferralsPage::showOrder()
{
    m_table->horizontalHeader()->setSortIndicator(ReferralTableModel::columnOf(m_filter.sort),
                                                  m_filter.descending ? Qt::DescendingOrder : Qt::AscendingOrder);
}

void ReferralsPage::showState()
{
    ReferralFilter plain;
    plain.sort = m_filter.sort;
    plain.descending = m_filter.descending;
    if (m_model->state() == PagedModelBase::State::Loading) {
        m_states->showMessage(u"referrals"_s, tr("Loading…"), {});
    } else if (m_model->state() == PagedModelBase::State::Failed) {
        m_states->showMessage(u"warning"_s, tr("The referrals can’t be read"), m_model->trouble(), tr("Try Again"));
    } else if (m_model->rowCount() > 0) {
        m_states->showContent();
    } else if (m_filter == plain) {
        m_states->showMessage(u"referrals"_s, tr("No referrals yet"),
                              tr("Choose a client, put resources into the basket and press «Create Referrals»."));
    } else {
        m_states->showMessage(u"search"_s, tr("Nothing found"), tr("No referral fits this search and filter."),
                              tr("Show All Referrals"));
    }
    m_export->setEnabled(m_model->rowCount() > 0 && !m_job->busy());
}

void ReferralsPage::showSelection()
{
    const int count = int(m_rows->ids().size());
    m_bulk->setCount(count);
    m_bulk->setBusy(m_job->busy() || m_rows->isReading());
    // The card stays while what it began is running.
    if (count > 1) {
        if (m_below->currentIndex() == 0) {
            m_bulk->notice().hide();
        }
        m_below->setCurrentIndex(1);
        m_below->show();
    } else if (!m_job->busy()) {
        m_below->setCurrentIndex(0);
    }
    m_export->setEnabled(m_model->rowCount() > 0 && !m_job->busy());
}

void ReferralsPage::closeDetails()
{
    m_rows->clear();
    m_selection->choose({});
    m_below->hide();
    m_table->setFocus();
}

void ReferralsPage::refresh()
{
    m_model->refresh();
    m_details->refresh();
    m_saved->refresh();
    m_bar->refresh();
}

void ReferralsPage::showReferral(const ReferralId& id)
{
    showFilter({});
    m_below->setCurrentIndex(0);
    m_selection->choose(id.uuid());
}

void ReferralsPage::filterBy(const QString& text)
{
    ReferralFilter filter;
    filter.text = text;
    showFilter(filter);
}

void ReferralsPage::showFilter(const ReferralFilter& filter)
{
    m_saved->leave(filter);
    followFilter(filter);
}

void ReferralsPage::readColumns()
{
    askStore(
        m_services.store, this, [](LocalStore& store) { return store.sync().fact(columnsFact); },
        [this](const Result<QString>& kept) {
            if (kept.ok() && !kept->isEmpty()) {
                m_columns->restore(QByteArray::fromBase64(kept->toLatin1()));
                m_table->setColumnHidden(ReferralTableModel::Client, false);
                showOrder();
            }
            m_columnPause.stop();
        });
}

void ReferralsPage::keepColumns()
{
    const QString state = QString::fromLatin1(m_table->horizontalHeader()->saveState().toBase64());
    // Kept as a convenience: where it can't be written, the columns are as they were the next time.
    askStore(
        m_services.store, this, [state](LocalStore& store) { return store.sync().setFact(columnsFact, state); },
        [](const Result<void>&) {});
}

void ReferralsPage::change(const casework::BulkChange& change)
{
    if (const auto checked = casework::checkBulk(change); !checked.ok()) {
        m_bulk->notice().say(Notice::Tone::Bad, checked.error().sentence);
        return;
    }
    const QList<ReferralId> ids = m_rows->ids();
    auto outcome = std::make_shared<casework::BulkOutcome>();
    m_job->run(
        tr("Changing %n referral(s)…", nullptr, int(ids.size())), int(ids.size()),
        [change, ids, outcome](casework::Desk& desk, int first) -> Result<int> {
            const QList<ReferralId> part = ids.mid(first, partSize);
            const auto did = casework::applyBulk(desk, change, part);
            if (!did.ok()) {
                return did.error();
            }
            outcome->changed += did->changed;
            outcome->unchanged += did->unchanged;
            outcome->gone += did->gone;
            outcome->undo.append(did->undo);
            return int(part.size());
        },
        [this, change, outcome](const JobBar::End& end) { changed(change, *outcome, end); });
}

void ReferralsPage::changed(const casework::BulkChange& change, const casework::BulkOutcome& outcome,
                            const JobBar::End& end)
{
    using Kind = casework::BulkChange::Kind;
    QStringList sentences = {
        change.kind == Kind::Status
            ? tr("%n referral(s) changed to %1.", nullptr, outcome.changed).arg(statusInWords(change.to))
        : change.kind == Kind::Note ? tr("The note is on %n referral(s).", nullptr, outcome.changed)
                                    : tr("%n referral(s) assigned.", nullptr, outcome.changed)};
    if (outcome.unchanged > 0) {
        sentences.append(tr("%n were so already.", nullptr, outcome.unchanged));
    }
    if (outcome.gone > 0) {
        sentences.append(tr("%n are no longer there.", nullptr, outcome.gone));
    }
    if (outcome.undo.canceledMessages > 0) {
        sentences.append(tr("%n waiting message(s) canceled.", nullptr, outcome.undo.canceledMessages));
    }
    if (end.stopped) {
        sentences.append(tr("Stopped; the others are as they were."));
    }
    if (!end.trouble.isEmpty()) {
        sentences.append(end.trouble);
    }
    const auto tone = !end.trouble.isEmpty() ? Notice::Tone::Bad
                      : end.stopped          ? Notice::Tone::Warn
                                             : Notice::Tone::Good;
    if (outcome.undo.size() > 0) {
        casework::Undoable deed = outcome.undo;
        deed.words = change.kind == Kind::Status ? tr("the status of %n referral(s)", nullptr, outcome.changed)
                     : change.kind == Kind::Note ? tr("the note on %n referral(s)", nullptr, outcome.changed)
                                                 : tr("the worker of %n referral(s)", nullptr, outcome.changed);
        m_undo.push(deed);
        m_details->notice().hide();
        m_bulk->notice().offer(tone, sentences.join(u' '), tr("Undo"));
    } else {
        m_bulk->notice().say(tone, sentences.join(u' '));
    }
    if (end.trouble.isEmpty()) {
        m_bulk->clearAfter(change.kind);
    }
    m_services.agent.lookNow();
    refresh();
}

void ReferralsPage::shareSelected()
{
    withOneClient(tr("These referrals are of different clients, and each client agrees for "
                     "themselves. Select those of one client to share them together."),
                  [this](const ClientId& client, const QList<ReferralId>& referrals) {
                      Q_EMIT shareReferrals(client, referrals);
                  });
}

void ReferralsPage::printSelected()
{
    withOneClient(
        tr("These referrals are of different clients, and a sheet is for one. Select those of one client."),
        [this](const ClientId& client, const QList<ReferralId>& referrals) { Q_EMIT printSheet(client, referrals); });
}

void ReferralsPage::withOneClient(const QString& ofDifferentClients,
                                  std::function<void(const ClientId&, const QList<ReferralId>&)> then)
{
    const QList<ReferralId> ids = m_rows->ids();
    Notice* notice = ids.size() > 1 ? &m_bulk->notice() : m_notice;
    askStore(
        m_services.store, this, [ids](LocalStore& store) { return store.referrals().referrals(ids.mid(0, 1000)); },
        [ids, notice, ofDifferentClients, then = std::move(then)](const Result<QList<Referral>>& found) {
            if (!found.ok() || found->isEmpty()) {
                notice->say(Notice::Tone::Bad, found.ok() ? tr("Select a referral first.") : found.error().sentence);
                return;
            }
            QList<Referral> referrals = *found;
            const ClientId client = referrals.first().clientId;
            if (std::ranges::any_of(referrals, [&](const Referral& other) { return other.clientId != client; })) {
                notice->say(Notice::Tone::Warn, ofDifferentClients);
                return;
            }
            if (ids.size() > mostTogether) {
                notice->say(Notice::Tone::Warn,
                            tr("One share has at most %n resource sites: each is asked about on a day of its own.",
                               nullptr, mostTogether));
                return;
            }
            // In the order in which they were made, as from the basket.
            std::ranges::stable_sort(referrals, {}, &Referral::createdAt);
            QList<ReferralId> ordered;
            for (const Referral& referral : std::as_const(referrals)) {
                ordered.append(referral.id);
            }
            then(client, ordered);
        });
}

void ReferralsPage::withdrawSelected()
{
    const QList<ReferralId> ids = m_rows->ids();
    Notice* notice = ids.size() > 1 ? &m_bulk->notice() : m_notice;
    askStore(
        m_services.store, this,
        [ids](LocalStore& store) -> Result<QList<ShareId>> {
            QList<ShareId> open;
            for (const ReferralId& id : ids) {
                const auto shares = store.shares().sharesOf(id);
                if (!shares.ok()) {
                    return shares.error();
                }
                for (const Share& share : *shares) {
                    const auto withdrawn = store.shares().isWithdrawn(share.id);
                    if (!withdrawn.ok()) {
                        return withdrawn.error();
                    }
                    if (!*withdrawn && !open.contains(share.id)) {
                        open.append(share.id);
                    }
                }
            }
            return open;
        },
        [this, notice](const Result<QList<ShareId>>& open) {
            if (!open.ok() || open->isEmpty()) {
                notice->say(open.ok() ? Notice::Tone::Info : Notice::Tone::Bad,
                            open.ok() ? tr("None of them is shared with a consent that stands.")
                                      : open.error().sentence);
                return;
            }
            auto* dialog = new WithdrawDialog(m_services, *open, this);
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            connect(dialog, &WithdrawDialog::withdrawn, this, [this, notice] {
                notice->say(Notice::Tone::Good, tr("Consent is withdrawn. What had not gone out is canceled."));
                refresh();
            });
            dialog->open();
        });
}

void ReferralsPage::undo()
{
    if (m_undo.isEmpty() || m_job->busy()) {
        return;
    }
    const casework::Undoable deed = m_undo.take();
    auto outcome = std::make_shared<casework::UndoOutcome>();
    m_job->run(
        tr("Undoing %1…").arg(deed.words), int(deed.size()),
        [deed, outcome](casework::Desk& desk, int first) -> Result<int> {
            const auto did = casework::undo(desk, deed, first, partSize);
            if (!did.ok()) {
                return did.error();
            }
            outcome->undone += did->undone;
            outcome->left += did->left;
            return int(std::min<qsizetype>(partSize, deed.size() - first));
        },
        [this, deed, outcome](const JobBar::End& end) { undone(deed, *outcome, end); });
}

void ReferralsPage::undone(const casework::Undoable& deed, const casework::UndoOutcome& outcome, const JobBar::End& end)
{
    QStringList sentences;
    if (outcome.undone > 0) {
        sentences.append(tr("Undone: %1.").arg(deed.words));
    }
    if (outcome.left > 0) {
        sentences.append(tr("%n changed again since and stay(s) as it is.", nullptr, outcome.left));
    }
    if (deed.canceledMessages > 0) {
        sentences.append(tr("Follow-ups that were canceled stay canceled; share again to ask the client."));
    }
    if (end.stopped || !end.trouble.isEmpty()) {
        sentences.append(end.stopped ? tr("Stopped before the end.") : end.trouble);
        m_undo.push(deed);
    }
    const bool well = !end.stopped && end.trouble.isEmpty() && outcome.left == 0;
    for (Notice* old : {&m_details->notice(), &m_bulk->notice()}) {
        old->hide();
    }
    m_notice->say(well ? Notice::Tone::Good : Notice::Tone::Warn, sentences.join(u' '));
    m_services.agent.lookNow();
    refresh();
}

void ReferralsPage::chooseFile()
{
    auto* dialog = new QFileDialog(this, tr("Export Referrals"), tr("referrals.csv"), tr("Spreadsheet (*.csv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"csv"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &ReferralsPage::exportTo);
    dialog->open();
}

void ReferralsPage::exportTo(const QString& path)
{
    QList<int> columns;
    QStringList titles;
    const QHeaderView* header = m_table->horizontalHeader();
    for (int place = 0; place < header->count(); ++place) {
        if (const int column = header->logicalIndex(place); !m_table->isColumnHidden(column)) {
            columns.append(column);
            titles.append(m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        }
    }
    auto file = std::make_shared<CsvFile>(path, titles);
    m_job->run(
        tr("Writing the referrals…"), 0,
        [query = m_model->query(), columns, file](casework::Desk& desk, int first) -> Result<int> {
            constexpr int rowsAtOnce = 500;
            const auto rows = desk.store.referrals().find(query, {first, rowsAtOnce});
            if (!rows.ok()) {
                return rows.error();
            }
            for (const ReferralRow& row : *rows) {
                QStringList cells;
                for (const int column : columns) {
                    cells.append(ReferralTableModel::exported(row, column));
                }
                file->append(cells);
            }
            const auto written = file->trouble();
            return written.ok() ? Result<int>(int(rows->size())) : written.error();
        },
        [this, file](const JobBar::End& end) {
            const auto kept = end.stopped || !end.trouble.isEmpty() ? Result<void>() : file->keep();
            if (end.stopped) {
                m_notice->say(Notice::Tone::Info, tr("Stopped. No file was written."));
            } else if (!end.trouble.isEmpty() || !kept.ok()) {
                m_notice->say(Notice::Tone::Bad, kept.ok() ? end.trouble : kept.error().sentence);
            } else {
                m_notice->say(
                    Notice::Tone::Good,
                    tr("%n referral(s) written. The file holds personal data: keep it safe, and delete it when "
                       "it has served.",
                       nullptr, end.done));
            }
        });
}

} // namespace handrail::ui
