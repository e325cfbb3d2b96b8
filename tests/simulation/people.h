// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/clientmail.h"
#include "tests/simulation/front.h"
#include "tests/simulation/textcarrier.h"

namespace handrail::sim {

/// The clients, their phones and browsers, and the machines that open links before they do.
class People
{
public:
    People(Stage stage, Judge& judge, Front& server, TextCarrier& texts, ClientMail& mails)
        : m_stage(stage)
        , m_judge(judge)
        , m_server(server)
        , m_texts(texts)
        , m_mails(mails)
    {
    }
    void gotText(const CarrierText& text);
    void gotMail(const OutgoingMail& mail);
    /// Clients answer with a dozen texts in a row, in several languages.
    bool storm = false;
    /// Many of them text STOP.
    bool refuse = false;
    /// They do nothing at all.
    bool silent = false;

private:
    void look(const QString& link);
    void press(const QString& link, const QByteArray& form, int tries);
    /// What comes back by mail: a bounce, an automatic answer, a client's words, a wish for no more.
    void mailBack(const OutgoingMail& mail, Dice& dice);
    void answer(const QString& link, Dice& dice);
    void request(const QByteArray& method, const QString& link, const QByteArray& form,
                 std::function<void(const Reached&)> done);

    Stage m_stage;
    Judge& m_judge;
    Front& m_server;
    TextCarrier& m_texts;
    ClientMail& m_mails;
};

} // namespace handrail::sim
