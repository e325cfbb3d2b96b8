// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/referralfilterbar.h"

#include "ui/views/flowlayout.h"
#include "ui/views/widgets.h"
#include "ui/words.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QDateEdit>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollArea>
#include <QStringListModel>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

namespace {

using Answered = ReferralFilter::Answered;

constexpr int longestSearch = 200;
constexpr int sitesOffered = 20;
constexpr int pauseMs = 120;
constexpr int fewestLines = 4; // of the panel
constexpr int scrollBarWidth = 20;
// Of the period, where days are named and not counted back.
constexpr int sinceDay = -1;
constexpr int betweenDays = -2;
constexpr int daysOffered = 30;

/// Selects the entry of that value; the first where there is none, and adds it where `words` are given.
void choose(QComboBox* box, const QVariant& value, const QString& words = {})
{
    int found = box->findData(value);
    if (found < 0 && !words.isEmpty()) {
        box->addItem(words, value);
        found = box->count() - 1;
    }
    box->setCurrentIndex(std::max(found, 0));
}

} // namespace

ReferralFilterBar::ReferralFilterBar(Services services, QWidget* parent)
    : QWidget(parent)
    , m_services(services)
    , m_search(new QLineEdit)
    , m_more(makeButton(u"moreFilters"_s, tr("Filters")))
    , m_summary(makeLabel({}, u"muted"_s, true))
    , m_clear(makeButton(u"clearFilters"_s, tr("Clear Filters"), ButtonKind::Quiet))
    , m_panel(new QWidget)
    , m_scroll(new QScrollArea)
{
    setObjectName(u"referralFilterBar"_s);
    identify(m_search, u"referralsSearch"_s, tr("Search Referrals"));
    m_search->setPlaceholderText(tr("Search Referrals"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaxLength(longestSearch);
    m_search->installEventFilter(this);
    m_more->setCheckable(true);
    m_more->setToolTip(tr("Show what referrals can be filtered by"));
    m_summary->setObjectName(u"filterSummary"_s);
    makePanel();
    auto* top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(m_search, 1);
    top->addWidget(m_more);
    auto* below = new QHBoxLayout;
    below->addWidget(m_summary, 1);
    below->addWidget(m_clear);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(top);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_panel->setProperty("role", u"scrolled"_s);
    m_scroll->setWidget(m_panel);
    column->addWidget(m_scroll);
    column->addLayout(below);
    m_scroll->hide();
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connectPanel();
    readPeople();
    showSummary();
}

/// As high as its lines are in this width; at a big font it scrolls rather than leave no room for the table.
void ReferralFilterBar::fitPanel()
{
    const int needed = m_panel->layout()->heightForWidth(std::max(1, width() - scrollBarWidth));
    const int room = std::max(fontMetrics().height() * fewestLines, window()->height() / 4);
    m_scroll->setFixedHeight(std::min(needed + 4, room));
}

void ReferralFilterBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitPanel();
}

QWidget* ReferralFilterBar::addField(const QString& label, QWidget* field)
{
    auto* cell = new QWidget;
    auto* column = new QVBoxLayout(cell);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    auto* caption = makeLabel(label, u"section"_s);
    caption->setMinimumWidth(caption->sizeHint().width());
    caption->setBuddy(field);
    column->addWidget(caption);
    column->addWidget(field);
    m_fields->addWidget(cell);
    return cell;
}

QComboBox* ReferralFilterBar::addChoice(const QString& name, const QString& label)
{
    auto* box = new QComboBox;
    identify(box, name, label);
    fitToEntries(box);
    addField(label, box);
    return box;
}

void ReferralFilterBar::makePanel()
{
    auto* lines = new QVBoxLayout(m_panel);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(8);
    auto* statuses = new FlowLayout(12);
    statuses->addWidget(makeLabel(tr("Status"), u"section"_s));
    for (const ReferralStatus status : allStatuses()) {
        auto* box = new QCheckBox(statusInWords(status));
        identify(box, u"statusFilter%1"_s.arg(int(status)), box->text());
        statuses->addWidget(box);
        m_statuses.append(box);
    }
    m_fields = new FlowLayout(12);
    lines->addLayout(statuses);
    lines->addLayout(m_fields);
    lines->addStretch(1);
    m_worker = addChoice(u"workerFilter"_s, tr("Worker"));
    m_team = addChoice(u"teamFilter"_s, tr("Team"));
    m_answered = addChoice(u"answerFilter"_s, tr("Answer"));
    m_answered->addItem(tr("Any answer, or none"), int(Answered::Any));
    m_answered->addItem(tr("Waiting for an answer"), int(Answered::Waiting));
    for (const auto& [answer, answered] : {std::pair(Answer::Yes, Answered::Yes), std::pair(Answer::No, Answered::No),
                                           std::pair(Answer::NoLongerInterested, Answered::NoLongerInterested)}) {
        m_answered->addItem(answerInWords(answer), int(answered));
    }
    m_shared = addChoice(u"sharedFilter"_s, tr("Shared"));
    m_shared->addItem(tr("Shared or not"), -1);
    m_shared->addItem(tr("Shared"), 1);
    m_shared->addItem(tr("Not shared yet"), 0);
    m_period = addChoice(u"periodFilter"_s, tr("Made"));
    m_period->addItem(tr("At any time"), 0);
    for (const int days : {7, 30, 90, 365}) {
        m_period->addItem(tr("In the last %n day(s)", nullptr, days), days);
    }
    m_period->addItem(tr("Since a day…"), sinceDay);
    m_period->addItem(tr("Between two days…"), betweenDays);
    makeDays();
    m_quiet = addChoice(u"quietFilter"_s, tr("Last Activity"));
    m_quiet->addItem(tr("At any time"), 0);
    for (const int days : {2, 7, 14, 30}) {
        m_quiet->addItem(tr("Nothing for %n day(s)", nullptr, days), days);
    }
    m_site = new QLineEdit;
    identify(m_site, u"siteFilter"_s, tr("Resource Site"));
    m_site->setPlaceholderText(tr("Any resource site"));
    m_site->setClearButtonEnabled(true);
    m_site->setMaxLength(longestSearch);
    m_site->setMinimumWidth(fontMetrics().averageCharWidth() * 30);
    m_siteNames = new QStringListModel(this);
    m_completer = new QCompleter(m_siteNames, this);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_site->setCompleter(m_completer);
    addField(tr("Resource Site"), m_site);
    fillPeople({}, {});
}

/// The exact days, shown only where the period is one of such.
void ReferralFilterBar::makeDays()
{
    const QDate today = m_services.clock.now().toLocalTime().date();
    m_from = new QDateEdit(today.addDays(-daysOffered));
    m_to = new QDateEdit(today);
    for (const auto& [field, name, label] : {std::tuple(m_from, u"madeFrom"_s, tr("First Day")),
                                             std::tuple(m_to, u"madeTo"_s, tr("Last Day"))}) {
        identify(field, name, label);
        field->setCalendarPopup(true);
        field->setDisplayFormat(QLocale().dateFormat(QLocale::ShortFormat));
    }
    m_fromCell = addField(tr("First Day"), m_from);
    m_toCell = addField(tr("Last Day"), m_to);
    m_to->setMinimumDate(m_from->date());
    showDays();
}

void ReferralFilterBar::showDays()
{
    const int period = m_period->currentData().toInt();
    m_fromCell->setVisible(period == sinceDay || period == betweenDays);
    m_toCell->setVisible(period == betweenDays);
    m_fields->invalidate(); // its height is of before
    m_panel->layout()->invalidate();
    fitPanel();
}

void ReferralFilterBar::connectPanel()
{
    connect(m_period, &QComboBox::currentIndexChanged, this, &ReferralFilterBar::showDays);
    connect(m_from, &QDateEdit::dateChanged, this, [this](const QDate& day) {
        m_to->setMinimumDate(day); // moves the last day along
        edited();
    });
    connect(m_to, &QDateEdit::dateChanged, this, &ReferralFilterBar::edited);

    connect(m_search, &QLineEdit::textChanged, this, &ReferralFilterBar::edited);
    connect(m_more, &QPushButton::toggled, this, [this](bool open) {
        m_scroll->setVisible(open);
        fitPanel();
    });
    for (QCheckBox* box : std::as_const(m_statuses)) {
        connect(box, &QCheckBox::toggled, this, &ReferralFilterBar::edited);
    }
    for (QComboBox* box : {m_worker, m_team, m_answered, m_shared, m_period, m_quiet}) {
        connect(box, &QComboBox::currentIndexChanged, this, &ReferralFilterBar::edited);
    }
    connect(m_site, &QLineEdit::textEdited, &m_pause, qOverload<>(&QTimer::start));
    connect(m_site, &QLineEdit::textChanged, this, [this](const QString& text) {
        if (text.isEmpty() && m_filter.site) {
            m_filter.site.reset();
            edited();
        }
    });
    connect(&m_pause, &QTimer::timeout, this, [this] { searchSites(m_site->text()); });
    connect(m_completer, qOverload<const QString&>(&QCompleter::activated), this, [this](const QString& name) {
        if (const auto site = m_sites.constFind(name); site != m_sites.cend()) {
            m_filter.site = *site;
            m_siteName = name;
            edited();
        }
    });
    connect(m_clear, &QPushButton::clicked, this, [this] {
        ReferralFilter plain;
        plain.sort = m_filter.sort;
        plain.descending = m_filter.descending;
        setFilter(plain);
        m_search->setFocus();
        Q_EMIT changed();
    });
}

void ReferralFilterBar::refresh()
{
    readPeople();
}

void ReferralFilterBar::readPeople()
{
    struct People
    {
        Result<QList<User>> users;
        Result<QList<Team>> teams;
    };
    askStore(
        m_services.store, this,
        [](LocalStore& store) {
            return People{store.agencies().users(), store.agencies().teams()};
        },
        [this](const People& people) {
            // A list that somebody has open is not made anew by every change of the store.
            if (people.users.ok() && people.teams.ok() && (*people.users != m_users || *people.teams != m_teams)) {
                fillPeople(*people.users, *people.teams);
            }
        });
}

void ReferralFilterBar::fillPeople(const QList<User>& users, const QList<Team>& teams)
{
    const ReferralFilter now = m_worker->count() > 0 ? filter() : m_filter;
    m_users = users;
    m_teams = teams;
    m_setting = true;
    m_worker->clear();
    m_worker->addItem(tr("Any worker"), QString());
    m_worker->addItem(tr("Me"), u"me"_s);
    for (const User& user : users) {
        if (user.id != m_services.worker) {
            m_worker->addItem(oneLine(user.displayName), user.id.toString());
        }
    }
    m_team->clear();
    m_team->addItem(tr("Any team"), QString());
    for (const Team& team : teams) {
        m_team->addItem(oneLine(team.name), team.id.toString());
    }
    m_setting = false;
    setFilter(now);
}

/// A directory may have a million sites: the field offers those that fit what is typed.
void ReferralFilterBar::searchSites(const QString& text)
{
    askStore(
        m_services.store, this,
        [text](LocalStore& store) {
            return store.directory().find(text, {0, sitesOffered});
        },
        [this, text](const Result<QList<SiteRow>>& rows) {
            if (!rows.ok() || text != m_site->text()) {
                return;
            }
            QStringList names;
            m_sites.clear();
            for (const SiteRow& row : *rows) {
                const QString name =
                    oneLine(row.organizationName.isEmpty() ? row.serviceName
                                                           : u"%1 (%2)"_s.arg(row.serviceName, row.organizationName));
                const QString told = m_sites.contains(name) ? u"%1, %2"_s.arg(name, oneLine(row.addressLine)) : name;
                m_sites.insert(told, row.id);
                names.append(told);
            }
            m_siteNames->setStringList(names);
            if (!names.isEmpty() && m_site->hasFocus()) {
                m_completer->complete();
            }
        });
}

ReferralFilter ReferralFilterBar::filter() const
{
    ReferralFilter filter = m_filter;
    filter.text = m_search->text();
    filter.statuses.clear();
    for (int i = 0; i < m_statuses.size(); ++i) {
        if (m_statuses[i]->isChecked()) {
            filter.statuses.append(allStatuses()[i]);
        }
    }
    const QString worker = m_worker->currentData().toString();
    filter.mine = worker == u"me"_s;
    filter.worker = UserId::fromString(worker);
    filter.team = TeamId::fromString(m_team->currentData().toString());
    filter.answered = Answered(m_answered->currentData().toInt());
    const int shared = m_shared->currentData().toInt();
    filter.shared = shared < 0 ? std::nullopt : std::optional(shared == 1);
    const int period = m_period->currentData().toInt();
    filter.createdLastDays = std::max(period, 0);
    filter.createdFrom = period < 0 ? m_from->date() : QDate();
    filter.createdTo = period == betweenDays ? m_to->date() : QDate();
    filter.quietDays = m_quiet->currentData().toInt();
    return filter;
}

void ReferralFilterBar::setFilter(const ReferralFilter& filter)
{
    m_setting = true;
    m_filter = filter;
    if (m_search->text() != filter.text) {
        m_search->setText(filter.text);
    }
    for (int i = 0; i < m_statuses.size(); ++i) {
        m_statuses[i]->setChecked(filter.statuses.contains(allStatuses()[i]));
    }
    choose(m_worker,
           filter.mine     ? u"me"_s
           : filter.worker ? filter.worker->toString()
                           : QString(),
           filter.worker && !filter.mine ? tr("Another worker") : QString());
    choose(m_team, filter.team ? filter.team->toString() : QString(), filter.team ? tr("Another team") : QString());
    choose(m_answered, int(filter.answered));
    choose(m_shared, filter.shared ? int(*filter.shared) : -1);
    if (filter.createdTo.isValid()) {
        choose(m_period, betweenDays);
        m_from->setDate(filter.createdFrom.isValid() ? filter.createdFrom : m_from->minimumDate());
        m_to->setMinimumDate(m_from->date());
        m_to->setDate(filter.createdTo);
    } else if (filter.createdFrom.isValid()) {
        choose(m_period, sinceDay);
        m_from->setDate(filter.createdFrom);
    } else {
        choose(m_period, filter.createdLastDays, tr("In the last %n day(s)", nullptr, filter.createdLastDays));
    }
    showDays();
    choose(m_quiet, filter.quietDays, tr("Nothing for %n day(s)", nullptr, filter.quietDays));
    if (!filter.site) {
        m_siteName.clear();
        m_site->clear();
    } else {
        askStore(
            m_services.store, this, [id = *filter.site](LocalStore& store) { return store.directory().site(id); },
            [this, id = *filter.site](const Result<std::optional<ResourceSite>>& site) {
                if (m_filter.site == id && site.ok() && *site) {
                    m_siteName = oneLine((**site).displayName());
                    m_site->setText(m_siteName);
                    showSummary();
                }
            });
    }
    m_setting = false;
    showSummary();
}

void ReferralFilterBar::edited()
{
    if (m_setting) {
        return;
    }
    m_filter = filter();
    showSummary();
    Q_EMIT changed();
}

QString ReferralFilterBar::inWords() const
{
    const ReferralFilter filter = m_filter;
    QStringList words;
    QStringList statuses;
    for (const ReferralStatus status : filter.statuses) {
        statuses.append(statusInWords(status));
    }
    if (!statuses.isEmpty()) {
        words.append(statuses.join(tr(" or ")));
    }
    for (const QComboBox* box : {m_worker, m_team, m_answered, m_shared}) {
        if (box->currentIndex() > 0) {
            words.append(u"%1: %2"_s.arg(box->accessibleName(), box->currentText()));
        }
    }
    for (const QComboBox* box : {m_period, m_quiet}) {
        if (box->currentData().toInt() > 0) {
            words.append(u"%1: %2"_s.arg(box->accessibleName(), box->currentText().toLower()));
        }
    }
    const QLocale locale;
    if (filter.createdFrom.isValid()) {
        words.append(tr("Made from %1").arg(locale.toString(filter.createdFrom, QLocale::ShortFormat)));
    }
    if (filter.createdTo.isValid()) {
        words.append(tr("Made until %1").arg(locale.toString(filter.createdTo, QLocale::ShortFormat)));
    }
    if (filter.site && !m_siteName.isEmpty()) {
        words.append(m_siteName);
    }
    return words.join(u" · "_s);
}

void ReferralFilterBar::showSummary()
{
    const QString words = inWords();
    m_summary->setText(words);
    m_summary->setVisible(!words.isEmpty());
    m_clear->setVisible(!words.isEmpty());
    m_more->setAccessibleDescription(words);
}

bool ReferralFilterBar::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
            Q_EMIT leftDown();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace handrail::ui
