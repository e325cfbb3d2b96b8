// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"

#include <QWidget>

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
    QString m_askedServer; ///< Whose methods were asked for.
    int m_browserTurn = 0; ///< An answer of a turn that was called off is not taken.
};

} // namespace handrail::ui
