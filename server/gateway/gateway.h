// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/replyplan.h"
#include "core/ports/carriers.h"
#include "core/protocol/wire.h"
#include "server/auth/auth.h"
#include "server/gateway/pace.h"
#include "server/store/databases.h"
#include "server/store/environment.h"
#include "server/store/records.h"

namespace handrail::server {

struct IntentRow;
struct StateStep;

struct GatewaySettings
{
    QString publicUrl; ///< Where clients reach the pages, without a slash at the end: "https://h.example.org".
    int leaseSeconds = 120;
    int linkDays = 90;
    int sendingSeconds = 120; ///< A call of the carrier that has not come back for so long died with its process.
    int staleSeconds = 60; ///< What the gate allowed is not handed over later than that (decision 0263). Under sendingSeconds.
    int heldAfterSeconds = 600;
    QString mailReturnPath; ///< Where bounces go, * for the message's id; empty: to the agency's sending address.
    bool readsMail = false; ///< Somebody reads what comes to the sending addresses (MailIntake).
    int giveUpLookingSeconds = 24 * 3600; ///< Held even where the carrier could not be asked.
    /// Where the carrier sends the statuses of texts: the message's reference is put behind it. Empty: only polling.
    QString statusCallback = {};
    PaceSettings pace = {};
};

/// Who carries; null where the server has no such carrier.
struct Carriers
{
    TextGateway* texts = nullptr;
    MailGateway* mail = nullptr;
};

/// The one way in and out (DESIGN.md section 3 «Sending»): hands out leases, asks the one gate, commits the intent,
/// only then calls the carrier, and looks up what it doesn't know. Keeps no state of its own between calls, so any
/// number of threads and processes may do the same on one database.
class Gateway
{
public:
    Gateway(Databases& databases, Carriers carriers, GatewaySettings settings, Environment environment);

    /// Leases on due messages that the gate lets out now, initial ones first. What the gate refuses, cancels or expires
    /// is settled here; what it wants later waits until then. A desk's agent gets its worker's messages, an `Agent` or
    /// administrator all.
    Result<protocol::ClaimAnswer> claim(const Session& session, int limit);

    /// Sends one message under its lease, or says why not. Asking again is harmless: the answer is the message's state.
    /// Conflict where the lease is not (or no longer) the asker's.
    Result<protocol::SendAnswer> send(const Session& session, const MessageId& id,
                                      const protocol::SendRequest& request);

    /// The agent can't write it: held with the problem.
    Result<protocol::SendAnswer> release(const Session& session, const MessageId& id,
                                         const protocol::ReleaseRequest& request);

    /// A worker's recorded word about a message that is held, refused or expired: send it once more, or give it up. A
    /// waiting one may be given up too. NotAllowed where consent, opt-out or an answer forbids sending; Conflict where
    /// it has moved on.
    Result<protocol::SendAnswer> decide(const Session& session, const MessageId& id,
                                        const protocol::DecisionRequest& request);

    /// Looks unknown messages up at the carriers: found - sent; not found after a while - held. Calls that died with
    /// their process are unknown too. The number of messages settled.
    Result<int> reconcile();

    /// Fetches and applies inbound texts of every agency, each once. The number of texts applied.
    Result<int> poll();

    /// Asks the carrier what became of the texts that it took within the last days, where no webhook told. The number
    /// of messages whose state changed.
    Result<int> pollStatuses();

    /// An inbound text that the carrier brought (webhook), for every agency that has the number it was sent to: the
    /// same as if it had been polled, and counted once with it. The number of agencies to which it was new. Conflict
    /// where nobody here has the number.
    Result<int> receive(const InboundText& text);

    /// The carrier's later word on a text of ours, found by the reference that it was sent with. Whether it changed
    /// anything: repeated, late and contradictory ones don't (stateAfterReport). NotFound for an unknown reference.
    Result<bool> report(const QString& reference, const TextReport& report);
    [[nodiscard]] const GatewaySettings& settings() const { return m_settings; }

private:
    struct Intent;
    struct Prepared;
    struct AppliedText
    {
        bool isNew = false;
        std::optional<OutgoingText> autoText = {}; ///< To be sent now that the reply is kept.
    };

    Result<bool> leaseDue(Records& records, const Session& session, const Agency& agency, const Record& row,
                          protocol::ClaimAnswer& answer);
    Result<std::optional<protocol::Lease>> lease(Records& records, const Session& session, const Agency& agency,
                                                 const Message& message);
    Result<protocol::Lease> grant(Records& records, const Session& session, const Message& message);
    Result<QString> mint(Records& records, const Message& message, bool unsubscribe);

    Result<Prepared> prepare(Database& db, const Session& session, const MessageId& id,
                             const protocol::SendRequest& request);
    Result<Prepared> commitIntent(Records& records, const Agency& agency, const Message& message,
                                  const protocol::SendRequest& request);
    Result<Intent> intentFor(Records& records, const Agency& agency, const Message& message,
                             const protocol::SendRequest& request);
    [[nodiscard]] QString missingCarrier(const Agency& agency, Channel channel) const;
    Result<Prepared> hold(Records& records, const Message& message, const QString& problem);
    SendOutcome callCarrier(const Intent& intent);
    Result<protocol::SendAnswer> finish(Database& db, const AgencyId& agency, const Intent& intent,
                                        const SendOutcome& outcome);
    Result<void> record(Records& records, const Message& message, const SendOutcome& outcome);
    Result<void> letGoAgain(Records& records, const Message& message, const StateStep& step);

    Result<bool> report(Database& db, const AgencyId& agency, const MessageId& id, const TextReport& report);
    Result<bool> applyReport(Records& records, const Message& message, const TextReport& report);
    Result<int> pollStatuses(Database& db, const Agency& agency);
    Result<QDateTime> dueAgain(Records& records, const Message& message);

    Result<int> reconcile(Database& db, const Agency& agency);
    Result<void> leaveForLookUp(Database& db, const Agency& agency, const Message& message);
    Result<std::optional<SendOutcome>> ask(RecordReader& reader, const Message& message, const IntentRow& intent);
    Result<bool> lookUp(Database& db, const Agency& agency, const Message& message);
    static QString whyHeld(Channel channel);

    Result<int> poll(Database& db, const Agency& agency);
    Result<bool> apply(Database& db, const Agency& agency, const InboundText& text);
    Result<AppliedText> applyOnce(Database& db, const Agency& agency, const InboundText& text, bool asItIs);

    [[nodiscard]] QDateTime now() const { return m_environment.clock.now(); }

    Databases& m_databases;
    Carriers m_carriers;
    GatewaySettings m_settings;
    Environment m_environment;
};

} // namespace handrail::server
