// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/carriers.h"
#include "tests/simulation/judge.h"

namespace handrail::sim {

/// A mail server: takes and says so, takes and says nothing (RFC 1047), is down, or refuses.
class MailCarrier : public MailGateway
{
public:
    MailCarrier(Stage stage, Judge& judge)
        : m_stage(stage)
        , m_judge(judge)
    {
    }
    SendOutcome send(const OutgoingMail& mail) override;

    std::function<void(const OutgoingMail&)> delivered;

private:
    Stage m_stage;
    Judge& m_judge;
};

} // namespace handrail::sim
