// SPDX-License-Identifier: GPL-3.0-or-later
// Not part of ./test: handrail_storage_tests "[.bench]" prints how long typing in a search field takes on a big store.
// HANDRAIL_BENCH_CLIENTS sets how big (200,000).
#include "core/domain/records/codec.h"
#include "tests/support/tempstore.h"

#include <QElapsedTimer>
#include <algorithm>
#include <cstdio>

using namespace handrail;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

QString randomName(SeededRandom& random)
{
    static const QStringList syllables = {u"ma"_s, u"ri"_s, u"jo"_s,  u"se"_s, u"gar"_s, u"ci"_s, u"smi"_s, u"th"_s,
                                          u"an"_s, u"na"_s, u"nun"_s, u"ez"_s, u"lo"_s,  u"pa"_s, u"bel"_s, u"tor"_s};
    QString name;
    for (quint32 n = 2 + random.below(3); n > 0; --n)
        name += syllables[int(random.below(quint32(syllables.size())))];
    name[0] = name[0].toUpper();
    return name;
}

} // namespace

TEST_CASE("bench: typing in the client search", "[.bench]")
{
    bool given = false;
    const int asked = qEnvironmentVariableIntValue("HANDRAIL_BENCH_CLIENTS", &given);
    const int clients = given ? asked : 200000;
    TempStore store;
    const QUuid device = store.ids.next();
    QElapsedTimer timer;
    timer.start();
    for (int done = 0; done < clients;) {
        QList<Change> changes;
        for (int i = 0; i < 5000 && done < clients; ++i, ++done) {
            const Client client{.id = ClientId(store.ids.next()),
                                .givenName = randomName(store.random),
                                .familyName = randomName(store.random)};
            const ContactPoint point{
                .id = ContactPointId(store.ids.next()),
                .clientId = client.id,
                .address = *PhoneNumber::fromE164(u"+1937%1"_s.arg(store.random.below(10000000), 7, 10, QChar(u'0')))};
            changes.append({ChangeId(store.ids.next()),
                            u"client"_s,
                            client.id.uuid(),
                            {done, 0, device},
                            records::fieldsOf(client)});
            changes.append({ChangeId(store.ids.next()),
                            u"contact_point"_s,
                            point.id.uuid(),
                            {done, 1, device},
                            records::fieldsOf(point)});
        }
        mustWork(store->sync().apply(changes, done));
    }
    std::printf("%d clients with a phone applied in %lld ms\n", clients, timer.elapsed());

    QList<double> times;
    for (const QString& typed : {u"maria garcia"_s, u"jo nun"_s, u"smith"_s, u"937 555"_s, u"5551"_s, u"an an an"_s}) {
        for (int letters = 1; letters <= typed.size(); ++letters) {
            timer.restart();
            mustHave(store->clients().find(typed.left(letters), {}));
            mustHave(store->clients().count(typed.left(letters)));
            times.append(double(timer.nsecsElapsed()) / 1e6);
            std::printf("%-14s %6.1f ms\n", typed.left(letters).toUtf8().constData(), times.last());
        }
    }
    ClientQuery open;
    open.openReferrals = true;
    timer.restart();
    mustHave(store->clients().find(open, {}));
    std::printf("filter «open referrals», none: %.1f ms\n", double(timer.nsecsElapsed()) / 1e6);
    for (const auto& [first, last] : {std::pair(u"Maria"_s, u"Garci"_s), std::pair(u"Anan"_s, u"Lopa"_s)}) {
        timer.restart();
        const auto found = mustHave(store->duplicates().alike(factsOf(first, last, {}, {}), std::nullopt,
                                                              DuplicateStore::Search::Wide));
        std::printf("who is like %s %s: %d in %.1f ms\n", qPrintable(first), qPrintable(last), int(found.size()),
                    double(timer.nsecsElapsed()) / 1e6);
    }
    timer.restart();
    int compared = 0;
    for (; compared < 20000 && mustHave(store->duplicates().uncompared()) > 0; compared += 200)
        mustWork(store->duplicates().compareMore(200));
    std::printf("%d clients compared in %lld ms, %d pairs\n", compared, timer.elapsed(),
                mustHave(store->duplicates().pairCount()));
    timer.restart();
    mustHave(store->duplicates().pairs({}));
    std::printf("first page of pairs: %.1f ms\n", double(timer.nsecsElapsed()) / 1e6);
    std::ranges::sort(times);
    std::printf("a key: median %.1f ms, p99 %.1f ms\n", times[times.size() / 2], times[times.size() * 99 / 100]);
    CHECK(times.size() > 30);
}
