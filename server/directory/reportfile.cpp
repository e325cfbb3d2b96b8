// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/directory/reportfile.h"

#include "core/domain/csv.h"

#include <QCoreApplication>
#include <QSaveFile>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

QString nameOf(RowReport::Severity severity)
{
    switch (severity) {
    case RowReport::Severity::Note:
        return u"note"_s;
    case RowReport::Severity::Warning:
        return u"warning"_s;
    case RowReport::Severity::Skipped:
        return u"skipped"_s;
    }
    return {};
}

QByteArray reportAsText(const QList<RowReport>& reports)
{
    QString text;
    for (const RowReport& report : reports)
        text += reportLine(report) + u'\n';
    return text.toUtf8();
}

} // namespace

QString reportLine(const RowReport& report)
{
    QString place = report.file;
    if (report.row > 0)
        place = QCoreApplication::translate("Directory", "%1, row %2").arg(report.file).arg(report.row);
    if (!report.column.isEmpty())
        place += QCoreApplication::translate("Directory", ", column %1").arg(report.column);
    return place + u": "_s + report.sentence;
}

QByteArray reportAsCsv(const QList<RowReport>& reports)
{
    QList<QStringList> rows{{u"file"_s, u"row"_s, u"column"_s, u"severity"_s, u"reason"_s}};
    for (const RowReport& report : reports)
        rows.append({report.file, report.row > 0 ? QString::number(report.row) : QString(), report.column,
                     nameOf(report.severity), report.sentence});
    return csvOf(rows, true);
}

Result<void> writeReport(const QList<RowReport>& reports, const QString& path)
{
    QSaveFile file(path);
    const QByteArray bytes =
        path.endsWith(".csv"_L1, Qt::CaseInsensitive) ? reportAsCsv(reports) : reportAsText(reports);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return Error{ErrorCode::InvalidInput,
                     QCoreApplication::translate("Directory", "The report %1 can't be written: %2")
                         .arg(path, file.errorString())};
    return {};
}

} // namespace handrail::server
