// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/push.h"

#include "core/domain/access.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <algorithm>

namespace handrail::sync {

namespace {

/// Well under what a server takes (protocol::maxBodyBytes), so that the frame around the changes never matters.
constexpr qint64 batchBytes = protocol::maxBodyBytes / 2;

/// The first of `changes` that fit into one request: at least one.
qsizetype fittingInto(qsizetype mostChanges, const QList<Change>& changes)
{
    qint64 bytes = 0;
    for (qsizetype i = 0; i < std::min(changes.size(), mostChanges); ++i) {
        bytes += QJsonDocument(protocol::toJson(changes[i])).toJson(QJsonDocument::Compact).size();
        if (i > 0 && bytes > batchBytes)
            return i;
    }
    return std::min(changes.size(), mostChanges);
}

/// Keeps what the server said about each change of `batch`. An error where it said nothing about any of them.
Result<void> keepAnswers(SyncStore& store, const QList<Change>& batch, const protocol::PushAnswer& answer,
                         PushReport& report)
{
    QList<ChangeId> accepted;
    const int refusedBefore = report.refused;
    for (const protocol::PushResult& result : answer.results) {
        const auto sent =
            std::ranges::find_if(batch, [&](const Change& change) { return change.id.uuid() == result.changeId; });
        if (sent == batch.end())
            continue;
        if (result.status == protocol::PushResult::Status::Accepted) {
            accepted.append(sent->id);
            continue;
        }
        // A server that doesn't know it, or not like this: nothing that a worker could put right.
        if (sent->entity == accessEntity) {
            accepted.append(sent->id);
            continue;
        }
        if (auto kept = store.setRefused(sent->id, result.sentence); !kept)
            return kept;
        ++report.refused;
    }
    if (accepted.isEmpty() && report.refused == refusedBefore)
        return Error{ErrorCode::ServerTrouble,
                     QCoreApplication::translate("Sync", "The server did not say what became of the changes sent to "
                                                         "it. They are kept and sent again.")};
    report.accepted += int(accepted.size());
    return accepted.isEmpty() ? Result<void>() : store.acknowledge(accepted);
}

} // namespace

Result<PushReport> pushOutgoing(SyncStore& store, ServerLink& server)
{
    PushReport report;
    qsizetype mostChanges = protocol::maxChangesPerPush;
    while (true) {
        const auto outgoing = store.outgoing(protocol::maxChangesPerPush);
        if (!outgoing)
            return outgoing.error();
        if (outgoing->isEmpty())
            return report;
        const QList<Change> batch = outgoing->first(fittingInto(mostChanges, *outgoing));
        const auto answer = server.push(batch);
        if (!answer && answer.error().code == ErrorCode::InvalidInput) {
            if (batch.size() > 1) {
                mostChanges = batch.size() / 2;
                continue;
            }
            if (auto kept = store.setRefused(batch.first().id, answer.error().sentence); !kept)
                return kept.error();
            ++report.refused;
        } else if (!answer) {
            return answer.error();
        } else if (auto kept = keepAnswers(store, batch, *answer, report); !kept) {
            return kept.error();
        }
        mostChanges = std::min<qsizetype>(mostChanges * 2, protocol::maxChangesPerPush);
    }
}

} // namespace handrail::sync
