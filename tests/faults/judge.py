# SPDX-License-Identifier: GPL-3.0-or-later
"""judge.py FOLDER: reads the evidence of a run (evidence.py) and says of each invariant whether it held.

The carriers' own record and the desks' journals are the judges, not what the product says of itself. Names: I1-I10 as in
docs/invariants of the design; R8, R9, R10, R13, R15 are the further ones of docs/faults.md.
"""
import collections
import datetime
import hashlib
import json
import re
import sys
import zoneinfo

LINK = re.compile(r"https?://[^/\s]+/[rf]/([\w-]{22})")
FINAL = {"sent", "delivered", "refused", "canceled", "expired", "held"}
TAKEN = {"sent", "delivered"}


def sha(text):
    return hashlib.sha256(text.encode()).hexdigest()


class Evidence:
    def __init__(self, folder):
        def read(name):
            with open(f"{folder}/{name}.json", encoding="utf-8") as file:
                return json.load(file)
        self.server, self.desks, self.answers, self.world = read("server"), read("desks"), read("answers"), read("world")
        self.texts, self.mails = read("texts"), read("mails")
        self.zone = zoneinfo.ZoneInfo(self.world["zone"])
        self.by_id = {table: {row["id"]: row for row in rows if "id" in row} for table, rows in self.server.items()}
        self.messages = self.by_id["message"]
        self.log = sorted(self.server["change_log"], key=lambda row: row["seq"])
        for row in self.log:
            row["values"] = json.loads(row["fields"])
        self.links = {row["token_hash"]: row["message_id"] for row in self.server["link_token"]}
        self.accepted = list(self._accepted())
        self.sending = collections.defaultdict(list)  # message: numbers of the changes that committed an intent
        for row in self.log:
            if row["entity"] == "message" and row["values"].get("state") == "sending":
                self.sending[row["record_id"]].append(row["seq"])

    def _accepted(self):
        """What the carriers took, by their own record: (message's id or None, channel, to, at, body)."""
        for text in self.texts:
            if text["inbound"] or text["from_carrier"]:
                continue
            tokens = LINK.findall(text["body"])
            yield (self.links.get(sha(tokens[0])) if tokens else None, "text", text["to"], text["at"], text["body"])
        for mail in self.mails:
            yield (mail["message"] if mail["message"] in self.messages else None, "email", mail["to"], None, None)

    def of_share(self, table, share):
        return [row for row in self.server[table] if row["share_id"] == share]


def i1_consent(e):
    """No message without consent for that address; none whose intent was committed after the withdrawal was known."""
    consents = {row["share_id"]: row for row in e.server["consent"]}
    withdrawn = {}
    for row in e.log:
        if row["entity"] == "consent_withdrawal":
            withdrawn.setdefault(row["values"]["share_id"], row["seq"])
    for message_id, channel, to, _, _ in e.accepted:
        message = e.messages.get(message_id)
        if not message:
            yield f"the carrier took a message to {to} that belongs to nobody"
            continue
        consent = consents.get(message["share_id"])
        if not consent or {"channel": channel, "address": message["address"]} not in json.loads(consent["addresses"]):
            yield f"{message_id} went out without a consent for its address"
        known = withdrawn.get(message["share_id"])
        if known and all(seq > known for seq in e.sending[message_id]):
            yield f"{message_id} went out after its consent was withdrawn"


def i2_opt_out(e):
    """Nothing to an opted-out address after the server knew."""
    spans = collections.defaultdict(list)
    for row in e.log:
        if row["entity"] == "opt_out":
            spans[row["values"]["channel"], row["values"]["address"].lower()].append((row["seq"], bool(row["values"]["opted_out"])))
    for message_id, message in e.messages.items():
        for seq in e.sending[message_id]:
            known = [out for at, out in spans[message["channel"], message["address"].lower()] if at < seq]
            if known and known[-1]:
                yield f"{message_id} was handed over although its address was opted out"
    stopped = set()
    for text in e.texts:
        if text["inbound"] and text["body"].strip().upper() == "STOP":
            stopped.add(text["from"])
        elif not text["inbound"] and not text["from_carrier"] and text["to"] in stopped:
            yield f"the carrier took a text to {text['to']} after STOP"


def i3_once(e):
    """At most one acceptance a message and a person's recorded resend; each has its intent, with that body and recipient."""
    again = collections.Counter(row["about"] for row in e.server["audit"] if "send_again" in row["details"])
    intents = collections.defaultdict(list)
    for row in e.server["intent"]:
        intents[row["message_id"]].append(row)
    taken = collections.Counter(message_id for message_id, *_ in e.accepted if message_id)
    for message_id, count in taken.items():
        if count > 1 + again[message_id]:
            yield f"{message_id} was accepted {count} times"
        if count > len(intents[message_id]):
            yield f"{message_id} was accepted {count} times with {len(intents[message_id])} intents"
    for message_id, channel, to, _, body in e.accepted:
        own = intents.get(message_id, [])
        if own and channel == "text" and not any(row["body_hash"] == sha(body) and row["recipient_hash"] == sha(to) for row in own):
            yield f"{message_id} went out with a body or to a number that no intent has"


def i4_ends(e):
    """Every due message ended, with a reason where it was not sent; no lease is held on one that did."""
    today = datetime.datetime.fromtimestamp(e.world["now"] / 1000, e.zone).date()
    asked_today = {(m["share_id"], m["channel"]) for m in e.messages.values() if m["kind"] == "follow_up" and m["state"] in TAKEN
                   and datetime.datetime.fromtimestamp(m["state_at"] / 1000, e.zone).date() == today}
    for message_id, message in e.messages.items():
        waits = message["state"] == "waiting" and (message["due_at"] > e.world["now"] or
                                                   (message["share_id"], message["channel"]) in asked_today)
        if message["state"] not in FINAL and not waits:
            yield f"{message_id} is {message['state']}"
        if message["state"] in FINAL - TAKEN and not message["reason"]:
            yield f"{message_id} is {message['state']} and nobody knows why"


def i5_acknowledged(e):
    """What a person was told is saved is at the server, as a change; on the desk itself, too."""
    changes = collections.defaultdict(list)
    for row in e.log:
        changes[row["entity"], row["record_id"]].append(row["values"])
    for desk in e.desks:
        here = {(row["entity"], row["key"]) for row in desk["records"]}
        refused = {(row["entity"], row["key"]) for row in desk["standing"]["refused"]}
        if desk["standing"]["integrity"] != "ok":
            yield f"{desk['name']}: integrity_check says {desk['standing']['integrity']}"
        for edit in desk["journal"]:
            if "entity" not in edit:
                continue
            name = edit["entity"], edit["key"]
            there = any(all(values.get(field) == value for field, value in edit["fields"].items()) for values in changes[name])
            if not there and name not in refused:
                yield f"{desk['name']}: a saved {edit['entity']} ({edit['key']}: {', '.join(edit['fields'])}) is not at the server"
            if name not in here and edit["entity"] not in ("favourite",):
                yield f"{desk['name']}: a saved {edit['entity']} ({edit['key']}) is not on the desk any more"


def same(desk_value, server_value):
    if isinstance(desk_value, bool):
        return int(desk_value) == int(server_value or 0)
    if isinstance(desk_value, (dict, list)):
        return server_value is not None and desk_value == json.loads(server_value)
    return desk_value == server_value or (desk_value in (None, "") and server_value in (None, ""))


def i6_converge(e):
    """The server is what its log says, last writer first; each replica is equal to the server in all that it may see."""
    latest = {}
    for row in e.log:
        for field, value in row["values"].items():
            name = row["entity"], row["record_id"], field
            if name not in latest or row["stamp"] > latest[name][0]:
                latest[name] = row["stamp"], value
    append_only = {"share", "consent", "consent_withdrawal", "reply", "reply_reading", "opt_out", "activity", "different_people"}
    for (entity, key, field), (_, value) in latest.items():
        row = e.by_id.get(entity, {}).get(key)
        if row is None:
            yield f"the log's {entity} {key} is not among the server's records"
        elif entity not in append_only and not same(value, row[field]):
            yield f"{entity} {key}: {field} is {row[field]!r}, its log says {value!r}"
    for desk in e.desks:
        have = {(row["entity"], row["key"]): row["fields"] for row in desk["records"]}
        for (entity, key), fields in have.items():
            row = e.by_id[entity].get(key)
            if row is None:
                yield f"{desk['name']} has a {entity} {key} that the server has not"
                continue
            for field in set(row) - {"agency_id", "id", "field_stamps"}:
                if not same(fields.get(field), row[field]):
                    yield f"{desk['name']}: {entity} {key}: {field} is {fields.get(field)!r}, at the server {row[field]!r}"
        for entity, key in expected_at(e, desk) - set(have):
            yield f"{desk['name']} lacks the {entity} {key}"


def owners(e):
    return {(row["entity"], row["record_id"]): row["owner_id"] for row in e.server["record_owner"]}


def may_see(e, desk, client):
    if desk["role"] == "agent":
        return True
    care = next((row for row in e.server["client_care"] if row["client_id"] == client), None)
    return care is not None and (care["worker_id"] == desk["user"] or not care["worker_id"] and not care["team_id"])


def expected_at(e, desk):
    clients = e.by_id["client"]
    visible = {client for client in clients if may_see(e, desk, client)}
    return {name for name, owner in owners(e).items() if owner in visible}


def i7_answers(e):
    """What a page confirmed is a reply and an activity, at the server and at every desk that may see it."""
    wanted = collections.Counter()
    for answer in e.answers:
        message = e.messages.get(e.links.get(sha(answer["token"])))
        if not message:
            yield "an answer was confirmed on a link of no message"
        else:
            wanted[message["referral_id"], answer["answer"]] += 1
    replicas = {desk["name"]: collections.Counter((row["fields"].get("referral_id"), row["fields"].get("answer")) for row in desk["records"]
                                                  if row["entity"] == "activity" and row["fields"]["kind"] == "answered") for desk in e.desks}
    kept = collections.Counter((row["referral_id"], row["answer"]) for row in e.server["activity"] if row["kind"] == "answered")
    for (referral, answer), _ in wanted.items():
        client = e.by_id["referral"][referral]["client_id"]
        if not kept[referral, answer]:
            yield f"«{answer}» to {referral} was confirmed and is in no activity"
        for desk in e.desks:
            if may_see(e, desk, client) and not replicas[desk["name"]][referral, answer]:
                yield f"{desk['name']}: «{answer}» to {referral} was confirmed and is not there"


def i8_time(e):
    """No follow-up before its day, no follow-up text outside the window, no two a day of a share and channel."""
    days = collections.Counter()
    first = {}  # When the carrier took a share's first text: the share's day by a clock that is not the desk's.
    for message_id, channel, _, at, _ in e.accepted:
        message = e.messages.get(message_id)
        if message and message["kind"] == "initial" and at is not None and e.world["online"]:
            first[message["share_id"]] = datetime.datetime.fromtimestamp(at / 1000, e.zone).date()
    for message_id, channel, _, at, _ in e.accepted:
        message = e.messages.get(message_id)
        if not message or message["kind"] != "follow_up" or at is None:
            continue
        share = e.by_id["share"][message["share_id"]]
        place = json.loads(share["referral_ids"]).index(message["referral_id"])
        local = datetime.datetime.fromtimestamp(at / 1000, zoneinfo.ZoneInfo(share["time_zone"]))
        shared = datetime.datetime.fromtimestamp(share["shared_at"] / 1000, zoneinfo.ZoneInfo(share["time_zone"]))
        if local.date() < shared.date() + datetime.timedelta(7 + place) or at < message["due_at"]:
            yield f"{message_id} went out on {local}, shared on {shared} as number {place}"
        # A day less: hours are what the true clock itself jumps by in these runs.
        day = first.get(message["share_id"])
        if day and local.date() < day + datetime.timedelta(7 + place - 1):
            yield f"{message_id} went out on {local}, though its share was made on {day}, by a desk with a wrong clock"
        if not datetime.time(8) <= local.time() < datetime.time(21):
            yield f"{message_id} went out at {local}, outside the window"
        days[message["share_id"], channel, local.date()] += 1
    for (share, channel, day), count in days.items():
        if count > 1:
            yield f"{count} follow-ups of {share} by {channel} on {day}"


def i9_sight(e):
    """No desk has a record of a client whom its user may not see."""
    owner = owners(e)
    for desk in e.desks:
        for row in desk["records"]:
            client = owner.get((row["entity"], row["key"]))
            if client in e.by_id["client"] and not may_see(e, desk, client):
                yield f"{desk['name']} has the {row['entity']} {row['key']} of a client of others"


def i10_traced(e):
    """Every message goes back to a share, who shared it, and the consent's words."""
    consents = {row["share_id"]: row for row in e.server["consent"]}
    for message_id, message in e.messages.items():
        share = e.by_id["share"].get(message["share_id"])
        if not share or share["shared_by"] not in e.by_id["user"] or not consents.get(message["share_id"], {}).get("wording"):
            yield f"{message_id} can't be traced"


def r8_fences(e):
    """Fences of a message only grow, and no fence was given twice."""
    tries = collections.defaultdict(list)
    for row in sorted(e.server["intent"], key=lambda row: row["tries"]):
        tries[row["message_id"]].append(row["fence"])
    for message_id, fences in tries.items():
        if fences != sorted(set(fences)):
            yield f"{message_id} has the fences {fences}"
    for fence, count in collections.Counter(row["fence"] for row in e.server["intent"]).items():
        if count > 1:
            yield f"fence {fence} was used {count} times"


def r9_inbound(e):
    """What a client texted was taken in once: never lost, never twice."""
    kept = collections.Counter(row["carrier_id"] for row in e.server["reply"] if row["carrier_id"])
    for text in e.texts:
        if text["inbound"] and kept[text["sid"]] != 1:
            yield f"the text {text['sid']} was kept {kept[text['sid']]} times"


def r10_no_way_back(e):
    """A message that left does not go back to waiting, but by a person."""
    again = {row["about"] for row in e.server["audit"] if "send_again" in row["details"]}
    last = {}
    for row in e.log:
        if row["entity"] == "message" and (state := row["values"].get("state")):
            before = last.get(row["record_id"])
            if before in TAKEN and state in ("waiting", "sending", "unknown", "held") and row["record_id"] not in again:
                yield f"{row['record_id']} went from {before} to {state}"
            last[row["record_id"]] = state


def r13_audit(e):
    """The audit's chain is whole, and so are the numbers of the agency's changes."""
    if e.world["audit_exit"] != 0:
        yield e.world["audit_said"]
    numbers = [row["seq"] for row in e.log]
    if numbers != list(range(1, len(numbers) + 1)):
        yield "the sequence of changes has a gap"
    if len({row["change_id"] for row in e.log}) != len(numbers):
        yield "a change is there twice"


def r15_evidence(e):
    """What is called sent, a carrier took."""
    taken = {message_id for message_id, *_ in e.accepted}
    for message_id, message in e.messages.items():
        if message["state"] in TAKEN and message_id not in taken:
            yield f"{message_id} is called {message['state']}; no carrier took it"


INVARIANTS = (i1_consent, i2_opt_out, i3_once, i4_ends, i5_acknowledged, i6_converge, i7_answers, i8_time, i9_sight, i10_traced,
              r8_fences, r9_inbound, r10_no_way_back, r13_audit, r15_evidence)


def judge(folder, tell=print):
    """Every invariant's verdict; the names of those that do not hold."""
    evidence = Evidence(folder)
    broken = []
    for invariant in INVARIANTS:
        found = list(invariant(evidence))
        tell(f"  {'ok  ' if not found else 'BAD '} {invariant.__name__.split('_')[0].upper():4}{invariant.__doc__}")
        for sentence in found[:8]:
            tell(f"         {sentence}")
        if found:
            broken.append(invariant.__name__)
    edits = sum("entity" in edit for desk in evidence.desks for edit in desk["journal"])
    twice = sum(count - 1 for count in collections.Counter(m for m, *_ in evidence.accepted if m).values() if count > 1)
    states = collections.Counter(message["state"] for message in evidence.messages.values())
    tell(f"  {edits} acknowledged edits, {len(evidence.messages)} messages, {len(evidence.accepted)} taken by the carriers, {twice} twice; "
         f"{len(evidence.answers)} answers by link, {sum(t['inbound'] for t in evidence.texts)} texts of clients; "
         f"{len(evidence.log)} changes; messages are {dict(states)}")
    return broken


if __name__ == "__main__":
    sys.exit(1 if judge(sys.argv[1]) else 0)
