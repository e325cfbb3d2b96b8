// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/arrivingbar.h"

#include "ui/theme.h"
#include "ui/views/widgets.h"

#include <QBoxLayout>
#include <QLocale>
#include <QProgressBar>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

namespace {

constexpr int parts = 1000; ///< A progress bar counts in int, an agency's clients need not fit.

} // namespace

ArrivingBar::ArrivingBar(const QString& name, QWidget* parent)
    : QFrame(parent)
    , m_numbers(makeLabel({}, u"muted"_s, true))
    , m_progress(new QProgressBar)
{
    setObjectName(name);
    setProperty("role", u"card"_s);
    identify(m_progress, name + u"Progress"_s, tr("Clients that have come to this computer"));
    m_progress->setRange(0, parts);
    m_progress->setTextVisible(false);
    m_numbers->setObjectName(name + u"Numbers"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(scaled(16), scaled(16), scaled(16), scaled(16));
    column->setSpacing(scaled(8));
    column->addWidget(makeLabel(tr("Your clients are coming to this computer"), u"strong"_s, true));
    column->addWidget(m_progress);
    column->addWidget(m_numbers);
    hide();
}

void ArrivingBar::show(qint64 here, qint64 of)
{
    setVisible(of > 0);
    if (of <= 0) {
        return;
    }
    const QLocale locale;
    m_progress->setValue(int(double(std::min(here, of)) / double(of) * parts));
    m_numbers->setText(tr("%1 of %2 are here. You can begin to work with them; the others follow. If the connection "
                          "breaks, it goes on where it was.")
                           .arg(locale.toString(here), locale.toString(of)));
    m_progress->setAccessibleDescription(m_numbers->text());
}

} // namespace handrail::ui
