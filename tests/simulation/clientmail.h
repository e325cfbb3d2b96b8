// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/mailbox.h"
#include "tests/simulation/judge.h"

#include <deque>

namespace handrail::sim {

/// The mailbox where bounces and clients' mails come in: late, twice, in no order, anew under other numbers, or not to
/// be had just now.
class ClientMail : public Mailbox
{
public:
    ClientMail(Stage stage, Judge& judge)
        : m_stage(stage)
        , m_judge(judge)
    {
    }
    [[nodiscard]] QString name() const override { return QStringLiteral("help@h.example/INBOX"); }
    Result<MailboxReading> read(const MailboxPosition& position) override;
    Result<void> dealtWith(const MailboxReading& reading, const QList<quint32>& taken) override;

    /// Somebody writes; it is in the mailbox a while later.
    void receive(InboundMail mail);

    /// Something is worth a look.
    std::function<void()> news;

private:
    void put(const InboundMail& mail);

    Stage m_stage;
    Judge& m_judge;
    std::deque<InboundMail> m_mails;
    quint32 m_validity = 1;
    quint32 m_lastUid = 0;
    int m_written = 0;
};

} // namespace handrail::sim
