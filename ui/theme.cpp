// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme.h"

#include "ui/scaledstyle.h"

#include <QApplication>
#include <QFile>
#include <QPainter>
#include <QPalette>
#include <QRegularExpression>
#include <QSvgRenderer>
#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

// At file scope, as Q_INIT_RESOURCE asks: it declares a function that the resource compiler defines in no namespace.
static void loadResources()
{
    Q_INIT_RESOURCE(handrail);
}

namespace handrail::ui {

namespace {

constexpr qreal usualPoints = 10.5; ///< Of a font size of 100 %; the stylesheet's other sizes stand to it.

struct InUse
{
    Theme theme = Theme::light();
    qreal scale = 1;
};

InUse& current()
{
    static InUse inUse;
    return inUse;
}

QPalette paletteOf(const Theme& theme)
{
    QPalette palette;
    palette.setColor(QPalette::Window, theme.window);
    palette.setColor(QPalette::WindowText, theme.text);
    palette.setColor(QPalette::Base, theme.surface);
    palette.setColor(QPalette::AlternateBase, theme.side);
    palette.setColor(QPalette::Text, theme.text);
    palette.setColor(QPalette::PlaceholderText, theme.muted);
    palette.setColor(QPalette::Button, theme.surface);
    palette.setColor(QPalette::ButtonText, theme.text);
    palette.setColor(QPalette::Highlight, theme.accent);
    palette.setColor(QPalette::HighlightedText, theme.onAccent);
    palette.setColor(QPalette::Link, theme.accentText);
    palette.setColor(QPalette::ToolTipBase, theme.surface);
    palette.setColor(QPalette::ToolTipText, theme.text);
    palette.setColor(QPalette::Disabled, QPalette::Text, theme.disabled);
    palette.setColor(QPalette::Disabled, QPalette::WindowText, theme.disabled);
    palette.setColor(QPalette::Disabled, QPalette::ButtonText, theme.disabled);
    return palette;
}

/// All lengths of the stylesheet at the font's scale, those of borders too: what is 1 px wider inside and 1 px narrower
/// outside stays as large as before.
QString grown(const QString& sheet)
{
    static const QRegularExpression length(u"(\\d+(?:\\.\\d+)?)(pt|px)\\b"_s);
    QString made;
    qsizetype done = 0;
    for (auto it = length.globalMatch(sheet); it.hasNext();) {
        const auto match = it.next();
        const qreal value = match.captured(1).toDouble() * current().scale;
        made += QStringView(sheet).mid(done, match.capturedStart() - done);
        made += match.capturedView(2) == u"pt" ? QString::number(value) : QString::number(qRound(value));
        made += match.capturedView(2);
        done = match.capturedEnd();
    }
    made += QStringView(sheet).mid(done);
    return made;
}

QString styleSheetOf(const Theme& theme)
{
    QFile file(u":/handrail/theme/handrail.qss"_s);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QString sheet = QString::fromUtf8(file.readAll());
    // Longer names first: "@accentSoft" must not be taken for "@accent" and "Soft".
    const QList<std::pair<QString, QColor>> colors = {
        {u"@accentHover"_s, theme.accentHover},
        {u"@accentSoft"_s, theme.accentSoft},
        {u"@accentText"_s, theme.accentText},
        {u"@accent"_s, theme.accent},
        {u"@onAccent"_s, theme.onAccent},
        {u"@dangerSoft"_s, theme.dangerSoft},
        {u"@danger"_s, theme.danger},
        {u"@warnSoft"_s, theme.warnSoft},
        {u"@warn"_s, theme.warn},
        {u"@okSoft"_s, theme.okSoft},
        {u"@ok"_s, theme.ok},
        {u"@window"_s, theme.window},
        {u"@side"_s, theme.side},
        {u"@surface"_s, theme.surface},
        {u"@text"_s, theme.text},
        {u"@muted"_s, theme.muted},
        {u"@disabled"_s, theme.disabled},
        {u"@border"_s, theme.border},
        {u"@line"_s, theme.line},
        {u"@control"_s, theme.control},
        {u"@hover"_s, theme.hover},
        {u"@focusRing"_s, theme.focusRing},
        {u"@bubble"_s, theme.bubble},
    };
    sheet.replace(u"@tick"_s, theme.dark ? u":/handrail/icons/tick-dark.svg"_s : u":/handrail/icons/tick.svg"_s);
    sheet.replace(u"@upChevron"_s,
                  theme.dark ? u":/handrail/icons/chevron-up-dark.svg"_s : u":/handrail/icons/chevron-up.svg"_s);
    sheet.replace(u"@chevron"_s,
                  theme.dark ? u":/handrail/icons/chevron-dark.svg"_s : u":/handrail/icons/chevron.svg"_s);
    for (const auto& [word, color] : colors) {
        sheet.replace(word, color.name());
    }
    return grown(sheet);
}

qreal linear(qreal channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

qreal luminance(const QColor& color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

qreal contrast(const QColor& a, const QColor& b)
{
    const qreal first = luminance(a);
    const qreal second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

Theme Theme::light()
{
    Theme theme;
    theme.window = QColor(u"#f5f7f8"_s);
    theme.side = QColor(u"#eef2f3"_s);
    theme.surface = QColor(u"#ffffff"_s);
    theme.text = QColor(u"#1b2530"_s);
    theme.muted = QColor(u"#566472"_s);
    theme.disabled = QColor(u"#8a95a1"_s);
    theme.border = QColor(u"#dbe1e6"_s);
    theme.line = QColor(u"#edf0f2"_s);
    theme.control = QColor(u"#788592"_s);
    theme.hover = QColor(u"#e8edef"_s);
    theme.accent = QColor(u"#1f6f6b"_s);
    theme.accentHover = QColor(u"#195b58"_s);
    theme.onAccent = QColor(u"#ffffff"_s);
    theme.accentSoft = QColor(u"#dff0ee"_s);
    theme.accentText = QColor(u"#185c58"_s);
    theme.focusRing = QColor(u"#000000"_s);
    theme.bubble = QColor(u"#e4e8ec"_s);
    theme.danger = QColor(u"#b3261e"_s);
    theme.dangerSoft = QColor(u"#fbe9e7"_s);
    theme.warn = QColor(u"#855300"_s);
    theme.warnSoft = QColor(u"#fdf1d8"_s);
    theme.ok = QColor(u"#1c6b36"_s);
    theme.okSoft = QColor(u"#e2f3e7"_s);
    return theme;
}

Theme Theme::darkened()
{
    Theme theme;
    theme.dark = true;
    theme.window = QColor(u"#181c20"_s);
    theme.side = QColor(u"#1c2126"_s);
    theme.surface = QColor(u"#22282e"_s);
    theme.text = QColor(u"#e6ebf0"_s);
    theme.muted = QColor(u"#a3b0bd"_s);
    theme.disabled = QColor(u"#6d7984"_s);
    theme.border = QColor(u"#363f48"_s);
    theme.line = QColor(u"#2b3239"_s);
    theme.control = QColor(u"#7b8894"_s);
    theme.hover = QColor(u"#2b333a"_s);
    theme.accent = QColor(u"#3f9c95"_s);
    theme.accentHover = QColor(u"#4aa8a1"_s);
    theme.onAccent = QColor(u"#0a201e"_s);
    theme.accentSoft = QColor(u"#1d3c3a"_s);
    theme.accentText = QColor(u"#83d2cb"_s);
    theme.focusRing = QColor(u"#ffffff"_s);
    theme.bubble = QColor(u"#333c45"_s);
    theme.danger = QColor(u"#f28b82"_s);
    theme.dangerSoft = QColor(u"#43211f"_s);
    theme.warn = QColor(u"#f0c267"_s);
    theme.warnSoft = QColor(u"#3c3015"_s);
    theme.ok = QColor(u"#86d69b"_s);
    theme.okSoft = QColor(u"#1c3a26"_s);
    return theme;
}

Theme Theme::highContrast()
{
    Theme theme;
    theme.dark = true;
    theme.window = QColor(u"#000000"_s);
    theme.side = QColor(u"#000000"_s);
    theme.surface = QColor(u"#000000"_s);
    theme.text = QColor(u"#ffffff"_s);
    theme.muted = QColor(u"#e6e6e6"_s);
    theme.disabled = QColor(u"#a8a8a8"_s);
    theme.border = QColor(u"#ffffff"_s);
    theme.line = QColor(u"#8c8c8c"_s);
    theme.control = QColor(u"#ffffff"_s);
    theme.hover = QColor(u"#333333"_s);
    theme.accent = QColor(u"#ffe14d"_s);
    theme.accentHover = QColor(u"#fff0a0"_s);
    theme.onAccent = QColor(u"#000000"_s);
    theme.accentSoft = QColor(u"#3a3200"_s);
    theme.accentText = QColor(u"#ffe14d"_s);
    theme.focusRing = QColor(u"#0078ff"_s); // between black and the yellow that it surrounds
    theme.bubble = QColor(u"#262626"_s);
    theme.danger = QColor(u"#ffb3ab"_s);
    theme.dangerSoft = QColor(u"#4a0a05"_s);
    theme.warn = QColor(u"#ffd27a"_s);
    theme.warnSoft = QColor(u"#3d2b00"_s);
    theme.ok = QColor(u"#9df2b4"_s);
    theme.okSoft = QColor(u"#003314"_s);
    return theme;
}

const Theme& theme()
{
    return current().theme;
}

int scaled(int pixels)
{
    return qRound(pixels * current().scale);
}

void applyTheme(QApplication& application)
{
    const bool dark = application.palette().color(QPalette::Window).lightness() < 128;
    applyTheme(application, dark ? Theme::darkened() : Theme::light());
}

void applyTheme(QApplication& application, const Theme& theme, int fontPercent)
{
    loadResources();
    current() = {theme, std::clamp(fontPercent, 100, 200) / 100.0};
    QFont font = application.font();
    font.setPointSizeF(usualPoints * current().scale);
    application.setFont(font);
    application.setStyle(new ScaledStyle); // owned by the application
    application.setPalette(paletteOf(theme));
    application.setStyleSheet(styleSheetOf(theme));
    application.setWindowIcon(QIcon(u":/handrail/icons/handrail.svg"_s));
}

QPixmap iconPixmap(const QString& name, const QColor& color, int size, qreal ratio)
{
    QPixmap pixmap(QSize(scaled(size), scaled(size)) * ratio);
    pixmap.fill(Qt::transparent);
    QFile file(u":/handrail/icons/%1.svg"_s.arg(name));
    if (file.open(QIODevice::ReadOnly)) {
        QSvgRenderer renderer(file.readAll().replace("#000", color.name().toLatin1()));
        QPainter painter(&pixmap);
        renderer.render(&painter);
    }
    pixmap.setDevicePixelRatio(ratio);
    return pixmap;
}

QIcon icon(const QString& name, const QColor& color)
{
    QIcon made;
    // At the sizes in which buttons and the navigation show them, so that none is scaled.
    for (const int size : {16, 20}) {
        for (const qreal ratio : {1.0, 2.0}) {
            made.addPixmap(iconPixmap(name, color, size, ratio));
            made.addPixmap(iconPixmap(name, theme().disabled, size, ratio), QIcon::Disabled);
        }
    }
    return made;
}

QIcon icon(const QString& name)
{
    return icon(name, theme().text);
}

PillColors pillColors(ReferralStatus status)
{
    const Theme& now = theme();
    switch (status) {
    case ReferralStatus::Unstarted:
        return {now.hover, now.muted};
    case ReferralStatus::InReview:
        return {now.warnSoft, now.warn};
    case ReferralStatus::ServiceInProgress:
        return {now.accentSoft, now.accentText};
    case ReferralStatus::ServiceCompleted:
        return {now.okSoft, now.ok};
    case ReferralStatus::Canceled:
        return {now.dangerSoft, now.danger};
    }
    Q_UNREACHABLE();
    return {};
}

} // namespace handrail::ui
