// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/carriers.h"

#include <deque>
#include <functional>
#include <mutex>

namespace handrail::tests {

/// The process died while it called the carrier.
struct Crash
{
};

/// A carrier of texts that does what the test says, and knows better than anybody what it accepted.
class FakeTexts : public TextGateway
{
public:
    SendOutcome send(const OutgoingText& text) override
    {
        if (beforeSend)
            beforeSend(text);
        const std::lock_guard lock(m_mutex);
        asked.append(text);
        SendOutcome outcome{.kind = SendOutcome::Kind::Sent};
        if (!script.empty()) {
            outcome = script.front();
            script.pop_front();
        }
        // Unknown: it has it unless the test says that the request was lost.
        if (outcome.kind == SendOutcome::Kind::Sent || (outcome.kind == SendOutcome::Kind::Unknown && !losesUnknown))
            outcome.carrierId = accept(text);
        if (crashAfterSend)
            throw Crash();
        if (outcome.kind == SendOutcome::Kind::Unknown)
            outcome.carrierId.clear();
        return outcome;
    }
    Result<QList<CarrierText>> sentTo(const QString& to, const QDateTime&) override
    {
        ++lookUps;
        if (listTrouble)
            return Error{ErrorCode::Offline, QStringLiteral("scripted")};
        QList<CarrierText> found;
        for (const CarrierText& text : std::as_const(accepted))
            if (text.to == to)
                found.append(text);
        return found;
    }
    Result<QList<CarrierText>> sentFrom(const QString& number, const QDateTime&) override
    {
        if (listTrouble)
            return Error{ErrorCode::Offline, QStringLiteral("scripted")};
        QList<CarrierText> found;
        for (const CarrierText& text : std::as_const(accepted))
            if (text.from == number)
                found.append(text);
        return found;
    }
    Result<QList<InboundText>> inbound(const QString& number, const QDateTime& since) override
    {
        if (listTrouble)
            return Error{ErrorCode::Offline, QStringLiteral("scripted")};
        QList<InboundText> found;
        for (const InboundText& text : std::as_const(inbox))
            if (text.to == number && (!text.receivedAt.isValid() || text.receivedAt.date() >= since.date()))
                found.append(text);
        return found;
    }
    [[nodiscard]] bool hasLists() const override { return lists; }
    [[nodiscard]] bool answersKeywords() const override { return keywords; }

    void willAnswer(SendOutcome outcome) { script.push_back(std::move(outcome)); }

    std::function<void(const OutgoingText&)> beforeSend;
    std::deque<SendOutcome> script; ///< Sent where it has ended.
    bool losesUnknown = false;
    bool crashAfterSend = false;
    bool listTrouble = false;
    bool keywords = true;
    bool lists = true;
    QList<OutgoingText> asked;
    QList<CarrierText> accepted;
    QList<InboundText> inbox;
    int lookUps = 0;

private:
    QString accept(const OutgoingText& text)
    {
        const QString id = QStringLiteral("SM%1").arg(accepted.size() + 1);
        accepted.append(CarrierText{.carrierId = id, .to = text.to, .from = text.from, .body = text.body});
        return id;
    }
    std::mutex m_mutex;
};

class FakeMail : public MailGateway
{
public:
    SendOutcome send(const OutgoingMail& mail) override
    {
        asked.append(mail);
        if (script.empty())
            return {.kind = SendOutcome::Kind::Sent, .carrierId = mail.messageId};
        const SendOutcome outcome = script.front();
        script.pop_front();
        return outcome;
    }

    std::deque<SendOutcome> script;
    QList<OutgoingMail> asked;
};

} // namespace handrail::tests
