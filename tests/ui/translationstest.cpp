// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/screens.h"
#include "ui/mainwindow.h"
#include "ui/words.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QTranslator>

using namespace Qt::Literals::StringLiterals;
using namespace handrail;
using namespace handrail::tests;

TEST_CASE("translations: Spanish", "[ui][translations]")
{
    Desktop desktop;
    QTranslator spanish;
    REQUIRE(spanish.load(u":/i18n/handrail_es.qm"_s));
    qApp->installTranslator(&spanish);

    ui::MainWindow window(desktop.services, 10);
    window.show();
    waitFor([&] { return must<QLabel>(&window, "syncState")->text() == u"Todo está enviado"_s; });
    CHECK(must<QPushButton>(&window, "goreferralsPage")->text() == u"Derivaciones"_s);
    CHECK(must<QPushButton>(&window, "goreferralsPage")->accessibleName() == u"Derivaciones"_s);
    CHECK(ui::statusInWords(ReferralStatus::ServiceCompleted) == u"Servicio completado"_s);
    shot(&window, "window-spanish");
    qApp->removeTranslator(&spanish);
}
