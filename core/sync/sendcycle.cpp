// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/sendcycle.h"

#include "core/sync/messagewriter.h"
#include "core/sync/pull.h"

namespace handrail::sync {

namespace {

constexpr int leasesPerClaim = 20;
/// A bound on one cycle (2,000 messages), so that pushes and pulls get their turn on a day with a long queue.
constexpr int claimsPerCycle = 100;
/// Not begun any more this close to a lease's end.
constexpr qint64 leaseMarginMs = 5000;

/// One walk through the leases of one claim.
class Sender
{
public:
    Sender(LocalStore& store, ServerLink& server, const Clock& clock)
        : m_store(store)
        , m_server(server)
        , m_clock(clock)
        , m_claimedAtMs(clock.monotonicMs())
    {
    }

    Result<void> send(const protocol::Lease& lease, SendReport& report)
    {
        auto message = m_store.shares().message(lease.messageId);
        if (message && !*message) {
            if (auto pulled = pullOnce(); !pulled)
                return pulled;
            message = m_store.shares().message(lease.messageId);
        }
        if (!message)
            return message.error();
        const auto open = *message ? isOpen(**message, lease) : Result<bool>(false);
        if (!open)
            return open.error();
        if (!*open) {
            ++report.lapsed;
            return {};
        }
        return write(**message, lease, report);
    }

private:
    Result<void> write(const Message& message, const protocol::Lease& lease, SendReport& report)
    {
        auto context = gatherText(m_store, message, lease);
        if (context && !*context) {
            if (auto pulled = pullOnce(); !pulled)
                return pulled;
            context = gatherText(m_store, message, lease);
            // Over a slow line that may have outlasted the lease, and it may have brought that the message is canceled.
            const auto open = isStillOpen(message.id, lease);
            if (!open)
                return open.error();
            if (!*open)
                context = std::optional<MessageTextContext>();
        }
        if (!context)
            return context.error();
        if (!*context) {
            ++report.lapsed;
            return {};
        }
        const auto text = writeMessage(**context);
        if (!text)
            return release(message, lease, text.error(), report);
        const auto answer = m_server.send(message.id, {lease.fence, text->subject, text->body, text->html});
        if (!answer && answer.error().code == ErrorCode::InvalidInput)
            return release(message, lease, answer.error(), report);
        return count(answer ? Result<void>() : answer.error(), report.handed, report);
    }

    Result<void> release(const Message& message, const protocol::Lease& lease, const Error& problem, SendReport& report)
    {
        return count(m_server.release(message.id, {lease.fence, problem.sentence}), report.released, report);
    }

    /// A refusal of this one message (an old fence, canceled meanwhile) is the gateway doing its work; the rest of the
    /// queue goes on. Its new state comes with the next pull.
    static Result<void> count(const Result<void>& said, int& counter, SendReport& report)
    {
        if (said) {
            ++counter;
            return {};
        }
        switch (said.error().code) {
        case ErrorCode::InvalidInput:
        case ErrorCode::NotAllowed:
        case ErrorCode::NotFound:
        case ErrorCode::Conflict:
            ++report.lapsed;
            return {};
        case ErrorCode::ServerTrouble:
        case ErrorCode::Internal:
            ++report.lapsed;
            report.trouble = said.error();
            return {};
        default:
            return said;
        }
    }

    /// The lease's length by the server's clock, measured from the claim by our monotonic one: a wrong wall clock here
    /// changes nothing.
    [[nodiscard]] bool hasRunOut(const protocol::Lease& lease) const
    {
        const qint64 lengthMs = lease.serverTime.msecsTo(lease.expiresAt);
        return m_clock.monotonicMs() - m_claimedAtMs > lengthMs - leaseMarginMs;
    }

    /// Whether it may be written and handed over, as far as is known here.
    Result<bool> isOpen(const Message& message, const protocol::Lease& lease)
    {
        if (hasRunOut(lease))
            return false;
        const auto stopped = isStoppedHere(message);
        return stopped ? Result<bool>(!*stopped) : stopped.error();
    }

    Result<bool> isStillOpen(const MessageId& id, const protocol::Lease& lease)
    {
        const auto message = m_store.shares().message(id);
        if (!message)
            return message.error();
        return *message ? isOpen(**message, lease) : Result<bool>(false);
    }

    /// The gateway has the last word; but what was withdrawn on this very desk need not wait for the next push.
    Result<bool> isStoppedHere(const Message& message)
    {
        if (message.state == MessageState::Canceled)
            return true;
        return m_store.shares().isWithdrawn(message.shareId);
    }

    Result<void> pullOnce()
    {
        if (m_pulled)
            return {};
        m_pulled = true;
        const auto pulled = pullChanges(m_store.sync(), m_server);
        return pulled ? Result<void>() : pulled.error();
    }

    LocalStore& m_store;
    ServerLink& m_server;
    const Clock& m_clock;
    qint64 m_claimedAtMs;
    bool m_pulled = false;
};

} // namespace

Result<SendReport> sendDue(LocalStore& store, ServerLink& server, const Clock& clock)
{
    SendReport report;
    for (int i = 0; i < claimsPerCycle; ++i) {
        Sender sender(store, server, clock);
        const auto claimed = server.claim(leasesPerClaim);
        if (!claimed)
            return claimed.error();
        report.moreInMs = claimed->moreInMs;
        report.leftToHeadless = claimed->leftToHeadless;
        report.carrierTrouble = claimed->carrierTrouble;
        const int done = report.handed + report.released;
        for (const protocol::Lease& lease : claimed->leases)
            if (auto sent = sender.send(lease, report); !sent)
                return sent.error();
        // Where all of them were left alone, the same would be given again at once, a hundred times.
        if (report.handed + report.released == done || report.trouble)
            break;
    }
    return report;
}

} // namespace handrail::sync
