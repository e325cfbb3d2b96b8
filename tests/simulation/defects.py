#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Copies of product sources with deliberate defects, each behind a switch, for the simulation's proof that it can fail.

defects.py SOURCES OUT writes OUT/<file>.cpp for each source that has a defect, and OUT/defects.h with the list. The
product itself knows nothing of this. A place that is no longer there is listed as such, and the test fails with its name.
"""
import os
import sys

# name, file, what stands there, what stands there with the defect (D is true where it is switched on), what a seed is like
DEFECTS = [
    ("skip-the-lease", "server/gateway/leases.cpp",
     "    if (!row->next())\n        return Error{ErrorCode::Conflict,",
     "    if (!row->next() && !D)\n        return Error{ErrorCode::Conflict,", "weeks"),
    ("forget-the-fence", "server/gateway/leases.cpp",
     "const qint64 fence = qMax(last + 1, now.toSecsSinceEpoch() << counterBits);",
     "const qint64 fence = qMax(D ? last : last + 1, D ? qint64(1) : now.toSecsSinceEpoch() << counterBits);", "weeks"),
    ("intent-after-the-call", "server/gateway/send.cpp",
     "if (auto added = addIntent(records, intent->id, message, request.fence, request.body, now()); !added)",
     "if (auto added = D ? Result<void>() : addIntent(records, intent->id, message, request.fence, request.body, now()); !added)",
     "weeks"),
    ("gate-outside-the-transaction", "server/gateway/send.cpp",
     "GateDecision decision = passSendGate(*context);",
     "GateDecision decision = D ? GateDecision{.verdict = GateDecision::Verdict::Send, .reason = {}, .notBefore = {}} : passSendGate(*context);",
     "weeks"),
    ("send-again-where-unknown", "server/gateway/send.cpp",
     "        next.to = MessageState::Unknown;",
     "        next.to = D ? MessageState::Waiting : MessageState::Unknown;", "weeks"),
    ("ignore-the-opt-out", "core/domain/sendgate.cpp",
     "    if (context.optedOut)\n", "    if (context.optedOut && !D)\n", "refusal"),
    # The gate, the agent before it asks, and the desk that cancels what waits: each is enough alone, so all three forget it.
    ("ignore-consent", "core/domain/sendgate.cpp",
     "    if (context.consentWithdrawn)\n", "    if (context.consentWithdrawn && !D)\n", "refusal"),
    ("ignore-consent", "core/sync/sendcycle.cpp",
     "        return m_store.shares().isWithdrawn(message.shareId);", "        return D ? Result<bool>(false) : m_store.shares().isWithdrawn(message.shareId);", "refusal"),
    ("ignore-consent", "core/casework/withdrawing.cpp",
     "        if (isUnsent(message.state))\n", "        if (isUnsent(message.state) && !D)\n", "refusal"),
    ("share-without-consent", "core/domain/shareplan.cpp",
     "    if (!context.consentTicked)\n", "    if (!context.consentTicked && !D)\n", "weeks"),
    ("lose-the-outbox", "core/sync/push.cpp",
     "        const auto answer = server.push(batch);",
     "        if (D) {\n            QList<ChangeId> all;\n            for (const Change& change : batch)\n                all.append(change.id);\n"
     "            (void)store.acknowledge(all);\n        }\n        const auto answer = server.push(batch);", "weeks"),
    ("cursor-before-the-changes", "core/sync/pull.cpp",
     "        if (page->next > *since)\n",
     "        if (D && page->next > *since)\n            if (auto moved = store.apply({}, page->next); !moved)\n                return moved.error();\n"
     "        if (page->next > *since)\n", "weeks"),
    ("plain-sequence", "server/routes/syncroutes.cpp",
     "    return protocol::PullAnswer{.changes = seen->changes, .next = seen->next,",
     "    // What a number that was given earlier and committed later does to who pulls in between.\n"
     "    if (D && seen->changes.size() > 1)\n        seen->changes.removeAt(seen->changes.size() - 2);\n"
     "    return protocol::PullAnswer{.changes = seen->changes, .next = seen->next,", "weeks"),
    ("get-records-an-answer", "server/pages/pages.cpp",
     "    const auto found = pages.source.question(token);",
     "    const auto found = D ? pages.source.recordAnswer(token, Answer::Yes) : pages.source.question(token);", "weeks"),
    ("two-follow-ups-a-day", "core/domain/followups.cpp",
     "    if (lastSentAt.isValid()) {", "    if (lastSentAt.isValid() && !D) {", "weeks"),
    ("outside-the-contact-hours", "core/domain/followups.cpp",
     "QDateTime earliest = nextInside(std::max(now, dueAt), zone, hours);",
     "QDateTime earliest = D ? std::max(now, dueAt) : nextInside(std::max(now, dueAt), zone, hours);", "weeks"),
    ("count-a-reply-twice", "server/gateway/inbound.cpp",
     "        if (!*isNew)\n", "        if (!*isNew && !D)\n", "weeks"),
    ("words-changed-after-the-intent", "server/gateway/send.cpp",
     "                       .body = request.body,\n", "                       .body = D ? request.body + u\" \"_s : request.body,\n", "weeks"),
    ("never-look-up", "server/gateway/lookup.cpp",
     "    for (const Message& message : *unknown) {\n", "    for (const Message& message : *unknown) {\n        if (D)\n            continue;\n", "weeks"),
    ("see-everything", "server/store/sight.cpp",
     "    if (viewer.role == Role::Administrator || viewer.role == Role::Agent)\n        return {u\"1 = 1\"_s, {}};",
     "    if (D || viewer.role == Role::Administrator || viewer.role == Role::Agent)\n        return {u\"1 = 1\"_s, {}};", "moved"),
    ("believe-the-desks-clock", "core/system/servertimeclock.cpp",
     "    return readClockOffset(m_path).value_or(0);", "    return D ? 0 : readClockOffset(m_path).value_or(0);", "years"),
    ("saved-where-the-disk-was-full", "core/casework/sharing.cpp",
     "committed = desk.store.edits().commit(edits); !committed)", "committed = desk.store.edits().commit(edits); !committed && !D)", "full"),
    ("mail-is-taken-twice", "server/gateway/mailintake.cpp",
     "        const auto isNew = markSeen(*records, mail.key, m_environment.clock.now());\n        if (!isNew)\n            return isNew.error();\n        if (!*isNew)\n",
     "        const auto isNew = markSeen(*records, mail.key, m_environment.clock.now());\n        if (!isNew)\n            return isNew.error();\n        if (!*isNew && !D)\n", "weeks"),
    ("wall-clock-for-the-lease", "core/sync/sendcycle.cpp",
     "        , m_claimedAtMs(clock.monotonicMs())", "        , m_claimedAtMs(D ? clock.now().toMSecsSinceEpoch() : clock.monotonicMs())", "clock"),
    ("wall-clock-for-the-lease", "core/sync/sendcycle.cpp",
     "        return m_clock.monotonicMs() - m_claimedAtMs > lengthMs - leaseMarginMs;",
     "        return (D ? m_clock.now().toMSecsSinceEpoch() : m_clock.monotonicMs()) - m_claimedAtMs > lengthMs - leaseMarginMs;", "clock"),
    ("called-sent-where-unknown", "server/gateway/send.cpp",
     "        next.to = MessageState::Refused;\n        break;\n    case SendOutcome::Kind::TryLater:",
     "        next.to = D ? MessageState::Sent : MessageState::Refused;\n        break;\n    case SendOutcome::Kind::TryLater:", "weeks"),
    ("reports-go-back", "core/domain/sendstate.cpp",
     "    case S::Canceled:\n        return false;", "    case S::Canceled:\n        return D && from == S::Delivered && to == S::Sent;", "weeks"),
    ("audit-forgets-the-hash-before", "server/audit/audit.cpp",
     "    const QString hash = auditHash(head->hash, values);",
     "    const QString hash = auditHash(D ? QString() : head->hash, values);", "weeks"),
]


def main(sources, out):
    os.makedirs(out, exist_ok=True)
    texts = {}
    lines = {}
    for name, file, before, after, mode in DEFECTS:
        if file not in texts:
            with open(os.path.join(sources, file), encoding="utf-8") as source:
                texts[file] = source.read()
        found = texts[file].count(before) == 1
        if found:
            switch = '::handrail::sim::defect("%s")' % name
            texts[file] = texts[file].replace(before, "".join(
                switch if part == "D" else part for part in split_switch(after)))
        # A defect with several places is one line, and has lost its place where one of them is gone.
        if name not in lines or not found:
            lines[name] = '    {"%s", "%s", "%s", %s},\n' % (name, file, mode, "true" if found else "false")
    for file, text in texts.items():
        head = "namespace handrail::sim {\nbool defect(const char* name);\n}\n#line 1\n"
        write(os.path.join(out, os.path.basename(file)), head + text)
    write(os.path.join(out, "defects.h"),
          "// name, file, mode, whether its place was found\ninline constexpr Defect defects[] = {\n" + "".join(lines.values()) + "};\n")


def split_switch(text):
    """The text in parts, each lone D a part of its own."""
    import re
    return re.split(r"(\bD\b)", text)


def write(path, text):
    if os.path.exists(path):
        with open(path, encoding="utf-8") as old:
            if old.read() == text:
                return
    with open(path, "w", encoding="utf-8") as new:
        new.write(text)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
