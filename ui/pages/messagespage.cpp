// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/messagespage.h"

#include "ui/views/widgets.h"

#include <QBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

MessagesPage::MessagesPage(Services services, QWidget* parent)
    : QWidget(parent)
    , m_services(services)
{
    setObjectName(u"messagesPage"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 16);
    column->addWidget(makeLabel(tr("Messages"), u"title"_s));
    column->addStretch(1);
}

void MessagesPage::refresh() {}

} // namespace handrail::ui
