// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/cardpage.h"

#include "ui/theme.h"
#include "ui/views/widgets.h"

#include <QBoxLayout>
#include <QIcon>
#include <QScrollArea>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

QVBoxLayout* makeCardPage(QWidget* page, const QString& title)
{
    auto* card = makeFrame(u"card"_s, 32);
    card->setFixedWidth(scaled(432));
    auto* column = qobject_cast<QVBoxLayout*>(layoutOf(card));
    auto* mark = new QLabel;
    mark->setPixmap(QIcon(u":/handrail/icons/handrail.svg"_s).pixmap(scaled(56), scaled(56)));
    column->addWidget(mark, 0, Qt::AlignHCenter);
    auto* heading = makeLabel(title, u"title"_s, true);
    heading->setAlignment(Qt::AlignCenter);
    column->addWidget(heading);
    column->addSpacing(16);

    // At large text the card may be higher than the screen.
    auto* content = new QWidget;
    content->setProperty("role", u"scrolled"_s);
    auto* middle = new QVBoxLayout(content);
    middle->addStretch(2);
    // In a row of its own, and not aligned: its height follows from its width, which a box layout asks for only so.
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(card);
    row->addStretch(1);
    middle->addLayout(row);
    middle->addStretch(3);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    auto* outer = new QVBoxLayout(page);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
    return column;
}

} // namespace handrail::ui
