// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/homecard.h"

#include "ui/theme.h"
#include "ui/views/widgets.h"
#include "ui/words.h"

#include <QBoxLayout>
#include <QLocale>
#include <QPainter>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

namespace {

constexpr int countedTo = 10000;

struct ToneColors
{
    QColor ground;
    QColor text;
};

ToneColors colorsOf(HomeCard::Tone tone)
{
    const Theme& now = theme();
    switch (tone) {
    case HomeCard::Tone::Calm:
        return {now.accentSoft, now.accentText};
    case HomeCard::Tone::Warn:
        return {now.warnSoft, now.warn};
    case HomeCard::Tone::Bad:
        return {now.dangerSoft, now.danger};
    }
    Q_UNREACHABLE();
    return {};
}

} // namespace

HomeRow::HomeRow(const HomeItem& item, QWidget* parent)
    : QPushButton(parent)
    , m_item(item)
{
    setAccessibleName(item.title);
    setAccessibleDescription(item.aside.isEmpty() ? item.subtitle : u"%1, %2"_s.arg(item.subtitle, item.aside));
    setToolTip(item.subtitle.isEmpty() ? item.title : u"%1\n%2"_s.arg(item.title, item.subtitle));
    setCursor(Qt::PointingHandCursor);
    setAutoDefault(false);
    setProperty("row", true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize HomeRow::sizeHint() const
{
    return {24 * fontMetrics().averageCharWidth(), 2 * fontMetrics().lineSpacing() + 12};
}

QSize HomeRow::minimumSizeHint() const
{
    return {8 * fontMetrics().averageCharWidth(), sizeHint().height()};
}

void HomeRow::paintEvent(QPaintEvent*)
{
    const Theme& now = theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse() || hasFocus()) {
        painter.setBrush(underMouse() ? now.hover : QColor(Qt::transparent));
        painter.setPen(hasFocus() ? QPen(now.accent, 1.5) : Qt::NoPen);
        painter.drawRoundedRect(rect().adjusted(1, 1, -1, -1), 6, 6);
    }
    QRect box = rect().adjusted(8, 6, -8, -6);
    QFont quiet = font();
    quiet.setPointSizeF(font().pointSizeF() * 0.92);
    const auto side = layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
    const auto other = layoutDirection() == Qt::RightToLeft ? Qt::AlignLeft : Qt::AlignRight;
    QRect upper(box.left(), box.top(), box.width(), box.height() / 2);
    const QRect lower(box.left(), box.top() + box.height() / 2, box.width(), box.height() / 2);
    if (!m_item.aside.isEmpty()) {
        painter.setFont(quiet);
        painter.setPen(now.muted);
        painter.drawText(upper, int(other | Qt::AlignVCenter), m_item.aside);
        const int taken = QFontMetrics(quiet).horizontalAdvance(m_item.aside) + 12;
        layoutDirection() == Qt::RightToLeft ? upper.setLeft(upper.left() + taken)
                                             : upper.setRight(upper.right() - taken);
    }
    painter.setFont(font());
    painter.setPen(now.text);
    painter.drawText(upper, int(side | Qt::AlignVCenter),
                     fontMetrics().elidedText(m_item.title, Qt::ElideRight, upper.width()));
    painter.setFont(quiet);
    painter.setPen(now.muted);
    painter.drawText(lower, int(side | Qt::AlignVCenter),
                     QFontMetrics(quiet).elidedText(m_item.subtitle, Qt::ElideRight, lower.width()));
}

HomeCard::HomeCard(const QString& name, const QString& iconName, Tone tone, const QString& heading, QWidget* parent)
    : QFrame(parent)
    , m_name(name)
    , m_heading(heading)
    , m_number(makeLabel({}))
    , m_rows(new QVBoxLayout)
    , m_all(makeButton(name + u"All"_s, {}, ButtonKind::Quiet))
    , m_mark(makeButton(name + u"Mark"_s, {}, ButtonKind::Quiet))
{
    setObjectName(name);
    setProperty("role", u"card"_s);
    const ToneColors colors = colorsOf(tone);
    auto* mark = new QLabel;
    mark->setPixmap(iconPixmap(iconName, colors.text, 20, devicePixelRatioF()));
    m_number->setObjectName(name + u"Count"_s);
    m_number->setAlignment(Qt::AlignCenter);
    m_number->setStyleSheet(u"background: %1; color: %2; border-radius: 10px; padding: 2px 10px; font-weight: 600;"_s.arg(
        colors.ground.name(), colors.text.name()));
    auto* top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(mark);
    top->addWidget(makeLabel(heading, u"heading"_s, true), 1);
    top->addWidget(m_number, 0, Qt::AlignVCenter);
    auto* bottom = new QHBoxLayout;
    bottom->addWidget(m_all);
    bottom->addStretch(1);
    bottom->addWidget(m_mark);
    m_rows->setSpacing(0);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 8);
    column->setSpacing(4);
    column->addLayout(top);
    column->addLayout(m_rows);
    column->addLayout(bottom);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    connect(m_all, &QPushButton::clicked, this, &HomeCard::showAll);
    connect(m_mark, &QPushButton::clicked, this, &HomeCard::markAll);
    hide();
}

void HomeCard::setFooter(const QString& showAll, const QString& markAll)
{
    for (const auto& [button, label] : {std::pair(m_all, showAll), std::pair(m_mark, markAll)}) {
        button->setText(label);
        button->setAccessibleName(label);
        button->setAccessibleDescription(m_heading);
        button->setVisible(!label.isEmpty());
    }
}

void HomeCard::setItems(int count, const QList<HomeItem>& items)
{
    m_count = count;
    const QString number = QLocale().toString(count);
    m_number->setText(count >= countedTo ? tr("%1 or more").arg(number) : number);
    m_number->setAccessibleName(u"%1: %2"_s.arg(m_heading, m_number->text()));
    setAccessibleName(m_number->accessibleName());
    if (items != m_items) {
        m_items = items;
        makeRows();
    }
    setVisible(count > 0);
}

int HomeCard::linesIn(int height) const
{
    const QMargins margins = layout()->contentsMargins();
    const int around = margins.top() + margins.bottom() + 2 * layout()->spacing() + m_number->sizeHint().height() +
                       m_all->sizeHint().height();
    return (height - around) / HomeRow({}).sizeHint().height();
}

void HomeCard::makeRows()
{
    const QString focused = focusWidget() ? focusWidget()->objectName() : QString();
    clearLayout(m_rows);
    for (const HomeItem& item : std::as_const(m_items)) {
        auto* row = new QHBoxLayout;
        row->setSpacing(4);
        auto* open = new HomeRow(item);
        open->setObjectName(m_name + u"Row-"_s + item.key);
        connect(open, &QPushButton::clicked, this, [this, key = item.key] { Q_EMIT opened(key); });
        row->addWidget(open, 1);
        for (int i = 0; i < item.actions.size(); ++i) {
            const HomeAction& action = item.actions[i];
            auto* act = makeButton(u"%1Act%2-%3"_s.arg(m_name).arg(i).arg(item.key),
                                   action.icon.isEmpty() ? action.label : QString(), ButtonKind::Quiet, action.icon);
            act->setAccessibleName(action.label);
            act->setAccessibleDescription(item.title);
            act->setToolTip(action.icon.isEmpty() ? QString() : action.label);
            connect(act, &QPushButton::clicked, this, [this, key = item.key, i] { Q_EMIT acted(key, i); });
            row->addWidget(act);
        }
        m_rows->addLayout(row);
    }
    // The old line of that name is still there, waiting for its deletion: the new one comes last.
    const auto again = focused.isEmpty() ? QList<QWidget*>() : findChildren<QWidget*>(focused);
    if (!again.isEmpty()) {
        again.last()->setFocus();
    }
}

} // namespace handrail::ui
