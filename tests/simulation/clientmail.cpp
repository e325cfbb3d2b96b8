// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/clientmail.h"

#include "tests/support/mailboxreading.h"

using namespace Qt::Literals::StringLiterals;

namespace handrail::sim {

namespace {

constexpr qsizetype atOnce = 4;

} // namespace

void ClientMail::receive(InboundMail mail)
{
    mail.key = u"mail:%1"_s.arg(++m_written);
    mail.date = QDateTime::fromMSecsSinceEpoch(m_stage.timeline.now(), Qt::UTC);
    qint64 way = m_stage.plan.dice("mail.in").between(second, 10 * minute);
    if (auto late = m_stage.plan.fault("mail.inlate", 0.1)) {
        m_stage.trace.saw("a client's mail, or a bounce, arrives hours late");
        way += late->between(hour, 2 * day);
    }
    m_stage.timeline.in(way, [this, mail] { put(mail); });
    if (auto twice = m_stage.plan.fault("mail.intwice", 0.05)) {
        m_stage.trace.saw("a client's mail, or a bounce, arrives twice");
        m_stage.timeline.in(way + twice->between(second, hour), [this, mail] { put(mail); });
    }
}

void ClientMail::put(const InboundMail& mail)
{
    m_mails.push_back(mail);
    m_mails.back().uid = ++m_lastUid;
    m_stage.trace.tell(u"a mail from %1 is in the mailbox"_s.arg(mail.from));
    news();
}

Result<MailboxReading> ClientMail::read(const MailboxPosition& position)
{
    Process::current()->wait(m_stage.plan.dice("mail.read").between(20, 800));
    if (m_stage.plan.fault("mail.noread", 0.03)) {
        m_stage.trace.saw("the mailbox can't be read");
        return Error{ErrorCode::Offline, u"The mailbox's server did not answer."_s};
    }
    if (!m_mails.empty() && m_stage.plan.fault("mail.renumbered", 0.01)) {
        m_stage.trace.saw("the mailbox is numbered anew");
        ++m_validity;
        m_lastUid = 0;
        std::ranges::reverse(m_mails);
        for (InboundMail& mail : m_mails)
            mail.uid = ++m_lastUid;
    }
    return tests::readingOf(m_mails, m_validity, position, atOnce);
}

Result<void> ClientMail::dealtWith(const MailboxReading& reading, const QList<quint32>&)
{
    for (const InboundMail& mail : reading.mails)
        m_judge.mailTaken(mail);
    return {};
}

} // namespace handrail::sim
