// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/screens.h"
#include "ui/mainwindow.h"
#include "ui/words.h"

#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QTranslator>
#include <QXmlStreamReader>

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

TEST_CASE("translations: no string of the desktop is left to translate", "[translations]")
{
    QFile file(QStringLiteral(HANDRAIL_TRANSLATIONS "/handrail_es.ts"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    QXmlStreamReader xml(&file);
    int messages = 0;
    QString source;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement()) {
            continue;
        }
        if (xml.name() == u"source"_s) {
            source = xml.readElementText();
        } else if (xml.name() == u"translation"_s) {
            ++messages;
            INFO("not translated: " << source.toStdString());
            CHECK_FALSE(xml.attributes().hasAttribute(u"type"_s));
        }
    }
    CHECK_FALSE(xml.hasError());
    CHECK(messages > 400);
}
