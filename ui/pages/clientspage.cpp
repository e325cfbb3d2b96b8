// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/clientspage.h"

#include "core/casework/bounces.h"
#include "core/casework/optouts.h"
#include "core/domain/reasons.h"
#include "ui/dialogs/clientdialog.h"
#include "ui/theme.h"
#include "ui/views/searchlist.h"
#include "ui/words.h"

#include <QBoxLayout>
#include <QInputDialog>
#include <QLineEdit>
#include <QListView>
#include <QScrollArea>
#include <QSplitter>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

ClientsPage::ClientsPage(Services services, ChosenClient& chosen, QWidget* parent)
    : QWidget(parent)
    , m_services(services)
    , m_chosen(chosen)
    , m_model(new ClientListModel(services.store, services.phones, this))
    , m_details(new QWidget)
{
    setObjectName(u"clientsPage"_s);
    m_list = new SearchList(u"clients"_s, tr("Search Clients"), tr("Clients"), m_model, RowDelegate::Lead::Initials,
                            {u"clients"_s, tr("No clients yet"),
                             tr("Add the first client, or wait a moment while your agency’s clients arrive."),
                             tr("Add Client"), tr("No client has these words in a name, phone or email.")});
    auto* add = makeButton(u"addClient"_s, tr("Add Client"), ButtonKind::Plain, u"add"_s);
    auto* top = new QHBoxLayout;
    top->addWidget(makeLabel(tr("Clients"), u"title"_s), 1);
    top->addWidget(add);
    auto* left = new QWidget;
    auto* leftColumn = new QVBoxLayout(left);
    leftColumn->setContentsMargins(0, 0, 8, 0);
    leftColumn->setSpacing(16);
    leftColumn->addLayout(top);
    leftColumn->addWidget(m_list, 1);

    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_details->setProperty("role", u"scrolled"_s);
    m_details->setObjectName(u"clientDetails"_s);
    auto* column = new QVBoxLayout(m_details);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(16);
    scroll->setWidget(m_details);
    m_states = new StatePane(scroll, u"clientDetails"_s);
    m_states->showMessage(u"person"_s, tr("Choose a client"),
                          tr("Select a client on the left to see how to reach them and where they were referred."));

    m_notice = new Notice(u"clientNotice"_s);
    auto* right = new QWidget;
    auto* rightColumn = new QVBoxLayout(right);
    rightColumn->setContentsMargins(8, 0, 0, 0);
    rightColumn->setSpacing(16);
    rightColumn->addWidget(m_notice);
    rightColumn->addWidget(m_states, 1);

    auto* splitter = new QSplitter;
    splitter->addWidget(left);
    splitter->addWidget(right);
    splitter->setSizes({400, 560});
    splitter->setChildrenCollapsible(false);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(24, 24, 24, 16);
    outer->addWidget(splitter);

    connect(m_list, &SearchList::searched, m_model, &ClientListModel::search);
    connect(m_list, &SearchList::emptyActed, this, [this] { editClient(true); });
    connect(add, &QPushButton::clicked, this, [this] { editClient(true); });
    connect(m_list->selection(), &KeyedSelection::keyChanged, this, [this](const QUuid& key) {
        if (!key.isNull()) {
            m_chosen.choose(ClientId(key));
        }
    });
    connect(&m_chosen, &ChosenClient::changed, this, [this] {
        m_notice->hide();
        m_list->selection()->choose(m_chosen.id()->uuid());
        readDetails();
    });
    setFocusProxy(m_list->search());
    m_model->search({});
}

void ClientsPage::refresh()
{
    m_model->refresh();
    readDetails();
}

Result<std::optional<ClientsPage::Details>> ClientsPage::read(LocalStore& store, const ClientId& id)
{
    const auto client = store.clients().client(id);
    if (!client.ok()) {
        return client.error();
    }
    if (!*client) {
        return std::optional<Details>();
    }
    Details details{**client, u"US"_s, {}, {}, {}};
    QList<Address> addresses;
    for (const ContactPoint& point : details.client.contactPoints) {
        addresses.append(point.address);
    }
    const auto optOuts = store.shares().optedOut(addresses);
    const auto referrals = store.referrals().find({id, std::nullopt, {}}, Page{0, 20});
    const auto agency = store.agencies().agency();
    const auto bounces = store.shares().bounces(id);
    if (!bounces.ok()) {
        return bounces.error();
    }
    if (!optOuts.ok() || !referrals.ok() || !agency.ok()) {
        return !optOuts.ok() ? optOuts.error() : !referrals.ok() ? referrals.error() : agency.error();
    }
    details.optOuts = *optOuts;
    details.bounces = *bounces;
    details.referrals = *referrals;
    if (*agency) {
        details.phoneRegion = (**agency).phoneRegion;
    }
    return std::optional(details);
}

void ClientsPage::readDetails()
{
    if (!m_chosen.id()) {
        return;
    }
    askStore(
        m_services.store, this, [id = *m_chosen.id()](LocalStore& store) { return read(store, id); },
        [this](const Result<std::optional<Details>>& details) {
            if (!details.ok()) {
                m_states->showMessage(u"warning"_s, tr("This client can’t be read"), details.error().sentence);
            } else if (!*details) {
                m_states->showMessage(u"person"_s, tr("This client is not here any more"),
                                      tr("They may have been given to another team. Choose another client."));
            } else if ((**details).client.id == m_chosen.id()) {
                showDetails(**details);
            }
        });
}

void ClientsPage::showDetails(const Details& details)
{
    m_shown = details;
    const Client& client = details.client;
    auto* column = qobject_cast<QVBoxLayout*>(m_details->layout());
    clearLayout(column);

    auto* head = makeFrame(u"card"_s, 24);
    auto* name = makeLabel(oneLine(client.fullName()), u"title"_s, true);
    name->setObjectName(u"clientName"_s);
    layoutOf(head)->addWidget(name);
    QStringList facts = {languageInWords(client.language), timeZoneInWords(client.timeZone)};
    if (client.birthDate.isValid()) {
        facts.append(tr("born %1").arg(QLocale().toString(client.birthDate, QLocale::ShortFormat)));
    }
    auto* quiet = makeLabel(facts.join(u" · "_s), u"muted"_s, true);
    quiet->setObjectName(u"clientFacts"_s);
    layoutOf(head)->addWidget(quiet);
    layoutOf(head)->addSpacing(8);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    auto* find = makeButton(u"findResources"_s, tr("Find Resources"), ButtonKind::Primary, u"search"_s);
    auto* edit = makeButton(u"editClient"_s, tr("Edit Client"), ButtonKind::Plain, u"edit"_s);
    row->addWidget(find);
    row->addWidget(edit);
    row->addStretch(1);
    layoutOf(head)->addLayout(row);
    connect(find, &QPushButton::clicked, this, &ClientsPage::findResources);
    connect(edit, &QPushButton::clicked, this, [this] { editClient(false); });
    column->addWidget(head);
    addContactPoints(column, details);
    addReferrals(column, details);
    column->addStretch(1);
    m_states->showContent();
}

void ClientsPage::addContactPoints(QVBoxLayout* column, const Details& details)
{
    auto* card = makeFrame(u"card"_s, 24);
    layoutOf(card)->addWidget(makeLabel(tr("Phones and Emails"), u"heading"_s));
    if (details.client.contactPoints.isEmpty()) {
        layoutOf(card)->addWidget(makeLabel(
            tr("None yet. Press «Edit Client» to add one, so that referrals can be shared."), u"muted"_s, true));
    }
    for (const ContactPoint& point : details.client.contactPoints) {
        const bool text = point.address.channel() == Channel::Text;
        auto* row = new QHBoxLayout;
        row->setSpacing(12);
        auto* mark = new QLabel;
        mark->setPixmap(iconPixmap(text ? u"phone"_s : u"mail"_s, theme().muted, 20, devicePixelRatioF()));
        row->addWidget(mark, 0, Qt::AlignTop);
        auto* lines = new QVBoxLayout;
        lines->setSpacing(0);
        const QString inWords = addressInWords(point.address, m_services.phones, details.phoneRegion);
        auto* address = makeLabel(inWords, u"strong"_s, true);
        address->setTextInteractionFlags(Qt::TextSelectableByMouse);
        lines->addWidget(address);
        QStringList notes;
        if (!point.label.isEmpty()) {
            notes.append(oneLine(point.label));
        }
        if (point.primary) {
            notes.append(tr("primary"));
        }
        if (text && !point.mayText) {
            notes.append(tr("no texts"));
        }
        lines->addWidget(makeLabel(notes.join(u" · "_s), u"muted"_s));
        bool optedOut = false;
        for (const OptOut& optOut : details.optOuts) {
            if (optOut.address.ledgerKey() == point.address.ledgerKey()) {
                optedOut = true;
                const QString since = QLocale().toString(optOut.at.toLocalTime().date(), QLocale::ShortFormat);
                lines->addWidget(makeLabel(text ? tr("Opted out of texts since %1").arg(since)
                                                : tr("Unsubscribed from emails since %1").arg(since),
                                           u"problem"_s));
            }
        }
        if (const Bounce* bounce = optedOut ? nullptr : bounceOf(point.address, details.bounces)) {
            const QString since = QLocale().toString(bounce->at.toLocalTime().date(), QLocale::ShortFormat);
            auto* problem = makeLabel(tr("Emails come back since %1: %2").arg(since, reasonInWords(bounce->reason)),
                                      u"problem"_s, true);
            problem->setObjectName(u"bounced"_s);
            lines->addWidget(problem);
            lines->addWidget(makeTryAgainButton(point.address, inWords), 0, Qt::AlignLeft);
        }
        row->addLayout(lines, 1);
        if (!optedOut) {
            row->addWidget(makeOptOutButton(point.address, inWords), 0, Qt::AlignTop);
        }
        layoutOf(card)->addLayout(row);
    }
    column->addWidget(card);
}

QPushButton* ClientsPage::makeTryAgainButton(const Address& address, const QString& inWords)
{
    auto* button = makeButton(u"tryAddressAgain"_s, tr("Try This Address Again"), ButtonKind::Quiet);
    button->setAccessibleName(tr("Try %1 Again").arg(inWords));
    button->setToolTip(tr("The address is right after all, or works again: emails may go there"));
    connect(button, &QPushButton::clicked, this, [this, address, inWords, client = *m_chosen.id()] {
        atDesk(
            m_services, this,
            [address, client](casework::Desk& desk) { return casework::tryAddressAgain(desk, client, address); },
            [this, inWords](const Result<void>& result) {
                if (!result.ok()) {
                    m_notice->say(Notice::Tone::Bad, result.error().sentence);
                    return;
                }
                m_notice->say(Notice::Tone::Good,
                              tr("Emails may go to %1 again. Share the referral once more.").arg(inWords));
                m_services.agent.lookNow();
                refresh();
            });
    });
    return button;
}

QPushButton* ClientsPage::makeOptOutButton(const Address& address, const QString& inWords)
{
    const bool text = address.channel() == Channel::Text;
    auto* button =
        makeButton(text ? u"recordTextOptOut"_s : u"recordEmailOptOut"_s, tr("Record Opt-Out…"), ButtonKind::Quiet);
    button->setAccessibleName(tr("Record Opt-Out of %1").arg(inWords));
    button->setToolTip(text ? tr("The client said that this number wants no more texts")
                            : tr("The client said that this address wants no more emails"));
    connect(button, &QPushButton::clicked, this, [this, address, inWords] { recordOptOut(address, inWords); });
    return button;
}

void ClientsPage::recordOptOut(const Address& address, const QString& inWords)
{
    if (!m_chosen.id()) {
        return;
    }
    const bool text = address.channel() == Channel::Text;
    auto* dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"optOutDialog"_s);
    dialog->setWindowTitle(tr("Record Opt-Out"));
    const QString effect = text ? tr("%1 will get no more texts, those that wait included. Only the client can take "
                                     "this back, with a text that says START.")
                                : tr("%1 will get no more emails, those that wait included. This can’t be undone.");
    dialog->setLabelText(effect.arg(inWords) + u'\n' + tr("What did the client say? (if you want to keep it)"));
    dialog->setOkButtonText(tr("Record Opt-Out"));
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this, address, inWords, client = *m_chosen.id()](const QString& words) {
                atDesk(
                    m_services, this,
                    [address, client, words](casework::Desk& desk) {
                        return casework::recordOptOut(desk, address, words, client);
                    },
                    [this, inWords](const Result<void>& result) {
                        if (!result.ok()) {
                            m_notice->say(Notice::Tone::Bad, result.error().sentence);
                            return;
                        }
                        m_notice->say(Notice::Tone::Good, tr("%1 is opted out.").arg(inWords));
                        m_services.agent.lookNow();
                        refresh();
                    });
            });
    dialog->open();
}

void ClientsPage::addReferrals(QVBoxLayout* column, const Details& details)
{
    auto* card = makeFrame(u"card"_s, 24);
    layoutOf(card)->addWidget(makeLabel(tr("Referrals"), u"heading"_s));
    if (details.referrals.isEmpty()) {
        layoutOf(card)->addWidget(
            makeLabel(tr("None yet. Press «Find Resources» and add some to the basket."), u"muted"_s, true));
    }
    for (const ReferralRow& referral : details.referrals) {
        auto* row = new QHBoxLayout;
        auto* site = makeLabel(oneLine(referral.siteName), {}, true);
        row->addWidget(site, 1);
        const PillColors colors = pillColors(referral.referral.status);
        auto* pill = makeLabel(statusInWords(referral.referral.status));
        pill->setStyleSheet(u"background: %1; color: %2; border-radius: 10px; padding: 3px 10px;"_s.arg(
            colors.ground.name(), colors.text.name()));
        row->addWidget(pill, 0, Qt::AlignTop);
        layoutOf(card)->addLayout(row);
    }
    if (!details.referrals.isEmpty()) {
        auto* all = makeButton(u"showReferrals"_s, tr("Show Referrals"), ButtonKind::Quiet);
        layoutOf(card)->addWidget(all, 0, Qt::AlignLeft);
        connect(all, &QPushButton::clicked, this, [this] { Q_EMIT showReferrals(m_shown->client.fullName()); });
    }
    column->addWidget(card);
}

void ClientsPage::editClient(bool isNew)
{
    if (!isNew && !m_shown) {
        return;
    }
    auto* dialog = new ClientDialog(m_services, isNew ? std::nullopt : std::optional(m_shown->client), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ClientDialog::saved, this, [this](const ClientId& id) {
        m_chosen.choose(id);
        refresh();
    });
    dialog->open();
}

} // namespace handrail::ui
