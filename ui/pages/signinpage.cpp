// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/signinpage.h"

#include "core/domain/reasons.h"
#include "ui/theme.h"
#include "ui/views/cardpage.h"
#include "ui/views/codeform.h"
#include "ui/views/recoverycodesview.h"
#include "ui/views/widgets.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

namespace {

ProblemLabel* addField(QBoxLayout* column, QLineEdit* field, const QString& name, const QString& label)
{
    identify(field, name, label);
    field->setMaxLength(500);
    auto* caption = new QLabel(label);
    caption->setBuddy(field);
    auto* problem = new ProblemLabel(name + u"Problem"_s, field);
    column->addWidget(caption);
    column->addWidget(field);
    column->addWidget(problem);
    column->addSpacing(8);
    return problem;
}

/// "handrail.example.org" means https there; plain http is for this machine only, which the sign-in itself decides.
QString withScheme(const QString& typed)
{
    return typed.contains(u"://"_s) ? typed : u"https://"_s + typed;
}

} // namespace

SignInPage::SignInPage(SignIn& signIn, const QString& server, const QString& email, QWidget* parent)
    : QWidget(parent)
    , m_signIn(signIn)
    , m_server(new QLineEdit(server))
    , m_email(new QLineEdit(email))
    , m_password(new QLineEdit)
    , m_notice(new Notice(u"signInNotice"_s))
    , m_first(makeFirstStep())
    , m_code(new CodeForm(u"signInCode"_s, tr("Continue")))
    , m_codes(new RecoveryCodesView)
    , m_back(makeButton(u"signInBack"_s, tr("Start again"), ButtonKind::Quiet))
{
    setObjectName(u"signInPage"_s);
    auto* column = makeCardPage(this, tr("Sign in to Handrail"));
    column->addWidget(m_notice);
    for (QWidget* step : {m_first, static_cast<QWidget*>(m_code), static_cast<QWidget*>(m_codes)}) {
        column->addWidget(step);
    }
    column->addWidget(m_back, 0, Qt::AlignHCenter);

    connect(m_button, &QPushButton::clicked, this, &SignInPage::submit);
    for (QLineEdit* field : {m_server, m_email, m_password}) {
        connect(field, &QLineEdit::returnPressed, this, &SignInPage::submit);
    }
    connect(m_code, &CodeForm::entered, this, &SignInPage::sendCode);
    connect(m_codes, &RecoveryCodesView::kept, this, &SignInPage::signedIn);
    connect(m_back, &QPushButton::clicked, this, [this] {
        cancelBrowser();
        showStep(m_first);
    });
    showStep(m_first);
    askMethods();
    setFocusProxy(server.isEmpty() ? m_server : email.isEmpty() ? m_email : m_password);
}

QWidget* SignInPage::makeFirstStep()
{
    auto* step = new QWidget;
    auto* column = new QVBoxLayout(step);
    column->setContentsMargins({});
    m_serverProblem = addField(column, m_server, u"serverAddress"_s, tr("&Server Address"));
    m_fixedServer = makeLabel(tr("Your organization has set this address for this computer."), u"muted"_s, true);
    m_fixedServer->setObjectName(u"serverAddressFixed"_s);
    m_fixedServer->setContentsMargins(0, 0, 0, scaled(8));
    m_fixedServer->hide();
    column->addWidget(m_fixedServer);
    m_byPassword = new QWidget;
    auto* byPassword = new QVBoxLayout(m_byPassword);
    byPassword->setContentsMargins({});
    m_emailProblem = addField(byPassword, m_email, u"email"_s, tr("&Email"));
    m_passwordProblem = addField(byPassword, m_password, u"password"_s, tr("&Password"));
    column->addWidget(m_byPassword);
    m_server->setPlaceholderText(tr("https://handrail.example.org"));
    m_password->setEchoMode(QLineEdit::Password);
    m_button = makeButton(u"signIn"_s, tr("Sign In"), ButtonKind::Primary);
    m_button->setDefault(true);
    byPassword->addSpacing(8);
    byPassword->addWidget(m_button);
    m_organisation = makeButton(u"signInOrganisation"_s, {});
    m_organisation->hide();
    column->addWidget(m_organisation);
    connect(m_organisation, &QPushButton::clicked, this, &SignInPage::goToBrowser);
    connect(m_server, &QLineEdit::editingFinished, this, &SignInPage::askMethods);
    return step;
}

/// One step at a time; the way back leads to the first, and past the codes there is only on.
void SignInPage::showStep(QWidget* step)
{
    for (QWidget* one : {m_first, static_cast<QWidget*>(m_code), static_cast<QWidget*>(m_codes)}) {
        one->setVisible(one == step);
    }
    m_back->setVisible(step == m_code);
    if (step == m_first) {
        m_password->setFocus();
    } else {
        step->setFocus();
    }
}

bool SignInPage::checkFields()
{
    const QString server = m_server->text().trimmed();
    const QUrl url(withScheme(server), QUrl::StrictMode);
    const bool goodServer =
        url.isValid() && !url.host().isEmpty() && (url.scheme() == u"https"_s || url.scheme() == u"http"_s);
    m_serverProblem->setProblem(server.isEmpty() ? tr("Type the address of your agency’s server.")
                                : goodServer
                                    ? QString()
                                    : tr("This is no server address. It looks like https://handrail.example.org"));
    m_emailProblem->setProblem(m_email->text().trimmed().isEmpty() ? tr("Type your email address.") : QString());
    m_passwordProblem->setProblem(m_password->text().isEmpty() ? tr("Type your password.") : QString());
    for (auto [problem, field] :
         {std::pair{m_serverProblem, m_server}, {m_emailProblem, m_email}, {m_passwordProblem, m_password}}) {
        if (!problem->text().isEmpty()) {
            field->setFocus();
            return false;
        }
    }
    return true;
}

void SignInPage::submit()
{
    m_notice->hide();
    if (m_byPassword->isHidden()) {
        goToBrowser();
        return;
    }
    if (!m_button->isEnabled() || !checkFields()) {
        return;
    }
    setBusy(true);
    m_signIn.signIn(withScheme(m_server->text().trimmed()), m_email->text().trimmed(), m_password->text(), this,
                    [this](const Result<SignInStep>& result) { finish(result); });
}

void SignInPage::setBusy(bool busy)
{
    for (QLineEdit* field : {m_server, m_email, m_password}) {
        field->setEnabled(!busy);
    }
    m_button->setEnabled(!busy);
    m_organisation->setEnabled(!busy);
    m_button->setText(busy ? tr("Signing in…") : tr("Sign In"));
}

/// Asked again only where the address is another one. Trouble is no news here: it comes with the sign-in.
void SignInPage::askMethods()
{
    const QString server = withScheme(m_server->text().trimmed());
    if (m_server->text().trimmed().isEmpty() || server == m_askedServer) {
        return;
    }
    m_askedServer = server;
    m_organisation->hide();
    m_byPassword->show();
    m_signIn.askMethods(server, this, [this, server](const Result<protocol::SignInMethods>& methods) {
        if (server == m_askedServer && methods.ok()) {
            offer(*methods);
        }
    });
}

void SignInPage::offer(const protocol::SignInMethods& methods)
{
    const bool byOrganisation = !methods.organisation.isEmpty() && m_onlyWay != Policy::SignInWay::Password;
    // Nobody is asked for a password that the server would not take.
    const bool byPassword = methods.password && m_onlyWay != Policy::SignInWay::Organisation;
    if (!byOrganisation && !byPassword) {
        m_byPassword->hide();
        m_notice->say(Notice::Tone::Warn, tr("Your organization’s settings for this computer and its server do not agree on "
                                             "how to sign in. Ask your IT; nothing is lost."));
        return;
    }
    m_byPassword->setVisible(byPassword);
    m_organisation->setVisible(byOrganisation);
    if (byOrganisation) {
        m_organisation->setText(tr("Sign in with %1").arg(methods.organisation));
        m_organisation->setAccessibleName(m_organisation->text());
        setLook(m_organisation, "primary", !byPassword);
    }
}

void SignInPage::fix(const Policy& policy)
{
    m_onlyWay = policy.signIn;
    if (policy.server) {
        m_server->setText(*policy.server);
        m_server->setReadOnly(true);
        m_server->setAccessibleDescription(m_fixedServer->text());
        m_fixedServer->show();
        setFocusProxy(m_email->text().isEmpty() ? m_email : m_password);
    }
    m_askedServer.clear();
    askMethods();
}

void SignInPage::enrol(const QString& email, const QString& code)
{
    m_email->setText(email);
    m_password->setText(code);
    submit();
}

void SignInPage::goToBrowser()
{
    m_notice->say(Notice::Tone::Info, tr("Go on in your browser: sign in there, then come back here."));
    setBusy(true);
    m_back->show();
    m_signIn.signInByOrganisation(withScheme(m_server->text().trimmed()), this,
                                  [this, turn = ++m_browserTurn](const Result<SignInStep>& result) {
                                      if (turn != m_browserTurn) {
                                          return;
                                      }
                                      cancelBrowser();
                                      if (result.ok()) {
                                          takeStep(*result);
                                      } else {
                                          m_notice->say(Notice::Tone::Bad, reasonInWords(result.error().sentence));
                                      }
                                  });
}

void SignInPage::cancelBrowser()
{
    ++m_browserTurn;
    m_notice->hide();
    m_back->hide();
    setBusy(false);
}

void SignInPage::takeStep(const SignInStep& step)
{
    m_password->clear();
    if (step.codeNeeded && step.secret.isEmpty()) {
        m_code->askCode();
        showStep(m_code);
    } else if (step.codeNeeded) {
        m_notice->say(Notice::Tone::Info, tr("Your agency asks for a second factor. You set it up once, now."));
        m_code->askSetUp(step.secret, step.uri);
        showStep(m_code);
    } else if (!step.recoveryCodes.isEmpty()) {
        m_notice->hide();
        m_codes->show(step.recoveryCodes);
        showStep(m_codes);
    } else {
        Q_EMIT signedIn();
    }
}

void SignInPage::sendCode(const QString& code)
{
    m_notice->hide();
    m_code->setBusy(true);
    m_back->setEnabled(false);
    m_signIn.sendCode(code, this, [this](const Result<SignInStep>& result) {
        m_code->setBusy(false);
        m_back->setEnabled(true);
        if (result.ok()) {
            takeStep(*result);
            return;
        }
        const QString sentence = reasonInWords(result.error().sentence);
        if (result.error().code == ErrorCode::NotFound) {
            // The challenge is over: from the start.
            m_notice->say(Notice::Tone::Warn, sentence);
            showStep(m_first);
        } else {
            m_code->setProblem(sentence);
        }
    });
}

void SignInPage::finish(const Result<SignInStep>& result)
{
    setBusy(false);
    if (result.ok()) {
        takeStep(*result);
        return;
    }
    const QString sentence = reasonInWords(result.error().sentence);
    switch (result.error().code) {
    case ErrorCode::Unauthorized:
        m_passwordProblem->setProblem(sentence);
        m_password->setFocus();
        m_password->selectAll();
        break;
    case ErrorCode::Offline:
    case ErrorCode::ServerTrouble:
    case ErrorCode::NewerVersion:
        m_serverProblem->setProblem(sentence);
        m_server->setFocus();
        break;
    case ErrorCode::InvalidInput:
        m_emailProblem->setProblem(sentence);
        m_email->setFocus();
        break;
    default:
        m_notice->say(Notice::Tone::Bad, sentence);
        m_button->setFocus();
        break;
    }
}

} // namespace handrail::ui
