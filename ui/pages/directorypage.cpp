// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/directorypage.h"

#include "core/casework/baskets.h"
#include "core/casework/favourites.h"
#include "ui/theme.h"
#include "ui/views/carddelegate.h"
#include "ui/views/flowlayout.h"
#include "ui/views/searchlist.h"
#include "ui/views/sitedetails.h"
#include "ui/views/sitefilters.h"
#include "ui/words.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QScrollArea>
#include <QShortcut>
#include <QSplitter>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

DirectoryPage::DirectoryPage(Services services, ChosenClient& chosen, QWidget* parent)
    : QWidget(parent)
    , m_services(services)
    , m_chosen(chosen)
    , m_model(new SiteListModel(services.store, services.clock, this))
    , m_filters(new SiteFilters(services))
    , m_details(new SiteDetails(services.clock))
    , m_title(makeLabel({}, u"title"_s, true))
    , m_organization(makeLabel({}, u"muted"_s, true))
    , m_notice(new Notice(u"directoryNotice"_s))
{
    setObjectName(u"directoryPage"_s);
    m_list =
        new SearchList(u"directory"_s, tr("Search Directory"), tr("Resource Sites"), m_model, RowDelegate::Lead::Icon,
                       {u"directory"_s,
                        tr("The directory is empty"),
                        tr("It arrives from the server. If it stays empty, ask your administrator to import it."),
                        {},
                        tr("No resource fits all of this. Try fewer words, a need (food, shelter) or a city.")});
    QListView* list = m_list->list();
    list->setItemDelegate(new CardDelegate(false, list));
    list->setDragEnabled(true);
    list->setDragDropMode(QAbstractItemView::DragOnly);
    list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setMinimumWidth(240);

    auto* top = new QHBoxLayout;
    top->setSpacing(16);
    top->addWidget(makeLabel(tr("Directory"), u"title"_s));
    m_list->search()->setToolTip(
        tr("Name, service, category, city, who can come, language: each word narrows the list."));
    top->addWidget(m_list->search(), 1);

    auto* splitter = new QSplitter;
    splitter->setObjectName(u"directorySplitter"_s);
    splitter->addWidget(m_list);
    splitter->addWidget(makeCard());
    splitter->setSizes({360, 440});
    splitter->setStretchFactor(1, 1);
    splitter->setHandleWidth(12);
    splitter->setChildrenCollapsible(false);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(24, 16, 24, 16);
    outer->setSpacing(8);
    outer->addLayout(top);
    outer->addWidget(m_filters);
    outer->addWidget(splitter, 1);
    setFocusProxy(m_list->search());
    connectAll();
    readAgency();
    m_filters->refresh();
    search();
}

QWidget* DirectoryPage::makeCard()
{
    m_add = makeButton(u"addToBasket"_s, tr("Add to Basket"), ButtonKind::Primary, u"basket"_s);
    m_refer = makeButton(u"referClient"_s, tr("Refer Client"), ButtonKind::Plain, u"referral"_s);
    m_star = makeButton(u"favouriteSite"_s, tr("Favourite"), ButtonKind::Plain, u"star"_s);
    m_star->setCheckable(true);
    m_star->setToolTip(tr("Find it again under «Favourites» (Ctrl+D)"));
    m_print = makeButton(u"printSite"_s, tr("Printed Sheet…"), ButtonKind::Plain, u"print"_s);
    m_print->setToolTip(tr("For a client without a phone"));
    m_title->setObjectName(u"siteName"_s);
    m_organization->setObjectName(u"siteOrganization"_s);
    auto* card = makeFrame(u"card"_s, 16);
    auto* column = layoutOf(card);
    column->addWidget(m_title);
    column->addWidget(m_organization);
    column->addSpacing(4);
    auto* flow = new FlowLayout(8);
    for (QPushButton* button : {m_add, m_refer, m_star, m_print}) {
        flow->addWidget(button);
    }
    column->addLayout(flow);
    column->addWidget(m_notice);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_details);
    column->addWidget(scroll, 1);
    m_states = new StatePane(card, u"siteDetails"_s);
    m_states->showMessage(u"place"_s, tr("Choose a resource"),
                          tr("Select a resource on the left to see hours, phones and how to apply."));
    return m_states;
}

void DirectoryPage::connectAll()
{
    connect(m_list, &SearchList::searched, this, &DirectoryPage::search);
    connect(m_filters, &SiteFilters::changed, this, &DirectoryPage::search);
    connect(m_list, &SearchList::emptyActed, m_filters, &SiteFilters::clear);
    connect(m_list->selection(), &KeyedSelection::keyChanged, this, [this] {
        m_notice->hide();
        readDetails();
    });
    connect(m_add, &QPushButton::clicked, this, &DirectoryPage::addToBasket);
    connect(m_refer, &QPushButton::clicked, this, [this] {
        if (m_shown && !needsClient()) {
            Q_EMIT refer(m_shown->id);
        }
    });
    connect(m_star, &QPushButton::clicked, this, &DirectoryPage::toggleFavourite);
    connect(m_print, &QPushButton::clicked, this, [this] {
        if (m_shown) {
            Q_EMIT printSheet(m_shown->id);
        }
    });
    // Enter or a double click on a row does what the row is there for.
    connect(m_list->list(), &QListView::activated, this, &DirectoryPage::addToBasket);
    connect(m_list->list(), &QWidget::customContextMenuRequested, this, &DirectoryPage::showMenu);
    connect(m_details, &SiteDetails::copied, this,
            [this](const QString& sentence) { m_notice->say(Notice::Tone::Good, sentence); });
    connect(&m_chosen, &ChosenClient::changed, this, [this] { m_filters->setClient(m_chosen.id()); });
    auto* star = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_D), this);
    star->setContext(Qt::WidgetWithChildrenShortcut);
    connect(star, &QShortcut::activated, this, &DirectoryPage::toggleFavourite);
    constexpr int minuteMs = 60000;
    m_minute.setInterval(minuteMs);
    connect(&m_minute, &QTimer::timeout, this, [this] {
        if (isVisible()) {
            search();
        }
    });
    m_minute.start();
}

void DirectoryPage::search()
{
    SiteQuery query = m_filters->query();
    query.text = m_list->search()->text();
    m_list->setNarrowed(m_filters->any() ? tr("Clear Filters") : QString());
    m_model->search(query);
}

void DirectoryPage::refresh()
{
    readAgency();
    m_filters->refresh();
    m_model->refresh();
    readDetails();
}

void DirectoryPage::readAgency()
{
    askStore(
        m_services.store, this, [](LocalStore& store) { return store.agencies().agency(); },
        [this](const Result<std::optional<Agency>>& agency) {
            if (!agency.ok() || !*agency || zoneOf((**agency).timeZone) == m_zone) {
                return;
            }
            m_zone = zoneOf((**agency).timeZone);
            m_model->setZone(m_zone);
            m_filters->setTimeZone((**agency).timeZone);
            search();
            readDetails();
        });
}

void DirectoryPage::setClientName(const QString& name)
{
    if (name == m_clientName) {
        return;
    }
    m_clientName = name;
    m_notice->hide();
}

void DirectoryPage::readDetails()
{
    const QUuid key = m_list->selection()->key();
    if (key.isNull()) {
        return;
    }
    struct Found
    {
        std::optional<ResourceSite> site;
        bool favourite = false;
    };
    askStore(
        m_services.store, this,
        [id = ResourceSiteId(key), user = m_services.worker](LocalStore& store) -> Result<Found> {
            const auto site = store.directory().site(id);
            if (!site.ok()) {
                return site.error();
            }
            const auto favourite = store.directory().isFavourite(user, id);
            if (!favourite.ok()) {
                return favourite.error();
            }
            return Found{*site, *favourite};
        },
        [this, key](const Result<Found>& found) {
            if (key != m_list->selection()->key()) {
                return;
            }
            if (!found.ok()) {
                m_states->showMessage(u"warning"_s, tr("This resource can’t be read"), found.error().sentence);
            } else if (found->site) {
                showDetails(*found->site, found->favourite);
            }
        });
}

void DirectoryPage::showDetails(const ResourceSite& site, bool favourite)
{
    m_favourite = favourite;
    m_star->setChecked(favourite);
    m_star->setIcon(icon(favourite ? u"star-full"_s : u"star"_s, favourite ? theme().warn : theme().text));
    m_states->showContent();
    if (m_shown == site && m_details->property("zone").toByteArray() == m_zone.id()) {
        return; // what is read, marked or focused there stays
    }
    m_shown = site;
    m_details->setProperty("zone", m_zone.id());
    m_title->setText(oneLine(site.serviceName));
    QStringList where = {site.organizationName, site.locationName};
    where.removeAll(QString());
    where.removeAll(site.serviceName);
    where.removeDuplicates();
    m_organization->setText(oneLine(where.join(u" · "_s)));
    m_organization->setVisible(!where.isEmpty());
    m_details->display(site, m_zone);
}

void DirectoryPage::showSite(const ResourceSiteId& site)
{
    m_filters->clear();
    m_list->search()->clear();
    m_list->selection()->choose(site.uuid());
}

bool DirectoryPage::needsClient()
{
    if (m_chosen.id()) {
        return false;
    }
    m_notice->say(Notice::Tone::Warn, tr("Choose a client first: press Ctrl+2 and select whom this is for."));
    return true;
}

void DirectoryPage::addToBasket()
{
    if (!m_shown || m_adding || needsClient()) {
        return;
    }
    m_adding = true;
    const QString name = m_shown->displayName();
    atDesk(
        m_services, this,
        [client = *m_chosen.id(), site = m_shown->id](casework::Desk& desk) {
            return casework::addToBasket(desk, client, site);
        },
        [this, name](const Result<void>& done) {
            m_adding = false;
            if (!done.ok()) {
                m_notice->say(Notice::Tone::Warn, done.error().sentence);
                return;
            }
            m_notice->say(Notice::Tone::Good,
                          tr("%1 is in the basket of %2.").arg(oneLine(name), oneLine(m_clientName)));
            m_services.agent.lookNow();
        });
}

void DirectoryPage::toggleFavourite()
{
    if (!m_shown) {
        return;
    }
    const bool wanted = !m_favourite;
    atDesk(
        m_services, this,
        [site = m_shown->id, wanted](casework::Desk& desk) { return casework::setFavourite(desk, site, wanted); },
        [this](const Result<void>& done) {
            if (!done.ok()) {
                m_notice->say(Notice::Tone::Warn, done.error().sentence);
            }
            m_services.agent.lookNow();
            m_model->refresh();
            readDetails();
        });
}

void DirectoryPage::showMenu(const QPoint& at)
{
    const QModelIndex index = m_list->list()->indexAt(at);
    if (!index.isValid() || !m_shown) {
        return;
    }
    auto* menu = new QMenu(this);
    menu->setObjectName(u"siteMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Add to Basket")), &QAction::triggered, this, &DirectoryPage::addToBasket);
    connect(menu->addAction(tr("Refer Client")), &QAction::triggered, m_refer, &QPushButton::click);
    menu->addSeparator();
    connect(menu->addAction(m_favourite ? tr("Remove from Favourites") : tr("Add to Favourites")), &QAction::triggered,
            this, &DirectoryPage::toggleFavourite);
    connect(menu->addAction(tr("Printed Sheet…")), &QAction::triggered, m_print, &QPushButton::click);
    menu->popup(m_list->list()->viewport()->mapToGlobal(at));
}

} // namespace handrail::ui
