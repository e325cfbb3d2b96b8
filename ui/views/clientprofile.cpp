// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/clientprofile.h"

#include "core/casework/bounces.h"
#include "core/casework/optouts.h"
#include "ui/accesslog.h"
#include "ui/dialogs/assigndialog.h"
#include "ui/dialogs/printedlinksdialog.h"
#include "ui/print/profilesheet.h"
#include "ui/theme.h"
#include "ui/views/clientconsents.h"
#include "ui/views/clientrecordsmenu.h"
#include "ui/views/clientreferrals.h"
#include "ui/views/clienttimeline.h"
#include "ui/views/flowlayout.h"
#include "ui/views/searchlist.h"
#include "ui/words.h"

#include <QBoxLayout>
#include <QInputDialog>
#include <QMenu>
#include <QTabWidget>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

ClientProfile::ClientProfile(Services services, ChosenClient& chosen, QWidget* parent)
    : QWidget(parent)
    , m_services(services)
    , m_chosen(chosen)
    , m_name(makeLabel({}, u"title"_s, true))
    , m_facts(makeLabel({}, u"muted"_s, true))
    , m_notice(new Notice(u"clientNotice"_s))
    , m_tabs(new QTabWidget)
    , m_overview(new ClientOverview(services))
    , m_referrals(new ClientReferrals(services))
    , m_consents(new ClientConsents(services))
    , m_timeline(new ClientTimeline(services))
{
    identify(m_tabs, u"clientTabs"_s, tr("Client"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_overview, tr("Overview"));
    m_tabs->addTab(m_referrals, tr("Referrals"));
    m_tabs->addTab(m_consents, tr("Consents"));
    m_tabs->addTab(m_timeline, tr("Timeline"));
    auto* content = new QWidget;
    auto* inner = new QVBoxLayout(content);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(12);
    inner->addWidget(makeHead());
    inner->addWidget(m_tabs, 1);
    m_states = new StatePane(content, u"clientDetails"_s);
    m_states->showMessage(u"person"_s, tr("Choose a client"),
                          tr("Select a client on the left to see how to reach them and where they were referred."));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 0, 0, 0);
    column->setSpacing(16);
    column->addWidget(m_notice);
    column->addWidget(m_states, 1);
    connectTabs();
    connect(&m_chosen, &ChosenClient::changed, this, [this] {
        m_notice->hide();
        m_tabs->setCurrentIndex(0);
        readDetails();
    });
}

QWidget* ClientProfile::makeHead()
{
    auto* head = new QWidget;
    auto* column = new QVBoxLayout(head);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    m_name->setObjectName(u"clientName"_s);
    m_facts->setObjectName(u"clientFacts"_s);
    column->addWidget(m_name);
    column->addWidget(m_facts);
    column->addSpacing(8);
    auto* row = new FlowLayout(8);
    auto* find = makeButton(u"findResources"_s, tr("Find Resources"), ButtonKind::Primary, u"search"_s);
    auto* editButton = makeButton(u"editClient"_s, tr("Edit Client"), ButtonKind::Plain, u"edit"_s);
    auto* more = makeButton(u"clientMore"_s, tr("More"));
    auto* menu = new QMenu(more);
    menu->addAction(tr("Assign…"), this, &ClientProfile::assign)->setObjectName(u"actionAssign"_s);
    menu->addAction(tr("Merge with Another Client…"), this, &ClientProfile::merge)->setObjectName(u"actionMerge"_s);
    menu->addAction(tr("Print…"), this, &ClientProfile::print)->setObjectName(u"actionPrint"_s);
    menu->addAction(tr("Printed Sheets…"), this, &ClientProfile::showPrinted)->setObjectName(u"actionPrinted"_s);
    m_records = new ClientRecordsMenu(m_services, menu, m_notice, this);
    more->setMenu(menu);
    row->addWidget(find);
    row->addWidget(editButton);
    row->addWidget(more);
    column->addLayout(row);
    connect(find, &QPushButton::clicked, this, &ClientProfile::findResources);
    connect(editButton, &QPushButton::clicked, this, &ClientProfile::edit);
    return head;
}

void ClientProfile::connectTabs()
{
    connect(m_overview, &ClientOverview::assign, this, &ClientProfile::assign);
    connect(m_overview, &ClientOverview::tryAgain, this, &ClientProfile::tryAgain);
    connect(m_overview, &ClientOverview::recordOptOut, this, &ClientProfile::recordOptOut);
    connect(m_referrals, &ClientReferrals::findResources, this, &ClientProfile::findResources);
    connect(m_referrals, &ClientReferrals::openReferral, this, &ClientProfile::openReferral);
    connect(m_referrals, &ClientReferrals::shareReferral, this, &ClientProfile::shareReferral);
    connect(m_referrals, &ClientReferrals::showAll, this, [this] {
        if (m_shown) {
            Q_EMIT showReferrals(m_shown->client.fullName());
        }
    });
    connect(m_timeline, &ClientTimeline::openReferral, this, &ClientProfile::openReferral);
    connect(m_consents, &ClientConsents::changed, m_timeline, &ClientTimeline::refresh);
    connect(m_timeline, &ClientTimeline::changed, this, &ClientProfile::refresh);
}

void ClientProfile::refresh()
{
    readDetails();
    if (m_shown) {
        m_referrals->refresh();
        m_consents->refresh();
        m_timeline->refresh();
    }
}

void ClientProfile::readDetails()
{
    if (!m_chosen.id()) {
        if (m_shown) {
            sayGone();
        }
        return;
    }
    askStore(
        m_services.store, this, [id = *m_chosen.id()](LocalStore& store) { return readClientDetails(store, id); },
        [this, asked = *m_chosen.id()](const Result<std::optional<ClientDetails>>& details) {
            if (asked != m_chosen.id()) {
                return;
            }
            if (!details.ok()) {
                m_states->showMessage(u"warning"_s, tr("This client can’t be read"), details.error().sentence);
            } else if (!*details) {
                sayGone();
            } else {
                showDetails(**details);
            }
        });
}

void ClientProfile::sayGone()
{
    m_shown.reset();
    m_states->showMessage(u"person"_s, tr("This client is not here any more"),
                          tr("They may have been given to another team. Choose another client."));
}

void ClientProfile::showDetails(const ClientDetails& details)
{
    const bool another = !m_shown || m_shown->client.id != details.client.id;
    m_shown = details;
    const Client& client = details.client;
    m_name->setText(oneLine(client.fullName()));
    QStringList facts = {languageInWords(client.language)};
    if (client.birthDate.isValid()) {
        facts.append(tr("born %1").arg(QLocale().toString(client.birthDate, QLocale::ShortFormat)));
    }
    if (!details.workerName.isEmpty()) {
        facts.append(tr("client of %1").arg(oneLine(details.workerName)));
    }
    if (!details.otherNames.isEmpty()) {
        facts.append(tr("also %1").arg(oneLine(details.otherNames.join(u", "_s))));
    }
    m_facts->setText(facts.join(u" · "_s));
    m_overview->show(details);
    m_records->show(client);
    if (another) {
        m_referrals->show(client.id);
        m_consents->show(client.id, details.phoneRegion);
        m_timeline->show(client.id);
    }
    m_states->showContent();
    // Who was merged into another goes on as that one.
    if (m_chosen.id() != client.id) {
        m_chosen.choose(client.id);
    }
}

void ClientProfile::recordOptOut(const Address& address, const QString& inWords)
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

void ClientProfile::tryAgain(const Address& address, const QString& inWords)
{
    atDesk(
        m_services, this,
        [address, client = *m_chosen.id()](casework::Desk& desk) {
            return casework::tryAddressAgain(desk, client, address);
        },
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
}

void ClientProfile::assign()
{
    if (!m_shown) {
        return;
    }
    auto* dialog = new AssignDialog(m_services, m_shown->client, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &AssignDialog::assigned, this, &ClientProfile::refresh);
    dialog->open();
}

void ClientProfile::showPrinted()
{
    if (m_shown) {
        openPrintedLinks(m_services, m_shown->client.id, m_shown->client.fullName(), this);
    }
}

void ClientProfile::print()
{
    if (!m_shown) {
        return;
    }
    askStore(
        m_services.store, this,
        [details = *m_shown](LocalStore& store) { return readProfileSheet(store, details); },
        [this, client = m_shown->client.id](const Result<ProfileSheet>& sheet) {
            if (sheet.ok()) {
                printProfile(*sheet, m_services.phones, m_services.clock, this, [this, client] {
                    AccessLog::tookAlong(m_services, this, Access::Deed::Printed, client);
                });
            } else {
                m_notice->say(Notice::Tone::Bad, sheet.error().sentence);
            }
        });
}

} // namespace handrail::ui
