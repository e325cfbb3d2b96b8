// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/secondfactorbox.h"

#include "core/domain/reasons.h"
#include "ui/theme.h"
#include "ui/views/codeform.h"
#include "ui/views/recoverycodesview.h"
#include "ui/views/widgets.h"

#include <QBoxLayout>
#include <QLineEdit>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

SecondFactorBox::SecondFactorBox(Services services)
    : m_services(services)
    , m_state(makeLabel(tr("Asking the server…"), u"muted"_s, true))
    , m_begin(makeButton(u"secondFactorBegin"_s, tr("Set Up…")))
    , m_ask(new QWidget)
    , m_password(new QLineEdit)
    , m_passwordProblem(new ProblemLabel(u"secondFactorPasswordProblem"_s, m_password))
    , m_next(makeButton(u"secondFactorNext"_s, tr("Next"), ButtonKind::Primary))
    , m_code(new CodeForm(u"secondFactorCode"_s, tr("Confirm")))
    , m_codes(new RecoveryCodesView)
    , m_cancel(makeButton(u"secondFactorCancel"_s, tr("Cancel"), ButtonKind::Quiet))
{
    m_state->setObjectName(u"secondFactorState"_s);
    identify(m_password, u"secondFactorPassword"_s, tr("Your Password"));
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setMaxLength(1024);
    auto* caption = makeLabel(tr("Your Password"));
    caption->setBuddy(m_password);
    auto* ask = new QVBoxLayout(m_ask);
    ask->setContentsMargins({});
    ask->setSpacing(scaled(8));
    ask->addWidget(caption);
    ask->addWidget(m_password);
    ask->addWidget(m_passwordProblem);
    ask->addWidget(m_next, 0, Qt::AlignLeft);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(scaled(8));
    column->addWidget(makeLabel(tr("Second factor"), u"strong"_s));
    column->addWidget(m_state);
    column->addWidget(m_begin, 0, Qt::AlignLeft);
    for (QWidget* step : std::initializer_list<QWidget*>{m_ask, m_code, m_codes}) {
        step->setMaximumWidth(scaled(560));
        column->addWidget(step);
    }
    column->addWidget(m_cancel, 0, Qt::AlignLeft);

    connect(m_begin, &QPushButton::clicked, this, [this] { go(Step::Password); });
    connect(m_next, &QPushButton::clicked, this, &SecondFactorBox::sendPassword);
    connect(m_password, &QLineEdit::returnPressed, this, &SecondFactorBox::sendPassword);
    connect(m_code, &CodeForm::entered, this, [this](const QString& code) {
        if (m_report.on) {
            turnOff(code);
        } else {
            sendCode(code);
        }
    });
    connect(m_codes, &RecoveryCodesView::kept, this, &SecondFactorBox::load);
    connect(m_cancel, &QPushButton::clicked, this, [this] { go(Step::State); });
    go(Step::State);
    m_begin->hide();
}

void SecondFactorBox::go(Step step)
{
    m_begin->setVisible(step == Step::State && !(m_report.on && m_report.required));
    m_ask->setVisible(step == Step::Password);
    m_code->setVisible(step == Step::Code);
    m_codes->setVisible(step == Step::Codes);
    m_cancel->setVisible(step == Step::Password || step == Step::Code);
    m_password->clear();
    m_passwordProblem->setProblem({});
    if (step == Step::State) {
        m_typedPassword.clear();
    }
    QWidget* const first = step == Step::Password ? static_cast<QWidget*>(m_password)
                           : step == Step::Code   ? static_cast<QWidget*>(m_code)
                                                  : static_cast<QWidget*>(m_codes);
    if (step != Step::State) {
        first->setFocus();
    }
}

void SecondFactorBox::load()
{
    if (!m_services.account) {
        return;
    }
    m_services.account->askSecondFactor(this, [this](const Result<protocol::SecondFactorReport>& report) {
        if (report.ok()) {
            show(*report);
        } else {
            m_state->setText(tr("Whether it is on can’t be shown now.") + u' ' +
                             reasonInWords(report.error().sentence));
        }
    });
}

void SecondFactorBox::show(const protocol::SecondFactorReport& report)
{
    m_report = report;
    m_state->setText(
        !report.on
            ? tr("Off. With a second factor, signing in takes a code of an app on your phone after the password: a "
                 "stolen password alone opens nothing.")
        : report.required
            ? tr("On, as your agency asks of everybody. Recovery codes left: %1.").arg(report.recoveryCodesLeft)
            : tr("On. Recovery codes left: %1. For new ones, turn it off and set it up again.")
                  .arg(report.recoveryCodesLeft));
    m_begin->setText(report.on ? tr("Turn Off…") : tr("Set Up…"));
    m_begin->setAccessibleName(report.on ? tr("Turn the second factor off") : tr("Set up a second factor"));
    go(Step::State);
}

void SecondFactorBox::sendPassword()
{
    if (!m_next->isEnabled()) {
        return;
    }
    if (m_password->text().isEmpty()) {
        m_passwordProblem->setProblem(tr("Type your password."));
        return;
    }
    if (m_report.on) {
        const QString typed = m_password->text();
        m_code->askCode();
        go(Step::Code);
        m_typedPassword = typed;
        return;
    }
    m_next->setEnabled(false);
    m_services.account->setUpSecondFactor(m_password->text(), this,
                                          [this](const Result<protocol::SetUpAnswer>& answer) {
                                              m_next->setEnabled(true);
                                              if (answer.ok()) {
                                                  m_code->askSetUp(answer->secret, answer->uri);
                                                  go(Step::Code);
                                              } else {
                                                  m_passwordProblem->setProblem(reasonInWords(answer.error().sentence));
                                                  m_password->setFocus();
                                              }
                                          });
}

void SecondFactorBox::sendCode(const QString& code)
{
    m_code->setBusy(true);
    m_services.account->confirmSecondFactor(code, this, [this](const Result<protocol::RecoveryCodesAnswer>& answer) {
        m_code->setBusy(false);
        if (!answer.ok()) {
            m_code->setProblem(reasonInWords(answer.error().sentence));
            return;
        }
        m_codes->show(answer->codes);
        go(Step::Codes);
        m_state->setText(tr("The second factor is on."));
        Q_EMIT changed(tr("The second factor is on. Keep the recovery codes."));
    });
}

void SecondFactorBox::turnOff(const QString& code)
{
    m_code->setBusy(true);
    m_services.account->turnOffSecondFactor(m_typedPassword, code, this, [this](const Result<void>& done) {
        m_code->setBusy(false);
        if (!done.ok()) {
            m_code->setProblem(reasonInWords(done.error().sentence));
            return;
        }
        Q_EMIT changed(tr("The second factor is off."));
        load();
    });
}

} // namespace handrail::ui
