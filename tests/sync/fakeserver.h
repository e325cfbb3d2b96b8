// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/clock.h"
#include "core/ports/httptransport.h"
#include "core/ports/ids.h"
#include "core/protocol/version.h"
#include "core/protocol/wire.h"
#include "tests/sync/mergedrecords.h"

#include <QSet>
#include <functional>

namespace handrail::tests {

/// A server in memory: speaks the protocol, numbers changes, merges by the real rules, hands out leases with fences and
/// counts what its carrier was given. Much smaller than the real one, which has the same protocol and its own tests.
class FakeServer
{
public:
    FakeServer(const Clock& clock, Ids& ids);

    /// Answers a request as the real server would. `token` tells devices apart; the sign-in gives one.
    HttpResponse answer(const HttpRequest& request);

    /// A record that the server makes itself: the agency, a user, a resource site, a message's new state.
    void put(const QString& entity, const QUuid& key, const QJsonObject& fields);

    [[nodiscard]] const MergedRecords& records() const { return m_records; }
    [[nodiscard]] const QList<Change>& log() const { return m_log; }
    [[nodiscard]] int timesCarried(const MessageId& id) const { return m_carried.value(id.toString()); }
    [[nodiscard]] int pushes() const { return m_pushes; }
    [[nodiscard]] int claims() const { return m_claims; }

    QByteArray token = "good-token";
    QString password = QStringLiteral("correct horse");
    User worker;
    AgencyId agency;
    int protocolVersion = protocol::version;
    qint64 sight = 1;  ///< Raise it, and devices start from a snapshot.
    int snapshotPage = 500; ///< Records a page.
    std::function<bool(const QString& entity, const QUuid& key)> hides; ///< What the worker may not see.
    bool wipe = false; ///< Who is refused is told to remove its data.
    qint64 leftToHeadless = 0; ///< What claim says of it.
    QString carrierTrouble;
    std::function<bool(const Change&)> refuses;
    QMap<QString, protocol::SendRequest> carried; ///< What the carrier got, by message id.

private:
    using Json = QJsonObject;
    Result<Json> signIn(const Json& body);
    Result<Json> push(const Json& body);
    Result<Json> pull(const QUrl& url);
    Result<Json> snapshot(const QUrl& url);
    [[nodiscard]] bool isSeen(const QString& entity, const QUuid& key) const { return !hides || !hides(entity, key); }
    Result<Json> claim(const Json& body);
    Result<Json> onMessage(const QString& id, const QString& verb, const Json& body);
    Result<Json> route(const HttpRequest& request);
    void number(Change change);

    struct LeaseState
    {
        qint64 fence = 0;
        QDateTime expiresAt;
    };

    void sayAgain(const Change& refused);

    const Clock& m_clock;
    Ids& m_ids;
    QUuid m_device;
    Stamp m_last;
    MergedRecords m_records;
    QList<Change> m_log;
    QSet<QUuid> m_seen;
    QMap<QString, LeaseState> m_leases;
    QMap<QString, int> m_carried;
    qint64 m_lastFence = 0;
    int m_pushes = 0;
    int m_claims = 0;
};

/// The way between one device and the server, with faults by the line.
class FakeLink : public HttpTransport
{
public:
    enum class Fault {
        None,
        NotSent,     ///< The cable is out.
        LostRequest, ///< Left, never arrived: Unknown.
        LostAnswer,  ///< Arrived and was carried out, the answer was lost: Unknown.
        Repeated,    ///< Arrived twice (a proxy's retry), the second answer counts.
        Status500,
        Html,
        Nothing,
        Half,
    };

    explicit FakeLink(FakeServer& server)
        : m_server(server)
    {
    }
    HttpOutcome send(const HttpRequest& request) override;

    QList<Fault> script;                                          ///< For the next requests, in order.
    std::function<Fault()> faults;                                ///< Once the script is over.
    std::function<void(const HttpRequest&, bool done)> onRequest; ///< Before and after the server's work; may throw.
    QList<HttpRequest> requests;

private:
    FakeServer& m_server;
};

} // namespace handrail::tests
