// SPDX-License-Identifier: GPL-3.0-or-later
// Right to left, with an Arabic pseudo-translation: every text of ours becomes Arabic letters of the same length, so
// that a text that is not translated, or a layout that does not turn, shows.
#include "tests/ui/screens.h"
#include "ui/mainwindow.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QStackedWidget>
#include <QTranslator>

using namespace Qt::Literals::StringLiterals;
using namespace handrail;
using namespace handrail::tests;

namespace {

/// Letters become Arabic ones; digits, signs, placeholders (%1, %n, {link}) and mnemonics stay.
class PseudoArabic : public QTranslator
{
public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char* context, const char* source, const char*, int) const override
    {
        // All of ours; what Qt itself says has translations of its own.
        if (context[0] == 'Q' && QChar::fromLatin1(context[1]).isUpper())
            return {};
        QString text = QString::fromUtf8(source);
        for (qsizetype i = 0; i < text.size(); ++i) {
            if (text[i] == u'%' && i + 1 < text.size()) {
                ++i;
                continue;
            }
            // A placeholder of a template is a name and no word.
            if (text[i] == u'{')
                i = std::max(i, text.indexOf(u'}', i));
            if (text[i].isLetter())
                text[i] = QChar(0x0627 + text[i].unicode() % 20);
        }
        return text;
    }
};

/// Words in Latin letters that are not data of the sample office: nobody would have translated them.
QStringList leftInEnglish(QWidget* window)
{
    static const QRegularExpression word(u"[A-Za-z]{3,}"_s);
    // Of people, places, addresses and time zones; the names of languages; days and months, which Qt's locale says.
    static const QRegularExpression data(
        u"Handrail|Maria|Lopez|Dana|Reyes|Miami|Valley|Care|Food|Pantry|Second|Harvest|Homeless|Shelter|Vincent|Legal|Aid|Western|"
        u"Ohio|Main|Street|Dayton|America|New_York|miami|valley|care|maria|dana|example|org|https?|Ctrl|Alt|Shift|Home|Mobile|CSV|"
        u"UTC|Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|day|nesday|urday|rsday|uary|ruary|ch|il|"
        u"ust|tember|ober|ember|English|Español"_s);
    QStringList found;
    const auto look = [&](const QWidget* widget, QString text) {
        text.remove(data);
        if (text.contains(word)) {
            found.append(QString::fromLatin1(widget->metaObject()->className()) + u": "_s + text);
        }
    };
    for (const auto* widget : window->findChildren<QWidget*>()) {
        if (!widget->isVisible())
            continue;
        if (const auto* label = qobject_cast<const QLabel*>(widget))
            look(label, label->text());
        else if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
            look(button, button->text());
        else if (const auto* combo = qobject_cast<const QComboBox*>(widget))
            look(combo, combo->currentText());
        else if (const auto* line = qobject_cast<const QLineEdit*>(widget))
            look(line, line->placeholderText());
    }
    return found;
}

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
    Desktop desktop;
    const Turned turned; // after the desktop: the first of a run dresses the program up, from left to right
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
        if (const auto* basket = must<QWidget>(&window, "basketDock"); basket->isVisible()) {
            CHECK(basket->mapTo(&window, QPoint(basket->width(), 0)).x() < middle);
        }
        for (const auto* label : window.findChildren<QLabel*>()) {
            // Names stand where their line begins, also those in Latin letters.
            if (isShown(label) && !label->text().isEmpty() && !(label->alignment() & Qt::AlignHCenter)) {
                CAPTURE(label->text());
                CHECK(bool(label->alignment() & Qt::AlignRight));
            }
        }
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
        CHECK(leftInEnglish(&window).join(u"\n"_s).toStdString() == "");
    }
}
