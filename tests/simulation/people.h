// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/servernode.h"
#include "tests/simulation/textcarrier.h"

namespace handrail::sim {

/// The clients, their phones and browsers, and the machines that open links before they do.
class People
{
public:
    People(Stage stage, Judge& judge, ServerNode& server, TextCarrier& texts)
        : m_stage(stage)
        , m_judge(judge)
        , m_server(server)
        , m_texts(texts)
    {
    }
    void gotText(const CarrierText& text);
    void gotMail(const OutgoingMail& mail);

private:
    void look(const QString& link);
    void press(const QString& link, const QByteArray& form, int tries);
    void answer(const QString& link, Dice& dice);
    void request(const QByteArray& method, const QString& link, const QByteArray& form,
                 std::function<void(const Reached&)> done);

    Stage m_stage;
    Judge& m_judge;
    ServerNode& m_server;
    TextCarrier& m_texts;
};

} // namespace handrail::sim
