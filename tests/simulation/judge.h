// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/message.h"
#include "core/domain/reply.h"
#include "core/ports/carriers.h"
#include "core/ports/httptransport.h"
#include "core/ports/mailbox.h"
#include "core/ports/stores.h"
#include "server/http/router.h"
#include "server/store/database.h"
#include "server/store/records.h"
#include "tests/simulation/founding.h"
#include "tests/simulation/process.h"

#include <QHash>
#include <map>

namespace handrail::sim {

/// A promise that was not kept.
struct Violation
{
    QString invariant; ///< "I1"; docs/simulation.md has the list.
    QString sentence;
    qint64 event = 0;
};

/// What one message of ours is, by the desk that made it, and what became of it, by the carriers' own record.
struct ModelMessage
{
    Message made;
    int agency = 0;
    int index = 0; ///< Of its referral in the share.
    QDateTime sharedAt;
    QString timeZone;
    qint64 latestFence = 0;
    QSet<qint64> askedUnder; ///< Fences under which a carrier was asked.
    int asked = 0;
    int accepted = 0;
    int resends = 0; ///< That a person ordered, and the server took.
    bool reachedServer = false;
    qint64 pressedAt = 0;     ///< True time of the press.
    bool clockWrong = false;  ///< The desk's clock was wrong then, and nobody had told it: the share's day is, too.
    qint64 leasedAt = 0;      ///< True time, of the latest.
    qint64 leaseEndsAt = 0;
};

/// One call of a carrier.
struct Ask
{
    QUuid message;
    Channel channel = Channel::Text;
    QString to;
    QString from;
    QString body;
    QString tryId;    ///< Of the intent; texts only.
    QByteArray about; ///< The request that the server is serving: "POST /v1/messages/…/send\n{…}".
};

/// The model beside the product: knows what people pressed, what the server was told and answered, and what carriers
/// took; holds that against the invariants after every step that could break one. Never asks the product's database
/// what is true, only whether what it claims is.
class Judge
{
public:
    Judge(Stage stage, const Founding& founding);

    /// The desk has committed this share. `clockWrong`: as of ModelMessage.
    void shared(const Seat& seat, LocalStore& store, const ShareId& share, bool clockWrong);
    /// The desk has said «saved» of these.
    void saved(const Seat& seat, const QString& entity, const QUuid& key);
    /// A desk begins to ask for something. `wokeAt`: when it last woke, where its monotonic clock stops in sleep; else 0.
    void leaving(const Seat& seat, const HttpRequest& request, qint64 wokeAt);
    /// The links of this message, beside those of its lease.
    void carries(const QString& link, const MessageId& message);
    /// The server has dealt with this mail that came in.
    void mailTaken(const InboundMail& mail);
    void served(const server::Request& request, const server::Response& response);
    void asked(const Ask& ask);
    /// The carrier took it. `silent`: nobody was told so.
    void accepted(const Ask& ask);
    /// The server has kept this inbound text.
    void textApplied(int agency, const InboundText& text);
    void turned(const QByteArray& desk, const std::optional<Error>& trouble);

    /// All faults have stopped and everything had its time.
    void finish();
    /// Afterwards: a desk has what the server has (I11).
    void compare(const Seat& seat, LocalStore& store);
    void compareRecords(const Seat& seat, const QString& file, const QByteArray& key);
    [[nodiscard]] bool isErased(const QUuid& client) const;
    [[nodiscard]] bool isDisabled(const Seat& seat) const { return m_staff.value(seat.user.id).disabled; }
    /// The server has been put back to what it was at `then`: what it was told since it can't know.
    void serverForgets(qint64 then);
    /// It is backed up as it is now.
    void serverRemembers() { m_remembered = {m_care, m_staff, m_erased, m_erasedNames}; }
    /// Whoever sits at a desk that is there.
    std::function<QList<const Seat*>()> present;
    /// A lease was given; what races it may begin.
    std::function<void(const ModelMessage&)> leased;

    void fail(const QString& invariant, const QString& sentence);
    [[nodiscard]] const std::optional<Violation>& violation() const { return m_violation; }
    [[nodiscard]] const ModelMessage* find(const MessageId& id) const;
    [[nodiscard]] std::optional<MessageId> messageOfToken(const QString& token) const;
    [[nodiscard]] const std::map<MessageId, ModelMessage>& messages() const { return m_messages; }
    [[nodiscard]] qint64 acceptances() const { return m_acceptances; }

    /// Of who asks in a request; nothing for a page.
    [[nodiscard]] const Seat* seatOf(const server::Request& request) const;
    std::function<server::Database*()> reader; ///< A connection of its own: sees what is committed.

private:
    void pushed(const Seat& seat, const server::Request& request, const server::Response& response);
    void claimed(int agency, const server::Response& response);
    void decided(const server::Request& request);
    void learnCare(const Change& change);
    void learnOwner(const Change& change);
    [[nodiscard]] QUuid keptOne(const QUuid& client) const;
    [[nodiscard]] bool maySee(const Seat& seat, const QUuid& client) const;
    void checkSight(const Seat& seat, const server::Request& request, const server::Response& response);
    void staffChanged(const server::Request& request);
    void erased(const server::Request& request);
    QString compareOne(const Seat& seat, const records::Entity& entity, const server::Record& record,
                       QHash<QUuid, QJsonObject>& mine);
    void checkAudit();
    void pagePosted(const server::Request& request);
    void checkIsolation(const Seat& seat, const server::Request& request, const server::Response& response);
    void checkConsent(const Ask& ask, const ModelMessage& message);
    void checkFollowUp(const ModelMessage& message);
    void checkFence(const Ask& ask, ModelMessage& message);
    void checkIntent(const Ask& ask, const ModelMessage& message);
    void checkMessages();
    /// The states that the server's log gives it, in order.
    [[nodiscard]] QString wayOf(const MessageId& id) const;
    [[nodiscard]] bool someoneMaySend(const ModelMessage& message) const;
    void checkSteps();
    void checkReplies();
    void checkAnswers();
    void checkSaved();
    [[nodiscard]] QString nameOf(const ModelMessage& message) const;
    static QString key(int agency, Channel channel, const QString& address);

    /// What the judge knows of who takes care of a client, each by its latest stamp.
    struct Stamped
    {
        QUuid id;
        std::optional<Stamp> stamp;
    };
    struct Care
    {
        Stamped worker, team, mergedInto;
    };
    struct Staff
    {
        Role role = Role::Worker;
        QUuid team;
        bool disabled = false;
    };
    Stage m_stage;
    const Founding& m_founding;
    std::optional<Violation> m_violation;
    QHash<QUuid, Care> m_care;
    QHash<UserId, Staff> m_staff;
    QHash<QUuid, QUuid> m_clientOf; ///< Of a record.
    QHash<QUuid, QSet<QString>> m_names;
    QSet<QUuid> m_erased;
    QSet<QString> m_erasedNames;
    QMap<QString, int> m_audited; ///< By agency and word of the audit: what was asked and done.
    QHash<QString, qint64> m_bounced; ///< Addresses whose mails come back, by key().
    struct Remembered
    {
        QHash<QUuid, Care> care;
        QHash<UserId, Staff> staff;
        QSet<QUuid> erased;
        QSet<QString> erasedNames;
    } m_remembered;
    bool m_restored = false;
    std::map<MessageId, ModelMessage> m_messages;
    std::map<ShareId, Consent> m_consents;
    QHash<ShareId, qint64> m_withdrawn;
    QHash<QString, qint64> m_optedOut;                   ///< By key(): since when the server knows.
    QHash<QString, Answer> m_answers;                    ///< By share and referral: the latest that a page confirmed.
    QHash<ReferralId, QList<ReferralStatus>> m_statuses; ///< That the server took.
    QHash<QString, QUuid> m_followedUp;                  ///< By share, channel and local day: accepted.
    QHash<QString, MessageId> m_tokens;
    QHash<QByteArray, const Seat*> m_seats;
    struct Saved
    {
        const Seat* seat = nullptr;
        QUuid key;
        bool reachedServer = false;
    };
    QHash<QString, Saved> m_saved; ///< By entity and key.
    QSet<QUuid> m_refused;
    QSet<QString> m_inbound;        ///< Carrier's ids of texts that were applied.
    QHash<int, qint64> m_lastFence; ///< Of each agency.
    qint64 m_acceptances = 0;

public:
    /// Every inbound text that a carrier listed or brought, and every mail that is a client's words, for the end.
    QStringList inboundIds;
};

} // namespace handrail::sim
