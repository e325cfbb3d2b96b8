// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/catch.h"

#include <QPrintDialog>
#include <QPrinter>
#include <QProcess>
#include <QRegularExpression>

/// Reads what was printed as a person would: through poppler's tools.
namespace handrail::tests {

/// What the program says; the test fails where it can't be run.
inline QString outputOf(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.start(program, arguments);
    INFO(program.toStdString() << ": is the package of tools/packages.sh installed?");
    REQUIRE(process.waitForStarted());
    REQUIRE(process.waitForFinished(60000));
    return QString::fromUtf8(process.readAllStandardOutput());
}

/// The words of a PDF, lines as they stand.
inline QString pdfText(const QString& path)
{
    return outputOf(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), path, QStringLiteral("-")});
}

inline int pdfPages(const QString& path)
{
    static const QRegularExpression pages(QStringLiteral("Pages:\\s+(\\d+)"));
    return pages.match(outputOf(QStringLiteral("pdfinfo"), {path})).captured(1).toInt();
}

/// A person chooses «Print to PDF» in the open print dialog and presses «Print».
inline void printTo(QWidget* parent, const QString& path)
{
    auto* dialog = parent->findChild<QPrintDialog*>();
    REQUIRE(dialog);
    dialog->printer()->setOutputFormat(QPrinter::PdfFormat);
    dialog->printer()->setOutputFileName(path);
    dialog->done(QDialog::Accepted);
}

} // namespace handrail::tests
