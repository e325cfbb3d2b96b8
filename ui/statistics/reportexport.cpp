// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/statistics/reportexport.h"

#include "core/domain/csv.h"
#include "ui/statistics/chart.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPagedPaintDevice>
#include <QPdfWriter>
#include <QSaveFile>
#include <QTextDocument>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(ReportExport)
};

constexpr QSize chartSize(1200, 480);
constexpr int chartWidth = 480; ///< Points on paper: a third of it, so that print stays sharp.

QString cellsOf(const QStringList& cells, const QString& tag)
{
    QString html;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        html += u"<%1 align=\"%2\" style=\"padding: 2px 8px\">%3</%1>"_s.arg(tag, i == 0 ? u"left"_s : u"right"_s,
                                                                             cells[i].toHtmlEscaped());
    }
    return u"<tr>%1</tr>"_s.arg(html);
}

QString tableHtml(const ReportSection& section)
{
    QString html = cellsOf(section.header, u"th"_s);
    for (const auto& row : section.rows) {
        QStringList cells;
        for (const ReportCell& cell : row) {
            cells.append(cell.text);
        }
        html += cellsOf(cells, u"td"_s);
    }
    return u"<table cellspacing=\"0\" border=\"1\" style=\"border-collapse: collapse; border-color: #999999\">%1</table>"_s
        .arg(html);
}

QString sectionHtml(const ReportSection& section)
{
    const bool empty = section.isEmpty();
    QString html = u"<h3>%1</h3><p>%2</p>"_s.arg(section.title.toHtmlEscaped(),
                                                 (empty ? section.nothing : section.summary).toHtmlEscaped());
    if (!empty) {
        html +=
            u"<p><img src=\"chart:%1\" width=\"%2\"></p>%3"_s.arg(section.name).arg(chartWidth).arg(tableHtml(section));
    }
    return html + u"<p style=\"font-size: 8pt\">%1</p>"_s.arg(section.definition.toHtmlEscaped());
}

QString reportHtml(const Report& report, const ReportFrame& frame)
{
    QString html =
        u"<h2>%1</h2><p><b>%2</b><br>%3<br>%4</p>"_s.arg(frame.program.toHtmlEscaped(), report.title.toHtmlEscaped(),
                                                         report.period.toHtmlEscaped(), frame.dataOf.toHtmlEscaped());
    QString tiles;
    for (const ReportTile& tile : report.tiles) {
        tiles += cellsOf({tile.title, tile.value, tile.before}, u"td"_s);
    }
    html +=
        u"<table cellspacing=\"0\" border=\"1\" style=\"border-collapse: collapse; border-color: #999999\">%1</table>"_s
            .arg(tiles);
    for (const ReportSection& section : report.sections) {
        html += sectionHtml(section);
    }
    return html;
}

Error notWritten(const QString& why)
{
    return {ErrorCode::StorageTrouble,
            Words::tr("The file could not be written: %1. Choose another place or name.").arg(why)};
}

} // namespace

void paintReport(const Report& report, const ReportFrame& frame, const QFont& font, QPagedPaintDevice& device)
{
    QTextDocument document;
    QFont paper(font);
    paper.setPointSizeF(10);
    QFont ofChart(font);
    ofChart.setPixelSize(22);
    document.setDefaultFont(paper);
    for (const ReportSection& section : report.sections) {
        if (!section.isEmpty()) {
            document.addResource(QTextDocument::ImageResource, QUrl(u"chart:"_s + section.name),
                                 chartImage(section, chartSize, ofChart));
        }
    }
    document.setHtml(reportHtml(report, frame));
    document.print(&device);
}

Result<void> writePdf(const Report& report, const ReportFrame& frame, const QFont& font, const QString& path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        return notWritten(file.errorString());
    }
    {
        QPdfWriter writer(&file);
        writer.setTitle(report.title);
        writer.setPageSize(
            QPageSize(QLocale().measurementSystem() == QLocale::ImperialUSSystem ? QPageSize::Letter : QPageSize::A4));
        paintReport(report, frame, font, writer);
    }
    return file.commit() ? Result<void>() : notWritten(file.errorString());
}

Result<void> writeCsv(const Report& report, bool withMark, const QString& path)
{
    QSaveFile file(path);
    const QByteArray csv = csvOf(tableOf(report), withMark);
    if (!file.open(QIODevice::WriteOnly) || file.write(csv) != csv.size() || !file.commit()) {
        return notWritten(file.errorString());
    }
    return {};
}

} // namespace handrail::ui
