// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/teampage.h"

#include "ui/views/widgets.h"

#include <QBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

TeamPage::TeamPage(Services services, QWidget* parent)
    : QWidget(parent)
    , m_services(services)
{
    setObjectName(u"teamPage"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 16);
    column->addWidget(makeLabel(tr("Team"), u"title"_s));
    column->addStretch(1);
}

void TeamPage::refresh() {}

} // namespace handrail::ui
