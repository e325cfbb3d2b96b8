// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/printedlinksdialog.h"

#include "core/casework/referrals.h"
#include "ui/views/searchlist.h"
#include "ui/words.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QListView>
#include <QMessageBox>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

namespace {

/// What the store knows of these links; a link about referrals that are not here keeps its number of them.
Result<QList<PrintedLinkRow>> namedLinks(LocalStore& store, const QList<protocol::PrintedLink>& links)
{
    QList<PrintedLinkRow> rows;
    for (const protocol::PrintedLink& link : links) {
        PrintedLinkRow row{link, {}, {}};
        const auto referrals = store.referrals().referrals(link.referralIds);
        if (!referrals.ok()) {
            return referrals.error();
        }
        for (const Referral& referral : *referrals) {
            const auto site = store.directory().site(referral.siteId);
            if (!site.ok()) {
                return site.error();
            }
            if (*site) {
                row.siteNames.append((*site)->displayName());
            }
        }
        const auto user = store.agencies().user(link.madeBy);
        if (!user.ok()) {
            return user.error();
        }
        row.madeBy = *user ? (*user)->displayName : QString();
        rows.append(row);
    }
    return rows;
}

} // namespace

PrintedLinksDialog::PrintedLinksDialog(Services services, const ClientId& client, const QString& clientName,
                                       QWidget* parent)
    : QDialog(parent)
    , m_services(services)
    , m_client(client)
    , m_model(new PrintedLinksModel(services.clock, this))
    , m_list(new QListView)
    , m_states(new StatePane(m_list, u"printedLinks"_s))
    , m_notice(new Notice(u"printedLinksNotice"_s))
    , m_revoke(makeButton(u"revokeLink"_s, tr("Revoke")))
{
    setObjectName(u"printedLinksDialog"_s);
    setWindowTitle(tr("Printed Sheets")); // without the name: task bars and other programs read it
    identify(m_list, u"printedLinksList"_s, tr("Printed sheets"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new RowDelegate(RowDelegate::Lead::Icon, m_list));
    m_list->setUniformItemSizes(true);
    followSelection(m_list);
    m_revoke->setToolTip(tr("The code on this sheet then opens nothing any more"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->addButton(m_revoke, QDialogButtonBox::ActionRole);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(makeLabel(tr("Printed Sheets of %1").arg(oneLine(clientName)), u"heading"_s, true));
    column->addWidget(makeLabel(tr("Whoever holds a printed sheet can open the page behind its code. Revoke the code of "
                                   "a sheet that was lost or is not wanted any more."),
                                u"muted"_s, true));
    column->addWidget(m_notice);
    column->addWidget(m_states, 1);
    column->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 90, fontMetrics().height() * 24);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_revoke, &QPushButton::clicked, this, &PrintedLinksDialog::revoke);
    connect(m_states, &StatePane::acted, this, &PrintedLinksDialog::ask);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &PrintedLinksDialog::showChosen);
    connect(m_model, &QAbstractItemModel::modelReset, this, &PrintedLinksDialog::showChosen);
    ask();
}

void PrintedLinksDialog::ask()
{
    m_states->showMessage(u"print"_s, tr("Asking the server…"), {});
    showChosen();
    m_services.links.listLinks(m_client, this, [this](const Result<QList<protocol::PrintedLink>>& links) {
        if (links.ok()) {
            name(*links);
        } else {
            m_states->showMessage(u"warning"_s, tr("The server can’t be asked now"), links.error().sentence,
                                  tr("Try Again"));
        }
    });
}

void PrintedLinksDialog::name(const QList<protocol::PrintedLink>& links)
{
    askStore(
        m_services.store, this, [links](LocalStore& store) { return namedLinks(store, links); },
        [this](const Result<QList<PrintedLinkRow>>& rows) {
            if (!rows.ok()) {
                m_states->showMessage(u"warning"_s, tr("This list can’t be read"), rows.error().sentence,
                                      tr("Try Again"));
                return;
            }
            const int chosen = m_list->currentIndex().row();
            m_model->show(*rows);
            showState();
            m_list->setCurrentIndex(m_model->index(std::clamp(chosen, 0, std::max(0, m_model->rowCount() - 1)), 0));
        });
}

void PrintedLinksDialog::showState()
{
    if (m_model->rowCount() > 0) {
        m_states->showContent();
        return;
    }
    m_states->showMessage(u"print"_s, tr("No sheet with a code yet"),
                          tr("When a sheet is printed for this client’s referrals while the server can be reached, its "
                             "code is listed here."));
}

void PrintedLinksDialog::showChosen()
{
    const PrintedLinkRow* row = m_model->row(m_list->currentIndex().row());
    m_revoke->setEnabled(row && m_model->works(*row));
}

void PrintedLinksDialog::revoke()
{
    const PrintedLinkRow* row = m_model->row(m_list->currentIndex().row());
    if (!row) {
        return;
    }
    auto* sure = new QMessageBox(QMessageBox::Question, tr("Revoke the Code"),
                                 tr("The code on this sheet will open nothing any more. This can’t be undone; a new "
                                    "sheet gets a new code."),
                                 QMessageBox::Cancel, this);
    sure->setObjectName(u"revokeQuestion"_s);
    sure->setAttribute(Qt::WA_DeleteOnClose);
    auto* yes = sure->addButton(tr("Revoke"), QMessageBox::AcceptRole);
    yes->setObjectName(u"revokeYes"_s);
    connect(yes, &QAbstractButton::clicked, this, [this, link = row->link] {
        m_revoke->setEnabled(false);
        m_services.links.revokeLink(link.id, this, [this](const Result<protocol::PrintedLink>& revoked) {
            if (!revoked.ok()) {
                m_notice->say(Notice::Tone::Bad, tr("The code still works. %1").arg(revoked.error().sentence));
                showChosen();
                return;
            }
            m_notice->say(Notice::Tone::Good, tr("The code on that sheet opens nothing any more."));
            noteRevoked(*revoked);
            ask();
        });
    });
    sure->open();
}

void PrintedLinksDialog::noteRevoked(const protocol::PrintedLink& link)
{
    atDesk(
        m_services, this,
        [referrals = link.referralIds, note = tr("Revoked the code on a printed sheet.")](casework::Desk& desk) {
            for (const ReferralId& id : referrals) {
                if (const auto noted = casework::addNote(desk, id, note);
                    !noted.ok() && noted.error().code != ErrorCode::NotFound) {
                    return noted;
                }
            }
            return Result<void>();
        },
        [this](const Result<void>& noted) {
            if (!noted.ok()) {
                m_notice->say(Notice::Tone::Warn, noted.error().sentence);
            }
            m_services.agent.lookNow();
        });
}

void openPrintedLinks(const Services& services, const ClientId& client, const QString& clientName, QWidget* parent)
{
    auto* dialog = new PrintedLinksDialog(services, client, clientName, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace handrail::ui
