// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accessiblescrollarea.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QLatin1String>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

namespace {

/// Lists, tables and texts have interfaces of their own, and never come here: Qt asks from the most derived class up.
QAccessibleInterface* scrollArea(const QString& className, QObject* object)
{
    if (className != "QScrollArea"_L1 && className != "QAbstractScrollArea"_L1)
        return nullptr;
    auto* widget = qobject_cast<QWidget*>(object);
    return widget == nullptr ? nullptr : new QAccessibleWidget(widget, QAccessible::Client);
}

} // namespace

void useSafeScrollAreas()
{
    static const bool installed = [] {
        QAccessible::installFactory(scrollArea);
        return true;
    }();
    static_cast<void>(installed);
}

} // namespace handrail::ui
