// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/clock.h"
#include "core/ports/random.h"

#include <QJsonObject>
#include <QList>
#include <QMutex>
#include <QSet>
#include <QString>
#include <QUrlQuery>

namespace handrail::trial {

/// A text as the stand-in keeps it: what Twilio's Message resource has and Handrail reads.
struct TrialText
{
    QString sid;
    QString from;
    QString to;
    QString body;
    bool inbound = false;
    bool fromCarrier = false; ///< The carrier's own confirmation of STOP, START or HELP.
    int errorCode = 0;        ///< Why it was not delivered; 0: it was.
    QDateTime at;             ///< UTC
};

/// What the stand-in shall do with the next creates, so that tests see a carrier at its worst.
struct TrialFault
{
    enum class Kind {
        Refuse,          ///< 400 with `code`.
        ServerError,     ///< 500, nothing was taken.
        TakenThenBroken, ///< The text is taken, and the answer is cut off.
        TooMany,         ///< 429
        Undelivered,     ///< The text is taken, and fails later with `code`.
    } kind = Kind::Refuse;
    int code = 21211;
    int times = 1;
};

struct TrialAnswer
{
    int status = 200;
    QJsonObject body;
    bool broken = false; ///< The transport is to cut the answer off.
};

/// The state of a carrier that exists only on this machine. It speaks the part of Twilio's REST API that Handrail uses
/// (create and list messages) and treats STOP, START, YES, UNSTOP and HELP as Twilio does. Thread-safe. What it has is
/// kept in `journalPath` (JSON lines), so that a restarted trial still has the client's texts.
class TrialCarrier
{
public:
    TrialCarrier(const Clock& clock, Random& random, QString accountSid, QString journalPath);

    /// POST /2010-04-01/Accounts/{Sid}/Messages.json
    TrialAnswer create(const QUrlQuery& form);
    /// GET /2010-04-01/Accounts/{Sid}/Messages.json
    TrialAnswer list(const QUrlQuery& query) const;

    /// The client texts `body` from `from` to `to`.
    void receive(const QString& from, const QString& to, const QString& body);
    void setFault(const TrialFault& fault);
    /// Everything that a phone got or sent, oldest first; every phone's for an empty number.
    [[nodiscard]] QList<TrialText> textsOf(const QString& number) const;

private:
    QString newSid();
    TrialText keep(TrialText text);
    void load();
    void applyKeyword(const TrialText& text);
    void answerAsCarrier(const TrialText& toWhat, const QString& body);
    QJsonObject resource(const TrialText& text) const;

    const Clock& m_clock;
    Random& m_random;
    QString m_accountSid;
    QString m_journalPath;
    mutable QMutex m_mutex;
    QList<TrialText> m_texts;
    QSet<QString> m_optedOut; ///< "client|sender"
    TrialFault m_fault{.times = 0};
};

} // namespace handrail::trial
