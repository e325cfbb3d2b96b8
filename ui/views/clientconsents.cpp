// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/clientconsents.h"

#include "core/casework/sharing.h"
#include "ui/views/searchlist.h"
#include "ui/words.h"

#include <QBoxLayout>
#include <QInputDialog>
#include <QListView>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

ClientConsents::ClientConsents(Services services, QWidget* parent)
    : QWidget(parent)
    , m_services(services)
    , m_model(new ConsentListModel(services.store, services.clock, this))
    , m_list(new QListView)
    , m_states(new StatePane(m_list, u"consents"_s))
    , m_about(makeLabel({}, {}, true))
    , m_notice(new Notice(u"consentNotice"_s))
    , m_withdraw(makeButton(u"withdrawClientConsent"_s, tr("Withdraw Consent…")))
{
    identify(m_list, u"consentsList"_s, tr("Consents"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new RowDelegate(RowDelegate::Lead::Icon, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    followSelection(m_list);
    m_about->setObjectName(u"consentAbout"_s);
    m_about->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 12, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_notice);
    column->addWidget(m_states, 1);
    column->addWidget(m_about);
    column->addWidget(m_withdraw, 0, Qt::AlignLeft);
    connect(m_withdraw, &QPushButton::clicked, this, &ClientConsents::withdraw);
    connect(m_model, &PagedModelBase::answered, this, &ClientConsents::showState);
    connect(m_states, &StatePane::acted, m_model, &PagedModelBase::refresh);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ClientConsents::showChosen);
    new KeyedSelection(m_list, m_model);
    showState();
}

void ClientConsents::show(const ClientId& client, const QString& phoneRegion)
{
    m_phoneRegion = phoneRegion;
    m_notice->hide();
    m_model->show(client);
}

const ConsentRow* ClientConsents::chosen() const
{
    const QModelIndex current = m_list->currentIndex();
    return current.isValid() ? m_model->row(current.row()) : nullptr;
}

void ClientConsents::showState()
{
    if (m_model->state() == PagedModelBase::State::Failed) {
        m_states->showMessage(u"warning"_s, tr("This list can’t be read"), m_model->trouble(), tr("Try Again"));
    } else if (m_model->state() == PagedModelBase::State::Loading) {
        m_states->showMessage(u"check"_s, tr("Loading…"), {});
    } else if (m_model->rowCount() == 0) {
        m_states->showMessage(u"check"_s, tr("No consent yet"),
                              tr("Consent is recorded when a referral is shared: who agreed to what, when, and in which "
                                 "words. Share a referral to ask for it."));
    } else {
        m_states->showContent();
    }
    showChosen();
}

void ClientConsents::showChosen()
{
    const ConsentRow* row = chosen();
    m_withdraw->setEnabled(row && !row->withdrawnAt.isValid());
    m_withdraw->setVisible(m_model->rowCount() > 0);
    m_about->setVisible(m_model->rowCount() > 0);
    if (!row) {
        m_about->setText(tr("Choose a consent to read its words."));
        return;
    }
    QStringList addresses;
    for (const Address& address : row->consent.addresses) {
        addresses.append(addressInWords(address, m_services.phones, m_phoneRegion));
    }
    QStringList lines = {tr("%1 agreed to: %2")
                             .arg(timeInWords(row->consent.givenAt, m_services.clock.now()), addresses.join(u", "_s))};
    lines.append(tr("Recorded by %1, in these words (%2): “%3”")
                     .arg(oneLine(row->workerName), languageInWords(row->consent.language), row->consent.wording.left(3000)));
    if (row->withdrawnAt.isValid()) {
        const QString when = timeInWords(row->withdrawnAt, m_services.clock.now());
        lines.append(row->withdrawalNote.isEmpty() ? tr("Withdrawn %1.").arg(when)
                                                   : tr("Withdrawn %1: %2").arg(when, oneLine(row->withdrawalNote)));
    }
    m_about->setText(lines.join(u'\n'));
}

void ClientConsents::withdraw()
{
    const ConsentRow* row = chosen();
    if (!row) {
        return;
    }
    auto* dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"withdrawDialog"_s);
    dialog->setWindowTitle(tr("Withdraw Consent"));
    dialog->setLabelText(tr("Messages of this share that have not gone out are canceled. This can’t be undone; to share "
                            "again, ask the client again.") +
                         u'\n' + tr("What did the client say? (if you want to keep it)"));
    dialog->setOkButtonText(tr("Withdraw Consent"));
    connect(dialog, &QInputDialog::textValueSelected, this, [this, share = row->consent.shareId](const QString& note) {
        atDesk(
            m_services, this,
            [share, note](casework::Desk& desk) { return casework::withdrawConsent(desk, share, note); },
            [this](const Result<void>& result) {
                if (!result.ok()) {
                    m_notice->say(Notice::Tone::Bad, result.error().sentence);
                    return;
                }
                m_notice->say(Notice::Tone::Good, tr("The consent is withdrawn."));
                m_services.agent.lookNow();
                m_model->refresh();
                Q_EMIT changed();
            });
    });
    dialog->open();
}

} // namespace handrail::ui
