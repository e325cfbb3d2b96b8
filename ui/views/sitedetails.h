// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/resourcesite.h"
#include "ui/services.h"

#include <QTimeZone>
#include <QWidget>

class QBoxLayout;
class QGridLayout;

namespace handrail::ui {

/// Everything that the directory says about a resource site, in the order in which a worker tells it to a client: what
/// must be known first, is it open, how to reach it, who may come and with what.
class SiteDetails : public QWidget
{
    Q_OBJECT

public:
    explicit SiteDetails(const Clock& clock, QWidget* parent = nullptr);
    void display(const ResourceSite& site, const QTimeZone& zone);

Q_SIGNALS:
    /// Something was copied: a sentence that says what.
    void copied(const QString& sentence);

private:
    void addAlert(const ResourceSite& site);
    void addOpening(const ResourceSite& site);
    void addReach(const ResourceSite& site);
    void addPhone(QGridLayout* grid, const SitePhone& phone);
    void addHours(const ResourceSite& site);
    void addFact(const QString& label, const QString& text);
    QGridLayout* addSection(const QString& label);
    /// A row of a grid: a value, and buttons that do something with it.
    void addReachRow(QGridLayout* grid, const QString& icon, const QString& text, const QString& link,
                     const QString& openLabel);

    const Clock& m_clock;
    QTimeZone m_zone = QTimeZone::utc();
    QBoxLayout* m_column;
    int m_number = 0; ///< Tells the buttons' object names apart.
};

} // namespace handrail::ui
