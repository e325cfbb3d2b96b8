// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "benchmarks/madeup.h"
#include "benchmarks/must.h"
#include "core/casework/desk.h"
#include "core/phones/libphonenumbers.h"
#include "core/storage/openlocalstore.h"
#include "tests/support/manualclock.h"
#include "tests/support/memorysecretstore.h"

#include <atomic>
#include <memory>

namespace handrail::bench {

/// The key of every store that a bench makes, so that a kept one opens in the next run.
inline QByteArray benchKey()
{
    return QByteArray(32, 'b');
}

/// A number for the ids of this run, so that they are new to a store that an earlier run has written to.
inline quint16 newWorld()
{
    static std::atomic<quint16> last = quint16(0x1000 + QDateTime::currentSecsSinceEpoch() % 0xd000);
    return ++last;
}

/// A desk with its real encrypted store in the file `path`.
class LocalWorld
{
public:
    /// `world`: of the ids that this desk gives; it must differ from those of what it pulled.
    explicit LocalWorld(QString path, quint16 world = 0x200);
    /// Makes the store if it isn't there: `rows` clients, each with a referral. Resource sites are a tenth, from 100 to 10,000.
    void fill(int rows);
    void open();
    void close() { m_store.reset(); }

    [[nodiscard]] LocalStore& store() { return *m_store; }
    [[nodiscard]] casework::Desk desk() { return {*m_store, m_clock, m_ids, m_phones, worker()}; }
    [[nodiscard]] UserId worker() const { return MadeUpAgency().worker(); }
    [[nodiscard]] const QString& path() const { return m_path; }
    [[nodiscard]] tests::ManualClock& clock() { return m_clock; }

private:
    QString m_path;
    tests::ManualClock m_clock;
    tests::MemorySecretStore m_secrets;
    tests::SeededRandom m_random;
    tests::SequentialIds m_ids;
    LibPhoneNumbers m_phones;
    std::unique_ptr<LocalStore> m_store;
};

} // namespace handrail::bench
