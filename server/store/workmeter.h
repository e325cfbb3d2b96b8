// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/environment.h"

#include <QString>

namespace handrail::server {

/// Hears of what the server's parts do, to be counted. Names only, of which there are few: never an id, an address or
/// a word of a person. Called on any thread.
class WorkMeter
{
public:
    virtual ~WorkMeter() = default;
    /// A message of that channel ("text") is in another state now; told after the commit.
    virtual void messageStepped(const QString& channel, const QString& state) = 0;
    /// A carrier was given a message and said "sent", "refused", "try_later", or nothing that is sure: "unknown".
    virtual void carrierAnswered(const QString& channel, const QString& outcome) = 0;
    /// A round of work with a carrier failed: "poll", "lookup", "statuses", "mailbox".
    virtual void carrierFailed(const QString& work) = 0;
};

/// Where somebody counts.
inline void countFailure(const Environment& environment, const char* work)
{
    if (environment.meter != nullptr)
        environment.meter->carrierFailed(QString::fromLatin1(work));
}

} // namespace handrail::server
