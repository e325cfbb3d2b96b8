// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/mailcarrier.h"

using namespace Qt::Literals::StringLiterals;
using Kind = handrail::SendOutcome::Kind;

namespace handrail::sim {

SendOutcome MailCarrier::send(const OutgoingMail& mail)
{
    constexpr double p = 0.02;
    Process& server = *Process::current();
    Plan& plan = m_stage.plan;
    const Ask ask{.message = QUuid::fromString(mail.envelopeId),
                  .channel = Channel::Email,
                  .to = mail.toAddress,
                  .from = mail.fromAddress,
                  .body = mail.text,
                  .tryId = {},
                  .about = server.about()};
    m_judge.carries(mail.unsubscribeUrl, MessageId(ask.message));
    m_judge.asked(ask);
    server.mayDie("beforemail", 0.005);
    Dice dice = plan.dice("mail.send");
    const qint64 there = dice.between(20, 900);
    const bool later = bool(plan.fault("mail.4xx", 2 * p));
    const bool lost = !later && plan.fault("mail.lost", p);
    const bool silent = !later && !lost && plan.fault("mail.noanswer", p);
    if (later || lost || silent)
        m_stage.trace.saw(later  ? "the mail server says 4xx"
                          : lost ? "the mail server never gets a mail"
                                 : "the mail server takes a mail and does not say so");
    if (!later && !lost)
        m_stage.timeline.in(there, [this, mail, ask] {
            m_stage.trace.tell(u"the mail server takes a mail to %1"_s.arg(mail.toAddress));
            m_judge.accepted(ask);
            m_stage.timeline.in(m_stage.plan.dice("mail.way").between(second, 10 * minute),
                                [this, mail] { delivered(mail); });
        });
    server.wait(silent || lost ? 60 * second : there + dice.between(10, 500));
    server.mayDie("aftermail", 0.005);
    if (later)
        return {.kind = Kind::TryLater, .reason = u"greylisted"_s};
    if (silent || lost) {
        m_stage.trace.tell(u"the mail server does not say whether it took a mail to %1"_s.arg(mail.toAddress));
        return {.kind = Kind::Unknown, .reason = u"no answer"_s};
    }
    return {.kind = Kind::Sent, .carrierId = mail.messageId};
}

} // namespace handrail::sim
