// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settingssection.h"
#include "ui/syncstate.h"

class QLabel;

namespace handrail::ui {

/// How far this computer and the server are apart, in words: what waits, what was refused and what to do about it.
class SyncSection : public SettingsSection
{
    Q_OBJECT

public:
    explicit SyncSection(Services services);
    void load() override;

private:
    struct Reading
    {
        SyncState state;
        QString server;
        QList<Change> waiting; ///< The first few hundred.
        QList<RefusedChange> refused;
    };
    static Result<Reading> read(LocalStore& store);
    void show(const Reading& read);
    void addRefused(const RefusedChange& refused);

    QLabel* m_words;
    QLabel* m_details;
    QLabel* m_server;
    QLabel* m_waiting;
    QVBoxLayout* m_refused;
};

/// «2 referrals, 1 message»: what a list of changes is about, by kind.
QString changesInWords(const QList<Change>& changes);

} // namespace handrail::ui
