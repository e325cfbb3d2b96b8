// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/activitypage.h"

#include "ui/views/flowlayout.h"
#include "ui/views/reachbox.h"
#include "ui/views/revertbutton.h"
#include "ui/views/searchlist.h"
#include "ui/words.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QListView>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

namespace {

enum class Kind { All, Answers, ClientMessages, Statuses, Notes, Sharing, Messages, OptOuts };

QList<ActivityKind> kindsOf(Kind kind)
{
    using K = ActivityKind;
    switch (kind) {
    case Kind::All:
        return {};
    case Kind::Answers:
        return {K::Answered, K::ReplyRead};
    case Kind::ClientMessages:
        return {K::ClientMessage, K::ReplyRead};
    case Kind::Statuses:
        return {K::StatusChanged, K::Created, K::Reverted};
    case Kind::Notes:
        return {K::Note};
    case Kind::Sharing:
        return {K::Shared, K::ConsentWithdrawn};
    case Kind::Messages:
        return {K::MessageEvent};
    case Kind::OptOuts:
        return {K::OptedOut, K::ConsentWithdrawn};
    }
    Q_UNREACHABLE();
    return {};
}

} // namespace

ActivityPage::ActivityPage(Services services, ChosenClient& chosen, QWidget* parent)
    : QWidget(parent)
    , m_services(services)
    , m_chosen(chosen)
    , m_model(new ActivityListModel(services.store, services.clock, this))
{
    setObjectName(u"activityPage"_s);
    m_allSeen = makeButton(u"markAllSeen"_s, tr("Mark All as Seen"), ButtonKind::Quiet, u"check"_s);
    auto* top = new FlowLayout(8);
    top->addFilling(makeLabel(tr("Recent Activity"), u"title"_s));
    m_notice = new Notice(u"activityNotice"_s);
    m_list = new QListView;
    identify(m_list, u"activityList"_s, tr("Recent Activity"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new RowDelegate(RowDelegate::Lead::Sentence, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_selection = new KeyedSelection(m_list, m_model);
    m_states = new StatePane(m_list, u"activity"_s);
    auto* revert = new RevertButton(m_services, m_list, m_model);
    revert->setObjectName(u"activityRevert"_s);
    connect(revert, &RevertButton::said, m_notice, &Notice::say);
    top->addWidget(revert);
    top->addWidget(m_allSeen);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 16);
    column->setSpacing(16);
    column->addLayout(top);
    column->addWidget(m_notice);
    column->addWidget(makeFilters());
    column->addWidget(m_states, 1);

    connect(m_model, &PagedModelBase::answered, this, &ActivityPage::showState);
    connect(&m_chosen, &ChosenClient::changed, this, &ActivityPage::ask);
    connect(m_list, &QListView::activated, this, &ActivityPage::open);
    connect(m_allSeen, &QPushButton::clicked, this, &ActivityPage::markAllSeen);
    connect(m_states, &StatePane::acted, this, [this] {
        if (m_model->state() == PagedModelBase::State::Failed) {
            refresh();
        } else {
            resetFilters();
        }
    });
    setFocusProxy(m_list);
    showState();
    ask();
}

QComboBox* ActivityPage::makeFilter(const QString& name, const QString& label)
{
    auto* filter = new QComboBox;
    identify(filter, name, label);
    filter->setToolTip(label);
    fitToEntries(filter);
    connect(filter, &QComboBox::currentIndexChanged, this, &ActivityPage::ask);
    return filter;
}

QWidget* ActivityPage::makeFilters()
{
    m_reach = new ReachBox(u"activityReach"_s);
    connect(m_reach, &ReachBox::reachChosen, this, &ActivityPage::ask);
    m_worker = makeFilter(u"activityWorker"_s, tr("Who Did It"));
    m_worker->addItem(tr("By anybody"));
    m_kind = makeFilter(u"activityKind"_s, tr("Kind"));
    const std::pair<QString, Kind> kinds[] = {{tr("All kinds"), Kind::All},
                                              {tr("Answers"), Kind::Answers},
                                              {tr("Clients’ messages"), Kind::ClientMessages},
                                              {tr("Status changes"), Kind::Statuses},
                                              {tr("Notes"), Kind::Notes},
                                              {tr("Sharing"), Kind::Sharing},
                                              {tr("Messages sent"), Kind::Messages},
                                              {tr("Opt-outs"), Kind::OptOuts}};
    for (const auto& [label, kind] : kinds) {
        m_kind->addItem(label, int(kind));
    }
    m_period = makeFilter(u"activityPeriod"_s, tr("When"));
    m_period->addItem(tr("Any time"), 0);
    m_period->addItem(tr("Today"), 1);
    m_period->addItem(tr("Last 7 days"), 7);
    m_period->addItem(tr("Last 30 days"), 30);
    m_onlyClient = new QCheckBox(tr("Only the chosen client"));
    identify(m_onlyClient, u"onlyChosenClient"_s, tr("Only the chosen client"));
    m_onlyClient->setEnabled(false);
    m_onlyNew = new QCheckBox(tr("Only new"));
    identify(m_onlyNew, u"onlyNew"_s, tr("Only new"));
    auto* bar = new QWidget;
    auto* row = new FlowLayout(8, bar);
    for (QComboBox* filter : {static_cast<QComboBox*>(m_reach), m_worker, m_kind, m_period}) {
        row->addWidget(filter);
    }
    for (QCheckBox* box : {m_onlyNew, m_onlyClient}) {
        row->addWidget(box);
        connect(box, &QCheckBox::toggled, this, &ActivityPage::ask);
    }
    return bar;
}

void ActivityPage::refresh()
{
    m_model->refresh();
}

void ActivityPage::setClientName(const QString& name)
{
    m_onlyClient->setEnabled(!name.isEmpty());
    m_onlyClient->setToolTip(name);
}

void ActivityPage::setUser(const User& user, casework::Reach reach)
{
    m_reach->setUser(user, reach);
    readPeople();
    ask();
}

void ActivityPage::readPeople()
{
    askStore(
        m_services.store, this, [](LocalStore& store) { return store.agencies().teams(); },
        [this](const Result<QList<Team>>& teams) {
            if (teams.ok()) {
                m_reach->setTeams(*teams);
            }
        });
    askStore(
        m_services.store, this, [](LocalStore& store) { return store.agencies().users(); },
        [this](const Result<QList<User>>& users) {
            if (!users.ok()) {
                return;
            }
            const QSignalBlocker quiet(m_worker);
            const QVariant chosen = m_worker->currentData();
            while (m_worker->count() > 1) {
                m_worker->removeItem(1);
            }
            for (const User& user : *users) {
                m_worker->addItem(tr("By %1").arg(oneLine(user.displayName)), user.id.uuid());
            }
            m_worker->setCurrentIndex(std::max(0, m_worker->findData(chosen)));
        });
}

ActivityQuery ActivityPage::query() const
{
    ActivityQuery query;
    query.scope = m_reach->scope();
    if (m_worker->currentIndex() > 0) {
        query.by = UserId(m_worker->currentData().toUuid());
    }
    query.kinds = kindsOf(Kind(m_kind->currentData().toInt()));
    if (const int days = m_period->currentData().toInt(); days > 0) {
        query.from = m_services.clock.now().toLocalTime().date().addDays(1 - days).startOfDay().toUTC();
    }
    query.onlyNew = m_onlyNew->isChecked();
    if (m_onlyClient->isChecked()) {
        query.client = m_chosen.id();
    }
    return query;
}

void ActivityPage::ask()
{
    // While the filters are being made.
    if (m_onlyNew && m_list) {
        m_model->show(query());
    }
}

void ActivityPage::resetFilters()
{
    m_onlyNew->setChecked(false);
    m_onlyClient->setChecked(false);
    for (QComboBox* filter : {m_worker, m_kind, m_period}) {
        filter->setCurrentIndex(0);
    }
    ask();
}

void ActivityPage::showNewAnswers()
{
    resetFilters();
    m_kind->setCurrentIndex(m_kind->findData(int(Kind::Answers)));
    m_onlyNew->setChecked(true);
}

void ActivityPage::showEntry(const ActivityId& id)
{
    resetFilters();
    m_selection->choose(id.uuid());
}

void ActivityPage::open(const QModelIndex& index)
{
    const ActivityRow* row = m_model->row(index.row());
    if (!row) {
        return;
    }
    const Activity activity = row->activity;
    if (row->isNew) {
        askStore(
            m_services.store, this,
            [id = activity.id](LocalStore& store) { return store.attention().markSeen({id}); },
            [this](const Result<void>&) { m_model->refresh(); });
    }
    if (activity.kind == ActivityKind::ClientMessage && activity.replyId) {
        Q_EMIT openReply(*activity.replyId);
    } else if (activity.referralId) {
        Q_EMIT openReferral(*activity.referralId);
    }
}

void ActivityPage::markAllSeen()
{
    ActivityQuery all = query();
    all.onlyNew = true;
    askStore(
        m_services.store, this, [all](LocalStore& store) { return store.attention().markAllSeen(all); },
        [this](const Result<void>& done) {
            if (!done.ok()) {
                m_notice->say(Notice::Tone::Bad, done.error().sentence);
            }
            m_model->refresh();
        });
}

void ActivityPage::showState()
{
    ActivityQuery plain;
    plain.scope = m_reach->scope();
    if (m_model->state() == PagedModelBase::State::Loading) {
        m_states->showMessage(u"activity"_s, tr("Loading…"), {});
    } else if (m_model->state() == PagedModelBase::State::Failed) {
        m_states->showMessage(u"warning"_s, tr("Recent Activity can’t be read"), m_model->trouble(), tr("Try Again"));
    } else if (m_model->rowCount() > 0) {
        m_states->showContent();
    } else if (query() == plain) {
        m_states->showMessage(u"activity"_s, tr("Nothing has happened yet"),
                              tr("Refer a client to a resource; what becomes of it appears here by itself."));
    } else {
        m_states->showMessage(u"search"_s, tr("Nothing found"), tr("Nothing fits these filters."), tr("Show Everything"));
    }
}

} // namespace handrail::ui
