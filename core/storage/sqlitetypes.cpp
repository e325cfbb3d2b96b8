// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/sqlitetypes.h"

#include <sqlite3.h>

using namespace Qt::Literals::StringLiterals;

namespace handrail {

QMetaType sqliteColumnType(const QString& declared)
{
    const QString type = declared.toLower();
    if (type == u"integer" || type == u"int")
        return QMetaType(QMetaType::Int);
    if (type == u"double" || type == u"float" || type == u"real" || type.startsWith(u"numeric"))
        return QMetaType(QMetaType::Double);
    if (type == u"blob")
        return QMetaType(QMetaType::QByteArray);
    if (type == u"boolean" || type == u"bool")
        return QMetaType(QMetaType::Bool);
    return QMetaType(QMetaType::QString);
}

QSqlError sqliteError(sqlite3* db, const QString& trouble, QSqlError::ErrorType type, int code)
{
    const int shown = code > 0 ? code : sqlite3_extended_errcode(db);
    return {trouble, QString::fromUtf8(sqlite3_errmsg(db)), type, QString::number(shown)};
}

} // namespace handrail
