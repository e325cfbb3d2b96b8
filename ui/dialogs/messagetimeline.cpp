// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/messagetimeline.h"

#include "core/domain/smscosts.h"
#include "ui/views/widgets.h"
#include "ui/words.h"

#include <QBoxLayout>
#include <QScrollArea>
#include <QScrollBar>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

MessageTimeline::MessageTimeline(QWidget* parent)
    : QFrame(parent)
{
    setObjectName(u"messagePreview"_s);
    setProperty("role", u"navigation"_s);
    auto* content = new QWidget;
    content->setProperty("role", u"scrolled"_s);
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(16, 8, 16, 16);
    m_column->setSpacing(6);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setAccessibleName(tr("Preview of the messages"));
    scroll->setWidget(content);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(8, 16, 0, 0);
    auto* heading = makeLabel(tr("What the client will receive"), u"heading"_s);
    heading->setContentsMargins(16, 0, 16, 0);
    outer->addWidget(heading);
    outer->addWidget(scroll, 1);
}

void MessageTimeline::showMessages(const QList<casework::MessagePreview>& previews, const casework::SharePanel& panel)
{
    setUpdatesEnabled(false);
    clearLayout(m_column);
    const QTimeZone zone = zoneOf(panel.client.timeZone);
    QDateTime last;
    for (const casework::MessagePreview& preview : previews) {
        if (preview.dueAt != last) {
            addDay(preview, zone);
            last = preview.dueAt;
        }
        addMessage(preview, panel);
    }
    m_column->addStretch(1);
    setUpdatesEnabled(true);
}

void MessageTimeline::addDay(const casework::MessagePreview& preview, const QTimeZone& zone)
{
    const bool initial = preview.kind == MessageKind::Initial;
    const QString when =
        initial ? tr("Right away")
                : tr("%1, %2", "day, time").arg(dayInWords(preview.dueAt, zone), clockInWords(preview.dueAt, zone));
    auto* day = makeLabel(when, u"strong"_s);
    day->setObjectName(initial ? u"previewNow"_s : u"previewDay"_s);
    day->setContentsMargins(0, 8, 0, 0);
    m_column->addWidget(day);
    if (!initial) {
        m_column->addWidget(makeLabel(tr("Follow-up about %1").arg(oneLine(preview.siteName)), u"muted"_s, true));
    }
}

void MessageTimeline::addMessage(const casework::MessagePreview& preview, const casework::SharePanel& panel)
{
    const bool text = preview.channel == Channel::Text;
    auto* bubble = makeFrame(text ? u"bubble"_s : u"mail"_s, 12);
    layoutOf(bubble)->setSpacing(4);
    if (!text) {
        layoutOf(bubble)->addWidget(makeLabel(panel.agency.sendingAddress, u"section"_s, true));
        layoutOf(bubble)->addWidget(makeLabel(preview.text.subject, u"strong"_s, true));
    }
    auto* body = makeLabel(preview.text.body.left(4000), {}, true);
    body->setObjectName(text ? u"previewText"_s : u"previewEmail"_s);
    // A link is one long word: without this the label would be as wide as it.
    body->setMinimumWidth(1);
    body->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::MinimumExpanding);
    layoutOf(bubble)->addWidget(body);
    m_column->addWidget(bubble);
    if (preview.size) {
        auto* size =
            makeLabel(sizeInWords(*preview.size), preview.size->costly.isEmpty() ? u"section"_s : u"hint"_s, true);
        size->setObjectName(u"previewSize"_s);
        m_column->addWidget(size);
    }
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

} // namespace handrail::ui
