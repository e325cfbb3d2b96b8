// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/sharepanel.h"

#include "ui/dialogs/messagetimeline.h"
#include "ui/views/widgets.h"
#include "ui/words.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>
#include <QScrollArea>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

namespace {

constexpr int pauseMs = 120;

/// A check box has one line only; the consent's words need several, and must be pressed as one with the box.
QString wrapped(const QString& words, int columns)
{
    QStringList lines = {QString()};
    for (const QString& word : words.split(u' ')) {
        if (!lines.last().isEmpty() && lines.last().size() + word.size() + 1 > columns) {
            lines.append(QString());
        }
        lines.last() += (lines.last().isEmpty() ? QString() : u" "_s) + word;
    }
    return lines.join(u'\n');
}

QScrollArea* scrolled(QWidget* content)
{
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    content->setProperty("role", u"scrolled"_s);
    scroll->setWidget(content);
    return scroll;
}

} // namespace

SharePanelWidget::SharePanelWidget(Services services, QWidget* parent)
    : QWidget(parent)
    , m_services(services)
    , m_timeline(new MessageTimeline)
    , m_notice(new Notice(u"shareNotice"_s))
{
    setObjectName(u"sharePanel"_s);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &SharePanelWidget::check);

    auto* columns = new QHBoxLayout;
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(0);
    columns->addWidget(scrolled(makeForm()), 6);
    columns->addWidget(m_timeline, 5);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addLayout(columns, 1);
    outer->addWidget(makeBar());
}

QWidget* SharePanelWidget::makeForm()
{
    auto* form = new QWidget;
    auto* column = new QVBoxLayout(form);
    column->setContentsMargins(24, 16, 24, 16);
    column->setSpacing(8);
    m_text = addChannel(column, Channel::Text);
    m_email = addChannel(column, Channel::Email);
    m_channelsProblem = new ProblemLabel(u"channelsProblem"_s, m_text.tick);
    column->insertWidget(0, m_channelsProblem);
    column->addStretch(1);
    return form;
}

SharePanelWidget::ChannelPart SharePanelWidget::addChannel(QVBoxLayout* column, Channel channel)
{
    const bool text = channel == Channel::Text;
    ChannelPart part;
    part.tick = new QCheckBox(text ? tr("Send Text to Client") : tr("Send Email to Client"));
    identify(part.tick, text ? u"sendText"_s : u"sendEmail"_s, part.tick->text());
    part.address = new QComboBox;
    const QString label = text ? tr("Phone Number") : tr("Email Address");
    identify(part.address, text ? u"phoneNumber"_s : u"emailAddress"_s, label);
    part.address->setEditable(true);
    part.address->setInsertPolicy(QComboBox::NoInsert);
    part.address->setCompleter(nullptr);
    part.address->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    part.address->lineEdit()->setObjectName(part.address->objectName() + u"Field"_s);
    part.address->lineEdit()->setAccessibleName(label);
    part.problem = new ProblemLabel(part.address->objectName() + u"Problem"_s, part.address);
    part.advice = makeLabel({}, u"muted"_s, true);
    part.advice->setObjectName(part.address->objectName() + u"Advice"_s);
    part.script = makeLabel({}, {}, true);
    part.script->setObjectName(text ? u"textScript"_s : u"emailScript"_s);

    auto* card = makeFrame(u"card"_s, 16);
    auto* inside = layoutOf(card);
    inside->addWidget(part.tick);
    auto* caption = makeLabel(label, u"section"_s);
    caption->setBuddy(part.address);
    inside->addWidget(caption);
    inside->addWidget(part.address);
    inside->addWidget(part.problem);
    inside->addWidget(part.advice);
    auto* script = makeFrame(u"script"_s, 12);
    layoutOf(script)->addWidget(makeLabel(tr("Read to the client"), u"section"_s));
    layoutOf(script)->addWidget(part.script);
    inside->addWidget(script);
    column->addWidget(card);

    connect(part.tick, &QCheckBox::toggled, this, &SharePanelWidget::edited);
    connect(part.address, &QComboBox::editTextChanged, this, &SharePanelWidget::edited);
    return part;
}

void SharePanelWidget::addConsent(QVBoxLayout* column)
{
    m_consent = new QCheckBox;
    m_consent->setObjectName(u"consent"_s);
    m_note = makeLabel({}, u"muted"_s, true);
    m_note->setObjectName(u"consentNote"_s);
    m_consentProblem = new ProblemLabel(u"consentProblem"_s, m_consent);
    column->addWidget(m_consent);
    column->addWidget(m_consentProblem);
    column->addWidget(m_note);
    connect(m_consent, &QCheckBox::toggled, this, &SharePanelWidget::edited);
}

QWidget* SharePanelWidget::makeBar()
{
    auto* bar = new QFrame;
    bar->setProperty("role", u"bar"_s);
    auto* column = new QVBoxLayout(bar);
    column->setContentsMargins(24, 12, 24, 12);
    column->setSpacing(6);
    // Beside the button and never scrolled away: it is what the button is about.
    addConsent(column);
    column->addWidget(m_notice);
    auto* row = new QHBoxLayout;
    auto* notNowButton = makeButton(u"notNow"_s, tr("Not Now"));
    m_share = makeButton(u"shareWithClient"_s, tr("Share with Client"), ButtonKind::Primary, u"share"_s);
    m_share->setEnabled(false);
    row->addStretch(1);
    row->addWidget(notNowButton);
    row->addWidget(m_share);
    column->addLayout(row);
    connect(notNowButton, &QPushButton::clicked, this, &SharePanelWidget::notNow);
    connect(m_share, &QPushButton::clicked, this, &SharePanelWidget::share);
    return bar;
}

void SharePanelWidget::setPanel(const casework::SharePanel& panel)
{
    m_panel = panel;
    fill(m_text, panel.phoneSuggestions, panel.wording.textScript);
    fill(m_email, panel.emailSuggestions, panel.wording.emailScript);
    m_consent->setText(wrapped(panel.wording.consent, 120));
    m_consent->setAccessibleName(panel.wording.consent);
    m_note->setText(panel.wording.note);
    m_text.tick->setFocus();
    check();
}

void SharePanelWidget::fill(ChannelPart& part, const QList<AddressSuggestion>& suggestions, const QString& script)
{
    const QSignalBlocker quiet(part.address);
    part.script->setText(script);
    part.address->clear();
    for (const AddressSuggestion& suggestion : suggestions) {
        const QString address = addressInWords(suggestion.address, m_services.phones, m_panel->agency.phoneRegion);
        part.address->addItem(address, address);
        QStringList about;
        for (const QString& word : {suggestion.label, suggestion.why}) {
            if (!word.isEmpty()) {
                about.append(oneLine(word));
            }
        }
        const int row = part.address->count() - 1;
        part.address->setItemData(row, about.join(u" · "_s), Qt::ToolTipRole);
        part.address->setItemData(row, about.join(u" · "_s), Qt::AccessibleDescriptionRole);
    }
    // An address that is opted out or sends mail back is offered, with its reason, but never put into the field by us.
    const bool usable = !suggestions.isEmpty() && !suggestions.first().optedOut && !suggestions.first().bounced;
    part.address->setCurrentIndex(usable ? 0 : -1);
    if (!usable) {
        part.address->setEditText({});
    }
}

casework::ShareForm SharePanelWidget::form() const
{
    return {.text = m_text.tick->isChecked(),
            .phoneTyped = m_text.address->currentText(),
            .email = m_email.tick->isChecked(),
            .emailTyped = m_email.address->currentText(),
            .consent = m_consent->isChecked()};
}

void SharePanelWidget::edited()
{
    // What was found out is about something else now.
    m_share->setEnabled(false);
    ++m_question;
    m_pause.start();
}

void SharePanelWidget::check()
{
    if (!m_panel) {
        return;
    }
    const int question = ++m_question;
    atDesk(
        m_services, this,
        [panel = *m_panel, form = form()](casework::Desk& desk) {
            return Look{casework::checkShare(desk, panel, form), casework::previewMessages(desk, panel, form)};
        },
        [this, question](const Look& look) {
            if (question == m_question) {
                showLook(look);
            }
        });
}

void SharePanelWidget::showLook(const Look& look)
{
    if (!look.check.ok()) {
        m_notice->say(Notice::Tone::Bad, look.check.error().sentence);
        return;
    }
    QHash<ProblemLabel*, QStringList> sentences;
    for (const ShareProblem& problem : look.check->problems) {
        switch (problem.field) {
        case ShareProblem::Field::Basket:
        case ShareProblem::Field::Channels:
            sentences[m_channelsProblem].append(problem.sentence);
            break;
        case ShareProblem::Field::PhoneNumber:
            sentences[m_text.problem].append(problem.sentence);
            break;
        case ShareProblem::Field::EmailAddress:
            sentences[m_email.problem].append(problem.sentence);
            break;
        case ShareProblem::Field::Consent:
            sentences[m_consentProblem].append(problem.sentence);
            break;
        }
    }
    for (ProblemLabel* label : {m_channelsProblem, m_text.problem, m_email.problem, m_consentProblem}) {
        label->setProblem(sentences.value(label).join(u'\n'));
    }
    showAdvice(m_text, look.check->text, m_panel->phoneSuggestions);
    showAdvice(m_email, look.check->email, m_panel->emailSuggestions);
    if (look.previews.ok()) {
        m_timeline->showMessages(*look.previews, *m_panel);
    } else {
        m_notice->say(Notice::Tone::Bad, look.previews.error().sentence);
    }
    m_share->setEnabled(look.check->problems.isEmpty() && !m_shareBusy);
    Q_EMIT checked();
}

void SharePanelWidget::showAdvice(const ChannelPart& part, const ChannelChoice& choice,
                                  const QList<AddressSuggestion>& suggestions)
{
    QString advice;
    for (const AddressSuggestion& suggestion : suggestions) {
        if (choice.address && suggestion.address == *choice.address) {
            advice = suggestion.label.isEmpty() ? suggestion.why
                                                : u"%1 · %2"_s.arg(oneLine(suggestion.label), suggestion.why);
        } else if (!choice.address && (suggestion.optedOut || suggestion.bounced) && advice.isEmpty() &&
                   part.address->currentText().isEmpty()) {
            advice = u"%1: %2"_s.arg(addressInWords(suggestion.address, m_services.phones, m_panel->agency.phoneRegion),
                                     suggestion.why);
        }
    }
    if (choice.optedOut && advice.isEmpty()) {
        advice = tr("This address is opted out.");
    }
    setLook(part.advice, "role", choice.optedOut || !choice.bounced.isEmpty() ? u"hint"_s : u"muted"_s);
    part.advice->setText(advice);
    part.advice->setVisible(!advice.isEmpty());
}

void SharePanelWidget::share()
{
    if (!m_panel || !m_share->isEnabled()) {
        return;
    }
    m_shareBusy = true;
    m_share->setEnabled(false);
    m_share->setText(tr("Sharing…"));
    atDesk(
        m_services, this,
        [panel = *m_panel, form = form()](casework::Desk& desk) { return casework::share(desk, panel, form); },
        [this](const Result<ShareId>& result) {
            m_shareBusy = false;
            m_share->setText(tr("Share with Client"));
            if (!result.ok()) {
                m_notice->say(Notice::Tone::Bad, result.error().sentence);
                check();
                return;
            }
            m_services.agent.lookNow();
            Q_EMIT shared();
        });
}

} // namespace handrail::ui
