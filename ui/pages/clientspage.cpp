// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/clientspage.h"

#include "ui/dialogs/clientdialog.h"
#include "ui/dialogs/duplicatesdialog.h"
#include "ui/dialogs/importdialog.h"
#include "ui/dialogs/mergedialog.h"
#include "ui/dialogs/pickclientdialog.h"
#include "ui/views/clientfilters.h"
#include "ui/views/clientprofile.h"
#include "ui/views/flowlayout.h"
#include "ui/views/pagescroll.h"
#include "ui/views/searchlist.h"
#include "ui/words.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QSplitter>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

ClientsPage::ClientsPage(Services services, ChosenClient& chosen, QWidget* parent)
    : QWidget(parent)
    , m_services(services)
    , m_chosen(chosen)
    , m_model(new ClientListModel(services.store, services.phones, this))
    , m_filters(new ClientFilters(services))
    , m_profile(new ClientProfile(services, chosen))
{
    setObjectName(u"clientsPage"_s);
    auto* splitter = new QSplitter;
    splitter->addWidget(makeList());
    splitter->addWidget(m_profile);
    splitter->setSizes({400, 560});
    splitter->setStretchFactor(1, 1);
    splitter->setChildrenCollapsible(false);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(24, 24, 24, 16);
    outer->addWidget(splitter);

    connect(m_list, &SearchList::searched, this, &ClientsPage::search);
    connect(m_filters, &ClientFilters::edited, this, &ClientsPage::search);
    connect(m_list, &SearchList::emptyActed, this, [this] {
        if (m_filters->any()) {
            m_filters->clear();
        } else {
            addClient();
        }
    });
    connect(m_list->selection(), &KeyedSelection::keyChanged, this, [this](const QUuid& key) {
        if (!key.isNull()) {
            m_chosen.choose(ClientId(key));
        }
    });
    connect(&m_chosen, &ChosenClient::changed, this, [this] {
        if (m_chosen.id()) {
            m_list->selection()->choose(m_chosen.id()->uuid());
        }
    });
    connect(m_profile, &ClientProfile::findResources, this, &ClientsPage::findResources);
    connect(m_profile, &ClientProfile::showReferrals, this, &ClientsPage::showReferrals);
    connect(m_profile, &ClientProfile::openReferral, this, &ClientsPage::openReferral);
    connect(m_profile, &ClientProfile::shareReferral, this, &ClientsPage::shareReferral);
    connect(m_profile, &ClientProfile::merge, this, &ClientsPage::pickForMerge);
    connect(m_profile, &ClientProfile::edit, this, [this] {
        if (m_profile->shown()) {
            editClient(m_profile->shown()->client);
        }
    });
    setFocusProxy(m_list->search());
    m_model->search({});
}

QWidget* ClientsPage::makeList()
{
    m_list = new SearchList(u"clients"_s, tr("Search Clients"), tr("Clients"), m_model, RowDelegate::Lead::Initials,
                            {u"clients"_s, tr("No clients yet"),
                             tr("Add the first client, or wait a moment while your agency’s clients arrive."),
                             tr("Add Client"), tr("No client has these words in a name, phone or email.")});
    m_list->addBelowSearch(m_filters);
    auto* add = makeButton(u"addClient"_s, tr("Add Client"), ButtonKind::Plain, u"add"_s);
    auto* more = makeButton(u"clientsMore"_s, tr("More"));
    more->setAccessibleName(tr("More for Clients"));
    auto* menu = new QMenu(more);
    menu->addAction(tr("Import Clients…"), this, &ClientsPage::importClients)->setObjectName(u"actionImport"_s);
    menu->addAction(tr("Possible Duplicates…"), this, &ClientsPage::showDuplicates)
        ->setObjectName(u"actionDuplicates"_s);
    more->setMenu(menu);
    auto* top = new FlowLayout(8);
    top->addFilling(makeLabel(tr("Clients"), u"title"_s));
    top->addWidget(add);
    top->addWidget(more);
    auto* left = new Pane;
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 8, 0);
    column->setSpacing(16);
    column->addLayout(top);
    column->addWidget(m_list, 1);
    connect(add, &QPushButton::clicked, this, &ClientsPage::addClient);
    return left;
}

void ClientsPage::refresh()
{
    m_model->refresh();
    m_profile->refresh();
}

void ClientsPage::search()
{
    m_list->setNarrowed(m_filters->any(), tr("No client is like that"),
                        tr("Nobody fits these filters. Clear them to see all clients."), tr("Clear Filters"));
    m_model->search(m_filters->query(m_list->search()->text()));
    if (!m_list->search()->text().isEmpty()) {
        Q_EMIT searchedClients();
    }
}

void ClientsPage::addClient()
{
    editClient(std::nullopt);
}

void ClientsPage::editClient(const ClientId& id)
{
    m_chosen.choose(id);
    askStore(
        m_services.store, this, [id](LocalStore& store) { return store.clients().client(id); },
        [this](const Result<std::optional<Client>>& client) {
            // One who is not here any more: the profile says so.
            if (client.ok() && *client) {
                editClient(*client);
            }
        });
}

void ClientsPage::editClient(const std::optional<Client>& client)
{
    auto* dialog = new ClientDialog(m_services, client, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ClientDialog::saved, this, [this](const ClientId& id) {
        m_chosen.choose(id);
        refresh();
    });
    connect(dialog, &ClientDialog::openExisting, this, [this](const ClientId& id) { m_chosen.choose(id); });
    dialog->open();
}

void ClientsPage::importClients()
{
    auto* dialog = new ImportDialog(m_services, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ImportDialog::imported, this, &ClientsPage::refresh);
    dialog->open();
}

void ClientsPage::showDuplicates()
{
    auto* dialog = new DuplicatesDialog(m_services, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &DuplicatesDialog::merged, this, [this](const ClientId& kept) {
        m_chosen.choose(kept);
        refresh();
    });
    dialog->open();
}

void ClientsPage::pickForMerge()
{
    if (!m_profile->shown()) {
        return;
    }
    const Client& client = m_profile->shown()->client;
    auto* dialog = new PickClientDialog(m_services, tr("Merge Clients"),
                                        tr("Who is the same person as %1?").arg(oneLine(client.fullName())), client.id,
                                        this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PickClientDialog::picked, this,
            [this, first = client.id](const ClientId& second) { openMerge(first, second); });
    dialog->open();
}

void ClientsPage::openMerge(const ClientId& a, const ClientId& b)
{
    auto* dialog = new MergeDialog(m_services, a, b, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &MergeDialog::merged, this, [this](const ClientId& kept) {
        m_chosen.choose(kept);
        refresh();
    });
    dialog->open();
}

} // namespace handrail::ui
