// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/carriers.h"
#include "tests/simulation/judge.h"

#include <deque>

namespace handrail::sim {

/// A carrier of texts with all the bad habits that real ones have. Its own record of what it took is what the judge
/// goes by.
class TextCarrier : public TextGateway
{
public:
    TextCarrier(Stage stage, Judge& judge)
        : m_stage(stage)
        , m_judge(judge)
    {
    }
    SendOutcome send(const OutgoingText& text) override;
    Result<QList<CarrierText>> sentTo(const QString& to, const QDateTime& since) override;
    Result<QList<CarrierText>> sentFrom(const QString& number, const QDateTime& since) override;
    Result<QList<InboundText>> inbound(const QString& number, const QDateTime& since) override;
    [[nodiscard]] bool answersKeywords() const override { return true; }

    /// A client writes to a number of ours.
    void receive(const QString& from, const QString& to, const QString& body);
    /// Down from now until then.
    void goDownUntil(qint64 ms) { m_downUntil = ms; }
    /// What is taken before then is listed an hour late, always.
    void listsLateUntil(qint64 ms) { m_listsLateUntil = ms; }

    /// The text is on the client's phone.
    std::function<void(const CarrierText&)> delivered;
    /// Something is worth a round of the server's worker.
    std::function<void()> news;
    /// A webhook about a text of ours.
    std::function<void(const QString& reference, const TextReport&)> report;
    /// The texts that the last look of each server's worker listed.
    QHash<Process*, QList<InboundText>> listed;

private:
    struct Taken
    {
        CarrierText text;
        QString reference;
        qint64 listedAt = 0;
        TextStatus end;
        qint64 endAt = 0; ///< 0: never says more.
    };
    struct Came
    {
        InboundText text;
        qint64 listedAt = 0;
    };
    QString take(const OutgoingText& text, const Ask& ask);
    Result<void> answersLists(const char* which);
    [[nodiscard]] CarrierText asListed(const Taken& taken) const;
    [[nodiscard]] bool isDown() const { return m_stage.timeline.now() < m_downUntil && !m_stage.plan.quiet; }

    Stage m_stage;
    Judge& m_judge;
    std::deque<Taken> m_taken;
    std::deque<Came> m_came;
    QSet<QString> m_blocked; ///< "from to" of clients who texted STOP: the carrier knows, too.
    qint64 m_downUntil = 0;
    qint64 m_listsLateUntil = 0;
    qint64 m_latestListed = 0;
    qint64 m_latestSeen = 0;
};

} // namespace handrail::sim
