// SPDX-License-Identifier: GPL-3.0-or-later
// The guide that F1 opens: what it calls a button or a page is what stands on the screen in that language, and its pictures
// are there.
#include "tests/ui/screens.h"
#include "ui/dialogs/helpwindow.h"
#include "ui/theme.h"

#include <QFile>
#include <QImage>
#include <QRegularExpression>
#include <QSet>
#include <QTextBlock>
#include <QTextBrowser>
#include <QXmlStreamReader>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace handrail;
using namespace handrail::tests;

namespace {

/// Without what differs between a text and how it is written about: mnemonics, dots, numbers' places.
QString plain(QString text)
{
    text.remove(u'&').remove(u'…');
    text.replace(u"%n"_s, u"N"_s).replace(u"(s)"_s, u"s"_s);
    return text.simplified();
}

/// All that the interface says in one language.
QSet<QString> said(const QString& language)
{
    QFile file(QStringLiteral(HANDRAIL_TRANSLATIONS "/handrail_es.ts"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    QXmlStreamReader xml(&file);
    QSet<QString> all;
    const bool english = language == u"en";
    while (!xml.atEnd()) {
        xml.readNext();
        const bool wanted = english ? xml.name() == u"source"_s
                                    : xml.name() == u"translation"_s || xml.name() == u"numerusform"_s;
        if (!xml.isStartElement() || !wanted) {
            continue;
        }
        if (xml.name() == u"translation"_s) {
            xml.readNext(); // one that counts has its forms inside
            all.insert(plain(xml.text().toString()));
        } else {
            all.insert(plain(xml.readElementText()));
        }
    }
    return all;
}

QString chapter(const QString& language, const QString& name)
{
    QFile file(u":/handrail/guide/%1/%2.md"_s.arg(language, name));
    INFO(file.fileName().toStdString());
    REQUIRE(file.open(QIODevice::ReadOnly));
    return QString::fromUtf8(file.readAll());
}

QStringList pictures(const QString& text)
{
    static const QRegularExpression picture(u"!\\[([^\\]]+)\\]\\([^)]*/([^/)]+\\.png)\\)"_s);
    QStringList names;
    for (const auto& match : picture.globalMatch(text)) {
        names.append(match.captured(2));
    }
    return names;
}

} // namespace

TEST_CASE("guide: calls things by the names that are on the screen", "[ui][guide]")
{
    Desktop desktop;
    const ui::HelpWindow help;
    const QString language = GENERATE(u"en"_s, u"es"_s);
    const QSet<QString> known = said(language);
    static const QRegularExpression named(u"\\*\\*([^*]+)\\*\\*|(?<!\\*)\\*([^*\n]+)\\*(?!\\*)"_s);
    int names = 0;
    for (const ui::HelpTopic& topic : ui::HelpWindow::topics()) {
        for (const auto& match : named.globalMatch(chapter(language, topic.file))) {
            const QString name = match.captured(1) + match.captured(2);
            INFO(language.toStdString() << ", " << topic.file.toStdString() << ": " << name.toStdString());
            CHECK(known.contains(plain(name)));
            ++names;
        }
    }
    CHECK(names > 40);
}

TEST_CASE("guide: shows the pictures of its own language, no wider than the window", "[ui][guide]")
{
    Desktop desktop;
    ui::HelpWindow help;
    QStringList all;
    for (const ui::HelpTopic& topic : ui::HelpWindow::topics()) {
        const QStringList english = pictures(chapter(u"en"_s, topic.file));
        CHECK(english == pictures(chapter(u"es"_s, topic.file)));
        for (const QString& name : english) {
            for (const QString& language : {u"en"_s, u"es"_s}) {
                INFO(language.toStdString() << "/" << name.toStdString());
                CHECK_FALSE(QImage(u":/handrail/guide/%1/%2"_s.arg(language, name)).isNull());
            }
        }
        all.append(english);
    }
    CHECK(all.contains(u"share.png"_s));

    help.open(u"sharing"_s);
    auto* text = must<QTextBrowser>(&help, "helpText");
    const auto widest = [text] {
        int width = 0;
        for (QTextBlock block = text->document()->begin(); block.isValid(); block = block.next()) {
            for (auto part = block.begin(); !part.atEnd(); ++part) {
                const QTextImageFormat format = part.fragment().charFormat().toImageFormat();
                if (format.isValid()) {
                    const auto image = text->document()->resource(QTextDocument::ImageResource, QUrl(format.name()));
                    width = std::max(width, image.value<QImage>().width());
                }
            }
        }
        return width;
    };
    for (const int width : {700, 1100}) {
        help.resize(width, 600);
        waitFor([&] { return widest() > 0 && widest() <= text->viewport()->width() && widest() > width / 2 - 120; });
        CHECK(text->document()->idealWidth() <= text->viewport()->width());
    }
    shot(&help, "help-pictures");
}
