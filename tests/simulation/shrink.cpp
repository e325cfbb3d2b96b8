// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/shrink.h"

#include <QElapsedTimer>

namespace handrail::sim {

QByteArray listOf(const QList<QByteArray>& happened)
{
    return happened.join(',');
}

Outcome shrink(const Setting& setting, const Outcome& failed, int seconds)
{
    QElapsedTimer timer;
    timer.start();
    Outcome best = failed;
    const auto stillFails = [&](const QList<QByteArray>& only) {
        Setting less = setting;
        less.live = false;
        less.only = QSet<QByteArray>(only.begin(), only.end());
        const Outcome outcome = World(less).run();
        if (!outcome.violation || outcome.violation->invariant != failed.violation->invariant)
            return false;
        best = outcome;
        return true;
    };
    qsizetype parts = 2;
    while (best.happened.size() > 1 && timer.elapsed() < qint64(seconds) * 1000) {
        const QList<QByteArray> all = best.happened;
        const qsizetype size = (all.size() + parts - 1) / parts;
        bool smaller = false;
        for (qsizetype from = 0; from < all.size() && !smaller; from += size) {
            QList<QByteArray> rest = all;
            rest.remove(from, qMin(size, all.size() - from));
            smaller = stillFails(rest);
            if (timer.elapsed() >= qint64(seconds) * 1000)
                return best;
        }
        if (smaller)
            parts = qMax<qsizetype>(parts - 1, 2);
        else if (size == 1)
            break;
        else
            parts = qMin(parts * 2, all.size());
    }
    return best;
}

} // namespace handrail::sim
