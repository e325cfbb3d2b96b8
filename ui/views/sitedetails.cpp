// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/sitedetails.h"

#include "core/domain/localtime.h"
#include "core/domain/sitefacts.h"
#include "ui/sitewords.h"
#include "ui/theme.h"
#include "ui/views/widgets.h"
#include "ui/words.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QLocale>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

namespace {

constexpr qsizetype longestText = 5000; ///< A directory is somebody else's file: a text of megabytes is cut.

QLabel* selectable(const QString& text, const QString& label)
{
    QLabel* value = makeLabel(text.left(longestText).trimmed(), {}, true);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    value->setAccessibleName(u"%1: %2"_s.arg(label, text.left(500)));
    return value;
}

QLabel* iconLabel(const QString& name, const QColor& colour)
{
    auto* label = new QLabel;
    label->setPixmap(iconPixmap(name, colour, 18, label->devicePixelRatioF()));
    return label;
}

QPushButton* toolButton(const QString& name, const QString& label, const QString& iconName)
{
    QPushButton* button = makeButton(name, {}, ButtonKind::Quiet, iconName);
    button->setAccessibleName(label);
    button->setToolTip(label);
    return button;
}

} // namespace

SiteDetails::SiteDetails(const Clock& clock, QWidget* parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_column(new QVBoxLayout(this))
{
    setObjectName(u"siteDetails"_s);
    setProperty("role", u"scrolled"_s);
    m_column->setContentsMargins(0, 0, 8, 0);
    m_column->setSpacing(4);
}

void SiteDetails::display(const ResourceSite& site, const QTimeZone& zone)
{
    m_zone = zone;
    m_number = 0;
    clearLayout(m_column);
    addAlert(site);
    addOpening(site);
    addFact(tr("About"), site.description);
    addReach(site);
    addHours(site);
    addFact(tr("Who can come"), site.eligibility);
    addFact(tr("Area served"), site.serviceArea);
    addFact(tr("How to apply"), site.applicationProcess);
    addFact(tr("Bring along"), site.requiredDocuments);
    addFact(tr("Cost"), site.cost);
    QStringList languages;
    for (const QString& language : site.languages) {
        languages.append(languageName(language));
    }
    languages.removeDuplicates();
    addFact(tr("Languages"), languages.join(u", "_s));
    addFact(tr("Interpretation"), site.interpretation);
    addFact(tr("Accessibility"), site.accessibility);
    addFact(tr("Getting there"), site.transportation);
    addFact(tr("Categories"), site.categories.join(u", "_s));
    m_column->addSpacing(8);
    QLabel* checked = makeLabel(
        site.verifiedOn.isValid()
            ? tr("The directory had this checked on %1.").arg(QLocale().toString(site.verifiedOn, QLocale::LongFormat))
            : tr("The directory doesn’t say when this was last checked: call before you send somebody far."),
        u"muted"_s, true);
    checked->setObjectName(u"siteVerified"_s);
    m_column->addWidget(checked);
    m_column->addStretch(1);
}

void SiteDetails::addAlert(const ResourceSite& site)
{
    const QString text = site.active ? site.alert : tr("This resource has left the directory. Call before you use it.");
    if (text.trimmed().isEmpty()) {
        return;
    }
    auto* frame = new QFrame;
    frame->setProperty("role", u"notice"_s);
    frame->setProperty("tone", u"warn"_s);
    frame->setObjectName(u"siteAlert"_s);
    auto* row = new QHBoxLayout(frame);
    row->setContentsMargins(12, 8, 12, 8);
    row->addWidget(iconLabel(u"warning"_s, theme().warn), 0, Qt::AlignTop);
    row->addWidget(selectable(text, tr("Please note")), 1);
    m_column->addWidget(frame);
    m_column->addSpacing(4);
}

void SiteDetails::addOpening(const ResourceSite& site)
{
    const Opening opening = openingAt(site.hours, m_clock.now(), m_zone);
    const bool open = opening.state == Opening::State::Open;
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(iconLabel(open ? u"check"_s : u"calendar"_s, open ? theme().ok : theme().muted));
    QLabel* words = makeLabel(openingInWords(opening, m_clock.now(), m_zone), u"strong"_s, true);
    words->setObjectName(u"siteOpening"_s);
    words->setAccessibleName(words->text());
    if (open) {
        words->setStyleSheet(u"color: %1"_s.arg(theme().ok.name()));
    }
    row->addWidget(words, 1);
    m_column->addLayout(row);
}

QGridLayout* SiteDetails::addSection(const QString& label)
{
    m_column->addSpacing(8);
    m_column->addWidget(makeLabel(label, u"section"_s));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(2);
    m_column->addLayout(grid);
    return grid;
}

void SiteDetails::addReach(const ResourceSite& site)
{
    const QString address = site.addressLine();
    const QString website = safeWebsite(site.website);
    if (address.isEmpty() && site.phones.isEmpty() && site.website.isEmpty() && site.email.isEmpty()) {
        return;
    }
    QGridLayout* grid = addSection(tr("Address and contact"));
    grid->setColumnStretch(1, 1);
    if (!address.isEmpty()) {
        addReachRow(grid, u"place"_s, address, mapLink(site), tr("Show on a Map"));
    }
    for (const SitePhone& phone : site.phones) {
        addPhone(grid, phone);
    }
    if (!site.website.trimmed().isEmpty()) {
        addReachRow(grid, u"open"_s, website.isEmpty() ? site.website : website, website, tr("Open Website"));
    }
    if (!site.email.isEmpty()) {
        addReachRow(grid, u"mail"_s, site.email, u"mailto:"_s + site.email, tr("Write Email"));
    }
}

void SiteDetails::addPhone(QGridLayout* grid, const SitePhone& phone)
{
    QString line = phone.number;
    if (!phone.extension.isEmpty()) {
        line += tr(" ext. %1").arg(phone.extension);
    }
    const QString type = phone.type == u"voice"_s ? QString() : phone.type == u"fax"_s ? tr("fax") : phone.type;
    const QString about = QStringList{type, phone.description}.join(u' ').trimmed();
    const QString digits = dialable(phone.number);
    const bool callable = !digits.isEmpty() && phone.type != u"fax"_s;
    addReachRow(grid, u"phone"_s, about.isEmpty() ? line : u"%1 (%2)"_s.arg(line, about),
                callable ? u"tel:"_s + digits : QString(), tr("Call"));
}

void SiteDetails::addReachRow(QGridLayout* grid, const QString& iconName, const QString& text, const QString& link,
                              const QString& openLabel)
{
    const int row = grid->rowCount();
    const int number = ++m_number;
    grid->addWidget(iconLabel(iconName, theme().muted), row, 0, Qt::AlignVCenter);
    grid->addWidget(selectable(text, openLabel), row, 1, Qt::AlignVCenter);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(0);
    if (!link.isEmpty()) {
        QPushButton* open =
            toolButton(u"siteOpen%1"_s.arg(number), tr("%1: %2").arg(openLabel, oneLine(text)), u"open"_s);
        open->setProperty("link", link);
        connect(open, &QPushButton::clicked, this, [link] { QDesktopServices::openUrl(QUrl(link)); });
        buttons->addWidget(open);
    }
    QPushButton* copy = toolButton(u"siteCopy%1"_s.arg(number), tr("Copy %1").arg(oneLine(text)), u"copy"_s);
    connect(copy, &QPushButton::clicked, this, [this, text] {
        QGuiApplication::clipboard()->setText(text);
        Q_EMIT copied(tr("Copied: %1").arg(oneLine(text)));
    });
    buttons->addWidget(copy);
    grid->addLayout(buttons, row, 2, Qt::AlignRight | Qt::AlignVCenter);
}

void SiteDetails::addHours(const ResourceSite& site)
{
    const QList<DayLine> week = weekInWords(site.hours);
    const QStringList other = otherHoursInWords(site.hours);
    if (week.isEmpty() && other.isEmpty()) {
        addFact(tr("Hours"), tr("The directory has no hours for this resource. Call before you send somebody."));
        return;
    }
    QGridLayout* grid = addSection(tr("Hours"));
    grid->setColumnStretch(1, 1);
    grid->setHorizontalSpacing(16);
    const int today = wallClockAt(m_clock.now(), m_zone).date().dayOfWeek();
    for (const DayLine& line : week) {
        const int row = grid->rowCount();
        const QString name = QLocale().dayName(line.weekday);
        const QString times = line.times.isEmpty() ? tr("Closed") : line.times.join(u'\n');
        QLabel* day = makeLabel(name.left(1).toUpper() + name.mid(1), line.weekday == today ? u"strong"_s : QString());
        QLabel* value = selectable(times, name);
        if (line.times.isEmpty()) {
            value->setProperty("role", u"muted"_s);
        } else if (line.weekday == today) {
            value->setProperty("role", u"strong"_s);
        }
        day->setMinimumWidth(day->sizeHint().width());
        grid->addWidget(day, row, 0, Qt::AlignTop);
        grid->addWidget(value, row, 1);
    }
    for (const QString& words : other) {
        grid->addWidget(selectable(words, tr("Hours")), grid->rowCount(), 0, 1, 2);
    }
}

void SiteDetails::addFact(const QString& label, const QString& text)
{
    if (text.trimmed().isEmpty()) {
        return;
    }
    m_column->addSpacing(8);
    m_column->addWidget(makeLabel(label, u"section"_s));
    m_column->addWidget(selectable(text, label));
}

} // namespace handrail::ui
