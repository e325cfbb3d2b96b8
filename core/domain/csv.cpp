// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/csv.h"

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

bool looksLikeFormula(const QString& cell)
{
    if (cell.isEmpty() || !u"=+-@\t\r\n"_s.contains(cell.front()))
        return false;
    bool isNumber = false;
    cell.toDouble(&isNumber);
    return !isNumber;
}

QString cellOf(const QString& value)
{
    QString cell = looksLikeFormula(value) ? u'\'' + value : value;
    const bool quoted = cell.contains(u',') || cell.contains(u'"') || cell.contains(u'\n') || cell.contains(u'\r');
    return quoted ? u'"' + cell.replace(u'"', u"\"\""_s) + u'"' : cell;
}

} // namespace

QByteArray csvOf(const QList<QStringList>& rows, bool withMark)
{
    QString text = withMark ? QString(QChar::ByteOrderMark) : QString();
    for (const QStringList& row : rows) {
        QStringList cells;
        for (const QString& value : row)
            cells.append(cellOf(value));
        text += cells.join(u',') + u"\r\n"_s;
    }
    return text.toUtf8();
}

} // namespace handrail
