// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/statistics/chart.h"

#include "ui/theme.h"

#include <QBarCategoryAxis>
#include <QBarSeries>
#include <QBarSet>
#include <QChart>
#include <QCursor>
#include <QGraphicsLayout>
#include <QGraphicsScene>
#include <QHorizontalBarSeries>
#include <QHorizontalStackedBarSeries>
#include <QLegend>
#include <QPainter>
#include <QStackedBarSeries>
#include <QToolTip>
#include <QValueAxis>
#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

namespace {

constexpr qsizetype longestLabel = 26; ///< Characters; the table has the whole name.

struct Look
{
    QColor ground;
    QColor text;
    QColor line;
    QList<QBrush> fills;
};

Look lookOf(ChartLook look)
{
    if (look == ChartLook::Print) {
        return {Qt::white,
                Qt::black,
                QColor(u"#999999"_s),
                {QBrush(QColor(u"#555555"_s)), QBrush(Qt::black, Qt::BDiagPattern),
                 QBrush(Qt::black, Qt::Dense6Pattern), QBrush(Qt::white), QBrush(Qt::black, Qt::CrossPattern)}};
    }
    const Theme& now = theme();
    Look made{now.surface, now.text, now.border, {}};
    for (const QColor& color : chartColors(now.dark)) {
        made.fills.append(QBrush(color));
    }
    return made;
}

QString cut(const QString& label)
{
    return label.size() > longestLabel ? label.left(longestLabel - 1) + u'…' : label;
}

/// Lying bars are drawn from below: the first comes last.
template <typename T>
QList<T> inOrder(QList<T> values, bool lying)
{
    if (lying) {
        std::reverse(values.begin(), values.end());
    }
    return values;
}

QBarSet* makeSet(const ReportSection& section, const ReportSeries& series, const QBrush& fill, const Look& look,
                 const QFont& font, const std::function<void(const Figure&)>& opened)
{
    const bool lying = section.shape == ReportSection::Shape::Bars;
    auto* set = new QBarSet(series.name);
    for (const int value : inOrder(series.values, lying)) {
        set->append(value);
    }
    set->setBrush(fill);
    set->setPen(QPen(look.text, 1));
    set->setLabelColor(look.text);
    set->setLabelFont(font);
    const QList<Figure> figures = inOrder(series.figures, lying);
    const QStringList categories = QStringList(inOrder(QList<QString>(section.categories), lying));
    if (opened) {
        QObject::connect(set, &QBarSet::clicked, set, [figures, opened](int index) {
            if (index >= 0 && index < figures.size()) {
                opened(figures[index]);
            }
        });
        QObject::connect(set, &QBarSet::hovered, set, [set, categories](bool on, int index) {
            if (on && index >= 0 && index < categories.size()) {
                QToolTip::showText(
                    QCursor::pos(),
                    u"%1 - %2: %3"_s.arg(categories[index].toHtmlEscaped(), set->label()).arg(int(set->at(index))));
            }
        });
    }
    return set;
}

QAbstractBarSeries* makeSeries(const ReportSection& section)
{
    const bool lying = section.shape == ReportSection::Shape::Bars;
    if (section.series.size() > 1) {
        return lying ? static_cast<QAbstractBarSeries*>(new QHorizontalStackedBarSeries)
                     : static_cast<QAbstractBarSeries*>(new QStackedBarSeries);
    }
    return lying ? static_cast<QAbstractBarSeries*>(new QHorizontalBarSeries)
                 : static_cast<QAbstractBarSeries*>(new QBarSeries);
}

int tallest(const ReportSection& section)
{
    int most = 1;
    for (qsizetype i = 0; i < section.categories.size(); ++i) {
        int sum = 0;
        for (const ReportSeries& series : section.series) {
            sum += series.values.value(i);
        }
        most = std::max(most, sum);
    }
    return most;
}

/// Whole numbers only, and room for the label of the longest bar.
QValueAxis* makeNumbers(int most, const Look& look, const QFont& font)
{
    static constexpr int steps[] = {1, 2, 5};
    int step = 1;
    for (int i = 0; most / step >= 5; ++i) {
        step = steps[i % 3] * int(std::pow(10, i / 3));
    }
    auto* axis = new QValueAxis;
    axis->setRange(0, (most / step + 1) * step);
    axis->setTickCount(most / step + 2);
    axis->setLabelFormat(u"%d"_s);
    axis->setLabelsFont(font);
    axis->setLabelsColor(look.text);
    axis->setGridLineColor(look.line);
    axis->setLinePenColor(look.line);
    return axis;
}

QBarCategoryAxis* makeCategories(const ReportSection& section, const Look& look, const QFont& font)
{
    const bool lying = section.shape == ReportSection::Shape::Bars;
    auto* axis = new QBarCategoryAxis;
    QStringList labels;
    for (const QString& category : inOrder(QList<QString>(section.categories), lying)) {
        QString label = cut(category);
        while (labels.contains(label)) {
            label += QChar(0x200b); // Two that are cut alike stay two.
        }
        labels.append(label);
    }
    axis->append(labels);
    axis->setLabelsFont(font);
    axis->setLabelsColor(look.text);
    axis->setGridLineVisible(false);
    axis->setLinePenColor(look.line);
    if (!lying && section.categories.size() > 8) {
        axis->setLabelsAngle(-90);
    }
    return axis;
}

} // namespace

QList<QColor> chartColors(bool dark)
{
    // After Okabe and Ito, darker or lighter than theirs so that each stands out from the ground.
    if (dark) {
        return {QColor(u"#56b4e9"_s), QColor(u"#e69f00"_s), QColor(u"#e08cc0"_s), QColor(u"#8f9aa5"_s),
                QColor(u"#2fc49a"_s)};
    }
    return {QColor(u"#0072b2"_s), QColor(u"#c26a00"_s), QColor(u"#a64d86"_s), QColor(u"#8a929b"_s),
            QColor(u"#00795a"_s)};
}

QChart* makeChart(const ReportSection& section, ChartLook wanted, const QFont& font,
                  const std::function<void(const Figure&)>& opened)
{
    const Look look = lookOf(wanted);
    auto* chart = new QChart;
    chart->setAnimationOptions(QChart::NoAnimation);
    chart->setBackgroundBrush(look.ground);
    chart->setBackgroundRoundness(0);
    chart->setMargins({0, 0, 0, 0});
    chart->layout()->setContentsMargins(0, 0, 0, 0);
    QAbstractBarSeries* series = makeSeries(section);
    for (qsizetype i = 0; i < section.series.size(); ++i) {
        series->append(makeSet(section, section.series[i], look.fills[i % look.fills.size()], look, font, opened));
    }
    series->setBarWidth(0.7);
    const bool single = section.series.size() == 1;
    if (single) {
        series->setLabelsVisible(true);
        series->setLabelsPosition(QAbstractBarSeries::LabelsOutsideEnd);
    }
    chart->addSeries(series);
    const bool lying = section.shape == ReportSection::Shape::Bars;
    QBarCategoryAxis* categories = makeCategories(section, look, font);
    QValueAxis* numbers = makeNumbers(tallest(section), look, font);
    chart->addAxis(categories, lying ? Qt::AlignLeft : Qt::AlignBottom);
    chart->addAxis(numbers, lying ? Qt::AlignBottom : Qt::AlignLeft);
    series->attachAxis(categories);
    series->attachAxis(numbers);
    QLegend* legend = chart->legend();
    legend->setVisible(!single);
    legend->setAlignment(Qt::AlignBottom);
    legend->setFont(font);
    legend->setLabelColor(look.text);
    return chart;
}

QImage chartImage(const ReportSection& section, const QSize& size, const QFont& font)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::white);
    QGraphicsScene scene;
    QChart* chart = makeChart(section, ChartLook::Print, font);
    scene.addItem(chart);
    chart->resize(size);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    scene.render(&painter, QRectF(QPointF(), size), QRectF(QPointF(), size));
    return image;
}

} // namespace handrail::ui
