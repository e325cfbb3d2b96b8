// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/pagescroll.h"

#include <QApplication>
#include <QEvent>
#include <QLayout>
#include <QResizeEvent>
#include <QScrollBar>
#include <algorithm>

namespace handrail::ui {

int leastHeight(const QWidget* widget, int width)
{
    const QLayout* layout = widget->layout();
    return layout && layout->hasHeightForWidth() ? layout->totalMinimumHeightForWidth(width) : 0;
}

QSize Pane::minimumSizeHint() const
{
    const QSize least = QWidget::minimumSizeHint();
    return {least.width(), std::max(least.height(), leastHeight(this, std::max(width(), least.width())))};
}

void Pane::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (event->size().width() != event->oldSize().width()) {
        updateGeometry();
    }
}

PageScroll::PageScroll(QWidget* page)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setFocusProxy(page);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidget(page);
    page->setAutoFillBackground(false);
    // Where a key leads to what is below the edge, the page follows.
    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget*, QWidget* now) {
        if (now && widget()->isAncestorOf(now) && now->isVisible() && now->visibleRegion().isEmpty()) {
            ensureWidgetVisible(now);
        }
    });
}

QSize PageScroll::minimumSizeHint() const
{
    constexpr int fewestLines = 6;
    const QSize least = widget()->minimumSizeHint();
    const int bar = widget()->height() > maximumViewportSize().height() ? verticalScrollBar()->sizeHint().width() : 0;
    return {least.width() + bar, std::min(least.height(), fontMetrics().height() * fewestLines)};
}

void PageScroll::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    fit();
}

bool PageScroll::eventFilter(QObject* watched, QEvent* event)
{
    const bool seen = QScrollArea::eventFilter(watched, event);
    if (watched == widget() && event->type() == QEvent::LayoutRequest) {
        updateGeometry();
        fit();
    }
    return seen;
}

void PageScroll::fit()
{
    const QSize room = maximumViewportSize();
    const auto needed = [this](int width) {
        return std::max(widget()->minimumSizeHint().height(), leastHeight(widget(), width));
    };
    int width = room.width();
    if (needed(width) > room.height()) {
        width -= verticalScrollBar()->sizeHint().width();
    }
    widget()->resize(width, std::max(room.height(), needed(width)));
}

} // namespace handrail::ui
