// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/screens.h"

#include "core/casework/baskets.h"
#include "core/casework/referrals.h"
#include "ui/desksettings.h"
#include "ui/theme.h"
#include "ui/translations.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QRegularExpression>
#include <QTemporaryDir>

namespace handrail::tests {

namespace {

/// Once a run: the look and the words of the program.
void dressUp()
{
    static const bool done = [] {
        static const QTemporaryDir folder;
        ui::useDeskSettings(folder.filePath(QStringLiteral("desk.ini")));
        ui::installTranslations(*qApp, QStringLiteral("en"));
        const bool dark = qEnvironmentVariableIsSet("HANDRAIL_SCREENSHOTS_DARK");
        ui::applyTheme(*qApp, dark ? ui::Theme::darkened() : ui::Theme::light());
        return true;
    }();
    Q_UNUSED(done)
}

} // namespace

Desktop::Desktop()
    : office(openSampleOffice(store, ids))
    , services{runner, clock, ids, phones, agent, held, links, office.worker.id}
{
    dressUp();
}

QList<Referral> Desktop::refer(int count)
{
    casework::Desk desk{store, clock, ids, phones, office.worker.id};
    return mustHave(casework::createReferrals(desk, office.client.id, office.siteIds().first(count)));
}

void Desktop::fillBasket(int count)
{
    casework::Desk desk{store, clock, ids, phones, office.worker.id};
    for (const ResourceSiteId& site : office.siteIds().first(count)) {
        mustWork(casework::addToBasket(desk, office.client.id, site));
    }
}

BigFont::BigFont()
{
    dressUp();
    m_sheet = qApp->styleSheet();
    m_font = qApp->font();
    QString doubled = m_sheet;
    static const QRegularExpression size(QStringLiteral("font-size: ([0-9.]+)pt"));
    for (auto it = size.globalMatch(m_sheet); it.hasNext();) {
        const auto match = it.next();
        doubled.replace(match.captured(0),
                        QStringLiteral("font-size:%1pt").arg(match.captured(1).toDouble() * 2));
    }
    QFont big = m_font;
    big.setPointSizeF(m_font.pointSizeF() * 2);
    qApp->setFont(big);
    qApp->setStyleSheet(doubled);
}

BigFont::~BigFont()
{
    qApp->setFont(m_font);
    qApp->setStyleSheet(m_sheet);
}

void settle()
{
    // Answers may ask again; a few rounds are enough for the deepest chain.
    for (int round = 0; round < 5; ++round) {
        QCoreApplication::sendPostedEvents();
        QTest::qWait(1);
    }
}

void press(QWidget* parent, const char* name)
{
    auto* button = must<QAbstractButton>(parent, name);
    INFO("pressing " << name);
    REQUIRE(button->isEnabled());
    REQUIRE(button->isVisible());
    // A check box is pressed on its mark, as its empty right half takes no press.
    QTest::mouseClick(button, Qt::LeftButton, {}, button->isCheckable() ? QPoint(12, button->height() / 2) : QPoint());
    settle();
}

void type(QWidget* field, const QString& text)
{
    auto* combo = qobject_cast<QComboBox*>(field);
    auto* line = combo ? combo->lineEdit() : qobject_cast<QLineEdit*>(field);
    REQUIRE(line);
    line->setFocus();
    line->selectAll();
    QTest::keyClick(line, Qt::Key_Delete);
    QTest::keyClicks(line, text);
    settle();
}

void shot(QWidget* widget, const char* name)
{
    const QString folder = qEnvironmentVariable("HANDRAIL_SCREENSHOTS");
    if (!folder.isEmpty()) {
        settle();
        widget->grab().save(folder + u'/' + QString::fromLatin1(name) + QStringLiteral(".png"));
    }
}

} // namespace handrail::tests
