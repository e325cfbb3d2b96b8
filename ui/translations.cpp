// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/translations.h"

#include "ui/datewords.h"

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

namespace {

const QString translatorName = u"handrail-translator"_s;

} // namespace

void installTranslations(QCoreApplication& application, const QString& language)
{
    loadResources();
    const QList<QTranslator*> before =
        application.findChildren<QTranslator*>(translatorName, Qt::FindDirectChildrenOnly);
    for (QTranslator* translator : before) {
        application.removeTranslator(translator);
        delete translator;
    }
    const QLocale locale = localeFor(language, QLocale::system());
    QLocale::setDefault(locale);
    if (qobject_cast<QGuiApplication*>(&application)) {
        QGuiApplication::setLayoutDirection(locale.textDirection());
    }
    const auto make = [&application] {
        auto* made = new QTranslator(&application);
        made->setObjectName(translatorName);
        return made;
    };
    // Later ones are asked first: English stands in where a translation has no word.
    auto* english = make();
    if (english->load(u":/i18n/handrail_en.qm"_s)) {
        application.installTranslator(english);
    }
    auto* ofQt = make();
    if (ofQt->load(locale, u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        application.installTranslator(ofQt);
    }
    auto* ours = make();
    // A translation that is being made is tried from its folder, before it is built in.
    const QString tried = qEnvironmentVariable("HANDRAIL_TRANSLATIONS");
    const bool found = (!tried.isEmpty() && ours->load(locale, u"handrail"_s, u"_"_s, tried)) ||
                       ours->load(locale, u"handrail"_s, u"_"_s, u":/i18n"_s);
    if (found && locale.language() != QLocale::English) {
        application.installTranslator(ours);
    }
}

} // namespace handrail::ui
