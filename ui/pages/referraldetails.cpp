// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/referraldetails.h"

#include "core/casework/referrals.h"
#include "core/domain/notefile.h"
#include "core/domain/reasons.h"
#include "ui/dialogs/withdrawdialog.h"
#include "ui/draftkeeper.h"
#include "ui/theme.h"
#include "ui/views/flowlayout.h"
#include "ui/views/heldcard.h"
#include "ui/views/pagescroll.h"
#include "ui/views/revertbutton.h"
#include "ui/views/searchlist.h"
#include "ui/words.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QScrollArea>
#include <QShortcut>
#include <QTabWidget>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

namespace {

QListView* makeRows(const QString& name, const QString& label, QAbstractItemModel* model)
{
    auto* list = new QListView;
    identify(list, name, label);
    list->setModel(model);
    list->setItemDelegate(new RowDelegate(RowDelegate::Lead::Sentence, list));
    list->setUniformItemSizes(true);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return list;
}

QString addressesInWords(const QList<Address>& addresses, const PhoneNumbers& phones, const QString& region)
{
    QStringList words;
    for (const Address& address : addresses) {
        words.append(addressInWords(address, phones, region));
    }
    return words.join(u", "_s);
}

} // namespace

const casework::ShareView* ReferralDetails::Details::openShare() const
{
    const auto open = std::ranges::find_if(shares, [](const auto& share) { return !share.withdrawn; });
    return open == shares.end() ? nullptr : &*open;
}

/// The referral's own follow-ups, and the initial messages of its shares.
QList<Message> ReferralDetails::Details::held() const
{
    QList<Message> all;
    for (const auto& share : shares) {
        for (const auto& line : share.lines) {
            if (line.message.state == MessageState::Held &&
                line.message.referralId.value_or(row.referral.id) == row.referral.id) {
                all.append(line.message);
            }
        }
    }
    return all;
}

ReferralDetails::ReferralDetails(Services services, QWidget* parent)
    : QWidget(parent)
    , m_services(services)
    , m_activity(new ActivityListModel(services.store, services.clock, this))
    , m_lines(new ShareLinesModel(services.phones, services.clock, this))
    , m_automatic(new Notice(u"automaticNotice"_s))
    , m_notice(new Notice(u"referralNotice"_s))
{
    setObjectName(u"referralDetailsPane"_s);
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(8);
    m_heldCards = new QVBoxLayout;
    column->addLayout(m_heldCards);
    column->addWidget(m_automatic);
    m_halves = new QBoxLayout(QBoxLayout::TopToBottom);
    m_halves->setSpacing(16);
    m_halves->addWidget(makeControls(), 2);
    m_tabs = new QTabWidget;
    m_tabs->setDocumentMode(true);
    identify(m_tabs, u"referralTabs"_s, tr("Details"));
    m_tabs->addTab(makeActivity(), tr("Recent Activity"));
    m_tabs->addTab(makeMessages(), tr("Messages"));
    m_tabs->addTab(makeConsent(), tr("Consent"));
    auto* close = makeButton(u"closeReferral"_s, {}, ButtonKind::Quiet, u"remove"_s);
    close->setAccessibleName(tr("Close Details"));
    close->setToolTip(tr("Close the details (Esc)"));
    connect(close, &QPushButton::clicked, this, &ReferralDetails::closeWanted);
    auto* escape = new QShortcut(QKeySequence(Qt::Key_Escape), this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &ReferralDetails::closeWanted);
    m_tabs->setCornerWidget(close);
    m_halves->addWidget(m_tabs, 3);
    column->addLayout(m_halves, 1);
    m_states = new StatePane(content, u"referralDetails"_s);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_states);
    showNothing();
    connectControls();
}

QWidget* ReferralDetails::makeControls()
{
    m_site = makeLabel({}, u"heading"_s, true);
    m_site->setObjectName(u"referralSite"_s);
    m_client = makeLabel({}, u"muted"_s, true);
    m_client->setObjectName(u"referralClient"_s);
    m_status = new QComboBox;
    identify(m_status, u"status"_s, tr("Status"));
    for (const ReferralStatus status : allStatuses()) {
        m_status->addItem(statusInWords(status), int(status));
    }
    m_reason = new QLineEdit;
    identify(m_reason, u"reason"_s, tr("Reason"));
    m_reason->setPlaceholderText(tr("Reason (if there is one)"));
    m_reason->setMaxLength(longestNote);
    m_saveStatus = makeButton(u"changeStatus"_s, tr("Change Status"));
    m_share = makeButton(u"share"_s, tr("Share…"), ButtonKind::Primary, u"share"_s);
    m_withdraw = makeButton(u"withdrawConsent"_s, tr("Withdraw Consent…"), ButtonKind::Quiet);

    auto* card = makeFrame(u"card"_s, 16);
    auto* column = layoutOf(card);
    column->addWidget(m_site);
    column->addWidget(m_client);
    column->addWidget(m_notice);
    auto* statusLabel = makeLabel(tr("Status"), u"section"_s);
    statusLabel->setBuddy(m_status);
    column->addWidget(statusLabel);
    column->addWidget(m_status);
    m_reason->setMinimumWidth(scaled(190));
    auto* row = new FlowLayout(8);
    row->addFilling(m_reason);
    row->addWidget(m_saveStatus);
    column->addLayout(row);
    column->addStretch(1);
    auto* print = makeButton(u"printReferral"_s, tr("Printed Sheet…"), ButtonKind::Quiet, u"print"_s);
    print->setToolTip(tr("For a client without a phone"));
    connect(print, &QPushButton::clicked, this, [this] {
        if (m_shown) {
            Q_EMIT printSheet(m_shown->row.referral.clientId, {m_shown->row.referral.id});
        }
    });
    auto* shareRow = new FlowLayout(8);
    shareRow->addWidget(m_share);
    shareRow->addWidget(m_withdraw);
    shareRow->addWidget(print);
    column->addLayout(shareRow);
    m_controls = new QScrollArea;
    m_controls->setWidgetResizable(true);
    m_controls->setFrameShape(QFrame::NoFrame);
    m_controls->setFocusPolicy(Qt::NoFocus);
    m_controls->setWidget(card);
    m_controls->setMinimumWidth(fontMetrics().averageCharWidth() * 36);
    return m_controls;
}

QWidget* ReferralDetails::makeActivity()
{
    m_activityList = makeRows(u"referralActivity"_s, tr("Activity of This Referral"), m_activity);
    new KeyedSelection(m_activityList, m_activity);
    m_revert = new RevertButton(m_services, m_activityList, m_activity);
    connect(m_revert, &RevertButton::said, this, [this](Notice::Tone tone, const QString& sentence) {
        m_notice->say(tone, sentence);
        Q_EMIT changed();
    });
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_activityList, 1);
    makeNote(column);
    return page;
}

void ReferralDetails::makeNote(QVBoxLayout* column)
{
    m_note = new NoteEdit;
    m_note->setLongest(longestNote);
    identify(m_note, u"note"_s, tr("Note"));
    m_note->setPlaceholderText(tr("Write a note, or drop a text file"));
    m_note->setFixedHeight(fontMetrics().height() * 2 + 16);
    m_addNote = makeButton(u"addNote"_s, tr("Add Note"), ButtonKind::Plain, u"note"_s);
    m_addNote->setEnabled(false);
    m_note->setMinimumWidth(scaled(190));
    auto* file = makeButton(u"noteFromFile"_s, tr("Text File…"), ButtonKind::Quiet);
    file->setToolTip(tr("Takes the text of a file into the note"));
    connect(file, &QPushButton::clicked, m_note, &NoteEdit::chooseFile);
    auto* row = new FlowLayout(8);
    row->addFilling(m_note);
    row->addWidget(file);
    row->addWidget(m_addNote);
    row->addWidget(m_revert);
    column->addLayout(row);
}

QWidget* ReferralDetails::makeMessages()
{
    m_messageList = makeRows(u"referralMessages"_s, tr("Messages of This Referral"), m_lines);
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 8, 0, 0);
    column->addWidget(m_messageList);
    return page;
}

QWidget* ReferralDetails::makeConsent()
{
    m_consent = new QPlainTextEdit;
    identify(m_consent, u"referralConsent"_s, tr("Consent"));
    m_consent->setReadOnly(true);
    m_consent->setTabChangesFocus(true);
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 8, 0, 0);
    column->addWidget(m_consent);
    return page;
}

void ReferralDetails::connectControls()
{
    connect(m_saveStatus, &QPushButton::clicked, this, &ReferralDetails::setStatus);
    connect(m_reason, &QLineEdit::returnPressed, this, &ReferralDetails::setStatus);
    connect(m_share, &QPushButton::clicked, this, [this] {
        if (m_shown) {
            Q_EMIT shareReferral(m_shown->row.referral.clientId, m_shown->row.referral.id);
        }
    });
    connect(m_withdraw, &QPushButton::clicked, this, &ReferralDetails::withdraw);
    connect(m_addNote, &QPushButton::clicked, this, &ReferralDetails::addNote);
    auto* send = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), m_note);
    send->setContext(Qt::WidgetShortcut);
    connect(send, &QShortcut::activated, this, &ReferralDetails::addNote);
    connect(m_note, &QPlainTextEdit::textChanged, this,
            [this] { m_addNote->setEnabled(!m_note->toPlainText().trimmed().isEmpty()); });
    connect(m_note, &NoteEdit::cut, this, [this] {
        m_notice->say(Notice::Tone::Warn, tr("A note holds %L1 characters; the rest was cut off.").arg(longestNote));
    });
    connect(m_note, &NoteEdit::refused, this,
            [this](const QString& sentence) { m_notice->say(Notice::Tone::Warn, sentence); });
    connect(m_notice, &Notice::acted, this, &ReferralDetails::undoWanted);
    connect(m_automatic, &Notice::acted, this, [this] {
        if (m_shown && m_shown->automatic) {
            revert(m_shown->automatic->activity.id);
        }
    });
    const auto typed = [this] {
        QJsonObject draft;
        for (const auto& [key, text] : {std::pair(u"text"_s, m_note->toPlainText()), std::pair(u"reason"_s, m_reason->text())}) {
            if (!text.trimmed().isEmpty()) {
                draft.insert(key, text);
            }
        }
        return draft;
    };
    const auto fill = [this](const QJsonObject& draft) {
        m_note->setPlainText(draft.value(u"text"_s).toString());
        m_reason->setText(draft.value(u"reason"_s).toString());
    };
    m_draft = new DraftKeeper(m_services.store, m_services.clock, {typed, fill}, this);
    m_draft->follow(m_note);
    m_draft->follow(m_reason);
}

void ReferralDetails::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitHalves();
}

/// Beside each other where there is the width for it; else one below the other and whole, and the page scrolls.
void ReferralDetails::fitHalves()
{
    constexpr int charactersForTwo = 80;
    constexpr int fewestLines = 9;
    const bool two = width() >= fontMetrics().averageCharWidth() * charactersForTwo;
    m_halves->setDirection(two ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_controls->setMinimumHeight(two ? 0 : leastHeight(m_controls->widget(), width()));
    m_tabs->setMinimumHeight(two ? 0 : fontMetrics().height() * fewestLines);
}

void ReferralDetails::showNothing()
{
    m_id.reset();
    m_shown.reset();
    m_states->showMessage(u"referrals"_s, tr("Choose a referral"),
                          tr("Select a referral to see its activity and to change its status. Select several to change "
                             "them together."));
}

void ReferralDetails::showReferral(const ReferralId& id)
{
    if (m_id != id) {
        m_notice->hide();
        m_automatic->hide();
        m_shown.reset();
        m_id = id;
        // What was typed about the other referral is kept for it.
        m_draft->open(u"note/%1"_s.arg(id.toString()), tr("Note on a referral"));
        {
            const QSignalBlocker quiet(m_note);
            const QSignalBlocker quietReason(m_reason);
            m_note->clear();
            m_reason->clear();
            m_addNote->setEnabled(false);
        }
        m_activity->show({std::nullopt, id});
    }
    readDetails();
}

void ReferralDetails::refresh()
{
    if (m_id) {
        m_activity->refresh();
        readDetails();
    }
}

void ReferralDetails::focusStatus()
{
    m_status->setFocus();
}

void ReferralDetails::focusNote()
{
    m_tabs->setCurrentIndex(0);
    m_note->setFocus();
}

Result<std::optional<ReferralDetails::Details>> ReferralDetails::read(casework::Desk& desk, const ReferralId& id)
{
    LocalStore& store = desk.store;
    const auto referral = store.referrals().referral(id);
    const auto shares = store.shares().sharesOf(id);
    if (!referral.ok() || !shares.ok()) {
        return referral.ok() ? shares.error() : referral.error();
    }
    if (!*referral) {
        return std::optional<Details>();
    }
    const auto client = store.clients().client((**referral).clientId);
    const auto site = store.directory().site((**referral).siteId);
    const auto agency = store.agencies().agency();
    if (!client.ok() || !site.ok() || !agency.ok()) {
        return !client.ok() ? client.error() : !site.ok() ? site.error() : agency.error();
    }
    Details details{.row = {.referral = **referral,
                            .clientName = *client ? (**client).fullName() : QString(),
                            .siteName = *site ? (**site).displayName() : tr("A resource that left the directory"),
                            .shared = !shares->isEmpty(),
                            .nextFollowUp = {},
                            .lastAnswer = {},
                            .lastActivityAt = {},
                            .workerId = {},
                            .workerName = {}},
                    .shares = {},
                    .automatic = {}};
    if (*agency) {
        details.phoneRegion = (**agency).phoneRegion;
    }
    for (const Share& share : *shares) {
        auto view = casework::viewShare(desk, share.id);
        if (!view.ok()) {
            return view.error();
        }
        details.shares.append(std::move(*view));
    }
    constexpr int recent = 100;
    const auto activities = store.activities().find({std::nullopt, id}, {0, recent});
    if (!activities.ok()) {
        return activities.error();
    }
    for (const ActivityRow& row : *activities) {
        // The latest entry that set a status says whether an answer made it.
        if (row.activity.toStatus && row.activity.toStatus != row.activity.fromStatus) {
            if (ActivityListModel::canRevert(row) && row.activity.toStatus == details.row.referral.status) {
                details.automatic = row;
            }
            break;
        }
    }
    return std::optional(details);
}

void ReferralDetails::readDetails()
{
    const ReferralId id = *m_id;
    atDesk(
        m_services, this, [id](casework::Desk& desk) { return read(desk, id); },
        [this, id](const Result<std::optional<Details>>& details) {
            if (m_id != id) {
                return;
            }
            if (!details.ok()) {
                m_states->showMessage(u"warning"_s, tr("This referral can’t be read"), details.error().sentence);
            } else if (*details) {
                showDetails(**details);
            } else if (m_shown && m_shown->row.referral.id == id) {
                m_states->showMessage(u"person"_s, tr("This referral is not here any more"),
                                      tr("Its client may have been given to another team. Choose another referral."));
            }
        });
}

void ReferralDetails::showDetails(const Details& details)
{
    // A choice that the worker has begun to make stays; a status that changed by itself shows.
    if (!m_shown || m_shown->row.referral.status != details.row.referral.status) {
        m_status->setCurrentIndex(m_status->findData(int(details.row.referral.status)));
    }
    m_shown = details;
    m_site->setText(oneLine(details.row.siteName));
    m_client->setText(oneLine(details.row.clientName));
    m_draft->open(u"note/%1"_s.arg(details.row.referral.id.toString()),
                  tr("Note on %1, %2").arg(m_site->text(), m_client->text()));
    m_share->setVisible(!details.row.shared || !details.openShare());
    m_withdraw->setVisible(details.openShare() != nullptr);
    m_lines->show(details.shares, details.row.referral.id, details.phoneRegion);
    showAutomatic(details);
    showConsent(details);
    showHeld(details);
    m_states->showContent();
    fitHalves();
}

void ReferralDetails::showAutomatic(const Details& details)
{
    if (!details.automatic) {
        m_automatic->hide();
        return;
    }
    const QString sentence =
        u"%1 %2"_s.arg(activitySentence(*details.automatic), automaticSource(*details.automatic)).trimmed();
    if (m_automatic->isHidden() || m_automatic->sentence() != sentence) {
        m_automatic->ask(Notice::Tone::Info, sentence, tr("Revert"));
    }
}

void ReferralDetails::showConsent(const Details& details)
{
    QStringList parts;
    const QDateTime now = m_services.clock.now();
    for (const auto& share : details.shares) {
        const QString who = share.sharedBy.isEmpty() ? tr("A worker") : oneLine(share.sharedBy);
        parts.append(tr("Shared by %1 - %2").arg(who, timeInWords(share.share.sharedAt, now)));
        parts.append(tr("To: %1").arg(addressesInWords(share.share.addresses, m_services.phones, details.phoneRegion)));
        if (share.siteNames.size() > 1) {
            parts.append(tr("Together with: %1").arg(share.siteNames.join(u", "_s)));
        }
        parts.append(share.withdrawn ? tr("The client has withdrawn this consent.") : tr("The consent stands."));
        if (share.consent) {
            parts.append(tr("The words of the consent (%1):").arg(languageInWords(share.consent->language)));
            parts.append(share.consent->wording);
        }
        parts.append(QString());
    }
    const QString words = parts.isEmpty() ? tr("Not shared yet. Nothing is sent without the client’s consent.")
                                          : parts.join(u'\n').trimmed();
    if (m_consent->toPlainText() != words) {
        m_consent->setPlainText(words);
    }
}

void ReferralDetails::showHeld(const Details& details)
{
    // A card that the worker reads or presses isn't made anew by every change of the store.
    if (m_heldShown == details.held()) {
        return;
    }
    m_heldShown = details.held();
    clearLayout(m_heldCards);
    for (const Message& message : std::as_const(m_heldShown)) {
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

void ReferralDetails::decide(const Message& message, HeldMessages::Decision decision, HeldCard* card)
{
    card->setBusy();
    m_services.held.decide(message.id, decision, card, [this, decision, card](const Result<void>& result) {
        // Somebody else's decision is as good a reason to look as one's own.
        m_services.agent.lookNow();
        if (!result.ok()) {
            card->setProblem(reasonInWords(result.error().sentence));
        } else {
            card->setDecided(decision == HeldMessages::Decision::SendAgain
                                 ? tr("It will be sent again. This message goes away as soon as that shows here.")
                                 : tr("It will not be sent. This message goes away as soon as that shows here."));
        }
    });
}

/// `kept`: what was typed is in the store now, and its field may be emptied.
void ReferralDetails::run(std::function<Result<casework::Undoable>(casework::Desk&)> useCase, const QString& sentence,
                          std::function<void()> kept)
{
    atDesk(m_services, this, std::move(useCase), [this, sentence, kept](const Result<casework::Undoable>& result) {
        if (!result.ok()) {
            m_notice->say(Notice::Tone::Bad, result.error().sentence);
            return;
        }
        if (result->size() > 0) {
            m_notice->offer(Notice::Tone::Good, sentence, tr("Undo"));
        } else {
            m_notice->say(Notice::Tone::Good, sentence);
        }
        kept();
        m_services.agent.lookNow();
        Q_EMIT done(*result, sentence);
        Q_EMIT changed();
    });
}

void ReferralDetails::setStatus()
{
    if (!m_shown) {
        return;
    }
    const auto to = ReferralStatus(m_status->currentData().toInt());
    const ReferralId id = m_shown->row.referral.id;
    const QString words = tr("the status of %1").arg(oneLine(m_shown->row.siteName));
    run(
        [id, to, words, reason = m_reason->text().trimmed()](casework::Desk& desk) {
            auto deed = casework::changeStatus(desk, id, to, reason);
            if (deed.ok()) {
                deed->words = words;
            }
            return deed;
        },
        tr("The status is %1.").arg(statusInWords(to)), [this] { m_reason->clear(); });
}

void ReferralDetails::addNote()
{
    if (!m_shown || !m_addNote->isEnabled()) {
        return;
    }
    const ReferralId id = m_shown->row.referral.id;
    const QString words = tr("the note on %1").arg(oneLine(m_shown->row.siteName));
    run(
        [id, words, text = m_note->toPlainText()](casework::Desk& desk) {
            auto deed = casework::writeNote(desk, id, text);
            if (deed.ok()) {
                deed->words = words;
            }
            return deed;
        },
        tr("The note is kept."),
        [this] { m_note->clear(); });
}

void ReferralDetails::withdraw()
{
    if (!m_shown || !m_shown->openShare()) {
        return;
    }
    auto* dialog = new WithdrawDialog(m_services, {m_shown->openShare()->share.id}, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &WithdrawDialog::withdrawn, this, [this] {
        m_notice->say(Notice::Tone::Good, tr("Consent is withdrawn. What had not gone out is canceled."));
        Q_EMIT changed();
    });
    dialog->open();
}

void ReferralDetails::revert(const ActivityId& activity)
{
    run(
        [activity](casework::Desk& desk) -> Result<casework::Undoable> {
            const auto reverted = casework::revertChange(desk, activity);
            return reverted.ok() ? Result<casework::Undoable>(casework::Undoable()) : reverted.error();
        },
        tr("The automatic change is taken back."), [] {});
}

} // namespace handrail::ui
