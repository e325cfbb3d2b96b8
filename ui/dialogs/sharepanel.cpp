// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/sharepanel.h"

#include "ui/dialogs/messagetimeline.h"
#include "ui/models/pagedmodel.h"
#include "ui/views/rowdelegate.h"
#include "ui/views/widgets.h"
#include "ui/views/wrappingcheckbox.h"
#include "ui/words.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QBoxLayout>
#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>
#include <QScrollArea>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

namespace {

constexpr int pauseMs = 120;
constexpr int charactersForTwoColumns = 120;

/// Lets a box be chosen from the keyboard only as far as it needs; its words wrap below it otherwise.
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

/// "Mobile · Answered last"
QString aboutAddress(const AddressSuggestion& suggestion)
{
    QStringList about;
    for (const QString& word : {labelInWords(suggestion.label), suggestion.why}) {
        if (!word.isEmpty()) {
            about.append(oneLine(word));
        }
    }
    return about.join(u" · "_s);
}

} // namespace

SharePanelWidget::SharePanelWidget(Services services, QWidget* parent)
    : QWidget(parent)
    , m_services(services)
    , m_timeline(new MessageTimeline(services.phones))
    , m_notice(new Notice(u"shareNotice"_s))
{
    setObjectName(u"sharePanel"_s);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &SharePanelWidget::check);

    auto* content = new QWidget;
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight, content);
    m_columns->setContentsMargins(0, 0, 0, 0);
    m_columns->setSpacing(0);
    m_columns->addWidget(makeForm(), 11);
    m_columns->addWidget(m_timeline, 9);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(scrolled(content), 1);
    outer->addWidget(makeBar());
}

QWidget* SharePanelWidget::makeForm()
{
    auto* form = new QWidget;
    auto* column = new QVBoxLayout(form);
    column->setContentsMargins(24, 16, 16, 16);
    column->setSpacing(8);
    m_unreachable = new Notice(u"unreachableNotice"_s);
    column->addWidget(m_unreachable);
    m_text = addChannel(column, Channel::Text);
    m_email = addChannel(column, Channel::Email);
    m_channelsProblem = new ProblemLabel(u"channelsProblem"_s, m_text.tick);
    column->insertWidget(0, m_channelsProblem);
    column->addStretch(1);
    connect(m_unreachable, &Notice::acted, this, &SharePanelWidget::printWanted);
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
    part.address->setItemDelegate(new RowDelegate(RowDelegate::Lead::None, part.address));
    part.address->lineEdit()->setObjectName(part.address->objectName() + u"Field"_s);
    part.address->lineEdit()->setAccessibleName(label);
    part.problem = new ProblemLabel(part.address->objectName() + u"Problem"_s, part.address);
    part.advice = makeLabel({}, u"muted"_s, true);
    part.advice->setObjectName(part.address->objectName() + u"Advice"_s);
    part.warnings = makeLabel({}, u"hint"_s, true);
    part.warnings->setObjectName(part.address->objectName() + u"Warnings"_s);
    part.keep = new QCheckBox(text ? tr("Keep this number in the client’s profile")
                                   : tr("Keep this address in the client’s profile"));
    identify(part.keep, text ? u"keepPhone"_s : u"keepEmail"_s, part.keep->text());
    part.keep->hide();
    part.warnings->hide();
    part.script = makeLabel({}, {}, true);
    part.script->setObjectName(text ? u"textScript"_s : u"emailScript"_s);

    auto* card = makeFrame(u"card"_s, 16);
    auto* inside = layoutOf(card);
    inside->addWidget(part.tick);
    auto* caption = makeLabel(label, u"section"_s);
    caption->setBuddy(part.address);
    inside->addWidget(caption);
    inside->addWidget(part.address);
    for (QWidget* below : {static_cast<QWidget*>(part.problem), static_cast<QWidget*>(part.advice),
                           static_cast<QWidget*>(part.warnings), static_cast<QWidget*>(part.keep)}) {
        inside->addWidget(below);
    }
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
    m_consent = new WrappingCheckBox;
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
    m_ready = makeLabel({}, u"muted"_s, true);
    m_ready->setObjectName(u"shareReady"_s);
    auto* row = new QHBoxLayout;
    auto* notNowButton = makeButton(u"notNow"_s, tr("Not Now"));
    m_share = makeButton(u"shareWithClient"_s, tr("Share with Client"), ButtonKind::Primary, u"share"_s);
    m_share->setEnabled(false);
    row->addWidget(m_ready, 1);
    row->addWidget(notNowButton);
    row->addWidget(m_share);
    column->addLayout(row);
    connect(notNowButton, &QPushButton::clicked, this, &SharePanelWidget::notNow);
    connect(m_share, &QPushButton::clicked, this, &SharePanelWidget::share);
    return bar;
}

/// Beside each other where there is room for both; below each other at a big font or in a small window.
void SharePanelWidget::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const bool wide = width() >= fontMetrics().averageCharWidth() * charactersForTwoColumns;
    m_columns->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void SharePanelWidget::setPanel(const casework::SharePanel& panel)
{
    m_panel = panel;
    fill(m_text, panel.phoneSuggestions, panel.wording.textScript);
    fill(m_email, panel.emailSuggestions, panel.wording.emailScript);
    if (panel.phoneSuggestions.isEmpty() && panel.emailSuggestions.isEmpty()) {
        m_unreachable->ask(
            Notice::Tone::Info,
            tr("%1 has no phone number and no email address in the profile. Type what the client gives you "
               "below, or print the information.")
                .arg(oneLine(panel.client.fullName())),
            tr("Print Sheet"));
        // Where nothing is known yet, what is typed is worth keeping; the worker may untick it.
        m_text.keep->setChecked(true);
        m_email.keep->setChecked(true);
    }
    m_consent->setWords(panel.wording.consent);
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
        const QString about = aboutAddress(suggestion);
        part.address->addItem(address, address);
        const int row = part.address->count() - 1;
        part.address->setItemData(row, about, SubtitleRole);
        part.address->setItemData(row, about, Qt::ToolTipRole);
        part.address->setItemData(row, about, Qt::AccessibleDescriptionRole);
    }
    // An address that can't be used is offered, with its reason, but never put into the field by us.
    const bool usable = !suggestions.isEmpty() && suggestions.first().usable();
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
            .consent = m_consent->isChecked(),
            .keepPhone = m_text.keep->isChecked(),
            .keepEmail = m_email.keep->isChecked()};
}

void SharePanelWidget::edited()
{
    // What was found out is about something else now.
    m_share->setEnabled(false);
    ++m_question;
    m_pause.start();
}

SharePanelWidget::Look SharePanelWidget::lookAt(casework::Desk& desk, const casework::SharePanel& panel,
                                                const casework::ShareForm& form)
{
    casework::ShareForm text, email;
    text.text = form.text;
    email.email = form.email;
    return {casework::checkShare(desk, panel, form),
            {casework::previewMessages(desk, panel, text), casework::previewMessages(desk, panel, email)}};
}

void SharePanelWidget::check()
{
    if (!m_panel) {
        return;
    }
    const int question = ++m_question;
    atDesk(
        m_services, this, [panel = *m_panel, form = form()](casework::Desk& desk) { return lookAt(desk, panel, form); },
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
    showProblems(look.check->problems);
    showAdvice(m_text, look.check->text, m_panel->phoneSuggestions);
    showAdvice(m_email, look.check->email, m_panel->emailSuggestions);
    showWarnings(m_text, look.check->textWarnings, look.check->phoneIsNew);
    showWarnings(m_email, look.check->emailWarnings, look.check->emailIsNew);
    m_timeline->showMessages(look.previews, *m_panel);
    m_share->setEnabled(look.check->problems.isEmpty() && !m_shareBusy);
    showReady(look);
    Q_EMIT checked();
}

void SharePanelWidget::showProblems(const QList<ShareProblem>& problems)
{
    QHash<ProblemLabel*, QStringList> sentences;
    for (const ShareProblem& problem : problems) {
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
}

void SharePanelWidget::showAdvice(const ChannelPart& part, const ChannelChoice& choice,
                                  const QList<AddressSuggestion>& suggestions)
{
    QString advice;
    for (const AddressSuggestion& suggestion : suggestions) {
        if (choice.address && suggestion.address == *choice.address) {
            advice = aboutAddress(suggestion);
        } else if (!choice.address && !suggestion.usable() && advice.isEmpty() &&
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

void SharePanelWidget::showWarnings(const ChannelPart& part, const QStringList& warnings, bool isNew)
{
    const QString sentences = warnings.join(u'\n');
    part.warnings->setText(sentences);
    part.warnings->setVisible(!sentences.isEmpty());
    part.keep->setVisible(isNew);
    if (part.problem->isHidden()) {
        part.address->setAccessibleDescription(sentences);
    }
}

/// What a press of the button will do, for the eye and, when that changes, for the ear.
void SharePanelWidget::showReady(const Look& look)
{
    QString words;
    int now = 0;
    int later = 0;
    for (const auto& channel : look.previews) {
        for (const auto& message : channel.ok() ? *channel : QList<casework::MessagePreview>()) {
            ++(message.kind == MessageKind::Initial ? now : later);
        }
    }
    if (look.check->problems.isEmpty()) {
        words = tr("Ready: %1 now, %2 later.")
                    .arg(tr("%n message(s)", "sent now", now), tr("%n follow-up(s)", nullptr, later));
    }
    if (words == m_ready->text()) {
        return;
    }
    m_ready->setText(words);
    m_ready->setAccessibleName(words.isEmpty() ? tr("Something is missing yet.") : words);
    QAccessibleEvent event(m_ready, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
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
            Q_EMIT shared(*result);
        });
}

} // namespace handrail::ui
