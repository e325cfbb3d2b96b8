// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/homepage.h"

#include "core/domain/reasons.h"
#include "ui/messagewords.h"
#include "ui/models/replylistmodel.h"
#include "ui/views/arrivingbar.h"
#include "ui/views/reachbox.h"
#include "ui/views/searchlist.h"
#include "ui/views/widgets.h"
#include "ui/words.h"

#include <QBoxLayout>
#include <QEvent>
#include <QGridLayout>
#include <QLocale>
#include <QScrollArea>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

namespace {

using casework::Reach;

constexpr int fewestRows = 3; ///< Of each card, before the page scrolls.
constexpr int mostRows = 10;
constexpr int moreRows = 50;

HomeAction markAsSeen()
{
    return {HomePage::tr("Mark as Seen"), u"check"_s};
}

QString reminderInWords(Reminder reminder)
{
    switch (reminder) {
    case Reminder::AfterDay:
        return HomePage::tr("Quiet for a day");
    case Reminder::AfterTwoDays:
        return HomePage::tr("Quiet for two days");
    case Reminder::AfterWeek:
        return HomePage::tr("Quiet for a week");
    case Reminder::AfterMonth:
        return HomePage::tr("Quiet for a month");
    }
    Q_UNREACHABLE();
    return {};
}

/// «Follow-up text · Food Pantry (Second Harvest)».
QString aboutMessage(const MessageRow& row)
{
    const QString what = messageInWords(row.message);
    return row.siteName.isEmpty() ? what : u"%1 · %2"_s.arg(what, oneLine(row.siteName));
}

QList<HomeItem> messageItems(const QList<MessageRow>& rows, const QDateTime& now, bool withReason,
                             const std::function<QList<HomeAction>(const MessageRow&)>& actions)
{
    QList<HomeItem> items;
    for (const MessageRow& row : rows) {
        const QString about = aboutMessage(row);
        const bool reasoned = withReason && !row.message.reason.isEmpty();
        items.append({.key = row.message.id.toString(),
                      .title = oneLine(row.clientName),
                      .subtitle = reasoned ? u"%1 – %2"_s.arg(about, oneLine(reasonInWords(row.message.reason))) : about,
                      .aside = timeInWords(withReason ? row.message.stateAt : row.message.dueAt, now),
                      .actions = actions(row)});
    }
    return items;
}

} // namespace

HomePage::HomePage(Services services, QWidget* parent)
    : QWidget(parent)
    , m_services(services)
    , m_subtitle(makeLabel({}, u"muted"_s, true))
    , m_reach(new ReachBox(u"homeReach"_s))
    , m_notice(new Notice(u"homeNotice"_s))
    , m_arriving(new ArrivingBar(u"homeArriving"_s))
{
    setObjectName(u"homePage"_s);
    m_states = new StatePane(makeCards(), u"home"_s);
    m_subtitle->setObjectName(u"homeSubtitle"_s);
    auto* top = new QHBoxLayout;
    auto* lines = new QVBoxLayout;
    lines->setSpacing(2);
    lines->addWidget(makeLabel(tr("Home"), u"title"_s));
    lines->addWidget(m_subtitle);
    top->addLayout(lines, 1);
    top->addWidget(m_reach, 0, Qt::AlignTop);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 16);
    column->setSpacing(16);
    column->addLayout(top);
    column->addWidget(m_notice);
    column->addWidget(m_arriving);
    column->addWidget(m_states, 1);
    connect(m_reach, &ReachBox::reachChosen, this, [this] {
        m_wanted = m_reach->reach();
        saveReach();
        ask();
    });
    m_states->installEventFilter(this);
    connect(m_states, &StatePane::acted, this, &HomePage::ask);
    connectMessageCards();
    connectOtherCards();
    m_states->showMessage(u"home"_s, tr("Loading…"), {});
}

QWidget* HomePage::makeCards()
{
    using Tone = HomeCard::Tone;
    m_held = new HomeCard(u"homeHeld"_s, u"warning"_s, Tone::Warn, tr("Messages that wait for your decision"));
    m_toRead = new HomeCard(u"homeToRead"_s, u"message"_s, Tone::Warn, tr("Clients’ messages to read"));
    m_failed = new HomeCard(u"homeFailed"_s, u"stop"_s, Tone::Bad, tr("Messages that did not go out"));
    m_answers = new HomeCard(u"homeAnswers"_s, u"answer"_s, Tone::Calm, tr("New answers"));
    m_due = new HomeCard(u"homeDue"_s, u"calendar"_s, Tone::Calm, tr("Follow-ups of today"));
    m_quiet = new HomeCard(u"homeQuiet"_s, u"referral"_s, Tone::Calm, tr("Referrals gone quiet"));
    m_drafts = new HomeCard(u"homeDrafts"_s, u"edit"_s, Tone::Calm, tr("Drafts"));
    m_failed->setFooter(tr("Show All"), tr("Mark All as Seen"));
    m_answers->setFooter(tr("Show All"), tr("Mark All as Seen"));
    m_held->setFooter(tr("Show All"), {});
    m_toRead->setFooter(tr("Read Them"), {});
    m_due->setFooter(tr("Show All"), {});
    m_quiet->setFooter(tr("Show More"), tr("Mark All as Seen"));
    m_drafts->setFooter(tr("Show More"), {});
    auto* content = new QWidget;
    content->setProperty("role", u"scrolled"_s);
    m_grid = new QGridLayout(content);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(16);
    for (HomeCard* card : {m_held, m_toRead, m_failed, m_answers, m_due, m_quiet, m_drafts}) {
        card->setParent(content);
    }
    auto* scroll = new QScrollArea;
    scroll->setObjectName(u"homeCards"_s);
    scroll->setAccessibleName(tr("What needs you now"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    return scroll;
}

void HomePage::connectMessageCards()
{
    using Decision = HeldMessages::Decision;
    for (HomeCard* card : {m_held, m_failed, m_due}) {
        connect(card, &HomeCard::opened, this, [this](const QString& key) {
            if (const auto id = MessageId::fromString(key)) {
                Q_EMIT openMessage(*id);
            }
        });
    }
    connect(m_held, &HomeCard::acted, this, [this](const QString& key, int action) {
        decide(key, action == 0 ? Decision::SendAgain : Decision::DoNotSend);
    });
    connect(m_failed, &HomeCard::acted, this, [this](const QString& key, int action) {
        // The first button is «Mark as Seen», which every failed message has.
        if (action == 0) {
            setAside(AttentionStore::Matter::FailedMessage, {QUuid::fromString(key)});
        } else {
            decide(key, Decision::SendAgain);
        }
    });
    connect(m_held, &HomeCard::showAll, this, &HomePage::showMessagesToDecide);
    connect(m_failed, &HomeCard::showAll, this, &HomePage::showMessagesToDecide);
    connect(m_due, &HomeCard::showAll, this, &HomePage::showWaitingMessages);
    connect(m_failed, &HomeCard::markAll, this, [this] {
        run([reach = m_reach->reach()](casework::Desk& desk) {
            return casework::setAllAside(desk, reach, AttentionStore::Matter::FailedMessage);
        });
    });
}

void HomePage::connectOtherCards()
{
    connect(m_toRead, &HomeCard::opened, this, [this](const QString& key) {
        if (const auto id = ReplyId::fromString(key)) {
            Q_EMIT openReply(*id);
        }
    });
    connect(m_toRead, &HomeCard::showAll, this, &HomePage::showReplies);
    connect(m_answers, &HomeCard::opened, this, [this](const QString& key) {
        for (const ActivityRow& row : m_board->answers.rows) {
            if (row.activity.id.toString() == key && row.activity.referralId) {
                Q_EMIT openReferral(*row.activity.referralId);
            }
        }
    });
    const auto markSeen = [this](const QString& key) {
        run([id = QUuid::fromString(key)](casework::Desk& desk) {
            return desk.store.attention().markSeen({ActivityId(id)});
        });
    };
    connect(m_answers, &HomeCard::opened, this, markSeen);
    connect(m_answers, &HomeCard::acted, this, markSeen);
    connect(m_answers, &HomeCard::showAll, this, &HomePage::showNewAnswers);
    connect(m_answers, &HomeCard::markAll, this, [this] {
        run([scope = m_reach->scope()](casework::Desk& desk) {
            return desk.store.attention().markAllSeen(casework::newAnswersQuery(scope));
        });
    });
    connect(m_quiet, &HomeCard::opened, this, [this](const QString& key) {
        if (const auto id = ReferralId::fromString(key)) {
            Q_EMIT openReferral(*id);
        }
    });
    connect(m_quiet, &HomeCard::acted, this, [this](const QString& key) {
        setAside(AttentionStore::Matter::QuietReferral, {QUuid::fromString(key)});
    });
    connect(m_quiet, &HomeCard::markAll, this, [this] {
        run([reach = m_reach->reach()](casework::Desk& desk) {
            return casework::setAllAside(desk, reach, AttentionStore::Matter::QuietReferral);
        });
    });
    connect(m_drafts, &HomeCard::opened, this, &HomePage::openDraft);
    connect(m_drafts, &HomeCard::acted, this, [this](const QString& key) {
        run([key](casework::Desk& desk) { return desk.store.drafts().discard(key); });
    });
    for (HomeCard* card : {m_quiet, m_drafts}) {
        connect(card, &HomeCard::showAll, this, [this] {
            m_more = !m_more;
            ask();
        });
    }
}

void HomePage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_stale) {
        ask();
    }
}

void HomePage::refresh()
{
    m_stale = true;
    if (isVisible()) {
        ask();
    }
}

void HomePage::showArriving(qint64 here, qint64 of)
{
    const bool changes = m_arriving->isHidden() != (of <= 0);
    m_arriving->show(here, of);
    if (changes && m_board) {
        showBoard(casework::HomeBoard(*m_board));
    }
}

void HomePage::ask()
{
    if (m_asking) {
        m_stale = true;
        return;
    }
    m_asking = true;
    m_stale = false;
    atDesk(
        m_services, this,
        [wanted = m_wanted, rows = m_more ? moreRows : mostRows](casework::Desk& desk) -> Result<casework::HomeBoard> {
            if (wanted) {
                return casework::readHome(desk, *wanted, rows);
            }
            const auto saved = casework::readPreferences(desk.store, desk.worker);
            return saved ? casework::readHome(desk, saved->reach, rows) : saved.error();
        },
        [this](const Result<casework::HomeBoard>& board) {
            m_asking = false;
            if (!board.ok()) {
                m_states->showMessage(u"warning"_s, tr("Home can’t be read"), board.error().sentence, tr("Try Again"));
            } else {
                showBoard(*board);
            }
            if (m_stale && isVisible()) {
                ask();
            }
        });
}

void HomePage::showBoard(const casework::HomeBoard& board)
{
    const bool news = !m_board || m_board->user != board.user || m_board->reach != board.reach;
    m_board = board;
    if (news) {
        m_reach->setUser(board.user, board.reach);
        Q_EMIT userKnown(board.user, board.reach);
    }
    m_subtitle->setText(QLocale().toString(m_services.clock.now().toLocalTime().date(), QLocale::LongFormat));
    showCards();
    if (board.isEmpty() && !m_arriving->isHidden()) {
        m_states->showMessage(u"cloud"_s, tr("Not all is here yet"),
                              tr("What needs you appears here as soon as your clients have come."));
    } else if (board.isEmpty()) {
        m_states->showMessage(u"check"_s, tr("Nothing waits for you"),
                              tr("New answers, messages that did not go out, and follow-ups of the day appear here by "
                                 "themselves."));
    } else {
        m_states->showContent();
    }
}

void HomePage::showCards()
{
    m_lines = linesOfCards();
    showMessages(*m_board);
    showClients(*m_board);
    showRest(*m_board);
    arrange();
}

/// As many as there is room for without scrolling, so that a few cards fill the page and many stay short.
int HomePage::linesOfCards() const
{
    const casework::HomeBoard& board = *m_board;
    int cards = 0;
    for (const int count : {board.held.count, board.toRead.count, board.failed.count, board.answers.count,
                            board.dueToday.count, board.quiet.count, board.drafts.count}) {
        cards += count > 0 ? 1 : 0;
    }
    const int columns = columnsFor(cards);
    const int rows = std::max(1, (cards + columns - 1) / columns);
    const int height = (m_states->height() - (rows - 1) * m_grid->spacing()) / rows;
    return std::clamp(m_held->linesIn(height), fewestRows, mostRows);
}

int HomePage::columnsFor(qsizetype cards) const
{
    constexpr int lettersOfCard = 48;
    const bool roomForTwo = width() > 2 * lettersOfCard * fontMetrics().averageCharWidth();
    return cards > 1 && roomForTwo ? 2 : 1;
}

void HomePage::showMessages(const casework::HomeBoard& board)
{
    const QDateTime now = m_services.clock.now();
    m_held->setItems(board.held.count, messageItems(board.held.rows.mid(0, m_lines), now, true,
                                                    [](const MessageRow& row) {
                                                        return row.consentWithdrawn
                                                                   ? QList<HomeAction>()
                                                                   : QList<HomeAction>{{tr("Send Again")}, {tr("Do Not Send")}};
                                                    }));
    m_failed->setItems(board.failed.count,
                       messageItems(board.failed.rows.mid(0, m_lines), now, true, [](const MessageRow& row) {
                           return maySendAgain(row) ? QList<HomeAction>{markAsSeen(), {tr("Send Again")}}
                                                    : QList<HomeAction>{markAsSeen()};
                       }));
    m_due->setItems(board.dueToday.count, messageItems(board.dueToday.rows.mid(0, m_lines), now, false,
                                                       [](const MessageRow&) { return QList<HomeAction>(); }));
}

void HomePage::showClients(const casework::HomeBoard& board)
{
    const QDateTime now = m_services.clock.now();
    QList<HomeItem> replies;
    for (const ReplyRow& row : board.toRead.rows.mid(0, m_lines)) {
        replies.append({.key = row.reply.id.toString(),
                        .title = senderInWords(row, m_services.phones, board.phoneRegion),
                        .subtitle = oneLine(row.reply.body),
                        .aside = timeInWords(row.reply.receivedAt, now),
                        .actions = {}});
    }
    m_toRead->setItems(board.toRead.count, replies);
    QList<HomeItem> answers;
    for (const ActivityRow& row : board.answers.rows.mid(0, m_lines)) {
        answers.append({.key = row.activity.id.toString(),
                        .title = oneLine(row.clientName),
                        .subtitle = u"%1 · %2"_s.arg(row.activity.answer ? answerInWords(*row.activity.answer)
                                                                         : activitySentence(row),
                                                     oneLine(row.siteName)),
                        .aside = timeInWords(row.activity.at, now),
                        .actions = {markAsSeen()}});
    }
    m_answers->setItems(board.answers.count, answers);
}

void HomePage::showRest(const casework::HomeBoard& board)
{
    const QDateTime now = m_services.clock.now();
    QList<HomeItem> quiet;
    for (const QuietRow& row : board.quiet.rows.mid(0, m_more ? moreRows : m_lines)) {
        quiet.append({.key = row.row.referral.id.toString(),
                      .title = u"%1 · %2"_s.arg(oneLine(row.row.clientName), oneLine(row.row.siteName)),
                      .subtitle = tr("%1, since %2 · %3", "quiet for a week, since a day, status")
                                      .arg(reminderInWords(row.reminder), timeInWords(row.row.lastActivityAt, now),
                                           statusInWords(row.row.referral.status)),
                      .aside = {},
                      .actions = {markAsSeen()}});
    }
    m_quiet->setItems(board.quiet.count, quiet);
    QList<HomeItem> drafts;
    for (const Draft& draft : board.drafts.rows.mid(0, m_more ? moreRows : m_lines)) {
        drafts.append({.key = draft.name,
                       .title = oneLine(draft.title),
                       .subtitle = tr("Not saved yet · %1").arg(timeInWords(draft.savedAt, now)),
                       .aside = {},
                       .actions = {{tr("Discard")}}});
    }
    m_drafts->setItems(board.drafts.count, drafts);
    const auto footer = [this](int count) {
        return count <= m_lines ? QString() : m_more ? tr("Show Fewer") : tr("Show More");
    };
    m_quiet->setFooter(footer(board.quiet.count), tr("Mark All as Seen"));
    m_drafts->setFooter(footer(board.drafts.count), {});
}

/// Two columns where there is room, the most urgent first, without holes; they move only where a card comes or goes.
void HomePage::arrange()
{
    QList<HomeCard*> shown;
    for (HomeCard* card : {m_held, m_toRead, m_failed, m_answers, m_due, m_quiet, m_drafts}) {
        if (card->count() > 0) {
            shown.append(card);
        }
    }
    const int columns = columnsFor(shown.size());
    if (shown == m_arranged && columns == m_columns) {
        return;
    }
    m_arranged = shown;
    m_columns = columns;
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        delete item;
    }
    const int rows = int(shown.size() + columns - 1) / columns;
    for (int i = 0; i < shown.size(); ++i) {
        m_grid->addWidget(shown[i], i / columns, i % columns, Qt::AlignTop);
    }
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, columns - 1);
    for (int row = 0; row < m_grid->rowCount(); ++row) {
        m_grid->setRowStretch(row, 0);
    }
    m_grid->setRowStretch(rows, 1);
}

void HomePage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

bool HomePage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_states && event->type() == QEvent::Resize && m_board && linesOfCards() != m_lines) {
        showCards();
    }
    return QWidget::eventFilter(watched, event);
}

void HomePage::decide(const QString& message, HeldMessages::Decision decision)
{
    const auto id = MessageId::fromString(message);
    if (!id) {
        return;
    }
    m_notice->hide();
    m_services.held.decide(*id, decision, this, [this, decision](const Result<void>& result) {
        m_services.agent.lookNow();
        if (!result.ok()) {
            m_notice->say(Notice::Tone::Bad, reasonInWords(result.error().sentence));
            return;
        }
        m_notice->say(Notice::Tone::Good, decision == HeldMessages::Decision::SendAgain
                                              ? tr("It will be sent again, within the contact hours.")
                                              : tr("It will not be sent."));
    });
}

void HomePage::setAside(AttentionStore::Matter matter, const QList<QUuid>& ids)
{
    run([matter, ids](casework::Desk& desk) {
        return desk.store.attention().setAside(matter, ids, desk.clock.now());
    });
}

void HomePage::run(std::function<Result<void>(casework::Desk&)> deed)
{
    atDesk(m_services, this, std::move(deed), [this](const Result<void>& result) {
        if (!result.ok()) {
            m_notice->say(Notice::Tone::Bad, result.error().sentence);
        }
        refresh();
    });
}

void HomePage::saveReach()
{
    run([reach = m_reach->reach()](casework::Desk& desk) -> Result<void> {
        auto preferences = casework::readPreferences(desk.store, desk.worker);
        if (!preferences) {
            return preferences.error();
        }
        preferences->reach = reach;
        return casework::savePreferences(desk.store, desk.worker, *preferences);
    });
}

} // namespace handrail::ui
