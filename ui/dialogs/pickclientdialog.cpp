// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/pickclientdialog.h"

#include "ui/models/clientlistmodel.h"
#include "ui/views/searchlist.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QListView>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

PickClientDialog::PickClientDialog(Services services, const QString& title, const QString& question,
                                   const ClientId& except, QWidget* parent)
    : QDialog(parent)
    , m_model(new ClientListModel(services.store, services.phones, this))
{
    setObjectName(u"pickClientDialog"_s);
    setWindowTitle(title);
    resizeOnScreen(this, {520, 560});
    m_list = new SearchList(u"pick"_s, tr("Search Clients"), tr("Clients"), m_model, RowDelegate::Lead::Initials,
                            {u"clients"_s, tr("No clients yet"), tr("There is nobody to choose."), {},
                             tr("No client has these words in a name, phone, email or date of birth.")});
    auto* pick = makeButton(u"pickClient"_s, tr("Choose"), ButtonKind::Primary);
    auto* cancel = makeButton(u"cancel"_s, tr("Cancel"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 16);
    column->setSpacing(12);
    column->addWidget(makeLabel(question, u"heading"_s, true));
    column->addWidget(m_list, 1);
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(cancel);
    row->addWidget(pick);
    column->addLayout(row);
    const auto take = [this, except] {
        const QUuid key = m_list->selection()->key();
        if (!key.isNull() && key != except.uuid()) {
            Q_EMIT picked(ClientId(key));
            accept();
        }
    };
    const auto enable = [this, except, pick] {
        const QUuid key = m_list->selection()->key();
        pick->setEnabled(!key.isNull() && key != except.uuid());
    };
    enable();
    connect(m_list, &SearchList::searched, m_model, &ClientListModel::search);
    connect(m_list->selection(), &KeyedSelection::keyChanged, this, enable);
    connect(m_list->list(), &QListView::activated, this, take);
    connect(pick, &QPushButton::clicked, this, take);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    m_model->search({});
    m_list->search()->setFocus();
}

} // namespace handrail::ui
