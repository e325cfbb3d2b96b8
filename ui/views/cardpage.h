// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QString;
class QVBoxLayout;
class QWidget;

namespace handrail::ui {

/// Makes `page` one with a card in its middle, as signing in and the lock screen have: Handrail's mark, `title`, and
/// below it the column that is returned. Scrolls where large text makes it higher than the window.
QVBoxLayout* makeCardPage(QWidget* page, const QString& title);

} // namespace handrail::ui
