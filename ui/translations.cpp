// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/translations.h"

#include <QGuiApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

using namespace Qt::Literals::StringLiterals;

// At file scope, as Q_INIT_RESOURCE asks: it declares a function that the resource compiler defines in no namespace.
static void loadResources()
{
    Q_INIT_RESOURCE(translations);
}

namespace handrail::ui {

void installTranslations(QCoreApplication& application, const QString& language)
{
    loadResources();
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    if (!language.isEmpty()) {
        QLocale::setDefault(locale);
    }
    if (qobject_cast<QGuiApplication*>(&application)) {
        QGuiApplication::setLayoutDirection(locale.textDirection());
    }
    // Later ones are asked first: English stands in where a translation has no word.
    auto* english = new QTranslator(&application);
    if (english->load(u":/i18n/handrail_en.qm"_s)) {
        application.installTranslator(english);
    }
    auto* ofQt = new QTranslator(&application);
    if (ofQt->load(locale, u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        application.installTranslator(ofQt);
    }
    auto* ours = new QTranslator(&application);
    if (locale.language() != QLocale::English && ours->load(locale, u"handrail"_s, u"_"_s, u":/i18n"_s)) {
        application.installTranslator(ours);
    }
}

} // namespace handrail::ui
