// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/recordssection.h"

#include "ui/adminservices.h"
#include "ui/dialogs/erasedialog.h"
#include "ui/theme.h"
#include "ui/views/widgets.h"
#include "ui/words.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QListView>
#include <QLocale>
#include <QStringListModel>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

RecordsSection::RecordsSection(Services services)
    : SettingsSection(services, u"recordsSettings"_s, tr("Records"),
                      tr("Erase clients with whom nothing has happened for a long time. One client alone is exported or "
                         "erased in their profile, under More."))
    , m_age(new QComboBox)
    , m_show(makeButton(u"showIdle"_s, tr("Show Clients"), ButtonKind::Primary))
    , m_erase(makeButton(u"eraseIdle"_s, tr("Erase These Clients…")))
    , m_found(makeLabel({}, u"strong"_s, true))
    , m_lines(new QStringListModel(this))
    , m_list(new QListView)
    , m_content(new QWidget)
{
    for (const int years : {1, 2, 3, 4, 5, 6, 7, 10}) {
        m_age->addItem(tr("%n year(s)", nullptr, years), years * 365 + years / 4);
    }
    m_age->setCurrentIndex(m_age->findData(7 * 365 + 1));
    identify(m_age, u"idleAge"_s, tr("Nothing happened for"));
    m_found->setObjectName(u"idleFound"_s);
    identify(m_list, u"idleList"_s, tr("Clients with whom nothing has happened"));
    m_list->setModel(m_lines);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setAlternatingRowColors(true);
    m_list->setMinimumHeight(fontMetrics().height() * 10);
    auto* inside = new QVBoxLayout(m_content);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(scaled(8));
    addField(inside, m_age, u"idleAge"_s, tr("Nothing happened for"));
    addHint(inside, tr("No entry, referral, message, answer or edit. Ask what your state and your funders want kept."));
    auto* row = new QHBoxLayout;
    row->setSpacing(scaled(8));
    row->addWidget(m_show);
    row->addWidget(m_erase);
    row->addStretch(1);
    inside->addLayout(row);
    inside->addWidget(m_found);
    inside->addWidget(m_list, 1);
    column()->addWidget(m_content, 1);
    column()->addStretch();
    m_content->hide();
    m_list->hide();
    m_erase->setEnabled(false);
    connect(m_show, &QPushButton::clicked, this, &RecordsSection::ask);
    connect(m_erase, &QPushButton::clicked, this, &RecordsSection::confirm);
    connect(m_age, &QComboBox::currentIndexChanged, this, [this] {
        m_erase->setEnabled(false); // the list shows another age
        m_list->hide();
        m_found->clear();
    });
}

void RecordsSection::load()
{
    askStore(
        services().store, this, [worker = services().worker](LocalStore& store) { return store.agencies().user(worker); },
        [this](const Result<std::optional<User>>& me) {
            const bool administrator = me.ok() && *me && (**me).role == handrail::Role::Administrator;
            m_content->setVisible(administrator && services().admin);
            if (!me.ok()) {
                notice().say(Notice::Tone::Bad, me.error().sentence);
            } else if (!administrator) {
                notice().say(Notice::Tone::Info, tr("Only an administrator can erase clients."));
            }
        });
}

void RecordsSection::ask()
{
    const int days = m_age->currentData().toInt();
    m_show->setEnabled(false);
    m_erase->setEnabled(false);
    m_found->setText(tr("Asking the server…"));
    services().admin->askIdleClients(days, this, [this, days](const Result<protocol::RetentionAnswer>& answer) {
        m_show->setEnabled(true);
        if (!answer.ok()) {
            m_found->clear();
            notice().say(Notice::Tone::Bad, answer.error().sentence);
            return;
        }
        m_shown = {days, answer->total};
        show(*answer);
    });
}

void RecordsSection::show(const protocol::RetentionAnswer& answer)
{
    notice().hide();
    QStringList lines;
    const QLocale locale;
    for (const protocol::IdleItem& client : answer.clients) {
        lines.append(tr("%1 · last on %2")
                         .arg(oneLine(client.name), locale.toString(client.lastAt.toLocalTime().date(), QLocale::LongFormat)));
    }
    m_lines->setStringList(lines);
    m_list->setVisible(!lines.isEmpty());
    m_found->setText(answer.total == 0 ? tr("Something has happened with every client since then.")
                                       : tr("%n client(s)", nullptr, int(answer.total)));
    m_erase->setEnabled(answer.total > 0);
}

void RecordsSection::confirm()
{
    const QString count = QString::number(m_shown.expected);
    auto* dialog = new EraseDialog(
        {tr("Erase Old Clients"), tr("Erase %n client(s) for good?", nullptr, int(m_shown.expected)), count,
         tr("Type %1 to confirm").arg(count), tr("Erase for Good")},
        this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &EraseDialog::confirmed, this, [this, dialog] { erase(dialog); });
    dialog->open();
}

void RecordsSection::erase(EraseDialog* dialog)
{
    services().admin->applyRetention(m_shown, dialog, [this, dialog](const Result<protocol::ErasureAnswer>& answer) {
        if (!answer.ok()) {
            dialog->say(answer.error().sentence);
            return;
        }
        dialog->accept();
        show({});
        m_found->clear();
        notice().say(Notice::Tone::Good,
                     tr("%n client(s) erased. Every device drops them when it next reaches the server.", nullptr,
                        int(answer->clients)));
        services().agent.lookNow();
    });
}

} // namespace handrail::ui
