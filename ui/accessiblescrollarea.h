// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace handrail::ui {

/// Gives screen readers scroll areas that can be asked for a child that has just gone. Qt 6.4's own
/// (QAccessibleAbstractScrollArea::child) reads beyond its list then, which ended the program when a scroll bar vanished
/// between two questions. Call once, after the application was made; calling it again does nothing.
void useSafeScrollAreas();

} // namespace handrail::ui
