// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/csv.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

bool mightRun(const QString& cell)
{
    static const QRegularExpression harmless(u"\\A[+-]?[0-9]{1,15}([.,][0-9]{1,15})?\\z"_s);
    return !cell.isEmpty() && u"=+-@\t\r\n＝＋－＠"_s.contains(cell.front()) && !harmless.match(cell).hasMatch();
}

QString written(const QString& value)
{
    QString cell = mightRun(value) ? u'\'' + value : value;
    if (!cell.contains(u',') && !cell.contains(u'"') && !cell.contains(u'\n') && !cell.contains(u'\r'))
        return cell;
    return u'"' + cell.replace(u"\""_s, u"\"\""_s) + u'"';
}

} // namespace

QString csvRecord(const QStringList& cells)
{
    QStringList all;
    for (const QString& cell : cells)
        all.append(written(cell));
    return all.join(u',') + u"\r\n"_s;
}

QByteArray csvOf(const QList<QStringList>& rows, bool withMark)
{
    QString text = withMark ? QString(QChar::ByteOrderMark) : QString();
    for (const QStringList& row : rows)
        text += csvRecord(row);
    return text.toUtf8();
}

} // namespace handrail
