// SPDX-License-Identifier: GPL-3.0-or-later
// Right to left, with an Arabic pseudo-translation: every text of ours becomes Arabic letters of the same length, so
// that a text that is not translated, or a layout that does not turn, shows.
#include "tests/ui/screens.h"
#include "ui/mainwindow.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTranslator>

using namespace Qt::Literals::StringLiterals;
using namespace handrail;
using namespace handrail::tests;

namespace {

/// Letters become Arabic ones; digits, signs, placeholders (%1, %n) and mnemonics stay.
class PseudoArabic : public QTranslator
{
public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char* context, const char* source, const char*, int) const override
    {
        if (!QByteArray(context).startsWith("handrail::ui"))
            return {};
        QString text = QString::fromUtf8(source);
        for (qsizetype i = 0; i < text.size(); ++i) {
            if (text[i] == u'%' && i + 1 < text.size()) {
                ++i;
                continue;
            }
            if (text[i].isLetter())
                text[i] = QChar(0x0627 + text[i].unicode() % 20);
        }
        return text;
    }
};

struct Turned
{
    Turned()
    {
        QCoreApplication::installTranslator(&arabic);
        QApplication::setLayoutDirection(Qt::RightToLeft);
    }
    ~Turned()
    {
        QCoreApplication::removeTranslator(&arabic);
        QApplication::setLayoutDirection(Qt::LeftToRight);
    }
    PseudoArabic arabic;
};

bool isShown(const QWidget* widget)
{
    return widget->isVisible() && widget->width() > 0 && widget->height() > 0;
}

QString nameOf(const QWidget* widget)
{
    return widget->objectName().isEmpty() ? QString::fromLatin1(widget->metaObject()->className())
                                          : widget->objectName();
}

} // namespace

TEST_CASE("right to left: every page turns, and nothing is cut off", "[ui][rtl]")
{
    const Turned turned;
    Desktop desktop;
    desktop.refer(2);
    ui::MainWindow window(desktop.services, 10);
    window.resize(1280, 800);
    window.show();
    window.chosen().choose(desktop.office.client.id);
    settle();

    const int middle = window.width() / 2;
    for (int page = ui::MainWindow::Home; page <= ui::MainWindow::Settings; ++page) {
        window.goTo(ui::MainWindow::Page(page));
        settle();
        CAPTURE(page);
        shot(&window, QByteArray("rtl-" + QByteArray::number(page)).constData());
        for (const auto* button : window.findChildren<QPushButton*>()) {
            if (button->property("navigation").toBool() && isShown(button)) {
                CAPTURE(nameOf(button));
                CHECK(button->mapTo(&window, QPoint(0, 0)).x() > middle);
            }
        }
        for (const auto* child : window.findChildren<QAbstractButton*>()) {
            if (!isShown(child) || child->text().isEmpty())
                continue;
            CAPTURE(nameOf(child));
            CHECK(child->layoutDirection() == Qt::RightToLeft);
            CHECK(child->width() >= child->minimumSizeHint().width());
        }
    }
}
