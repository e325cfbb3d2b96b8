// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/bulkcard.h"

#include "core/domain/notefile.h"
#include "ui/draftkeeper.h"
#include "ui/views/widgets.h"
#include "ui/words.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

BulkCard::BulkCard(Services services, QWidget* parent)
    : QFrame(parent)
    , m_services(services)
    , m_count(makeLabel({}, u"heading"_s, true))
    , m_notice(new Notice(u"bulkNotice"_s))
    , m_status(new QComboBox)
    , m_reason(new QLineEdit)
    , m_setStatus(makeButton(u"bulkChangeStatus"_s, tr("Change Status")))
    , m_note(new NoteEdit)
    , m_addNote(makeButton(u"bulkAddNote"_s, tr("Add Note"), ButtonKind::Plain, u"note"_s))
    , m_worker(new QComboBox)
    , m_assign(makeButton(u"bulkAssign"_s, tr("Assign Worker")))
    , m_share(makeButton(u"bulkShare"_s, tr("Share…"), ButtonKind::Primary, u"share"_s))
    , m_withdraw(makeButton(u"bulkWithdraw"_s, tr("Withdraw Consent…"), ButtonKind::Quiet))
{
    setObjectName(u"bulkCard"_s);
    setProperty("role", u"card"_s);
    m_count->setObjectName(u"bulkCount"_s);
    identify(m_status, u"bulkStatus"_s, tr("Status for all"));
    for (const ReferralStatus status : allStatuses()) {
        m_status->addItem(statusInWords(status), int(status));
    }
    identify(m_reason, u"bulkReason"_s, tr("Reason for all"));
    m_reason->setPlaceholderText(tr("Reason (if there is one)"));
    m_reason->setMaxLength(longestNote);
    identify(m_note, u"bulkNote"_s, tr("Note on all"));
    m_note->setPlaceholderText(tr("Write a note, or drop a text file"));
    m_note->setLongest(longestNote);
    m_note->setFixedHeight(fontMetrics().height() * 2 + 16);
    identify(m_worker, u"bulkWorker"_s, tr("Worker of their clients"));
    for (QComboBox* box : {m_status, m_worker}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(14);
    }
    auto* clear = makeButton(u"bulkClear"_s, tr("Clear Selection"), ButtonKind::Quiet);

    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(16, 12, 16, 12);
    grid->setSpacing(8);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_count, 0, 0, 1, 2);
    grid->addWidget(clear, 0, 2);
    grid->addWidget(m_notice, 1, 0, 1, 3);
    grid->addWidget(m_status, 2, 0);
    grid->addWidget(m_reason, 2, 1);
    grid->addWidget(m_setStatus, 2, 2);
    grid->addWidget(m_note, 3, 0, 1, 2);
    auto* file = makeButton(u"bulkNoteFromFile"_s, tr("Text File…"), ButtonKind::Quiet);
    file->setToolTip(tr("Takes the text of a file into the note"));
    connect(file, &QPushButton::clicked, m_note, &NoteEdit::chooseFile);
    auto* noteButtons = new QVBoxLayout;
    noteButtons->setSpacing(4);
    noteButtons->addWidget(m_addNote);
    noteButtons->addWidget(file);
    grid->addLayout(noteButtons, 3, 2, Qt::AlignTop);
    grid->addWidget(m_worker, 4, 0, 1, 2);
    grid->addWidget(m_assign, 4, 2);
    auto* row = new QHBoxLayout;
    row->addWidget(m_share);
    row->addWidget(m_withdraw);
    row->addStretch(1);
    grid->addLayout(row, 5, 0, 1, 3);
    grid->setRowStretch(6, 1);

    using Kind = casework::BulkChange::Kind;
    connect(m_setStatus, &QPushButton::clicked, this, [this] {
        Q_EMIT wanted({Kind::Status, ReferralStatus(m_status->currentData().toInt()), {}, m_reason->text()});
    });
    connect(m_addNote, &QPushButton::clicked, this, [this] {
        Q_EMIT wanted({Kind::Note, {}, {}, m_note->toPlainText()});
    });
    connect(m_assign, &QPushButton::clicked, this, [this] {
        Q_EMIT wanted({Kind::AssignWorker, {}, UserId::fromString(m_worker->currentData().toString()), {}});
    });
    connect(m_share, &QPushButton::clicked, this, &BulkCard::shareWanted);
    connect(m_withdraw, &QPushButton::clicked, this, &BulkCard::withdrawWanted);
    connect(clear, &QPushButton::clicked, this, &BulkCard::clearWanted);
    connect(m_notice, &Notice::acted, this, &BulkCard::undoWanted);
    connect(m_note, &QPlainTextEdit::textChanged, this, &BulkCard::enable);
    connect(m_worker, &QComboBox::currentIndexChanged, this, &BulkCard::enable);
    connect(m_note, &NoteEdit::cut, this, [this] {
        m_notice->say(Notice::Tone::Warn, tr("A note holds %L1 characters; the rest was cut off.").arg(longestNote));
    });
    m_draft = new DraftKeeper(
        services.store, services.clock,
        {.read =
             [this] {
                 QJsonObject draft;
                 for (const auto& [key, text] : {std::pair(u"text"_s, m_note->toPlainText()), std::pair(u"reason"_s, m_reason->text())}) {
                     if (!text.trimmed().isEmpty()) {
                         draft.insert(key, text);
                     }
                 }
                 return draft;
             },
         .fill =
             [this](const QJsonObject& draft) {
                 m_note->setPlainText(draft.value(u"text"_s).toString());
                 m_reason->setText(draft.value(u"reason"_s).toString());
             }},
        this);
    m_draft->follow(m_note);
    m_draft->follow(m_reason);
    m_draft->open(u"bulk/note"_s, tr("A note for several referrals"));
    connect(m_note, &NoteEdit::refused, this,
            [this](const QString& sentence) { m_notice->say(Notice::Tone::Warn, sentence); });
    readWorkers();
    enable();
}

void BulkCard::readWorkers()
{
    askStore(
        m_services.store, this, [](LocalStore& store) { return store.agencies().users(); },
        [this](const Result<QList<User>>& users) {
            m_worker->clear();
            m_worker->addItem(tr("Choose a worker"), QString());
            for (const User& user : users.ok() ? *users : QList<User>()) {
                m_worker->addItem(oneLine(user.displayName), user.id.toString());
            }
        });
}

void BulkCard::setCount(int referrals)
{
    m_count->setText(tr("%n referral(s) selected", nullptr, referrals));
}

void BulkCard::setBusy(bool busy)
{
    m_busy = busy;
    enable();
}

void BulkCard::clearAfter(casework::BulkChange::Kind kind)
{
    if (kind == casework::BulkChange::Kind::Status) {
        m_reason->clear();
    } else if (kind == casework::BulkChange::Kind::Note) {
        m_note->clear();
    }
}

void BulkCard::enable()
{
    for (QPushButton* button : {m_setStatus, m_share, m_withdraw}) {
        button->setEnabled(!m_busy);
    }
    m_addNote->setEnabled(!m_busy && !m_note->toPlainText().trimmed().isEmpty());
    m_assign->setEnabled(!m_busy && m_worker->currentIndex() > 0);
}

} // namespace handrail::ui
