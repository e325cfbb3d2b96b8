// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/signinsection.h"

#include "core/domain/reasons.h"
#include "ui/theme.h"
#include "ui/views/widgets.h"
#include "ui/views/wrappingcheckbox.h"
#include "ui/words.h"

#include <QBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

namespace {

/// A question, its box and what a tick means, in a card. The meaning is the box's description, too.
QFrame* makeCard(const QString& title, WrappingCheckBox* box, QLabel* meaning)
{
    auto* card = makeFrame(u"card"_s, scaled(16));
    QBoxLayout* inside = layoutOf(card);
    inside->setSpacing(scaled(8));
    inside->addWidget(makeLabel(title, u"strong"_s, true));
    inside->addWidget(box);
    inside->addWidget(meaning);
    return card;
}

} // namespace

SignInSection::SignInSection(Services services)
    : SettingsSection(services, u"signInSettings"_s, tr("Signing In"),
                      tr("What your agency asks of everybody who signs in. It holds from each person’s next sign-in: "
                         "who is signed in now stays so."))
    , m_content(new QWidget)
    , m_form(new QWidget)
    , m_state(makeLabel({}, u"muted"_s, true))
    , m_again(makeButton(u"signInRuleAgain"_s, tr("Ask Again")))
    , m_secondFactor(new WrappingCheckBox)
    , m_passwordOff(new WrappingCheckBox)
    , m_passwordWords(makeLabel({}, u"muted"_s, true))
{
    const QString factor = tr("Ask everybody for a second factor");
    const QString factorWords =
        tr("After the password, people type a code that an app on their phone shows. Who has no such app set up yet is "
           "led through it at the next sign-in, and nobody can turn it off. A stolen password alone then opens nothing. "
           "Who lost the phone uses a recovery code; who lost those too asks an administrator (People).");
    m_secondFactor->setWords(factor);
    identify(m_secondFactor, u"secondFactorForAll"_s, factor);
    m_secondFactor->setAccessibleDescription(factorWords);
    identify(m_passwordOff, u"passwordOff"_s, {});
    auto* form = new QVBoxLayout(m_form);
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(scaled(16));
    form->addWidget(makeCard(tr("Second factor"), m_secondFactor, makeLabel(factorWords, u"muted"_s, true)));
    form->addWidget(makeCard(tr("Passwords"), m_passwordOff, m_passwordWords));
    m_state->setObjectName(u"signInRuleState"_s);
    auto* inside = new QVBoxLayout(m_content);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(scaled(8));
    inside->addWidget(m_state);
    inside->addWidget(m_again, 0, Qt::AlignLeft);
    inside->addWidget(m_form);
    column()->addWidget(m_content);
    column()->addStretch(1);
    m_content->hide();
    m_form->hide();
    m_again->hide();
    connect(m_again, &QPushButton::clicked, this, &SignInSection::askServer);
    for (WrappingCheckBox* box : {m_secondFactor, m_passwordOff}) {
        connect(box, &QCheckBox::toggled, this, &SettingsSection::changed);
    }
    explain();
}

void SignInSection::load()
{
    if (isChanged()) {
        return;
    }
    loadForAdministrator(
        m_content, [](LocalStore& store) { return store.agencies().agency(); },
        tr("Only an administrator can see and change how your agency signs in."),
        [this](const std::optional<Agency>&) { askServer(); });
}

void SignInSection::askServer()
{
    if (!services().admin) {
        return;
    }
    if (!m_loaded) {
        m_state->setText(tr("Asking the server…"));
        m_state->show();
    }
    m_again->hide();
    services().admin->askSignInRule(this, [this](const Result<SignInRuleReading>& reading) {
        if (isChanged()) {
            return;
        }
        m_state->setVisible(!reading.ok());
        m_again->setVisible(!reading.ok());
        if (!reading.ok()) {
            // What is not known can't be changed.
            m_loaded = false;
            m_form->hide();
            m_state->setText(reading.error().sentence);
            return;
        }
        show(*reading);
    });
}

void SignInSection::show(const SignInRuleReading& reading)
{
    m_loaded = false;
    m_kept = reading;
    explain();
    m_secondFactor->setChecked(reading.rule.secondFactorRequired);
    m_passwordOff->setChecked(reading.rule.passwordOff);
    m_loaded = true;
    m_form->show();
    Q_EMIT changed();
}

void SignInSection::explain()
{
    const QString organisation = oneLine(m_kept.organisation);
    const bool joined = !organisation.isEmpty();
    const QString question =
        joined ? tr("No passwords: everybody signs in with %1").arg(organisation) : tr("No passwords");
    m_passwordOff->setWords(question);
    m_passwordOff->setAccessibleName(question);
    // It can be taken back where the server was joined once.
    m_passwordOff->setEnabled(joined || m_kept.rule.passwordOff);
    m_passwordWords->setText(
        joined ? tr("The sign-in page then asks for no password, and none is accepted. Who has no account at %1, or "
                    "another email address there than in People, can’t come in. A second factor is then asked for by "
                    "%1, as it is set up there. Agents beside the server keep their passwords. Sign in that way once "
                    "yourself before you tick this.")
                     .arg(organisation)
               : tr("Your server is not joined to an organisation’s accounts (OpenID Connect), so passwords are the way "
                    "in. Who runs your server can join it: «Second factor and single sign-on» in the administrator’s "
                    "guide."));
    m_passwordOff->setAccessibleDescription(m_passwordWords->text());
}

protocol::SignInRule SignInSection::rule() const
{
    return {m_secondFactor->isChecked(), m_passwordOff->isChecked()};
}

bool SignInSection::isChanged() const
{
    return m_loaded && !(rule() == m_kept.rule);
}

void SignInSection::apply()
{
    m_form->setEnabled(false);
    services().admin->setSignInRule(rule(), this, [this](const Result<protocol::SignInRule>& kept) {
        m_form->setEnabled(true);
        if (!kept.ok()) {
            notice().say(Notice::Tone::Bad, reasonInWords(kept.error().sentence));
            return;
        }
        show({*kept, m_kept.organisation});
        notice().say(Notice::Tone::Good, tr("Saved. It holds from each person’s next sign-in."));
        Q_EMIT applied();
    });
}

void SignInSection::reset()
{
    notice().hide();
    show(SignInRuleReading(m_kept));
}

} // namespace handrail::ui
