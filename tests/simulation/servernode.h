// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/mailbox.h"
#include "server/gateway/gateway.h"
#include "server/http/router.h"
#include "server/pages/gatewaypagesource.h"
#include "tests/simulation/process.h"

namespace handrail::sim {

/// What became of a request at the server: an answer, or none (refused: it surely never reached it).
struct Reached
{
    bool refused = false;
    std::optional<server::Response> response;
};

/// A server process: the real router, gateway and pages over the real SQLite store. Requests come as values.
class ServerNode : public Process
{
public:
    ServerNode(Stage stage, QByteArray name, QString file, server::Carriers carriers, Mailbox& mailbox);
    ~ServerNode() override;

    /// Serves it as a piece of work of its own.
    void serve(const server::Request& request, std::function<void(const Reached&)> done);
    /// A round of the gateway's worker, where none is under way.
    void round();
    /// A carrier's webhook about a text of ours; lost where nobody runs.
    void report(const QString& reference, const TextReport& report);
    void start() override;
    /// As one at the command line has it.
    [[nodiscard]] server::Environment environment() { return {clock, m_ids, m_random}; }
    /// The disk takes nothing more, or does again.
    void fillDisk(bool full);

    /// Told when a handler has answered, before anything of the network.
    std::function<void(const server::Request&, const server::Response&)> served;
    /// Told when an agency has news.
    std::function<void(const QByteArray& topic)> news;
    /// Told before and after a round; what the carriers listed in between was applied where `well`.
    std::function<void(bool began, bool well)> rounds;
    [[nodiscard]] const QString& file() const { return m_file; }
    HostClock clock;

protected:
    void died() override;
    [[nodiscard]] bool isServer() const override { return true; }

private:
    struct Running;
    void listen(const QByteArray& topic);

    const QString m_file;
    server::Carriers m_carriers;
    Mailbox& m_mailbox;
    HostRandom m_random;
    HostIds m_ids;
    std::unique_ptr<Running> m_running;
    bool m_inRound = false;
    bool m_isFull = false;
    quint64 m_life = 0;
};

} // namespace handrail::sim
