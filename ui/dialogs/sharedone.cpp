// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/sharedone.h"

#include "ui/syncstate.h"
#include "ui/theme.h"
#include "ui/views/widgets.h"
#include "ui/words.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QScrollArea>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

namespace {

/// Follow-ups of all channels, one entry a day.
QList<casework::ShareView::Line> daysOf(const casework::ShareView& view)
{
    QList<casework::ShareView::Line> days;
    for (const auto& line : view.lines) {
        if (line.message.kind == MessageKind::FollowUp &&
            (days.isEmpty() || days.last().message.referralId != line.message.referralId)) {
            days.append(line);
        }
    }
    return days;
}

} // namespace

ShareDone::ShareDone(Services services, QWidget* parent)
    : QWidget(parent)
    , m_services(services)
    , m_icon(new QLabel)
    , m_headline(makeLabel({}, u"heading"_s, true))
    , m_sentence(makeLabel({}, {}, true))
    , m_days(new QGridLayout)
    , m_done(makeButton(u"shareDone"_s, tr("Done"), ButtonKind::Primary))
{
    setObjectName(u"shareDonePage"_s);
    m_headline->setObjectName(u"shareDoneHeadline"_s);
    m_sentence->setObjectName(u"shareDoneSentence"_s);
    m_days->setHorizontalSpacing(12);
    m_days->setVerticalSpacing(4);
    m_days->setColumnStretch(1, 1);
    auto* content = new QWidget;
    content->setProperty("role", u"scrolled"_s);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(24, 24, 24, 16);
    column->setSpacing(12);
    auto* top = new QHBoxLayout;
    top->setSpacing(12);
    top->addWidget(m_icon, 0, Qt::AlignTop);
    auto* lines = new QVBoxLayout;
    lines->addWidget(m_headline);
    lines->addWidget(m_sentence);
    top->addLayout(lines, 1);
    column->addLayout(top);
    column->addLayout(m_days);
    column->addStretch(1);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    auto* bar = new QFrame;
    bar->setProperty("role", u"bar"_s);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(24, 12, 24, 12);
    auto* print = makeButton(u"printSheet"_s, tr("Print Sheet"));
    row->addStretch(1);
    row->addWidget(print);
    row->addWidget(m_done);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(scroll, 1);
    outer->addWidget(bar);
    connect(print, &QPushButton::clicked, this, &ShareDone::printWanted);
    connect(m_done, &QPushButton::clicked, this, &ShareDone::done);
}

void ShareDone::showShare(const ShareId& share)
{
    atDesk(
        m_services, this,
        [share](casework::Desk& desk) {
            const auto state = readSyncState(desk.store);
            return Look{casework::viewShare(desk, share),
                        !state.ok() || !state->everPulled || state->signInNeeded || !state->lastSyncError.isEmpty()};
        },
        [this](const Look& look) { showLook(look); });
    m_done->setFocus();
}

void ShareDone::showLook(const Look& look)
{
    if (!look.view.ok()) {
        m_sentence->setText(look.view.error().sentence);
        return;
    }
    const QString name = look.offline ? u"offline"_s : u"check"_s;
    m_icon->setPixmap(iconPixmap(name, look.offline ? theme().warn : theme().ok, 32, devicePixelRatioF()));
    m_headline->setText(tr("%n referral(s) shared with the client", nullptr, int(look.view->siteNames.size())));
    m_sentence->setText(onTheirWay(*look.view, look.offline));
    m_sentence->setAccessibleName(m_sentence->text());
    showDays(*look.view);
    QAccessibleEvent event(m_sentence, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void ShareDone::showDays(const casework::ShareView& view)
{
    clearLayout(m_days);
    const QTimeZone zone = zoneOf(view.share.timeZone);
    m_days->addWidget(makeLabel(tr("Follow-ups"), u"section"_s), 0, 0, 1, 2);
    int row = 1;
    for (const auto& line : daysOf(view)) {
        auto* day = makeLabel(
            tr("%1, %2", "day, time").arg(dayInWords(line.message.dueAt, zone), clockInWords(line.message.dueAt, zone)),
            u"strong"_s);
        day->setObjectName(u"shareDoneDay"_s);
        day->setMinimumWidth(day->sizeHint().width());
        m_days->addWidget(day, row, 0, Qt::AlignTop);
        m_days->addWidget(makeLabel(oneLine(line.siteName), {}, true), row, 1);
        ++row;
    }
}

QString onTheirWay(const casework::ShareView& view, bool offline)
{
    int texts = 0;
    int emails = 0;
    for (const auto& line : view.lines) {
        if (line.message.kind == MessageKind::Initial) {
            ++(line.message.channel() == Channel::Text ? texts : emails);
        }
    }
    QStringList what;
    if (texts > 0) {
        what.append(ShareDone::tr("%n text(s)", nullptr, texts));
    }
    if (emails > 0) {
        what.append(ShareDone::tr("%n email(s)", nullptr, emails));
    }
    const QString both = what.size() > 1 ? ShareDone::tr("%1 and %2").arg(what[0], what[1]) : what.value(0);
    const bool one = texts + emails == 1;
    if (offline) {
        return (one ? ShareDone::tr(
                          "%1 waits for the server and leaves as soon as it can be reached. It is kept on this "
                          "computer until then.")
                    : ShareDone::tr(
                          "%1 wait for the server and leave as soon as it can be reached. They are kept on this "
                          "computer until then."))
            .arg(both);
    }
    return (one ? ShareDone::tr("%1 is on its way to the client.")
                : ShareDone::tr("%1 are on their way to the client."))
        .arg(both);
}

} // namespace handrail::ui
