// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/homepage.h"

#include "ui/views/widgets.h"

#include <QBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

HomePage::HomePage(Services services, QWidget* parent)
    : QWidget(parent)
    , m_services(services)
{
    setObjectName(u"homePage"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 16);
    column->addWidget(makeLabel(tr("Home"), u"title"_s));
    column->addStretch(1);
}

void HomePage::refresh() {}

} // namespace handrail::ui
