// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/coverage.h"

namespace handrail::sim {

const QList<Expected>& expected()
{
    static const QList<Expected> all = {
        {"a carrier takes a follow-up mail", 2},
        {"a carrier takes a follow-up text", 1},
        {"a carrier takes an initial mail", 7},
        {"a carrier takes an initial text", 6},
        {"a client answers by a page: no", 1},
        {"a client answers by a page: no_longer_interested", 1},
        {"a client answers by a page: yes", 1},
        {"a client answers by mail", 1},
        {"a client asks by mail for no more", 1},
        {"a client is given to another worker or team", 2},
        {"a client texts STOP while a lease is given", 1},
        {"a client unsubscribes by a page", 4},
        {"a client's START after STOP is taken in", 2},
        {"a client's STOP is taken in", 5},
        {"a client's mail, or a bounce, arrives hours late", 1},
        {"a client's number changes", 1},
        {"a client's text is listed hours late", 1},
        {"a consent is withdrawn", 1},
        {"a desk can't write: its disk is full", 52},
        {"a desk is cut off from the server", 618},
        {"a desk is killed at any time", 2},
        {"a desk is killed at: afterwrite", 1},
        {"a desk is killed at: beforewrite", 1},
        {"a desk is killed at: reply", 5},
        {"a desk is killed at: request", 9},
        {"a desk starts again from what storage kept", 18},
        {"a desk's clock jumps back", 1},
        {"a desk's clock jumps forward", 1},
        {"a desk's requests arrive, and their answers don't", 181},
        {"a desk's whole store is compared with the server's", 6},
        {"a follow-up leaves on the other side of a change to or from summer time", 2},
        {"a follow-up leaves to a client in another zone than the agency", 2},
        {"a laptop is closed", 5},
        {"a mail bounces for good", 1},
        {"a note is written", 2},
        {"a person or a scanner opens a page", 12},
        {"a piece of work sleeps with its computer", 2627},
        {"a reply is lost", 220},
        {"a request arrives a second time", 95},
        {"a request arrives after a later one of its desk", 51},
        {"a request is lost", 46},
        {"a request takes more than ten seconds", 28},
        {"a server is killed at any time", 2},
        {"a share of one referral", 3},
        {"a share of several referrals", 7},
        {"a share without consent is refused", 3},
        {"a status is set", 4},
        {"a text is never reported on", 1},
        {"a text is reported delivered", 7},
        {"a text is reported undelivered", 1},
        {"a worker records an opt-out", 1},
        {"an audit's chain is followed to its end", 3},
        {"the carrier says 429", 1},
        {"the carrier's list does not answer", 20},
        {"the carrier's list is in no order and has an entry twice", 34},
        {"the mailbox can't be read", 19},
        {"the mailbox is numbered anew", 1},
        {"the server has taken an unsubscription by a page", 4},
        {"the server is killed at: clock", 1},
        {"the server starts again from what storage kept", 3},
    };
    return all;
}

const QList<Expected>& expectedOfModes()
{
    static const QList<Expected> all = {
        {"a desk is brought up to date", 1},
        {"a desk is cloned", 1},
        {"a desk's clock is days or a year off", 1},
        {"a desk's disk fills up between two presses", 1},
        {"a device starts from a snapshot after a restore", 1},
        {"a laptop wakes with its clock set back", 1},
        {"a newer server's answer has a field that nobody knows", 1},
        {"a program of a version that the server does not know is turned away", 1},
        {"a program of the version before is answered", 1},
        {"all desks wake on one Monday morning with what was left", 1},
        {"all desks work offline for days", 1},
        {"staff move to another team or role", 1},
        {"the server is restored from a backup of the day before", 1},
        {"the text carrier is down", 1},
        {"two clients are merged", 1},
    };
    return all;
}

QList<QByteArray> missing(const QList<Expected>& expected, const QMap<QByteArray, int>& seen)
{
    QList<QByteArray> found;
    for (const Expected& one : expected)
        if (seen.value(one.kind) < one.least)
            found.append(one.kind);
    return found;
}

} // namespace handrail::sim
