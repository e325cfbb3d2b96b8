// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/referraldialog.h"

#include "core/casework/referrals.h"
#include "ui/dialogs/sharedone.h"
#include "ui/dialogs/sharepanel.h"
#include "ui/dialogs/sheetdialog.h"
#include "ui/views/rowdelegate.h"
#include "ui/views/widgets.h"
#include "ui/words.h"

#include <QBoxLayout>
#include <QListView>
#include <QScreen>
#include <QStackedWidget>
#include <QStringListModel>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

ReferralDialog::ReferralDialog(Services services, const ClientId& client, QWidget* parent)
    : QDialog(parent)
    , m_services(services)
    , m_client(client)
    , m_title(makeLabel({}, u"title"_s, true))
    , m_subtitle(makeLabel({}, u"muted"_s, true))
    , m_notice(new Notice(u"referralDialogNotice"_s))
    , m_steps(new QStackedWidget)
    , m_panel(new SharePanelWidget(services))
    , m_shareDone(new ShareDone(services))
{
    setObjectName(u"referralDialog"_s);
    resizeOnScreen(this, {720, 480});
    m_title->setObjectName(u"referralDialogTitle"_s);
    m_subtitle->setObjectName(u"referralDialogSubtitle"_s);
    auto* header = makeFrame(u"header"_s, 24);
    layoutOf(header)->setContentsMargins(24, 16, 24, 16);
    layoutOf(header)->setSpacing(4);
    layoutOf(header)->addWidget(m_title);
    layoutOf(header)->addWidget(m_subtitle);
    layoutOf(header)->addWidget(m_notice);
    m_steps->addWidget(makeFirstStep());
    m_steps->addWidget(m_panel);
    m_steps->addWidget(m_shareDone);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(header);
    outer->addWidget(m_steps, 1);
    connect(m_panel, &SharePanelWidget::notNow, this, &QDialog::reject);
    connect(m_panel, &SharePanelWidget::shared, this, &ReferralDialog::showShared);
    connect(m_shareDone, &ShareDone::done, this, &QDialog::accept);
    const auto print = [this] {
        openSheet(m_services, {.client = m_client, .sites = m_sites, .referrals = m_referrals}, this);
    };
    connect(m_panel, &SharePanelWidget::printWanted, this, print);
    connect(m_shareDone, &ShareDone::printWanted, this, print);
}

ReferralDialog::ReferralDialog(Services services, const ClientId& client, const QList<ResourceSiteId>& sites,
                               QWidget* parent)
    : ReferralDialog(services, client, parent)
{
    m_sites = sites;
    setWindowTitle(tr("Create Referrals"));
    m_title->setText(tr("Create Referrals"));
    readSites(sites);
}

ReferralDialog* ReferralDialog::forSharing(Services services, const ClientId& client,
                                           const QList<ReferralId>& referrals, QWidget* parent)
{
    auto* dialog = new ReferralDialog(services, client, parent);
    dialog->offerSharing(referrals, tr("Share with Client"));
    return dialog;
}

/// As wide as two columns need at this font, and no bigger than the screen: the rest scrolls. Its middle stays.
void ReferralDialog::growForSharing()
{
    const QPoint middle = geometry().center();
    resizeOnScreen(this, {1080, 800});
    if (isVisible()) {
        const QRect room = screen()->availableGeometry();
        QRect grown(QPoint(), size());
        grown.moveCenter(middle);
        move(std::max(room.left(), std::min(grown.left(), room.right() - grown.width())),
             std::max(room.top(), std::min(grown.top(), room.bottom() - grown.height())));
    }
}

QWidget* ReferralDialog::makeFirstStep()
{
    m_names = new QStringListModel(this);
    m_list = new QListView;
    identify(m_list, u"sitesToRefer"_s, tr("Resource Sites"));
    m_list->setModel(m_names);
    m_list->setItemDelegate(new RowDelegate(RowDelegate::Lead::Number, m_list));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* middle = new QVBoxLayout;
    middle->setContentsMargins(24, 16, 24, 16);
    middle->addWidget(m_list);
    column->addLayout(middle, 1);
    auto* bar = new QFrame;
    bar->setProperty("role", u"bar"_s);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(24, 12, 24, 12);
    row->addStretch(1);
    auto* cancel = makeButton(u"cancelReferrals"_s, tr("Cancel"));
    m_create = makeButton(u"confirmCreateReferrals"_s, tr("Create Referrals"), ButtonKind::Primary, u"referral"_s);
    m_create->setDefault(true);
    row->addWidget(cancel);
    row->addWidget(m_create);
    column->addWidget(bar);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_create, &QPushButton::clicked, this, &ReferralDialog::create);
    return page;
}

void ReferralDialog::readSites(const QList<ResourceSiteId>& sites)
{
    struct Names
    {
        Result<QList<ResourceSite>> sites;
        Result<std::optional<Client>> client;
    };
    m_create->setEnabled(false);
    askStore(
        m_services.store, this,
        [sites, client = m_client](LocalStore& store) {
            return Names{store.directory().sites(sites), store.clients().client(client)};
        },
        [this](const Names& names) {
            if (!names.sites.ok() || !names.client.ok()) {
                m_notice->say(Notice::Tone::Bad,
                              names.sites.ok() ? names.client.error().sentence : names.sites.error().sentence);
                return;
            }
            QStringList lines;
            for (const ResourceSite& site : *names.sites) {
                lines.append(oneLine(site.displayName()));
            }
            m_names->setStringList(lines);
            if (*names.client) {
                m_subtitle->setText(
                    tr("%1 will be referred to %n resource(s). Sharing comes next, if the client agrees.", nullptr,
                       int(lines.size()))
                        .arg(oneLine((**names.client).fullName())));
            }
            m_create->setEnabled(!lines.isEmpty());
            m_create->setFocus();
        });
}

void ReferralDialog::create()
{
    m_create->setEnabled(false);
    m_notice->hide();
    atDesk(
        m_services, this,
        [client = m_client, sites = m_sites](casework::Desk& desk) {
            return casework::createReferrals(desk, client, sites);
        },
        [this](const Result<QList<Referral>>& made) {
            m_create->setEnabled(true);
            if (!made.ok()) {
                m_notice->say(Notice::Tone::Bad, made.error().sentence);
                return;
            }
            QList<ReferralId> ids;
            for (const Referral& referral : *made) {
                ids.append(referral.id);
            }
            m_services.agent.lookNow();
            Q_EMIT created(ids);
            offerSharing(ids, tr("%n referral(s) created. Share with the client?", nullptr, int(ids.size())));
        });
}

void ReferralDialog::offerSharing(const QList<ReferralId>& referrals, const QString& title)
{
    setWindowTitle(tr("Share with Client"));
    m_referrals = referrals;
    m_title->setText(title);
    m_subtitle->clear();
    m_steps->setCurrentWidget(m_panel);
    growForSharing();
    atDesk(
        m_services, this,
        [client = m_client, referrals](casework::Desk& desk) {
            return casework::prepareShare(desk, client, referrals);
        },
        [this](const Result<casework::SharePanel>& panel) {
            if (!panel.ok()) {
                m_notice->say(Notice::Tone::Bad, panel.error().sentence);
                return;
            }
            QStringList names;
            m_sites.clear();
            for (const ResourceSite& site : panel->sites) {
                names.append(oneLine(site.serviceName));
                m_sites.append(site.id);
            }
            constexpr int named = 5;
            const QString more = names.size() > named ? tr("%n more", nullptr, int(names.size()) - named) : QString();
            QStringList shown = names.mid(0, named);
            if (!more.isEmpty()) {
                shown.append(more);
            }
            m_subtitle->setText(u"%1 – %2"_s.arg(oneLine(panel->client.fullName()), shown.join(u", "_s)));
            m_subtitle->setToolTip(names.join(u", "_s).toHtmlEscaped());
            m_panel->setPanel(*panel);
        });
}

void ReferralDialog::showShared(const ShareId& share)
{
    m_title->setText(tr("Shared with the Client"));
    setWindowTitle(tr("Shared with the Client"));
    m_notice->hide();
    m_steps->setCurrentWidget(m_shareDone);
    m_shareDone->showShare(share);
    Q_EMIT shared();
}

} // namespace handrail::ui
