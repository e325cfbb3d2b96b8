// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace handrail::ui {

/// Words on one line. Where there is too little room they end in «…», and the whole of them is the tool tip.
class OneLineLabel : public QLabel
{
    Q_OBJECT

public:
    using QLabel::QLabel;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] bool isCut() const;
};

} // namespace handrail::ui
