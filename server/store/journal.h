// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/records/change.h"
#include "core/domain/result.h"
#include "server/store/environment.h"

#include <QFile>
#include <mutex>

namespace handrail::server {

class Database;

/// Every change that was committed, a line each in a file a day, apart from the database: a database that is put back
/// from a backup takes from here what came in since (docs/decisions/0230). Safe to use from any thread; several
/// processes write to one folder.
class ChangeJournal
{
public:
    /// `folder` is made where it isn't there.
    ChangeJournal(QString folder, const Clock& clock);
    [[nodiscard]] const QString& folder() const { return m_folder; }

    /// After the commit. What can't be written is said in the log and lost to a later restore, and to nothing else.
    void add(const AgencyId& agency, const Change& change);

    /// Files older than this go; what is restored is younger, and what was erased stays no longer.
    static constexpr int keptDays = 35;

private:
    bool openFor(const QDate& day);
    void forgetBefore(const QDate& day) const;

    QString m_folder;
    const Clock& m_clock;
    std::mutex m_mutex;
    QFile m_file;
};

/// What came back out of a journal.
struct Replay
{
    qint64 changes = 0;    ///< Were not in the database, and are now.
    qint64 unreadable = 0; ///< Lines that are none: the last of a server that was killed, say.
    qint64 refused = 0;    ///< Of an agency or a client that is not there (any more).
};

/// Brings the changes of a journal into the database that has them not yet. What is there already stays: a second replay
/// changes nothing.
Result<Replay> replayJournal(Database& db, const QString& folder, const Environment& environment);

} // namespace handrail::server
