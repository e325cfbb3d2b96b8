// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/sqldraftstore.h"

#include "core/storage/storehelp.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

Result<QList<Draft>> readDrafts(Statement& query)
{
    QList<Draft> drafts;
    while (query.next())
        drafts.append({query.text(0), query.text(1), QJsonDocument::fromJson(query.text(2).toUtf8()).object(),
                       instantFrom(query.value(3))});
    HANDRAIL_TRY(query.readToEnd());
    return drafts;
}

} // namespace

Result<void> SqlDraftStore::save(const Draft& draft)
{
    Statement query = m_database.statement(
        u"INSERT OR REPLACE INTO draft (name, title, content, saved_at) VALUES (?, ?, ?, ?)"_s);
    return query.bind(draft.name)
        .bind(draft.title)
        .bind(QString::fromUtf8(QJsonDocument(draft.content).toJson(QJsonDocument::Compact)))
        .bind(draft.savedAt.toMSecsSinceEpoch())
        .run();
}

Result<void> SqlDraftStore::discard(const QString& name)
{
    Statement query = m_database.statement(u"DELETE FROM draft WHERE name = ?"_s);
    return query.bind(name).run();
}

Result<std::optional<Draft>> SqlDraftStore::draft(const QString& name)
{
    Statement query = m_database.statement(u"SELECT name, title, content, saved_at FROM draft WHERE name = ?"_s);
    HANDRAIL_TRY(query.bind(name).run());
    return firstOf(readDrafts(query));
}

Result<QList<Draft>> SqlDraftStore::drafts()
{
    Statement query =
        m_database.statement(u"SELECT name, title, content, saved_at FROM draft ORDER BY saved_at DESC, name LIMIT ?"_s);
    constexpr int most = 1000;
    HANDRAIL_TRY(query.bind(most).run());
    return readDrafts(query);
}

} // namespace handrail
