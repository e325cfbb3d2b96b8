// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/jobbar.h"

#include "ui/views/widgets.h"

#include <QBoxLayout>
#include <QProgressBar>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

namespace {

constexpr int patienceMs = 500;

} // namespace

JobBar::JobBar(Services services, QWidget* parent)
    : QFrame(parent)
    , m_services(services)
    , m_title(makeLabel({}, {}, true))
    , m_progress(new QProgressBar)
    , m_stop(makeButton(u"stopJob"_s, tr("Stop")))
{
    setObjectName(u"jobBar"_s);
    setProperty("role", u"notice"_s);
    setProperty("tone", u"info"_s);
    identify(m_progress, u"jobProgress"_s, tr("Progress"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 12, 8);
    row->addWidget(m_title, 1);
    row->addWidget(m_progress, 1);
    row->addWidget(m_stop);
    m_patience.setSingleShot(true);
    m_patience.setInterval(patienceMs);
    connect(&m_patience, &QTimer::timeout, this, [this] { setVisible(m_busy); });
    connect(m_stop, &QPushButton::clicked, this, [this] {
        m_stopWanted = true;
        m_stop->setEnabled(false);
    });
    hide();
}

void JobBar::run(const QString& title, int total, Step step, std::function<void(const End&)> finished)
{
    if (m_busy) {
        return;
    }
    m_busy = true;
    m_stopWanted = false;
    m_done = 0;
    m_total = total;
    m_step = std::move(step);
    m_finished = std::move(finished);
    m_title->setText(title);
    m_progress->setRange(0, total);
    m_progress->setValue(0);
    m_stop->setEnabled(true);
    m_patience.start();
    Q_EMIT busyChanged(true);
    next();
}

void JobBar::next()
{
    atDesk(
        m_services, this, [step = m_step, first = m_done](casework::Desk& desk) { return step(desk, first); },
        [this](const Result<int>& did) {
            if (!did.ok()) {
                end(did.error().sentence);
                return;
            }
            m_done += *did;
            m_progress->setValue(m_done);
            if (*did == 0 || m_stopWanted || (m_total > 0 && m_done >= m_total)) {
                end({});
            } else {
                next();
            }
        });
}

void JobBar::end(const QString& trouble)
{
    m_busy = false;
    m_patience.stop();
    hide();
    m_step = {};
    const auto finished = std::exchange(m_finished, {});
    Q_EMIT busyChanged(false);
    finished({m_done, m_stopWanted, trouble});
}

} // namespace handrail::ui
