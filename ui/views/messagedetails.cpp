// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/messagedetails.h"

#include "core/domain/reasons.h"
#include "core/domain/sendgate.h"
#include "core/domain/smssegments.h"
#include "ui/dialogs/messagetimeline.h"
#include "ui/messagewords.h"
#include "ui/theme.h"
#include "ui/views/flowlayout.h"
#include "ui/views/widgets.h"
#include "ui/words.h"

#include <QBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

namespace {

constexpr qsizetype longestShown = 4000;

QLabel* namedLabel(const QString& name, const QString& role = {})
{
    auto* label = makeLabel({}, role, true);
    label->setObjectName(name);
    return label;
}

/// Shown with its words, or not at all.
void setWords(QLabel* label, const QString& words)
{
    label->setText(words);
    label->setVisible(!words.isEmpty());
}

} // namespace

MessageDetailsView::MessageDetailsView(Services services, QWidget* parent)
    : QScrollArea(parent)
    , m_services(services)
    , m_client(namedLabel(u"messageClient"_s, u"heading"_s))
    , m_what(namedLabel(u"messageWhat"_s, u"muted"_s))
    , m_state(makeLabel({}))
    , m_reason(namedLabel(u"messageReason"_s))
    , m_advice(namedLabel(u"messageAdvice"_s, u"muted"_s))
    , m_facts(new QVBoxLayout)
    , m_events(new QVBoxLayout)
    , m_text(new QVBoxLayout)
{
    setObjectName(u"messageDetails"_s);
    setAccessibleName(tr("Message"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_state->setObjectName(u"messageState"_s);
    m_state->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);

    auto* card = makeFrame(u"card"_s, 16);
    auto* column = layoutOf(card);
    auto* top = new QHBoxLayout;
    top->addWidget(m_client, 1);
    top->addWidget(m_state, 0, Qt::AlignTop);
    column->addLayout(top);
    column->addWidget(m_what);
    column->addWidget(m_reason);
    column->addWidget(m_advice);
    column->addWidget(makeActions());
    column->addSpacing(8);
    column->addLayout(m_facts);
    column->addSpacing(8);
    column->addWidget(makeLabel(tr("What became of it"), u"section"_s));
    column->addLayout(m_events);
    column->addSpacing(8);
    column->addWidget(makeLabel(tr("Its words"), u"section"_s));
    column->addLayout(m_text);
    column->addStretch(1);
    setWidget(card);
}

QWidget* MessageDetailsView::makeActions()
{
    m_sendAgain = makeButton(u"messageSendAgain"_s, tr("Send Again"), ButtonKind::Primary, u"share"_s);
    m_giveUp = makeButton(u"messageGiveUp"_s, tr("Do Not Send"));
    m_cancel = makeButton(u"messageCancel"_s, tr("Cancel Message…"));
    m_open = makeButton(u"messageOpenReferral"_s, tr("Open Referral"), ButtonKind::Quiet);
    auto* box = new QWidget;
    auto* row = new FlowLayout(8, box);
    row->setContentsMargins(0, 4, 0, 0);
    for (QPushButton* button : {m_sendAgain, m_giveUp, m_cancel, m_open}) {
        row->addWidget(button);
    }
    connect(m_sendAgain, &QPushButton::clicked, this, &MessageDetailsView::sendAgain);
    connect(m_giveUp, &QPushButton::clicked, this, &MessageDetailsView::giveUp);
    connect(m_cancel, &QPushButton::clicked, this, &MessageDetailsView::cancel);
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (m_referral) {
            Q_EMIT openReferral(*m_referral);
        }
    });
    return box;
}

void MessageDetailsView::showMessage(const casework::MessageDetails& details)
{
    setUpdatesEnabled(false);
    const Message& message = details.row.message;
    m_client->setText(oneLine(details.row.clientName));
    m_what->setText(tr("%1 to %2", "message, address")
                        .arg(messageInWords(message),
                             addressInWords(message.address, m_services.phones, details.phoneRegion)));
    showState(details);
    showFacts(details);
    showEvents(details);
    showText(details);
    setUpdatesEnabled(true);
}

void MessageDetailsView::showState(const casework::MessageDetails& details)
{
    const MessageRow& row = details.row;
    const PillColors colors = pillColors(row.message.state);
    m_state->setText(messageStateLabel(row.message.state));
    m_state->setStyleSheet(u"background: %1; color: %2; border-radius: %3px; padding: %4px %3px;"_s.arg(
        colors.ground.name(), colors.text.name(), QString::number(scaled(10)), QString::number(scaled(3))));
    setWords(m_reason, reasonInWords(row.message.reason).left(longestShown));
    setWords(m_advice, adviceFor(row, details.optedOut));
    const bool decidable = awaitsDecision(row.message.state);
    m_sendAgain->setVisible(decidable && maySendAgain(row) && !details.optedOut);
    m_giveUp->setVisible(decidable);
    m_cancel->setVisible(row.message.state == MessageState::Waiting);
    m_referral = details.referralIds.isEmpty() ? std::nullopt : std::optional(details.referralIds.first());
    m_open->setVisible(m_referral.has_value());
}

void MessageDetailsView::addFact(const QString& label, const QString& value, const QString& name)
{
    if (value.isEmpty()) {
        return;
    }
    m_facts->addWidget(makeLabel(label, u"section"_s));
    auto* words = makeLabel(value, {}, true);
    words->setObjectName(name);
    words->setAccessibleDescription(label);
    m_facts->addWidget(words);
}

void MessageDetailsView::showFacts(const casework::MessageDetails& details)
{
    clearLayout(m_facts);
    const QDateTime now = m_services.clock.now();
    const Message& message = details.row.message;
    QStringList sites;
    for (const QString& name : details.siteNames) {
        sites.append(oneLine(name));
    }
    addFact(tr("About"), sites.join(u"\n"_s), u"messageSites"_s);
    addFact(tr("Due"), timeInWords(message.dueAt, now), u"messageDue"_s);
    const QString by = details.sharedBy.isEmpty() ? tr("a worker") : oneLine(details.sharedBy);
    QString consent = tr("There is no record of consent here.");
    if (details.consent) {
        consent = details.row.consentWithdrawn
                      ? tr("Given on %1 to %2, and withdrawn since").arg(timeInWords(details.consent->givenAt, now), by)
                      : tr("Given on %1 to %2").arg(timeInWords(details.consent->givenAt, now), by);
    }
    addFact(tr("Consent"), consent, u"messageConsent"_s);
    addFact(tr("Language"), message.language.isEmpty() ? QString() : languageInWords(message.language),
            u"messageLanguage"_s);
}

void MessageDetailsView::showEvents(const casework::MessageDetails& details)
{
    clearLayout(m_events);
    const QDateTime now = m_services.clock.now();
    for (const ActivityRow& row : details.events) {
        auto* event = makeLabel(u"%1 – %2"_s.arg(timeInWords(row.activity.at, now), activitySentence(row)), {}, true);
        event->setObjectName(u"messageEvent"_s);
        m_events->addWidget(event);
    }
    if (details.events.isEmpty()) {
        m_events->addWidget(makeLabel(details.row.message.state == MessageState::Waiting
                                          ? tr("Nothing yet: it waits for its time, and for the server.")
                                          : tr("Nothing is recorded."),
                                      u"muted"_s, true));
    }
}

void MessageDetailsView::showText(const casework::MessageDetails& details)
{
    clearLayout(m_text);
    if (!details.text.ok()) {
        m_text->addWidget(makeLabel(details.text.error().sentence, u"problem"_s, true));
        return;
    }
    const bool isText = details.row.message.channel() == Channel::Text;
    auto* bubble = makeFrame(isText ? u"bubble"_s : u"mail"_s, 12);
    if (!isText) {
        layoutOf(bubble)->addWidget(makeLabel(details.text->subject, u"strong"_s, true));
    }
    auto* body = makeLabel(details.text->body.left(longestShown), {}, true);
    body->setObjectName(u"messageBody"_s);
    body->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::MinimumExpanding);
    layoutOf(bubble)->addWidget(body);
    m_text->addWidget(bubble);
    if (isText) {
        m_text->addWidget(makeLabel(sizeInWords(measureSms(details.text->body)), u"section"_s, true));
    }
    m_text->addWidget(makeLabel(tr("By the template of today, with a sample link."), u"section"_s, true));
}

} // namespace handrail::ui
