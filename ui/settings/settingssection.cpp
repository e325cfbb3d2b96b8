// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingssection.h"

#include "ui/theme.h"
#include "ui/views/widgets.h"

#include <QBoxLayout>
#include <QComboBox>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

SettingsSection::SettingsSection(Services services, const QString& name, const QString& title, const QString& sentence)
    : m_services(services)
    , m_title(title)
    , m_column(new QVBoxLayout(this))
    , m_notice(new Notice(name + u"Notice"_s))
{
    setObjectName(name);
    setProperty("role", u"scrolled"_s);
    m_column->setContentsMargins(0, 0, scaled(8), 0);
    m_column->setSpacing(scaled(8));
    m_column->addWidget(makeLabel(title, u"heading"_s, true));
    if (!sentence.isEmpty()) {
        m_column->addWidget(makeLabel(sentence, u"muted"_s, true));
    }
    m_column->addWidget(m_notice);
    m_column->addSpacing(scaled(4));
}

ProblemLabel* SettingsSection::addField(QVBoxLayout* into, QWidget* field, const QString& name, const QString& label)
{
    identify(field, name, label);
    if (auto* combo = qobject_cast<QComboBox*>(field)) {
        // Its longest choice does not make the page wider than the screen.
        combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        combo->setMinimumContentsLength(12);
    }
    auto* caption = makeLabel(label, {}, true);
    caption->setTextFormat(Qt::PlainText);
    caption->setBuddy(field);
    auto* problem = new ProblemLabel(name + u"Problem"_s, field);
    field->setMaximumWidth(scaled(560));
    into->addWidget(caption);
    into->addWidget(field);
    into->addWidget(problem);
    into->addSpacing(scaled(4));
    return problem;
}

void SettingsSection::addHint(QVBoxLayout* into, const QString& sentence)
{
    into->addWidget(makeLabel(sentence, u"muted"_s, true));
}

} // namespace handrail::ui
