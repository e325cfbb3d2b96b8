// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme.h"
#include "tests/support/catch.h"
#include "ui/appearance.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>

using namespace handrail;
using namespace handrail::ui;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Named
{
    const char* name;
    QColor color;
};

/// The weakest contrast of `texts` on `grounds`, and which pair it is.
struct Weakest
{
    qreal ratio = 21;
    std::string pair;
};

Weakest weakest(const std::vector<Named>& texts, const std::vector<Named>& grounds)
{
    Weakest found;
    for (const Named& text : texts)
        for (const Named& ground : grounds)
            if (const qreal ratio = contrast(text.color, ground.color); ratio < found.ratio)
                found = {ratio, std::string(text.name) + " on " + ground.name};
    return found;
}

Theme themeNamed(const std::string& name)
{
    return name == "light" ? Theme::light() : name == "dark" ? Theme::darkened() : Theme::highContrast();
}

} // namespace

TEST_CASE("theme: contrast as WCAG 2.2 computes it", "[ui][theme]")
{
    CHECK(contrast(Qt::black, Qt::white) == Approx(21));
    CHECK(contrast(Qt::white, Qt::white) == Approx(1));
    CHECK(contrast(QColor(u"#777777"_s), Qt::white) == Approx(4.48).epsilon(0.005));
    CHECK(contrast(QColor(u"#0000ff"_s), Qt::white) == Approx(8.59).epsilon(0.005));
}

TEST_CASE("theme: every text and every outline can be seen", "[ui][theme]")
{
    const std::string name = GENERATE("light", "dark", "high contrast");
    const Theme t = themeNamed(name);
    const bool high = name == "high contrast";
    const qreal ofText = high ? 7 : 4.5;
    const qreal ofOutline = high ? 4.5 : 3;
    const std::vector<Named> grounds = {{"window", t.window}, {"side", t.side}, {"surface", t.surface}};
    const auto check = [&](const std::vector<Named>& texts, const std::vector<Named>& on, qreal least) {
        const Weakest found = weakest(texts, on);
        INFO(name << ": " << found.pair);
        CHECK(found.ratio >= least);
    };

    check({{"text", t.text}, {"muted", t.muted}}, grounds, ofText);
    check({{"accentText", t.accentText}, {"danger", t.danger}, {"warn", t.warn}}, grounds, ofText);
    check({{"text", t.text}},
          {{"hover", t.hover},
           {"bubble", t.bubble},
           {"accentSoft", t.accentSoft},
           {"okSoft", t.okSoft},
           {"warnSoft", t.warnSoft},
           {"dangerSoft", t.dangerSoft}},
          ofText);
    check({{"onAccent", t.onAccent}}, {{"accent", t.accent}, {"accentHover", t.accentHover}}, ofText);
    // Pills and notices.
    check({{"muted", t.muted}}, {{"hover", t.hover}, {"accentSoft", t.accentSoft}}, ofText);
    check({{"accentText", t.accentText}}, {{"accentSoft", t.accentSoft}}, ofText);
    check({{"danger", t.danger}}, {{"dangerSoft", t.dangerSoft}}, ofText);
    check({{"warn", t.warn}}, {{"warnSoft", t.warnSoft}}, ofText);
    check({{"ok", t.ok}}, {{"okSoft", t.okSoft}}, ofText);
    // What a control is drawn with, and where the focus is.
    check({{"control", t.control}, {"accent", t.accent}, {"danger", t.danger}}, grounds, ofOutline);
    check({{"accent", t.accent}}, {{"accentSoft", t.accentSoft}, {"hover", t.hover}}, ofOutline);
    // The rest of what the stylesheet and the delegates put on each other.
    check({{"number", t.accentText}, {"good", t.ok}}, grounds, ofText);
    check({{"quiet button", t.accentText}}, {{"accentSoft", t.accentSoft}, {"hover", t.hover}}, ofText);
    check({{"problem in a notice", t.danger}, {"hint in a notice", t.warn}},
          {{"accentSoft", t.accentSoft}, {"surface", t.surface}}, ofText);
    check({{"selected text", t.onAccent}}, {{"accent", t.accent}}, ofText);
    check({{"line of a bubble", t.muted}}, {{"bubble", t.bubble}}, ofText);
    // What can't be pressed or typed into need not be readable by WCAG, but it should be.
    check({{"disabled", t.disabled}}, {{"window", t.window}, {"surface", t.surface}, {"hover", t.hover}}, 2.5);
    // Scroll bars, chevrons and icons of empty lists are drawn with it.
    check({{"control", t.control}}, {{"hover", t.hover}, {"accentSoft", t.accentSoft}}, ofOutline);
    check({{"focusRing", t.focusRing}}, {{"surface", t.surface}, {"window", t.window}}, ofOutline);
    check({{"focusRing", t.focusRing}}, {{"accent", t.accent}}, 3); // which it surrounds
}

TEST_CASE("theme: sizes follow the font", "[ui][theme]")
{
    const Theme before = theme();
    QLabel label(u"Maria"_s);
    QPushButton button(u"Share with Client"_s);
    const auto sizeAt = [&](int percent) {
        applyTheme(*qApp, Theme::light(), percent);
        label.ensurePolished();
        button.ensurePolished();
        return std::pair(label.sizeHint(), button.sizeHint());
    };
    const auto usual = sizeAt(100);
    CHECK(scaled(32) == 32);
    const auto large = sizeAt(200);
    CHECK(scaled(32) == 64);
    CHECK(large.first.height() >= usual.first.height() * 1.8);
    CHECK(large.second.height() >= usual.second.height() * 1.8);
    CHECK(large.second.width() >= usual.second.width() * 1.8);
    CHECK(iconPixmap(u"clients"_s, Qt::black, 20, 1).size() == QSize(40, 40));
    // Beyond what was laid out for nothing grows.
    CHECK(sizeAt(900) == large);
    applyTheme(*qApp, before);
}

TEST_CASE("appearance: is kept outside the store and read back", "[ui][theme]")
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"handrail.ini"_s);
    const Appearance chosen{Appearance::Scheme::HighContrast, 150, u"es"_s};
    {
        QSettings settings(file, QSettings::IniFormat);
        CHECK(readAppearance(settings) == Appearance{});
        keepAppearance(settings, chosen);
    }
    QSettings settings(file, QSettings::IniFormat);
    CHECK(readAppearance(settings) == chosen);

    SECTION("what somebody wrote there that can't be is left aside")
    {
        settings.setValue(u"appearance/scheme"_s, u"purple"_s);
        settings.setValue(u"appearance/font_percent"_s, 1000);
        settings.setValue(u"appearance/language"_s, u"../../etc"_s);
        CHECK(readAppearance(settings) == Appearance{Appearance::Scheme::System, 200, {}});
    }
}

TEST_CASE("appearance: is applied while the program runs", "[ui][theme]")
{
    const Theme before = theme();
    applyAppearance(*qApp, {Appearance::Scheme::Dark, 150, u"es"_s});
    CHECK(theme().dark);
    CHECK(scaled(10) == 15);
    CHECK(qApp->font().pointSizeF() == Approx(15.75));
    CHECK(QCoreApplication::translate("handrail::ui::MainWindow", "Clients") == u"Clientes"_s);
    applyAppearance(*qApp, {Appearance::Scheme::Light, 100, u"en"_s});
    CHECK_FALSE(theme().dark);
    CHECK(QCoreApplication::translate("handrail::ui::MainWindow", "Clients") == u"Clients"_s);
    applyTheme(*qApp, before);
}
