// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/agentsection.h"

#include "ui/theme.h"
#include "ui/views/widgets.h"

#include <QBoxLayout>
#include <QCheckBox>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

AgentSection::AgentSection(Services services)
    : SettingsSection(
          services, u"agentSettings"_s, tr("Background agent"),
          tr("A small program that sends and receives while no window is open, so that follow-ups go out and "
             "answers come in."))
    , m_state(makeLabel({}, {}, true))
    , m_atLogin(new QCheckBox(tr("Start the agent when I sign in to this computer")))
{
    m_state->setObjectName(u"agentState"_s);
    identify(m_atLogin, u"agentAtLogin"_s, m_atLogin->text());
    column()->addWidget(m_state);
    column()->addWidget(m_atLogin);
    addHint(column(),
            tr("Left off, this computer sends only after you opened Handrail; other desks and the agent beside "
               "the server go on."));
    m_fixed = makeLabel({}, u"muted"_s, true);
    m_fixed->setObjectName(u"agentFixed"_s);
    column()->addWidget(m_fixed);
    column()->addStretch(1);
    connect(m_atLogin, &QCheckBox::toggled, this, &AgentSection::set);
    load();
}

void AgentSection::load()
{
    const QString trouble = services().agent.trouble();
    m_state->setText(trouble.isEmpty() ? tr("The agent is at work.") : trouble);
    setLook(m_state, "role", trouble.isEmpty() ? u"good"_s : u"problem"_s);
    m_showing = true;
    const Policy& policy = services().policy;
    m_atLogin->setEnabled(services().loginStart != nullptr && !policy.agentAtLogin);
    QStringList fixed;
    if (policy.agentAtLogin) {
        fixed << tr("Your organization has fixed whether the agent starts.");
    }
    if (policy.agentSends == false) {
        fixed << tr("Your organization has fixed that this computer sends no messages: other desks, or the agent beside "
                    "the server, send them.");
    }
    m_fixed->setText(fixed.join(u' '));
    m_fixed->setVisible(!fixed.isEmpty());
    m_atLogin->setChecked(services().loginStart && services().loginStart->isOn());
    m_showing = false;
}

void AgentSection::set(bool on)
{
    if (m_showing || !services().loginStart) {
        return;
    }
    const Result<void> kept = services().loginStart->set(on);
    if (!kept.ok()) {
        notice().say(Notice::Tone::Bad, kept.error().sentence);
    } else {
        notice().say(Notice::Tone::Good, on ? tr("The agent starts when you sign in to this computer.")
                                            : tr("The agent does not start by itself any more."));
    }
    load();
}

} // namespace handrail::ui
