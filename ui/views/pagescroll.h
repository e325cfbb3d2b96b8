// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace handrail::ui {

/// The least height in which a widget of this width shows all of its wrapped lines; 0 for one without a layout. Qt's own
/// minimumSizeHint() takes a layout that wraps for one line.
int leastHeight(const QWidget* widget, int width);

/// A part of a splitter, which is never less high than its wrapped lines need.
class Pane : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
};

/// A page of the window. It has the window's size, and where it needs more height than that - at large text - it scrolls
/// downwards, so that a window never has to be higher than the screen.
class PageScroll : public QScrollArea
{
    Q_OBJECT

public:
    explicit PageScroll(QWidget* page);
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] QSize sizeHint() const override { return widget()->sizeHint(); }
    bool eventFilter(QObject* watched, QEvent* event) override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();
};

} // namespace handrail::ui
