// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/records/codec.h"
#include "server/audit/auditreader.h"
#include "server/store/database.h"
#include "tests/simulation/judge.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

/// What must hold once faults have stopped and all had its time: what the product claims, against what the carriers
/// and the people know.
namespace handrail::sim {

void Judge::finish()
{
    checkSaved();
    checkMessages();
    checkSteps();
    checkReplies();
    checkAnswers();
    checkAudit();
}

/// I13: the audit's chain is whole, and what was done stands in it, as often as it was done.
void Judge::checkAudit()
{
    for (qsizetype i = 0; i < m_founding.agencies.size(); ++i) {
        const AgencyId agency = m_founding.agencies[i].id;
        const auto check = server::verifyAudit(*reader(), agency);
        if (!check || !check->problem.isEmpty())
            return fail(u"I13"_s, u"the audit's chain does not hold: %1"_s.arg(check ? check->problem : check.error().sentence));
        if (check->last.number > 0)
            m_stage.trace.saw("an audit's chain is followed to its end");
        for (const QString& word : {u"message_decided"_s, u"client_erased"_s}) {
            auto row = reader()->query(u"SELECT COUNT(*) FROM audit WHERE agency_id = ? AND what = ?"_s, {agency.toString(), word});
            const int kept = row && row->next() ? row->value(0).toInt() : -1;
            if (kept != m_audited.value(u"%1 %2"_s.arg(i).arg(word)) && !m_restored)
                return fail(u"I13"_s, u"«%1» was done %2 times and stands in the audit %3 times"_s.arg(word)
                                          .arg(m_audited.value(u"%1 %2"_s.arg(i).arg(word)))
                                          .arg(kept));
        }
    }
}

/// I5: what a desk has called saved is on the server, or refused and kept there to be seen.
void Judge::checkSaved()
{
    for (auto it = m_saved.cbegin(); it != m_saved.cend(); ++it) {
        const QString entity = it.key().section(u' ', 0, 0);
        const QUuid id = it->key;
        if (m_refused.contains(id) || m_restored || isErased(m_clientOf.value(id)))
            continue;
        // What the desk of a disabled account had not brought yet stays there.
        if (isDisabled(*it->seat) && !it->reachedServer)
            continue;
        auto row =
            reader()->query(u"SELECT 1 FROM \"%1\" WHERE id = ?"_s.arg(entity), {id.toString(QUuid::WithoutBraces)});
        if (!row || !row->next())
            return fail(u"I5"_s, u"a %1 that a desk of agency %2 has saved never came to the server"_s.arg(entity).arg(
                                     it->seat->agency));
    }
}

QString Judge::wayOf(const MessageId& id) const
{
    auto rows = reader()->query(u"SELECT fields FROM change_log WHERE entity = 'message' AND record_id = ? ORDER BY seq"_s, {id.toString()});
    QStringList way;
    while (rows && rows->next())
        if (const QString state = QJsonDocument::fromJson(rows->value(0).toByteArray())["state"_L1].toString(); !state.isEmpty())
            way.append(state);
    return way.join(u", "_s);
}

/// Not where a client was given to a team that has nobody: what waits there waits for an agent that may see it.
bool Judge::someoneMaySend(const ModelMessage& message) const
{
    const QList<const Seat*> seats = present();
    return std::ranges::any_of(seats, [&](const Seat* seat) {
        return seat->agency == message.agency && !isDisabled(*seat) && maySee(*seat, message.made.clientId.uuid());
    });
}

/// I7, I15: every message has ended or is visible, and what is called sent was taken.
void Judge::checkMessages()
{
    const qint64 now = m_stage.timeline.now();
    for (const auto& [id, message] : m_messages) {
        auto row = reader()->query(u"SELECT state, due_at, reason FROM message WHERE id = ?"_s, {id.toString()});
        if (!row || !row->next())
            continue;
        const auto state = records::fromName<MessageState>(row->value(0).toString());
        if (!state)
            return fail(u"I7"_s, u"%1 is in no known state"_s.arg(nameOf(message)));
        const bool open = *state == MessageState::Sending || *state == MessageState::Unknown ||
                          (*state == MessageState::Waiting && row->value(1).toLongLong() < now - 4 * day && someoneMaySend(message));
        if (open)
            return fail(u"I7"_s, u"%1 is still «%2» long after all faults have stopped; its way: %3"_s.arg(
                                     nameOf(message), row->value(0).toString(), wayOf(id)));
        const bool claimsSent = *state == MessageState::Sent || *state == MessageState::Delivered;
        if (claimsSent && message.accepted == 0)
            return fail(u"I15"_s,
                        u"%1 is called «%2», and no carrier took it"_s.arg(nameOf(message), row->value(0).toString()));
        if (*state == MessageState::Waiting && message.accepted > message.resends)
            return fail(u"I15"_s, u"%1 is called waiting, and the carrier took it"_s.arg(nameOf(message)));
        const bool needsReason = *state == MessageState::Held || *state == MessageState::Refused;
        if (needsReason && row->value(2).toString().isEmpty())
            return fail(u"I7"_s, u"%1 is «%2» and nobody is told why"_s.arg(nameOf(message), row->value(0).toString()));
    }
}

/// I10: no state goes back, by the log of changes.
void Judge::checkSteps()
{
    using S = MessageState;
    const auto rank = [](S state) {
        switch (state) {
        case S::Waiting:
            return 0;
        case S::Sending:
            return 1;
        case S::Unknown:
            return 2;
        case S::Held:
        case S::Expired:
            return 3;
        case S::Sent:
            return 4;
        case S::Delivered:
        case S::Refused:
        case S::Canceled:
            return 5;
        }
        return 0;
    };
    auto rows =
        reader()->query(u"SELECT record_id, fields FROM change_log WHERE entity = 'message' ORDER BY agency_id, seq"_s);
    QHash<QString, S> last;
    while (rows && rows->next()) {
        const QJsonObject fields = QJsonDocument::fromJson(rows->value(1).toByteArray()).object();
        const auto state = records::fromName<S>(fields["state"_L1].toString());
        if (!state)
            continue;
        const QString id = rows->value(0).toString();
        const S before = last.value(id, S::Waiting);
        last.insert(id, *state);
        const auto message = MessageId::fromString(id);
        const ModelMessage* model = message ? find(*message) : nullptr;
        const bool again = *state == S::Waiting && (before == S::Sending || (model != nullptr && model->resends > 0));
        if (rank(*state) < rank(before) && !again)
            return fail(u"I10"_s, u"message %1 went back from %2 to %3; its way: %4"_s.arg(
                                      id.right(6), records::nameOf(before), records::nameOf(*state), message ? wayOf(*message) : QString()));
    }
}

/// I9: each text of a client is kept, once.
void Judge::checkReplies()
{
    for (const QString& id : std::as_const(inboundIds)) {
        auto row = reader()->query(u"SELECT COUNT(*) FROM reply WHERE carrier_id = ?"_s, {id});
        const int count = row && row->next() ? row->value(0).toInt() : -1;
        if (count == 0 && !m_erased.isEmpty())
            continue; // may have been an erased client's
        if (count != 1)
            return fail(u"I9"_s, u"the client's text %1 is kept %2 times"_s.arg(id).arg(count));
    }
}

/// An answer that the page confirmed is in the activity.
void Judge::checkAnswers()
{
    for (auto it = m_answers.cbegin(); it != m_answers.cend(); ++it) {
        if (isErased(m_clientOf.value(QUuid::fromString(it.key().mid(36)))))
            continue;
        auto row =
            reader()->query(u"SELECT 1 FROM activity WHERE referral_id = ? AND kind = 'answered' AND answer = ?"_s,
                            {it.key().mid(36), records::nameOf(*it)});
        if (!row || !row->next())
            return fail(u"I9"_s, u"an answer that a page has confirmed is in no activity"_s);
    }
}

/// I11: what this desk shows of each message is what the server says; who sees all clients has all.
void Judge::compare(const Seat& seat, LocalStore& store)
{
    for (const auto& [id, message] : m_messages) {
        if (message.agency != seat.agency || m_refused.contains(id.uuid()))
            continue;
        const auto here = store.shares().message(id);
        const bool seesAll = seat.user.role == Role::Administrator || seat.user.role == Role::Agent;
        auto row = reader()->query(u"SELECT state FROM message WHERE id = ?"_s, {id.toString()});
        if (!here || !row || !row->next())
            continue;
        if (!*here && !seesAll)
            continue;
        const QString says = *here ? records::nameOf((*here)->state) : u"nothing"_s;
        if (says != row->value(0).toString())
            return fail(u"I11"_s, u"%1 is «%2» at desk %3 and «%4» on the server"_s.arg(
                                      nameOf(message), says, QString::fromLatin1(seat.name), row->value(0).toString()));
    }
}

} // namespace handrail::sim
