// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/triageview.h"

#include "core/casework/referrals.h"
#include "core/domain/readingplan.h"
#include "ui/draftkeeper.h"
#include "ui/views/conversation.h"
#include "ui/views/flowlayout.h"
#include "ui/views/reachbox.h"
#include "ui/views/searchlist.h"
#include "ui/views/widgets.h"
#include "ui/words.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QComboBox>
#include <QJsonObject>
#include <QListView>
#include <QRadioButton>
#include <QScrollArea>
#include <QSplitter>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

using Meaning = ReplyReading::Meaning;

TriageView::TriageView(Services services, QWidget* parent)
    : QWidget(parent)
    , m_services(services)
    , m_model(new ReplyListModel(services.store, services.clock, services.phones, this))
{
    setObjectName(u"triageView"_s);
    m_notice = new Notice(u"triageNotice"_s);
    m_reach = new ReachBox(u"triageReach"_s);
    auto* top = new QHBoxLayout;
    top->addWidget(makeLabel(tr("What these clients wrote, no rule may decide. Say what each message means."),
                             u"muted"_s, true),
                   1);
    top->addWidget(m_reach);
    auto* splitter = new QSplitter(Qt::Horizontal);
    splitter->addWidget(makeList());
    splitter->addWidget(makeItem());
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 3);
    splitter->setSizes({360, 600});
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(16);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addLayout(top);
    column->addWidget(m_notice);
    column->addWidget(splitter, 1);
    connect(m_notice, &Notice::acted, this, &TriageView::takeBack);
    connect(m_reach, &ReachBox::reachChosen, this, &TriageView::ask);
    setFocusProxy(m_list);
    showState();
    ask();
}

QWidget* TriageView::makeList()
{
    m_list = new QListView;
    identify(m_list, u"triageList"_s, tr("Clients’ Messages"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new RowDelegate(RowDelegate::Lead::Icon, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_selection = new KeyedSelection(m_list, m_model);
    m_states = new StatePane(m_list, u"triage"_s);
    connect(m_states, &StatePane::acted, this, [this] { m_model->refresh(); });
    connect(m_model, &PagedModelBase::answered, this, &TriageView::showState);
    connect(m_selection, &KeyedSelection::keyChanged, this, [this] {
        m_item.reset();
        readItem();
    });
    return m_states;
}

QWidget* TriageView::makeItem()
{
    m_from = makeLabel({}, u"heading"_s, true);
    m_from->setObjectName(u"triageFrom"_s);
    m_facts = makeLabel({}, u"muted"_s, true);
    m_facts->setObjectName(u"triageFacts"_s);
    m_conversation = new Conversation(m_services.clock);
    auto* card = makeFrame(u"card"_s, 16);
    auto* column = layoutOf(card);
    column->addWidget(m_from);
    column->addWidget(m_facts);
    m_conversation->setMinimumHeight(fontMetrics().height() * 6);
    column->addWidget(m_conversation, 1);
    column->addWidget(makeQuestion());
    // At large text the whole of it scrolls; the conversation has its share all the same.
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(card);
    m_itemStates = new StatePane(scroll, u"triageItem"_s);
    return m_itemStates;
}

void TriageView::addMeaning(FlowLayout* flow, Meaning meaning, const QString& name, const QString& label)
{
    auto* button = new QRadioButton(label);
    identify(button, name, label);
    m_meanings->addButton(button, int(meaning));
    flow->addWidget(button);
}

QWidget* TriageView::makeQuestion()
{
    m_client = new QComboBox;
    identify(m_client, u"triageClient"_s, tr("Client"));
    m_clientLabel = makeLabel(tr("Whose message is it?"), u"section"_s);
    m_referral = new QComboBox;
    identify(m_referral, u"triageReferral"_s, tr("Referral"));
    m_referralLabel = makeLabel(tr("About which referral?"), u"section"_s);
    for (QComboBox* box : {m_client, m_referral}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(20);
    }
    m_meanings = new QButtonGroup(this);
    m_note = new NoteEdit;
    identify(m_note, u"triageNote"_s, tr("Note"));
    m_note->setPlaceholderText(tr("A note, if you want to keep one"));
    m_note->setMaximumHeight(2 * fontMetrics().lineSpacing() + 20);
    m_consequence = makeLabel({}, u"muted"_s, true);
    m_consequence->setObjectName(u"triageConsequence"_s);
    m_record = makeButton(u"recordReading"_s, tr("Record"), ButtonKind::Primary, u"check"_s);

    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_clientLabel);
    column->addWidget(m_client);
    column->addWidget(makeLabel(tr("What does it mean?"), u"section"_s));
    auto* meanings = new FlowLayout(8);
    column->addLayout(meanings);
    addMeaning(meanings, Meaning::Yes, u"meansYes"_s, tr("&Yes: the client received services"));
    addMeaning(meanings, Meaning::No, u"meansNo"_s, tr("&No: the client did not receive services"));
    addMeaning(meanings, Meaning::NoLongerInterested, u"meansNoLonger"_s, tr("No longer &interested in services"));
    addMeaning(meanings, Meaning::OptOut, u"meansOptOut"_s, tr("Wants no more &messages here"));
    addMeaning(meanings, Meaning::Other, u"meansOther"_s, tr("Something &else: nothing changes"));
    column->addWidget(m_referralLabel);
    column->addWidget(m_referral);
    column->addWidget(m_note);
    auto* last = new QHBoxLayout;
    last->addWidget(m_consequence, 1);
    last->addWidget(m_record, 0, Qt::AlignBottom);
    column->addLayout(last);
    m_keeper = new DraftKeeper(m_services.store, m_services.clock,
                               {.read =
                                    [this] {
                                        const QString note = m_note->toPlainText();
                                        return note.trimmed().isEmpty() ? QJsonObject() : QJsonObject{{u"note"_s, note}};
                                    },
                                .fill =
                                    [this](const QJsonObject& content) {
                                        m_note->setPlainText(content.value(u"note"_s).toString());
                                    }},
                               this);
    m_keeper->follow(m_note);
    connect(m_client, &QComboBox::currentIndexChanged, this, &TriageView::offerReferrals);
    connect(m_referral, &QComboBox::currentIndexChanged, this, &TriageView::showConsequence);
    connect(m_meanings, &QButtonGroup::idToggled, this, &TriageView::showConsequence);
    connect(m_record, &QPushButton::clicked, this, &TriageView::record);
    return box;
}

void TriageView::setUser(const User& user, casework::Reach reach)
{
    m_reach->setUser(user, reach);
    ask();
}

void TriageView::ask()
{
    m_model->show(m_reach->scope());
}

void TriageView::refresh()
{
    m_model->refresh();
}

void TriageView::showReply(const ReplyId& id)
{
    m_selection->choose(id.uuid());
}

void TriageView::showState()
{
    if (m_model->state() == PagedModelBase::State::Loading) {
        m_states->showMessage(u"message"_s, tr("Loading…"), {});
    } else if (m_model->state() == PagedModelBase::State::Failed) {
        m_states->showMessage(u"warning"_s, tr("The messages can’t be read"), m_model->trouble(), tr("Try Again"));
    } else if (m_model->rowCount() == 0) {
        m_states->showMessage(u"check"_s, tr("Nothing to read"),
                              tr("What a client writes and no rule understands appears here by itself."));
    } else {
        m_states->showContent();
    }
    if (m_model->state() == PagedModelBase::State::Ready) {
        Q_EMIT counted(m_model->rowCount());
        // One that was read, here or at another desk, has left the list: the next one is at hand.
        if (m_model->rowCount() > 0 && m_model->rowOf(m_selection->key()) < 0) {
            m_selection->choose(m_model->index(0, 0).data(KeyRole).toUuid());
        }
    }
    if (m_model->rowCount() == 0 || m_selection->key().isNull()) {
        m_item.reset();
        m_itemStates->showMessage(u"message"_s, tr("Choose a message"),
                                  tr("Select one to see what was asked and to say what it means."));
    }
}

void TriageView::readItem()
{
    const QUuid key = m_selection->key();
    if (key.isNull()) {
        return;
    }
    atDesk(
        m_services, this, [key](casework::Desk& desk) { return casework::readTriage(desk, ReplyId(key)); },
        [this, key](const Result<casework::TriageItem>& item) {
            if (key != m_selection->key()) {
                return;
            }
            if (!item.ok()) {
                m_itemStates->showMessage(u"warning"_s, tr("This message can’t be read"), item.error().sentence);
                return;
            }
            showItem(*item);
        });
}

void TriageView::showItem(const casework::TriageItem& item)
{
    m_item = item;
    m_from->setText(senderInWords(item.row, m_services.phones, item.phoneRegion));
    QStringList facts;
    if (item.row.reply.from) {
        facts.append(addressInWords(*item.row.reply.from, m_services.phones, item.phoneRegion));
    }
    if (item.clients.size() > 1) {
        facts.append(tr("several clients have this address"));
    } else if (item.clients.isEmpty()) {
        facts.append(tr("no client has this address"));
    }
    if (item.optedOut) {
        facts.append(tr("opted out"));
    }
    m_facts->setText(facts.join(u" · "_s));
    m_conversation->showHistory(item.history, item.row.reply);
    {
        const QSignalBlocker quiet(m_client);
        m_client->clear();
        for (const casework::TriageClient& client : item.clients) {
            m_client->addItem(oneLine(client.name));
        }
        m_client->setCurrentIndex(item.clients.size() == 1 ? 0 : -1);
        m_client->setPlaceholderText(tr("Choose the client"));
    }
    m_client->setVisible(item.clients.size() > 1);
    m_clientLabel->setVisible(item.clients.size() > 1);
    m_meanings->setExclusive(false);
    for (QAbstractButton* button : m_meanings->buttons()) {
        button->setChecked(false);
    }
    m_meanings->setExclusive(true);
    m_meanings->button(int(Meaning::OptOut))->setEnabled(item.row.reply.from.has_value());
    m_keeper->flush();
    {
        const QSignalBlocker quiet(m_note);
        m_note->clear();
    }
    m_keeper->open(u"reading/"_s + item.row.reply.id.toString(), tr("Note on a message of %1").arg(m_from->text()));
    offerReferrals();
    m_itemStates->showContent();
}

void TriageView::offerReferrals()
{
    const QSignalBlocker quiet(m_referral);
    m_referral->clear();
    m_referral->setPlaceholderText(tr("Choose the referral"));
    const casework::TriageClient* client =
        m_item && m_client->currentIndex() >= 0 ? &m_item->clients.at(m_client->currentIndex()) : nullptr;
    if (client) {
        for (const casework::ReferralChoice& choice : client->referrals) {
            const QString name = oneLine(choice.siteName);
            m_referral->addItem(
                choice.question
                    ? tr("%1 – asked %2").arg(name, timeInWords(choice.question->stateAt.isValid()
                                                                    ? choice.question->stateAt
                                                                    : choice.question->dueAt,
                                                                m_services.clock.now()))
                    : tr("%1 – %2", "resource, status").arg(name, statusInWords(choice.referral.status)));
        }
        // The one open question is offered; where several are open, the worker chooses.
        const auto open = std::count_if(client->referrals.begin(), client->referrals.end(),
                                        [](const auto& choice) { return choice.question && !choice.answered; });
        m_referral->setCurrentIndex(open == 1 || client->referrals.size() == 1 ? 0 : -1);
    }
    const bool answerable = !m_item || client == nullptr || !client->referrals.isEmpty();
    for (const Meaning meaning : {Meaning::Yes, Meaning::No, Meaning::NoLongerInterested}) {
        m_meanings->button(int(meaning))->setEnabled(answerable && (!m_item || !m_item->clients.isEmpty()));
    }
    showConsequence();
}

std::optional<casework::ReadingForm> TriageView::form() const
{
    const int chosen = m_meanings->checkedId();
    if (!m_item || chosen < 0) {
        return std::nullopt;
    }
    casework::ReadingForm form{.meaning = Meaning(chosen), .client = {}, .referral = {}, .note = m_note->toPlainText()};
    if (m_item->clients.isEmpty()) {
        return form;
    }
    if (m_client->currentIndex() < 0) {
        return std::nullopt;
    }
    const casework::TriageClient& client = m_item->clients.at(m_client->currentIndex());
    form.client = client.id;
    if (answerOf(form.meaning)) {
        if (m_referral->currentIndex() < 0) {
            return std::nullopt;
        }
        form.referral = client.referrals.at(m_referral->currentIndex()).referral.id;
    }
    return form;
}

void TriageView::showConsequence()
{
    const int chosen = m_meanings->checkedId();
    const bool answers = chosen >= 0 && answerOf(Meaning(chosen)).has_value();
    m_referral->setVisible(answers);
    m_referralLabel->setVisible(answers);
    m_consequence->setText(consequence());
    m_record->setEnabled(form().has_value());
    m_record->setAccessibleDescription(m_consequence->text());
}

QString TriageView::consequence() const
{
    const int chosen = m_meanings->checkedId();
    if (chosen < 0) {
        return tr("Choose what the message means.");
    }
    if (!m_item->clients.isEmpty() && m_client->currentIndex() < 0) {
        return tr("Choose whose message it is.");
    }
    const auto reading = form();
    if (!reading) {
        return tr("Choose the referral that it is about.");
    }
    const QString site = reading->referral
                             ? oneLine(m_item->clients.at(m_client->currentIndex())
                                           .referrals.at(m_referral->currentIndex())
                                           .siteName)
                             : QString();
    switch (reading->meaning) {
    case Meaning::Yes:
        return tr("%1 becomes %2; its waiting follow-ups are canceled.")
            .arg(site, statusInWords(ReferralStatus::ServiceCompleted));
    case Meaning::NoLongerInterested:
        return tr("%1 becomes %2; its waiting follow-ups are canceled.")
            .arg(site, statusInWords(ReferralStatus::Canceled));
    case Meaning::No:
        return tr("The status of %1 stays; the answer shows in Recent Activity.").arg(site);
    case Meaning::OptOut:
        return tr("Nothing more is sent to this address, and what waits for it is canceled. Only the client can change "
                  "that.");
    case Meaning::Other:
        return tr("Nothing changes; the message leaves this list.");
    }
    Q_UNREACHABLE();
    return {};
}

void TriageView::record()
{
    const auto reading = form();
    if (!reading) {
        return;
    }
    m_record->setEnabled(false);
    m_notice->hide();
    atDesk(
        m_services, this,
        [id = m_item->row.reply.id, reading = *reading](casework::Desk& desk) {
            return casework::recordReading(desk, id, reading);
        },
        [this](const Result<ReplyReadingId>& result) { recorded(result); });
}

void TriageView::recorded(const Result<ReplyReadingId>& result)
{
    showConsequence();
    if (!result.ok()) {
        m_notice->say(Notice::Tone::Bad, result.error().sentence);
    } else {
        m_lastReading = *result;
        m_keeper->discard();
        const QString sentence = tr("Recorded: %1").arg(m_consequence->text());
        // What nobody sent whom we know has no activity that could be taken back.
        if (m_item && m_item->clients.isEmpty()) {
            m_notice->say(Notice::Tone::Good, sentence);
        } else {
            m_notice->ask(Notice::Tone::Good, sentence, tr("Take Back"));
        }
        m_services.agent.lookNow();
    }
    m_model->refresh();
}

void TriageView::takeBack()
{
    if (!m_lastReading) {
        return;
    }
    atDesk(
        m_services, this,
        [id = ActivityId(m_lastReading->uuid())](casework::Desk& desk) { return casework::revertChange(desk, id); },
        [this](const Result<void>& result) {
            m_lastReading.reset();
            m_notice->say(result.ok() ? Notice::Tone::Info : Notice::Tone::Bad,
                          result.ok() ? tr("Taken back: the message waits to be read again.")
                                      : result.error().sentence);
            m_services.agent.lookNow();
            m_model->refresh();
        });
}

} // namespace handrail::ui
