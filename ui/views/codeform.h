// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace handrail::ui {

class ProblemLabel;

/// Asks for the code of an authenticator app; where the app does not know the account yet, with the QR code and the key
/// that teach it.
class CodeForm : public QWidget
{
    Q_OBJECT

public:
    /// `name` prefixes the object names inside. `button`: what pressing it does.
    CodeForm(const QString& name, const QString& button, QWidget* parent = nullptr);

    /// The app knows the account: a code, or a recovery code, is asked for.
    void askCode();
    /// The app gets to know it first.
    void askSetUp(const QString& secret, const QString& uri);
    void setProblem(const QString& sentence);
    void setBusy(bool busy);
    void clear();

Q_SIGNALS:
    void entered(const QString& code);

private:
    void submit();
    void useRecoveryCode(bool wanted);

    QString m_buttonText;
    QLabel* m_sentence;
    QWidget* m_setUp;
    class QrView* m_qr;
    QLineEdit* m_secret;
    QLabel* m_caption;
    QLineEdit* m_code;
    ProblemLabel* m_problem;
    QPushButton* m_button;
    QPushButton* m_other;
    bool m_recovery = false;
};

/// A QR code on white, with words for who can't see it.
class QrView : public QWidget
{
    Q_OBJECT

public:
    explicit QrView(QWidget* parent = nullptr);
    void setText(const QString& text);
    [[nodiscard]] const QString& text() const { return m_text; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_text;
};

} // namespace handrail::ui
