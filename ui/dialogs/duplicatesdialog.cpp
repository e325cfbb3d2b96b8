// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/duplicatesdialog.h"

#include "core/casework/merging.h"
#include "ui/dialogs/mergedialog.h"
#include "ui/views/searchlist.h"
#include "ui/words.h"

#include <QBoxLayout>
#include <QListView>
#include <QProgressBar>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

namespace {

constexpr int comparedAtOnce = 200;

} // namespace

DuplicatesDialog::DuplicatesDialog(Services services, QWidget* parent)
    : QDialog(parent)
    , m_services(services)
    , m_model(new DuplicateListModel(services.store, this))
    , m_list(new QListView)
    , m_states(new StatePane(m_list, u"duplicates"_s))
    , m_notice(new Notice(u"duplicatesNotice"_s))
    , m_progress(new QProgressBar)
    , m_merge(makeButton(u"mergePair"_s, tr("Compare and Merge…"), ButtonKind::Primary))
    , m_apart(makeButton(u"keepApart"_s, tr("They Are Two People")))
{
    setObjectName(u"duplicatesDialog"_s);
    setWindowTitle(tr("Possible Duplicates"));
    resizeOnScreen(this, {720, 560});
    identify(m_list, u"duplicatesList"_s, tr("Possible Duplicates"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new RowDelegate(RowDelegate::Lead::Initials, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    followSelection(m_list);
    identify(m_progress, u"duplicatesProgress"_s, tr("Comparing clients"));
    m_progress->setFormat(tr("Comparing clients: %p %"));
    m_apart->setToolTip(tr("This pair is not shown again, on no computer of your agency"));

    auto* body = new QVBoxLayout;
    body->setContentsMargins(24, 24, 24, 16);
    body->setSpacing(12);
    body->addWidget(m_notice);
    body->addWidget(makeLabel(tr("The same phone, email, name or date of birth can mean that one person stands here "
                                 "twice. Compare the two; a merge can be taken back later."),
                              u"muted"_s, true));
    body->addWidget(m_states, 1);
    body->addWidget(m_progress);
    auto* bar = new QFrame;
    bar->setProperty("role", u"bar"_s);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(24, 12, 24, 12);
    auto* close = makeButton(u"close"_s, tr("Close"));
    row->addWidget(m_apart);
    row->addStretch(1);
    row->addWidget(close);
    row->addWidget(m_merge);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addLayout(body, 1);
    outer->addWidget(bar);

    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_merge, &QPushButton::clicked, this, &DuplicatesDialog::mergeChosen);
    connect(m_apart, &QPushButton::clicked, this, &DuplicatesDialog::keepApart);
    connect(m_list, &QListView::activated, this, &DuplicatesDialog::mergeChosen);
    connect(m_model, &PagedModelBase::answered, this, &DuplicatesDialog::showState);
    connect(m_states, &StatePane::acted, m_model, &PagedModelBase::refresh);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &DuplicatesDialog::enableButtons);
    showState();
    compareMore();
}

/// One slice after the other, so that other questions to the store come in between.
void DuplicatesDialog::compareMore()
{
    askStore(
        m_services.store, this,
        [](LocalStore& store) -> Result<int> {
            if (const auto compared = store.duplicates().compareMore(comparedAtOnce); !compared.ok()) {
                return compared.error();
            }
            return store.duplicates().uncompared();
        },
        [this](const Result<int>& left) {
            m_comparing = left.ok() && *left > 0;
            if (!left.ok()) {
                m_notice->say(Notice::Tone::Bad, left.error().sentence);
            } else {
                m_toCompare = std::max(m_toCompare, *left);
                m_progress->setRange(0, std::max(1, m_toCompare));
                m_progress->setValue(m_toCompare - *left);
            }
            m_progress->setVisible(m_comparing);
            m_model->refresh();
            if (m_comparing) {
                compareMore();
            }
        });
}

void DuplicatesDialog::showState()
{
    if (m_model->state() == PagedModelBase::State::Failed) {
        m_states->showMessage(u"warning"_s, tr("This list can’t be read"), m_model->trouble(), tr("Try Again"));
    } else if (m_model->rowCount() > 0) {
        m_states->showContent();
    } else if (m_comparing) {
        m_states->showMessage(u"search"_s, tr("Comparing clients…"), tr("Pairs appear here as they are found."));
    } else {
        m_states->showMessage(u"check"_s, tr("No possible duplicates"),
                              tr("Nobody here resembles anybody else. New clients are compared as they are added."));
    }
    enableButtons();
}

const PossibleDuplicate* DuplicatesDialog::chosen() const
{
    const QModelIndex current = m_list->currentIndex();
    return current.isValid() ? m_model->row(current.row()) : nullptr;
}

void DuplicatesDialog::enableButtons()
{
    m_merge->setEnabled(chosen() != nullptr);
    m_apart->setEnabled(chosen() != nullptr);
}

void DuplicatesDialog::mergeChosen()
{
    const PossibleDuplicate* pair = chosen();
    if (!pair) {
        return;
    }
    auto* dialog = new MergeDialog(m_services, pair->first.id, pair->second.id, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &MergeDialog::merged, this, [this](const ClientId& kept) {
        m_notice->say(Notice::Tone::Good, tr("Two became one. You can take it back in the client’s timeline."));
        Q_EMIT merged(kept);
        compareMore();
    });
    dialog->open();
}

void DuplicatesDialog::keepApart()
{
    const PossibleDuplicate* pair = chosen();
    if (!pair) {
        return;
    }
    atDesk(
        m_services, this,
        [a = pair->first.id, b = pair->second.id](casework::Desk& desk) { return casework::sayTheyAreTwo(desk, a, b); },
        [this](const Result<void>& result) {
            if (!result.ok()) {
                m_notice->say(Notice::Tone::Bad, result.error().sentence);
                return;
            }
            m_services.agent.lookNow();
            m_model->refresh();
        });
}

} // namespace handrail::ui
