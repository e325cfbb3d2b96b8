// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/codeform.h"

#include "ui/print/qrcode.h"
#include "ui/theme.h"
#include "ui/views/widgets.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QPainter>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

namespace {

/// In groups of four, as it is easier to type.
QString grouped(const QString& secret)
{
    QString text;
    for (qsizetype i = 0; i < secret.size(); i += 4) {
        text += (i > 0 ? u" "_s : QString()) + secret.mid(i, 4);
    }
    return text;
}

} // namespace

QrView::QrView(QWidget* parent)
    : QWidget(parent)
{
    setFixedSize(scaled(184), scaled(184));
}

void QrView::setText(const QString& text)
{
    m_text = text;
    update();
}

void QrView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QRectF square(0, 0, width(), height());
    painter.fillRect(square, Qt::white);
    QrCode::of(m_text).paint(painter, square);
}

CodeForm::CodeForm(const QString& name, const QString& button, QWidget* parent)
    : QWidget(parent)
    , m_buttonText(button)
    , m_sentence(makeLabel({}, {}, true))
    , m_setUp(new QWidget)
    , m_qr(new QrView)
    , m_secret(new QLineEdit)
    , m_caption(makeLabel({}))
    , m_code(new QLineEdit)
    , m_problem(new ProblemLabel(name + u"Problem"_s, m_code))
    , m_button(makeButton(name + u"Send"_s, button, ButtonKind::Primary))
    , m_other(makeButton(name + u"Other"_s, {}, ButtonKind::Quiet))
{
    m_sentence->setObjectName(name + u"Sentence"_s);
    m_qr->setObjectName(name + u"Qr"_s);
    m_qr->setAccessibleName(tr("QR code for your authenticator app; the key below says the same"));
    identify(m_secret, name + u"Secret"_s, tr("Key for typing"));
    m_secret->setReadOnly(true);
    m_code->setObjectName(name);
    m_code->setMaxLength(40);
    m_caption->setBuddy(m_code);

    auto* setUp = new QVBoxLayout(m_setUp);
    setUp->setContentsMargins({});
    setUp->setSpacing(scaled(8));
    setUp->addWidget(m_qr, 0, Qt::AlignHCenter);
    setUp->addWidget(makeLabel(tr("Can’t scan it? Type this key into the app:"), u"muted"_s, true));
    setUp->addWidget(m_secret);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(scaled(8));
    for (QWidget* widget : std::initializer_list<QWidget*>{m_sentence, m_setUp, m_caption, m_code, m_problem}) {
        column->addWidget(widget);
    }
    column->addWidget(m_button);
    column->addWidget(m_other, 0, Qt::AlignHCenter);

    connect(m_button, &QPushButton::clicked, this, &CodeForm::submit);
    connect(m_code, &QLineEdit::returnPressed, this, &CodeForm::submit);
    connect(m_other, &QPushButton::clicked, this, [this] { useRecoveryCode(!m_recovery); });
    setFocusProxy(m_code);
    askCode();
}

void CodeForm::askCode()
{
    m_setUp->hide();
    m_other->show();
    useRecoveryCode(false);
}

void CodeForm::askSetUp(const QString& secret, const QString& uri)
{
    useRecoveryCode(false);
    m_sentence->setText(
        tr("Scan this with an authenticator app on your phone, then type the six digits that it shows."));
    m_qr->setText(uri);
    m_secret->setText(grouped(secret));
    m_secret->setCursorPosition(0);
    m_setUp->show();
    m_other->hide();
}

void CodeForm::useRecoveryCode(bool wanted)
{
    m_recovery = wanted;
    m_sentence->setText(
        wanted ? tr("Type one of the recovery codes that you kept when the second factor was set up. It works "
                    "once.")
               : tr("Type the six digits that your authenticator app shows for Handrail."));
    m_caption->setText(wanted ? tr("Recovery Code") : tr("Code"));
    m_code->setAccessibleName(m_caption->text());
    m_code->setInputMethodHints(wanted ? Qt::ImhNoPredictiveText : Qt::ImhDigitsOnly);
    m_other->setText(wanted ? tr("Use the app’s code instead") : tr("Phone lost? Use a recovery code"));
    m_other->setAccessibleName(m_other->text());
    clear();
}

void CodeForm::clear()
{
    m_code->clear();
    m_problem->setProblem({});
}

void CodeForm::setProblem(const QString& sentence)
{
    m_problem->setProblem(sentence);
    m_code->setFocus();
    m_code->selectAll();
}

void CodeForm::setBusy(bool busy)
{
    m_code->setEnabled(!busy);
    m_button->setEnabled(!busy);
    m_other->setEnabled(!busy);
    m_button->setText(busy ? tr("Checking…") : m_buttonText);
}

void CodeForm::submit()
{
    const QString code = m_code->text().trimmed();
    if (!m_button->isEnabled()) {
        return;
    }
    if (code.isEmpty()) {
        setProblem(tr("Type the code."));
        return;
    }
    m_problem->setProblem({});
    Q_EMIT entered(code);
}

} // namespace handrail::ui
