// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settingspage.h"

#include "ui/views/widgets.h"

#include <QBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

SettingsPage::SettingsPage(Services services, QWidget* parent)
    : QWidget(parent)
    , m_services(services)
{
    setObjectName(u"settingsPage"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 16);
    column->addWidget(makeLabel(tr("Settings"), u"title"_s));
    column->addStretch(1);
}

void SettingsPage::refresh() {}

} // namespace handrail::ui
