// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/rowdelegate.h"

#include "ui/models/pagedmodel.h"
#include "ui/theme.h"
#include "ui/words.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>
#include <QWidget>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

namespace {

/// Two lines of text and the space around them.
int rowHeight(const QFontMetrics& metrics)
{
    return std::max(scaled(56), 2 * metrics.lineSpacing() + scaled(20));
}

void paintGround(QPainter* painter, const QStyleOptionViewItem& option)
{
    const Theme& now = theme();
    const QRect ground = option.rect.adjusted(2, 1, -2, -1);
    if (option.state & QStyle::State_Selected) {
        painter->setBrush(now.accentSoft);
        painter->setPen(option.state & QStyle::State_HasFocus ? QPen(now.accent, 1.5) : Qt::NoPen);
        painter->drawRoundedRect(ground, 6, 6);
    } else if (option.state & QStyle::State_MouseOver) {
        painter->setBrush(now.hover);
        painter->setPen(Qt::NoPen);
        painter->drawRoundedRect(ground, 6, 6);
    } else {
        painter->setPen(now.line);
        painter->drawLine(ground.bottomLeft() + QPoint(8, 1), ground.bottomRight() + QPoint(-8, 1));
    }
}

/// Draws at the leading or trailing end of `box`, where a right-to-left layout has them; cut where it is too long.
void drawLine(QPainter* painter, const QStyleOptionViewItem& option, const QRect& box, Qt::Alignment end,
              const QString& text)
{
    painter->drawText(QStyle::visualRect(option.direction, option.rect, box),
                      int(QStyle::visualAlignment(option.direction, end) | Qt::AlignVCenter),
                      painter->fontMetrics().elidedText(text, Qt::ElideRight, box.width()));
}

} // namespace

QString initialsOf(const QString& name)
{
    const QString line = oneLine(name);
    const QStringList words = line.split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty()) {
        return u"?"_s;
    }
    const QString first = words.first().left(1);
    return (words.size() > 1 ? first + words.last().left(1) : first).toUpper();
}

RowDelegate::RowDelegate(Lead lead, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_lead(lead)
{
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {scaled(160), rowHeight(option.fontMetrics)};
}

void RowDelegate::paintLead(QPainter* painter, const QRect& box, const QModelIndex& index,
                            const QStyleOptionViewItem& option) const
{
    const QFont& font = option.font;
    const Theme& now = theme();
    painter->setPen(Qt::NoPen);
    painter->setBrush(option.state & QStyle::State_Selected ? now.surface : now.accentSoft);
    painter->drawEllipse(box);
    if (m_lead == Lead::Icon || m_lead == Lead::Sentence) {
        const qreal ratio = painter->device()->devicePixelRatioF();
        const QPixmap pixmap = iconPixmap(index.data(IconRole).toString(), now.accentText, 18, ratio);
        painter->drawPixmap(box.center() - QPoint(scaled(8), scaled(8)), pixmap);
        return;
    }
    QFont small = font;
    small.setPointSizeF(font.pointSizeF() * 0.92);
    small.setBold(true);
    painter->setFont(small);
    painter->setPen(now.accentText);
    painter->drawText(box, Qt::AlignCenter,
                      m_lead == Lead::Number ? QString::number(index.row() + 1)
                                             : initialsOf(index.data(Qt::DisplayRole).toString()));
}

bool showWholeRow(const QHelpEvent* event, QAbstractItemView* view, const QModelIndex& index, const QList<int>& roles)
{
    if (event->type() != QEvent::ToolTip || !index.data(Qt::ToolTipRole).toString().isEmpty()) {
        return false;
    }
    QStringList lines;
    for (const int role : roles) {
        if (const QString line = oneLine(index.data(role).toString()); !line.isEmpty()) {
            lines.append(line.toHtmlEscaped());
        }
    }
    QToolTip::showText(event->globalPos(), lines.join(u"<br>"_s), view);
    return true;
}

bool RowDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                            const QModelIndex& index)
{
    return showWholeRow(event, view, index, {Qt::DisplayRole, SubtitleRole, AsideRole}) ||
           QStyledItemDelegate::helpEvent(event, view, option, index);
}

void RowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& now = theme();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintGround(painter, option);

    const int gap = scaled(12);
    const int leadSize = scaled(32);
    QRect box = option.rect.adjusted(gap, scaled(8), -gap, -scaled(8));
    if (m_lead != Lead::None) {
        const QRect lead(box.left(), box.center().y() - leadSize / 2 + 1, leadSize, leadSize);
        paintLead(painter, QStyle::visualRect(option.direction, option.rect, lead), index, option);
        box.setLeft(box.left() + leadSize + gap);
    }
    QFont title = option.font;
    const bool isNew = index.data(NewRole).toBool();
    title.setWeight(m_lead == Lead::Sentence && !isNew ? QFont::Normal : QFont::DemiBold);
    if (isNew) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(now.accent);
        const QRect dot(option.rect.left() + scaled(3), option.rect.center().y() - scaled(3), scaled(7), scaled(7));
        painter->drawEllipse(QStyle::visualRect(option.direction, option.rect, dot));
    }
    QFont quiet = option.font;
    quiet.setPointSizeF(option.font.pointSizeF() * 0.92);

    const QString aside = index.data(AsideRole).toString();
    // In a narrow list the name comes first; what stands aside is in the tool tip then.
    const int wanted = QFontMetrics(title).horizontalAdvance(index.data(Qt::DisplayRole).toString());
    const int left = box.width() - QFontMetrics(quiet).horizontalAdvance(aside) - gap;
    if (!aside.isEmpty() && left >= std::min(wanted, box.width() / 2)) {
        painter->setFont(quiet);
        painter->setPen(now.muted);
        drawLine(painter, option, box, Qt::AlignRight, aside);
        box.setRight(box.right() - QFontMetrics(quiet).horizontalAdvance(aside) - gap);
    }
    const QString subtitle = oneLine(index.data(SubtitleRole).toString());
    const QRect upper = subtitle.isEmpty() ? box : QRect(box.left(), box.top(), box.width(), box.height() / 2);
    painter->setFont(title);
    painter->setPen(now.text);
    drawLine(painter, option, upper, Qt::AlignLeft, oneLine(index.data(Qt::DisplayRole).toString()));
    if (!subtitle.isEmpty()) {
        const QRect lower(box.left(), box.top() + box.height() / 2, box.width(), box.height() / 2);
        painter->setFont(quiet);
        painter->setPen(now.muted);
        drawLine(painter, option, lower, Qt::AlignLeft, subtitle);
    }
    painter->restore();
}

namespace {

constexpr int pillMargin = 6; ///< Before a pill; 2 more behind it.

int pillWidth(const QFontMetrics& metrics, const QString& text)
{
    return metrics.horizontalAdvance(text) + scaled(24);
}

} // namespace

int StatusDelegate::widest(const QFontMetrics& metrics)
{
    int width = 0;
    for (const ReferralStatus status : allStatuses()) {
        width = std::max(width, pillWidth(metrics, statusInWords(status)));
    }
    return width + pillMargin + 2;
}

void StatusDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QVariant status = index.data(StatusRole);
    if (!status.isValid()) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem empty = option;
    initStyleOption(&empty, index);
    const QString text = std::exchange(empty.text, QString());
    option.widget->style()->drawControl(QStyle::CE_ItemViewItem, &empty, painter, option.widget);

    const PillColors colors = pillColors(ReferralStatus(status.toInt()));
    const int wanted = pillWidth(option.fontMetrics, text);
    const int height = std::max(scaled(24), option.fontMetrics.height() + 4);
    const QRect pill = QStyle::visualRect(option.direction, option.rect,
                                          QRect(option.rect.left() + pillMargin, option.rect.center().y() - height / 2 + 1,
                                                std::min(wanted, option.rect.width() - pillMargin - 2), height));
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(colors.ground);
    painter->drawRoundedRect(pill, height / 2.0, height / 2.0);
    painter->setPen(colors.text);
    painter->drawText(pill, Qt::AlignCenter,
                      option.fontMetrics.elidedText(text, Qt::ElideRight, pill.width() - scaled(16)));
    painter->restore();
}

} // namespace handrail::ui
