// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/appearance.h"

#include "ui/theme.h"
#include "ui/translations.h"

#include <QApplication>
#include <QPalette>
#include <QSettings>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

namespace {

using Scheme = Appearance::Scheme;

const QStringList schemeNames = {u"system"_s, u"light"_s, u"dark"_s, u"high-contrast"_s};

Theme themeOf(QApplication& application, Scheme scheme)
{
    switch (scheme) {
    case Scheme::Light:
        return Theme::light();
    case Scheme::Dark:
        return Theme::darkened();
    case Scheme::HighContrast:
        return Theme::highContrast();
    case Scheme::System:
        break;
    }
    // Ours is put aside, so that the system's comes through.
    application.setPalette(QPalette());
    return application.palette().color(QPalette::Window).lightness() < 128 ? Theme::darkened() : Theme::light();
}

} // namespace

Appearance readAppearance(const QSettings& settings)
{
    Appearance read;
    const auto scheme = schemeNames.indexOf(settings.value(u"appearance/scheme"_s).toString());
    read.scheme = Scheme(std::max<qsizetype>(scheme, 0));
    const int percent = settings.value(u"appearance/font_percent"_s, 100).toInt();
    read.fontPercent = std::clamp(percent / 10 * 10, 100, 200);
    const QString language = settings.value(u"appearance/language"_s).toString();
    read.language = language == "en"_L1 || language == "es"_L1 ? language : QString();
    return read;
}

void keepAppearance(QSettings& settings, const Appearance& appearance)
{
    settings.setValue(u"appearance/scheme"_s, schemeNames[int(appearance.scheme)]);
    settings.setValue(u"appearance/font_percent"_s, appearance.fontPercent);
    settings.setValue(u"appearance/language"_s, appearance.language);
}

void applyAppearance(QApplication& application, const Appearance& appearance)
{
    installTranslations(application, appearance.language);
    applyTheme(application, themeOf(application, appearance.scheme), appearance.fontPercent);
}

} // namespace handrail::ui
