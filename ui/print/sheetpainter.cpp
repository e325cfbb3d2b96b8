// SPDX-License-Identifier: GPL-3.0-or-later
// paintSheet(): measured first, then drawn, so that each page knows how many there are.
#include "ui/print/qrcode.h"
#include "ui/print/sheet.h"

#include <QAbstractTextDocumentLayout>
#include <QCoreApplication>
#include <QPagedPaintDevice>
#include <QPainter>
#include <QTextDocument>
#include <cmath>
#include <memory>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

namespace {

const QColor grey(80, 80, 80); // still dark enough after a bad copier

QString escaped(const QString& text)
{
    return text.toHtmlEscaped().replace(u'\n', u"<br>"_s);
}

/// A part of the sheet that stays together: words, a code beside them, and room to write.
struct Block
{
    std::unique_ptr<QTextDocument> words;
    QrCode code;
    QString caption;
    qreal codeSide = 0;
    qreal notes = 0; ///< Height of the box.
    QString notesLabel;
    qreal height = 0;
};

class Painter
{
public:
    Painter(const Sheet& sheet, QPagedPaintDevice& device)
        : m_sheet(sheet)
        , m_device(device)
        , m_say(sheet.language)
        , m_painter(&device)
    {
        const QRect page = m_painter.viewport();
        m_width = page.width();
        m_footer = mm(9);
        m_height = page.height() - m_footer;
    }

    int run()
    {
        if (!m_painter.isActive()) {
            return 0;
        }
        std::vector<Block> blocks;
        blocks.push_back(head());
        for (qsizetype i = 0; i < m_sheet.sites.size(); ++i) {
            blocks.push_back(fitting(int(i)));
        }
        const int pages = place(blocks, 0);
        place(blocks, pages);
        return pages;
    }

private:
    [[nodiscard]] qreal mm(qreal length) const { return length / 25.4 * m_device.logicalDpiX(); }

    [[nodiscard]] std::unique_ptr<QTextDocument> document(const QString& html, qreal width)
    {
        auto made = std::make_unique<QTextDocument>();
        made->documentLayout()->setPaintDevice(m_painter.device());
        QFont font(u"sans-serif"_s);
        font.setStyleHint(QFont::SansSerif);
        font.setPointSizeF(13);
        made->setDefaultFont(font);
        made->setDocumentMargin(0);
        QTextOption option;
        option.setTextDirection(m_say.locale().textDirection());
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        made->setDefaultTextOption(option);
        made->setHtml(html);
        made->setTextWidth(width);
        return made;
    }

    void measure(Block& block) const
    {
        const qreal caption = block.caption.isEmpty() ? 0 : mm(6);
        block.height = std::max(block.words->size().height(), block.codeSide > 0 ? block.codeSide + caption : 0);
        if (block.notes > 0) {
            block.height += mm(2) + block.notes;
        }
    }

    Block head()
    {
        Block block;
        const QString title = m_sheet.givenName.isEmpty()
                                  ? m_say(QT_TRANSLATE_NOOP("SiteWords", "Your resources"))
                                  : m_say(QT_TRANSLATE_NOOP("SiteWords", "Resources for %1")).arg(m_sheet.givenName);
        QString html =
            u"<div style='font-size:11pt; color:#505050'>%1</div><div style='font-size:24pt; font-weight:600'>%2</div>"_s
                .arg(escaped(m_sheet.programName), escaped(title));
        if (!m_sheet.link.isEmpty()) {
            block.code = QrCode::of(m_sheet.link);
            block.codeSide = mm(34);
            html += u"<div style='font-size:12pt'>%1</div><div style='font-size:10pt; color:#505050'>%2</div>"_s.arg(
                escaped(m_say(QT_TRANSLATE_NOOP("SiteWords", "To see this list on a phone or a computer, with maps and "
                                                             "links, scan the code or type this address:"))),
                escaped(m_sheet.link));
        }
        block.words = document(html, m_width - (block.codeSide > 0 ? block.codeSide + mm(6) : 0));
        measure(block);
        block.height += mm(4);
        return block;
    }

    /// With as much of the directory's texts as a page takes.
    Block fitting(int index)
    {
        for (const int longest : {400, 220, 120}) {
            Block block = site(index, longest);
            if (block.height <= m_height) {
                return block;
            }
        }
        return site(index, 60);
    }

    Block site(int index, int longest)
    {
        const ResourceSite& site = m_sheet.sites.at(index);
        Block block;
        if (m_sheet.link.isEmpty()) {
            const SiteCode code = siteCode(site, m_say);
            block.code = QrCode::of(code.link);
            block.caption = block.code.isEmpty() ? QString() : code.caption;
            block.codeSide = block.code.isEmpty() ? 0 : mm(28);
        }
        QString html = u"<div style='font-size:17pt; font-weight:600'>%1. %2</div>"_s.arg(
            m_say.locale().toString(index + 1), escaped(site.serviceName.simplified().left(160)));
        if (!site.organizationName.isEmpty() && site.organizationName != site.serviceName) {
            html += u"<div style='color:#505050'>%1</div>"_s.arg(escaped(site.organizationName.simplified().left(160)));
        }
        if (!site.alert.trimmed().isEmpty()) {
            html += u"<div><b>%1</b> %2</div>"_s.arg(escaped(m_say(QT_TRANSLATE_NOOP("SiteWords", "Please note:"))),
                                                     escaped(site.alert.simplified().left(longest)));
        }
        html += u"<table cellspacing='0' cellpadding='0' width='100%'>"_s;
        for (const SheetFact& fact : sheetFacts(site, m_say, longest)) {
            html +=
                u"<tr><td width='24%' style='color:#505050; font-size:11pt; padding-top:3px; padding-right:8px'>%1</td>"
                "<td style='padding-top:3px'>%2</td></tr>"_s.arg(escaped(fact.label), escaped(fact.text));
        }
        html += u"</table>"_s;
        block.words = document(html, m_width - (block.codeSide > 0 ? block.codeSide + mm(5) : 0));
        block.notes = m_sheet.notes ? mm(18) : 0;
        block.notesLabel = m_say(QT_TRANSLATE_NOOP("SiteWords", "Notes"));
        measure(block);
        return block;
    }

    /// Puts the blocks on pages; draws them where `pages`, their number, is known already.
    int place(const std::vector<Block>& blocks, int pages)
    {
        const bool drawing = pages > 0;
        int page = 1;
        qreal y = 0;
        for (size_t i = 0; i < blocks.size(); ++i) {
            const Block& block = blocks[i];
            const qreal gap = i == 0 ? 0 : mm(8);
            if (y > 0 && y + gap + block.height > m_height) {
                turn(drawing, page, pages);
                y = 0;
            }
            if (y > 0) {
                y += gap;
                if (drawing) {
                    m_painter.setPen(QPen(grey, mm(0.25)));
                    m_painter.drawLine(QPointF(0, y - gap / 2), QPointF(m_width, y - gap / 2));
                }
            }
            // Longer than a page even so: in slices.
            qreal done = 0;
            while (block.height - done > m_height) {
                if (drawing) {
                    draw(block, -done);
                }
                done += m_height;
                turn(drawing, page, pages);
            }
            if (drawing) {
                draw(block, y - done);
            }
            y += block.height - done;
        }
        if (drawing) {
            foot(page, pages);
        }
        return page;
    }

    void turn(bool drawing, int& page, int pages)
    {
        if (drawing) {
            foot(page, pages);
            m_device.newPage();
        }
        ++page;
    }

    void draw(const Block& block, qreal y)
    {
        m_painter.save();
        m_painter.setClipRect(QRectF(0, 0, m_width, m_height));
        const bool mirrored = m_say.locale().textDirection() == Qt::RightToLeft;
        const qreal wordsLeft = mirrored && block.codeSide > 0 ? m_width - block.words->textWidth() : 0;
        m_painter.translate(wordsLeft, y);
        QAbstractTextDocumentLayout::PaintContext context;
        context.palette.setColor(QPalette::Text, Qt::black);
        block.words->documentLayout()->draw(&m_painter, context);
        m_painter.translate(-wordsLeft, 0);
        if (block.codeSide > 0) {
            const qreal left = mirrored ? 0 : m_width - block.codeSide;
            block.code.paint(m_painter, QRectF(left, 0, block.codeSide, block.codeSide));
            m_painter.setFont(smallFont());
            m_painter.setPen(grey);
            m_painter.drawText(QRectF(left, block.codeSide, block.codeSide, mm(6)), Qt::AlignCenter, block.caption);
        }
        if (block.notes > 0) {
            const qreal line = mm(0.25);
            const QRectF box(line, block.height - block.notes, m_width - 2 * line, block.notes - line);
            m_painter.setPen(QPen(grey, line));
            m_painter.setBrush(Qt::NoBrush);
            m_painter.drawRect(box);
            m_painter.setFont(smallFont());
            m_painter.drawText(box.adjusted(mm(2), mm(1), -mm(2), 0), Qt::AlignTop | Qt::AlignLeading,
                               block.notesLabel);
        }
        m_painter.restore();
    }

    void foot(int page, int pages)
    {
        m_painter.setFont(smallFont());
        m_painter.setPen(grey);
        const QRectF line(0, m_height + mm(3), m_width, m_footer - mm(3));
        const QString day = m_say.locale().toString(m_sheet.printedOn, QLocale::LongFormat);
        m_painter.drawText(
            line, Qt::AlignLeading | Qt::AlignBottom,
            m_say(QT_TRANSLATE_NOOP("SiteWords", "Printed on %1. Hours can change: call before you go.")).arg(day));
        m_painter.drawText(line, Qt::AlignTrailing | Qt::AlignBottom,
                           m_say(QT_TRANSLATE_NOOP("SiteWords", "Page %1 of %2")).arg(page).arg(pages));
    }

    [[nodiscard]] static QFont smallFont()
    {
        QFont font(u"sans-serif"_s);
        font.setStyleHint(QFont::SansSerif);
        font.setPointSizeF(10);
        return font;
    }

    const Sheet& m_sheet;
    QPagedPaintDevice& m_device;
    SheetLanguage m_say;
    QPainter m_painter;
    qreal m_width = 0;
    qreal m_height = 0;
    qreal m_footer = 0;
};

} // namespace

int paintSheet(const Sheet& sheet, QPagedPaintDevice& device)
{
    return Painter(sheet, device).run();
}

} // namespace handrail::ui
