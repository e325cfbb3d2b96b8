// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/journal.h"

#include "server/store/erased.h"
#include "server/store/records.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonDocument>
#include <QLoggingCategory>

using namespace Qt::Literals::StringLiterals;

Q_LOGGING_CATEGORY(logJournal, "handrail.server.journal")

namespace handrail::server {

namespace {

constexpr qsizetype changesOfTransaction = 500;
const QString allDays = u"*-*-*.jsonl"_s;
constexpr qint64 longestLine = 16LL * 1024 * 1024;

QString nameOf(const QDate& day)
{
    return day.toString(u"yyyy-MM-dd"_s) + u".jsonl"_s;
}

struct Line
{
    AgencyId agency;
    Change change;
};

QByteArray written(const AgencyId& agency, const Change& change)
{
    const QJsonObject line{{u"agency"_s, agency.toString()},
                           {u"id"_s, change.id.toString()},
                           {u"entity"_s, change.entity},
                           {u"key"_s, change.key.toString(QUuid::WithoutBraces)},
                           {u"stamp"_s, change.stamp.toString()},
                           {u"fields"_s, change.fields}};
    return QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
}

std::optional<Line> read(const QByteArray& text)
{
    const QJsonObject line = QJsonDocument::fromJson(text).object();
    const auto agency = AgencyId::fromString(line[u"agency"].toString());
    const auto id = ChangeId::fromString(line[u"id"].toString());
    const auto stamp = Stamp::fromString(line[u"stamp"].toString());
    const QUuid key = QUuid::fromString(line[u"key"].toString());
    if (!agency || !id || !stamp || key.isNull() || !line[u"fields"].isObject())
        return std::nullopt;
    return Line{*agency, {*id, line[u"entity"].toString(), key, *stamp, line[u"fields"].toObject(), 0}};
}

/// One after the other within a transaction. A change that is refused (of an erased client, of a kind that is no more)
/// does not keep the others from coming back.
Result<void> apply(Database& db, const AgencyId& agency, const QList<Change>& changes, const Environment& environment,
                   Replay& replay)
{
    Replay done;
    const auto applied = db.transaction([&]() -> Result<void> {
        done = {};
        auto records = Records::lock(db, agency, environment);
        if (!records)
            return records.error();
        for (const Change& change : changes) {
            const auto there = checkNotErased(*records, change);
            const auto one = there ? records->apply(change) : Result<Applied>(there.error());
            if (!one && one.error().code == ErrorCode::StorageTrouble)
                return one.error();
            ++(!one ? done.refused : done.changes);
            if (one && one->duplicate)
                --done.changes;
        }
        return {};
    });
    if (!applied && applied.error().code == ErrorCode::NotFound)
        done = {.refused = changes.size()};
    else if (!applied)
        return applied;
    replay.changes += done.changes;
    replay.refused += done.refused;
    return {};
}

Result<void> replayFile(Database& db, const QString& path, const Environment& environment, Replay& replay)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::StorageTrouble,
                     QCoreApplication::translate("ServerStore", "%1 can't be read.").arg(path)};
    QList<Change> batch;
    std::optional<AgencyId> agency;
    const auto flush = [&]() -> Result<void> {
        auto applied = batch.isEmpty() ? Result<void>() : apply(db, *agency, batch, environment, replay);
        batch.clear();
        return applied;
    };
    while (!file.atEnd()) {
        const auto line = read(file.readLine(longestLine));
        if (!line) {
            ++replay.unreadable;
            continue;
        }
        if (batch.size() == changesOfTransaction || agency != line->agency)
            if (auto applied = flush(); !applied)
                return applied;
        agency = line->agency;
        batch.append(line->change);
    }
    return flush();
}

} // namespace

ChangeJournal::ChangeJournal(QString folder, const Clock& clock)
    : m_folder(std::move(folder))
    , m_clock(clock)
{
}

void ChangeJournal::add(const AgencyId& agency, const Change& change)
{
    const QByteArray line = written(agency, change);
    const std::lock_guard lock(m_mutex);
    // Unbuffered, and at the end of the file: a line goes out as one, whoever else writes.
    if (!openFor(m_clock.now().toUTC().date()) || m_file.write(line) != line.size())
        qCCritical(logJournal, "the journal of changes can't be written: after a restore this change would be lost (%s)",
                   qUtf8Printable(m_file.errorString()));
}

bool ChangeJournal::openFor(const QDate& day)
{
    const QString path = QDir(m_folder).filePath(nameOf(day));
    if (m_file.isOpen() && m_file.fileName() == path)
        return true;
    m_file.close();
    constexpr auto owners = QFile::ReadOwner | QFile::WriteOwner;
    if (!QFileInfo::exists(m_folder)) {
        QDir().mkpath(m_folder);
        QFile::setPermissions(m_folder, owners | QFile::ExeOwner);
    }
    forgetBefore(day.addDays(-keptDays));
    m_file.setFileName(path);
    return m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered, owners);
}

void ChangeJournal::forgetBefore(const QDate& day) const
{
    const QDir folder(m_folder);
    for (const QString& name : folder.entryList({allDays}, QDir::Files))
        if (name < nameOf(day))
            QFile::remove(folder.filePath(name));
}

Result<Replay> replayJournal(Database& db, const QString& folder, const Environment& environment)
{
    Replay replay;
    // Not into the journal again.
    const Environment quiet{environment.clock, environment.ids, environment.random, environment.meter};
    const QDir days(folder);
    for (const QString& name : days.entryList({allDays}, QDir::Files, QDir::Name))
        if (auto done = replayFile(db, days.filePath(name), quiet, replay); !done)
            return done.error();
    return replay;
}

} // namespace handrail::server
