// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/policy.h"
#include "ui/services.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace handrail::ui {

class CodeForm;
class Notice;
class ProblemLabel;
class RecoveryCodesView;

/// Server address, email, password; then, where there is a second factor, its code. Never blocks; while the server is
/// asked the fields are locked and the button says so. What went wrong stands beside the field it belongs to.
class SignInPage : public QWidget
{
    Q_OBJECT

public:
    /// `server` and `email` fill their fields in, as far as they are known.
    SignInPage(SignIn& signIn, const QString& server, const QString& email = {}, QWidget* parent = nullptr);

    /// What the organisation's IT fixed is shown as fixed, and why.
    void fix(const Policy& policy);
    /// Signs in with a one-time code, as if it were typed in the password's place.
    void enrol(const QString& email, const QString& code);

Q_SIGNALS:
    void signedIn();

private:
    void submit();
    bool checkFields();
    void setBusy(bool busy);
    void finish(const Result<SignInStep>& result);
    QWidget* makeFirstStep();
    void showStep(QWidget* step);
    void sendCode(const QString& code);
    void takeStep(const SignInStep& step);
    void askMethods();
    void offer(const protocol::SignInMethods& methods);
    void goToBrowser();
    void cancelBrowser();

    SignIn& m_signIn;
    QLineEdit* m_server;
    QLineEdit* m_email;
    QLineEdit* m_password;
    ProblemLabel* m_serverProblem;
    ProblemLabel* m_emailProblem;
    ProblemLabel* m_passwordProblem;
    Notice* m_notice;
    QPushButton* m_button;
    QPushButton* m_organisation; ///< There where the server joins an organisation's accounts.
    QWidget* m_first;
    QWidget* m_byPassword; ///< Not there where the organisation's account is the only way in.
    CodeForm* m_code;
    RecoveryCodesView* m_codes;
    QPushButton* m_back;
    QLabel* m_fixedServer; ///< Says why the address can't be changed.
    std::optional<Policy::SignInWay> m_onlyWay;
    QString m_askedServer; ///< Whose methods were asked for.
    int m_browserTurn = 0; ///< An answer of a turn that was called off is not taken.
};

} // namespace handrail::ui
