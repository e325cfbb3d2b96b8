// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/messagetimeline.h"

#include "core/domain/language.h"
#include "core/domain/neutral.h"
#include "core/domain/smscosts.h"
#include "ui/views/widgets.h"
#include "ui/words.h"

#include <QBoxLayout>
#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

namespace {

using casework::MessagePreview;
using casework::SharePanel;

constexpr int bubbleCharacters = 40; // of a line on a phone

QTimeZone zoneFor(const SharePanel& panel)
{
    return zoneOf(panel.client.timeZone.isEmpty() ? panel.agency.timeZone : panel.client.timeZone);
}

QString whenInWords(const MessagePreview& preview, const QTimeZone& zone)
{
    return preview.kind == MessageKind::Initial
               ? MessageTimeline::tr("Right away")
               : MessageTimeline::tr("%1, %2", "day, time")
                     .arg(dayInWords(preview.dueAt, zone), clockInWords(preview.dueAt, zone));
}

/// The client's language reads its own way, whatever the worker's does.
QLabel* messageBody(const QString& text, const QString& name, const QString& language)
{
    auto* body = makeLabel(text.left(4000), {}, true);
    body->setObjectName(name);
    body->setLayoutDirection(QLocale(language).textDirection());
    body->setTextInteractionFlags(Qt::TextSelectableByMouse);
    // A link is one long word: without this the label would be as wide as it.
    body->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::MinimumExpanding);
    return body;
}

/// The initial message, and the first follow-up: the others differ by their link alone.
QList<MessagePreview> samplesOf(const QList<MessagePreview>& messages)
{
    QList<MessagePreview> samples;
    for (const MessagePreview& message : messages) {
        if (samples.isEmpty() || samples.last().kind != message.kind) {
            samples.append(message);
        }
    }
    return samples;
}

} // namespace

MessageTimeline::MessageTimeline(const PhoneNumbers& phones, QWidget* parent)
    : QFrame(parent)
    , m_phones(phones)
    , m_column(new QVBoxLayout(this))
{
    setObjectName(u"messagePreview"_s);
    setAccessibleName(tr("Preview of the messages"));
    m_column->setContentsMargins(16, 16, 16, 16);
    m_column->setSpacing(8);
}

void MessageTimeline::showMessages(const QList<Result<QList<MessagePreview>>>& channels, const SharePanel& panel)
{
    setUpdatesEnabled(false);
    clearLayout(m_column);
    m_column->addWidget(makeLabel(tr("What the client will receive"), u"heading"_s, true));
    QList<MessagePreview> longest;
    for (const auto& channel : channels) {
        if (!channel.ok()) {
            auto* trouble = makeLabel(channel.error().sentence, u"problem"_s, true);
            trouble->setObjectName(u"previewTrouble"_s);
            m_column->addWidget(trouble);
        } else if (!channel->isEmpty()) {
            longest = *channel;
        }
    }
    if (longest.isEmpty()) {
        m_column->addWidget(makeLabel(tr("Tick text or email to see the messages and their days."), u"muted"_s, true));
    } else {
        addLanguage(panel);
        addDays(longest, panel);
        m_column->addWidget(makeLabel(tr("Sample links: each message gets one of its own."), u"muted"_s, true));
        for (const auto& channel : channels) {
            if (!channel.ok() || channel->isEmpty()) {
                continue;
            }
            if (channel->first().channel == Channel::Text) {
                addPhone(samplesOf(*channel), panel);
                continue;
            }
            for (const MessagePreview& mail : samplesOf(*channel)) {
                addMail(mail, panel);
            }
        }
    }
    m_column->addStretch(1);
    setUpdatesEnabled(true);
}

void MessageTimeline::addLanguage(const SharePanel& panel)
{
    const QString used = chooseLanguage(panel.agency.languages, panel.client.language);
    const bool wanted = primaryLanguage(used).compare(primaryLanguage(panel.client.language), Qt::CaseInsensitive) == 0;
    auto* line =
        makeLabel(wanted ? tr("In %1, the client’s language").arg(languageInWords(used))
                         : tr("In %1: your agency has no messages in %2, the client’s language. Tell the client "
                              "what they say.")
                               .arg(languageInWords(used), languageInWords(panel.client.language)),
                  wanted ? u"muted"_s : u"hint"_s, true);
    line->setObjectName(u"previewLanguage"_s);
    m_column->addWidget(line);
}

void MessageTimeline::addDays(const QList<MessagePreview>& messages, const SharePanel& panel)
{
    const QTimeZone zone = zoneFor(panel);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    FollowUpMove move = FollowUpMove::None;
    int row = 0;
    for (const MessagePreview& message : messages) {
        const bool initial = message.kind == MessageKind::Initial;
        auto* day = makeLabel(whenInWords(message, zone), u"strong"_s);
        day->setMinimumWidth(day->sizeHint().width());
        day->setObjectName(initial ? u"previewNow"_s : u"previewDay"_s);
        auto* what = makeLabel(
            initial ? tr("One message with the information on %n resource site(s)", nullptr, int(panel.sites.size()))
                    : tr("Asks about %1").arg(oneLine(message.siteName)),
            {}, true);
        grid->addWidget(day, row, 0, Qt::AlignTop);
        grid->addWidget(what, row, 1, Qt::AlignTop);
        ++row;
        move = message.move != FollowUpMove::None ? message.move : move;
    }
    m_column->addLayout(grid);
    if (const QString why = moveInWords(move, panel.agency.window); !why.isEmpty()) {
        auto* label = makeLabel(why, u"muted"_s, true);
        label->setObjectName(u"previewMove"_s);
        m_column->addWidget(label);
    }
    if (zone != QTimeZone::systemTimeZone() && !panel.client.timeZone.isEmpty()) {
        m_column->addWidget(
            makeLabel(tr("Times are the client’s: %1").arg(timeZoneInWords(panel.client.timeZone)), u"muted"_s, true));
    }
}

void MessageTimeline::addPhone(const QList<MessagePreview>& texts, const SharePanel& panel)
{
    auto* phone = makeFrame(u"phone"_s, 12);
    phone->setObjectName(u"previewPhone"_s);
    phone->setAccessibleName(tr("The client’s phone"));
    auto* column = layoutOf(phone);
    column->setSpacing(4);
    auto* from = makeLabel(phoneInWords(panel.agency.sendingNumber, m_phones, panel.agency.phoneRegion), u"strong"_s);
    from->setAlignment(Qt::AlignCenter);
    column->addWidget(from);
    const QTimeZone zone = zoneFor(panel);
    for (const MessagePreview& text : texts) {
        auto* when = makeLabel(whenInWords(text, zone), u"section"_s);
        when->setAlignment(Qt::AlignCenter);
        when->setContentsMargins(0, 6, 0, 0);
        column->addWidget(when);
        auto* bubble = makeFrame(u"bubble"_s, 10);
        layoutOf(bubble)->addWidget(messageBody(text.text.body, u"previewText"_s, panel.client.language));
        auto* row = new QHBoxLayout;
        row->addWidget(bubble, 6);
        row->addStretch(1);
        column->addLayout(row);
        if (text.size) {
            auto* size =
                makeLabel(sizeInWords(*text.size), text.size->costly.isEmpty() ? u"section"_s : u"hint"_s, true);
            size->setObjectName(u"previewSize"_s);
            column->addWidget(size);
        }
    }
    phone->setMaximumWidth(fontMetrics().averageCharWidth() * (bubbleCharacters + 12));
    m_column->addWidget(phone);
}

void MessageTimeline::addMail(const MessagePreview& mail, const SharePanel& panel)
{
    auto* frame = makeFrame(u"mail"_s, 12);
    frame->setAccessibleName(tr("Email: %1").arg(oneLine(mail.text.subject)));
    auto* column = layoutOf(frame);
    column->setSpacing(4);
    auto* top = new QHBoxLayout;
    top->addWidget(
        makeLabel(u"%1 <%2>"_s.arg(oneLine(nameForClients(panel.agency)), panel.agency.sendingAddress), u"section"_s, true),
        1);
    top->addWidget(makeLabel(whenInWords(mail, zoneFor(panel)), u"section"_s), 0, Qt::AlignTop);
    column->addLayout(top);
    column->addWidget(makeLabel(oneLine(mail.text.subject), u"strong"_s, true));
    column->addWidget(messageBody(mail.text.body, u"previewEmail"_s, panel.client.language));
    m_column->addWidget(frame);
}

QString sizeInWords(const SmsSize& size)
{
    const QString segments = MessageTimeline::tr("%n segment(s)", nullptr, size.segments);
    const QString used =
        MessageTimeline::tr("%1 characters used, %2 left in this segment").arg(size.units).arg(size.unitsLeft);
    if (size.encoding == SmsSize::Encoding::Gsm7) {
        return u"%1 · %2"_s.arg(segments, used);
    }
    return u"%1 · %2\n%3"_s.arg(segments, used, cheaperWriting(size.costly));
}

QString moveInWords(FollowUpMove move, const ContactWindow& window)
{
    const QString opens = QLocale().toString(window.opens, QLocale::ShortFormat);
    const QString closes = QLocale().toString(window.closes, QLocale::ShortFormat);
    switch (move) {
    case FollowUpMove::ToOpening:
        return MessageTimeline::tr(
                   "It is earlier now than your agency writes to clients (%1 to %2), so follow-ups leave "
                   "when that begins.")
            .arg(opens, closes);
    case FollowUpMove::BeforeClosing:
        return MessageTimeline::tr(
                   "It is later now than your agency writes to clients (%1 to %2), so follow-ups leave half "
                   "an hour before that ends.")
            .arg(opens, closes);
    case FollowUpMove::ClockChange:
        return MessageTimeline::tr("The clocks change on one of these days; its follow-up leaves an hour later.");
    case FollowUpMove::None:
        break;
    }
    return {};
}

} // namespace handrail::ui
