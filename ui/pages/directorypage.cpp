// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/directorypage.h"

#include "core/casework/baskets.h"
#include "ui/views/searchlist.h"
#include "ui/words.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QScrollArea>
#include <QSplitter>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

namespace {

QString phonesInWords(const QList<SitePhone>& phones)
{
    QStringList lines;
    for (const SitePhone& phone : phones) {
        QString line = phone.number;
        if (!phone.extension.isEmpty()) {
            line += DirectoryPage::tr(" ext. %1").arg(phone.extension);
        }
        const QString about = QStringList{phone.type, phone.description}.join(u' ').trimmed();
        lines.append(about.isEmpty() ? line : u"%1 (%2)"_s.arg(line, about));
    }
    return lines.join(u'\n');
}

QString hoursInWords(const QList<SiteHours>& hours)
{
    QStringList lines;
    for (const SiteHours& open : hours) {
        QStringList days;
        for (const int day : open.weekdays) {
            days.append(QLocale().dayName(day, QLocale::ShortFormat));
        }
        QString line = days.join(u", "_s);
        if (open.opens.isValid() && open.closes.isValid()) {
            const QString pattern = DirectoryPage::tr("h:mm AP");
            line +=
                u"  %1 – %2"_s.arg(QLocale().toString(open.opens, pattern), QLocale().toString(open.closes, pattern));
        }
        lines.append(QStringList{line, open.note}.join(u' ').trimmed());
    }
    return lines.join(u'\n');
}

void addFact(QBoxLayout* column, const QString& label, const QString& value)
{
    if (value.trimmed().isEmpty()) {
        return;
    }
    column->addSpacing(8);
    column->addWidget(makeLabel(label, u"section"_s));
    // A directory is somebody else's file: a text of megabytes is cut for the screen.
    auto* text = makeLabel(value.left(5000), {}, true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    text->setAccessibleName(u"%1: %2"_s.arg(label, value.left(500)));
    column->addWidget(text);
}

} // namespace

DirectoryPage::DirectoryPage(Services services, ChosenClient& chosen, QWidget* parent)
    : QWidget(parent)
    , m_services(services)
    , m_chosen(chosen)
    , m_model(new SiteListModel(services.store, this))
    , m_body(new QWidget)
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
                        tr("No resource has these words. Try fewer words, a need (food, shelter) or a city.")});
    auto* left = new QWidget;
    auto* leftColumn = new QVBoxLayout(left);
    leftColumn->setContentsMargins(0, 0, 8, 0);
    leftColumn->setSpacing(16);
    leftColumn->addWidget(makeLabel(tr("Directory"), u"title"_s));
    leftColumn->addWidget(m_list, 1);

    m_add = makeButton(u"addToBasket"_s, tr("Add to Basket"), ButtonKind::Primary, u"basket"_s);
    m_refer = makeButton(u"referClient"_s, tr("Refer Client"), ButtonKind::Plain, u"referral"_s);
    m_title->setObjectName(u"siteName"_s);
    m_organization->setObjectName(u"siteOrganization"_s);
    auto* card = makeFrame(u"card"_s, 24);
    auto* column = layoutOf(card);
    column->addWidget(m_title);
    column->addWidget(m_organization);
    column->addSpacing(8);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_add);
    row->addWidget(m_refer);
    row->addStretch(1);
    column->addLayout(row);
    column->addWidget(m_notice);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    m_body->setProperty("role", u"scrolled"_s);
    m_body->setObjectName(u"siteDetails"_s);
    auto* body = new QVBoxLayout(m_body);
    body->setContentsMargins(0, 0, 8, 0);
    body->setSpacing(2);
    scroll->setWidget(m_body);
    column->addWidget(scroll, 1);
    m_states = new StatePane(card, u"siteDetails"_s);
    m_states->showMessage(u"place"_s, tr("Choose a resource"),
                          tr("Select a resource on the left to see hours, phones and how to apply."));

    auto* splitter = new QSplitter;
    splitter->addWidget(left);
    splitter->addWidget(m_states);
    splitter->setSizes({440, 520});
    splitter->setChildrenCollapsible(false);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(24, 24, 24, 16);
    outer->addWidget(splitter);

    connect(m_list, &SearchList::searched, m_model, &SiteListModel::search);
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
    // Enter on a row does what the row is there for.
    connect(m_list->list(), &QListView::activated, this, &DirectoryPage::addToBasket);
    setFocusProxy(m_list->search());
    m_model->search({});
}

void DirectoryPage::refresh()
{
    m_model->refresh();
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
    askStore(
        m_services.store, this, [id = ResourceSiteId(key)](LocalStore& store) { return store.directory().site(id); },
        [this, key](const Result<std::optional<ResourceSite>>& site) {
            if (key != m_list->selection()->key()) {
                return;
            }
            if (!site.ok()) {
                m_states->showMessage(u"warning"_s, tr("This resource can’t be read"), site.error().sentence);
            } else if (*site) {
                showDetails(**site);
            }
        });
}

void DirectoryPage::showDetails(const ResourceSite& site)
{
    m_shown = site;
    m_title->setText(oneLine(site.serviceName));
    QStringList where = {site.organizationName, site.locationName};
    where.removeAll(QString());
    where.removeDuplicates();
    m_organization->setText(oneLine(where.join(u" · "_s)));
    auto* body = layoutOf(m_body);
    clearLayout(body);
    addFact(body, tr("Please note"), site.alert);
    addFact(body, tr("About"), site.description);
    addFact(body, tr("Address"), site.addressLine());
    addFact(body, tr("Phones"), phonesInWords(site.phones));
    addFact(body, tr("Hours"), hoursInWords(site.hours));
    addFact(body, tr("Who can come"), site.eligibility);
    addFact(body, tr("How to apply"), site.applicationProcess);
    addFact(body, tr("Cost"), site.cost);
    addFact(body, tr("Bring along"), site.requiredDocuments);
    addFact(body, tr("Languages"), site.languages.join(u", "_s));
    addFact(body, tr("Interpretation"), site.interpretation);
    addFact(body, tr("Accessibility"), site.accessibility);
    addFact(body, tr("Getting there"), site.transportation);
    addFact(body, tr("Email"), site.email);
    addFact(body, tr("Website"), site.website);
    addFact(body, tr("Categories"), site.categories.join(u", "_s));
    body->addStretch(1);
    m_states->showContent();
}

void DirectoryPage::showSite(const ResourceSiteId& site)
{
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

} // namespace handrail::ui
