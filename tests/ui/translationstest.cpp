// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/reasons.h"
#include "core/domain/sharednote.h"
#include "core/domain/replyplan.h"
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

namespace {

/// A sentence with something in each of its places.
QString filled(QString sentence)
{
    return sentence.replace(u"%1"_s, u"21610"_s).replace(u"%2"_s, u"{nmae}"_s).replace(u"%3"_s, u"9"_s).replace(u"%4"_s, u"1,204"_s);
}

struct Translated
{
    QString context;
    QString source;
    QString spanish;
};

QList<Translated> allTranslated()
{
    QFile file(QStringLiteral(HANDRAIL_TRANSLATIONS "/handrail_es.ts"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    QXmlStreamReader xml(&file);
    QList<Translated> all;
    Translated now;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement()) {
            continue;
        }
        if (xml.name() == u"name"_s) {
            now.context = xml.readElementText();
        } else if (xml.name() == u"source"_s) {
            now.source = xml.readElementText();
        } else if (xml.name() == u"translation"_s) {
            now.spanish = xml.readElementText(QXmlStreamReader::IncludeChildElements);
            all.append(now);
        }
    }
    REQUIRE_FALSE(xml.hasError());
    return all;
}

} // namespace

TEST_CASE("translations: what servers, agents and other desks say", "[ui][translations][reasons]")
{
    QTranslator spanish;
    REQUIRE(spanish.load(u":/i18n/handrail_es.qm"_s));
    qApp->installTranslator(&spanish);
    const QStringList contexts = reasonContexts();

    SECTION("reaches a Spanish desk in Spanish, whatever stands in it")
    {
        int sentences = 0;
        for (const Translated& one : allTranslated()) {
            if (!contexts.contains(one.context)) {
                continue;
            }
            ++sentences;
            INFO(one.context.toStdString() << ": " << one.source.toStdString());
            CHECK(reasonInWords(filled(one.source)) == filled(one.spanish));
        }
        CHECK(sentences > 80);
    }
    SECTION("is in a context that is looked at")
    {
        for (const Translated& one : allTranslated()) {
            INFO(one.context.toStdString());
            const bool far = one.context.startsWith(u"handrail::server"_s) || one.context == u"handrail"_s;
            CHECK((!far || contexts.contains(one.context)));
        }
    }
    SECTION("is left as it is where nobody knows it: a person's own words, or a newer server's")
    {
        CHECK(reasonInWords(u"Asked her by phone."_s) == u"Asked her by phone."_s);
        CHECK(reasonInWords({}).isEmpty());
    }
    SECTION("a share is told in the reader's language, whatever the desk's was that shared")
    {
        ActivityRow row{.activity = {.id = ActivityId(QUuid::createUuid()),
                                     .kind = ActivityKind::Shared,
                                     .clientId = ClientId(QUuid::createUuid())}};
        row.activity.text = SharedNote{true, false, QDate(2026, 10, 12)}.toText();
        row.workerName = u"Dana Reyes"_s;
        row.clientName = u"Maria Lopez"_s;
        const QLocale before;
        QLocale::setDefault(QLocale(u"es_US"_s));
        CHECK(ui::activitySentence(row) ==
              u"Dana Reyes compartió la derivación con Maria por texto, con consentimiento. Seguimiento el lun 12 oct."_s);
        QLocale::setDefault(before);
        row.activity.text = u"Shared by an older desk."_s;
        CHECK(ui::activitySentence(row) == u"Dana Reyes: Shared by an older desk."_s);
    }
    SECTION("is kept in English where a Spanish desk says it, so that others read it in theirs")
    {
        const OptOutPlan plan = planOptOut(
            {.address = *Address::fromStored(Channel::Text, u"+19375550101"_s), .newId = &QUuid::createUuid});
        CHECK(plan.cancelReason == u"The client opted out of texts."_s);
        CHECK(reasonInWords(plan.cancelReason) == u"El cliente pidió no recibir textos."_s);
    }
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
