# SPDX-License-Identifier: GPL-3.0-or-later
"""Waits until an office is quiet, and gathers what the judge reads: databases, replicas, journals, the carriers' record."""
import email
import email.policy
import json
import os
import subprocess
import time

import office
import world

TABLES = ("agency", "user", "client", "contact_point", "referral", "share", "consent", "consent_withdrawal", "message", "reply",
          "reply_reading", "opt_out", "activity", "change_log", "intent", "lease", "link_token", "seen_inbound", "client_care",
          "record_owner", "audit", "resource_site", "basket_item", "team", "different_people", "favourite", "saved_filter")


def now_ms_here():
    return int(time.time() * 1000)


def now_ms(its_office):
    return now_ms_here() + its_office.offset * 1000


class NotAtRest(AssertionError):
    """The office did not come to rest, and nothing moves any more."""


def texts_on_their_way(its_office):
    """Clients' texts that the carrier has and the server has not taken in yet."""
    sent = [text["sid"] for text in lines(f"{its_office.folder}/texts.jsonl") if text["inbound"]]
    seen = {row["carrier_id"] for row in its_office.rows("seen_inbound")} if sent else set()
    return [sid for sid in sent if sid not in seen]


def unrest(its_office, tomorrow_will_do=False):
    """What is still on its way, in words; nothing once every desk has everything, every text of a client is taken in, and no
    message is due, being sent or unknown."""
    now = now_ms(its_office)
    due = "" if tomorrow_will_do else f" OR (state = 'waiting' AND due_at <= {now})"
    busy = its_office.rows("message", f"state IN ('sending', 'unknown'){due}")
    if busy:
        kinds = sorted({(row["kind"], row["channel"], row["state"], row["reason"]) for row in busy}, key=str)
        return f"{len(busy)} messages are on their way: {kinds[:5]}, such as {busy[0]['id']}"
    if texts := texts_on_their_way(its_office):
        return f"{len(texts)} texts of clients are not taken in, such as {texts[0]}"
    last = its_office.rows("agency_counter")[0]["last_seq"]
    for desk in its_office.desks:
        standing = desk.dump()[0]
        if standing["outgoing"] or standing["snapshot"] or standing["cursor"] < last:
            return f"{desk.name} has {standing['outgoing']} changes to push and is at {standing['cursor']} of {last}"
    return ""


def wait_until_quiet(its_office, days=20, limit=120):
    """Days pass until no message waits any more: every follow-up has had its day."""
    for _ in range(days):
        wait_for_rest(its_office, limit)
        if not its_office.rows("message", "state = 'waiting'"):
            return
        its_office.next_day()
    wait_for_rest(its_office, limit)


def wait_for_rest(its_office, limit):
    """What the carrier put off waits for minutes of the office's clock, what it does not list is held after ten: where a while brings
    no rest, twelve minutes pass. A late follow-up may have to wait for tomorrow (no two a day): the judge knows which (I4). As long
    as something moves it goes on, however slow the machine; `limit` seconds in which nothing does, and it is not at rest."""
    left, end, nudges = None, 0, 0
    while True:
        found = unrest(its_office, nudges >= 2)
        if not found:
            return
        if found != left:
            left, end = found, time.monotonic() + limit
        elif time.monotonic() > end:
            raise NotAtRest(f"for {limit} seconds nothing moved: {left}")
        try:
            world.wait_until(lambda: not unrest(its_office, nudges >= 2), "the office to be quiet", 6)
            return
        except AssertionError:
            nudges += 1
            its_office.set_clock(its_office.offset + 12 * 60)


def mails(its_office):
    folder, found = f"{its_office.folder}/sink", []
    for name in sorted(os.listdir(folder)) if os.path.isdir(folder) else ():
        with open(f"{folder}/{name}", "rb") as file:
            mail = email.message_from_bytes(file.read(), policy=email.policy.default)
        if mail["Message-ID"]:
            found.append({"message": str(mail["Message-ID"]).strip("<> ").split("@")[0], "to": str(mail["To"])})
    return found


def lines(path):
    if not os.path.exists(path):
        return []
    found = []
    with open(path, encoding="utf-8") as file:
        for line in file:
            try:
                found.append(json.loads(line))
            except ValueError:
                pass  # empty, or cut off by a kill: nobody was told so
    return found


def gather(its_office, folder, is_online=False):
    """Writes the evidence as files, so that it can be kept, looked at, and doctored by the judge's own test."""
    os.makedirs(folder, exist_ok=True)

    def write(name, value):
        with open(f"{folder}/{name}", "w", encoding="utf-8") as file:
            json.dump(value, file)

    write("server.json", {table: its_office.rows(table) for table in TABLES})
    write("texts.json", lines(f"{its_office.folder}/texts.jsonl"))
    write("mails.json", mails(its_office))
    write("answers.json", lines(f"{its_office.folder}/answers.jsonl"))
    users = {row["email"]: row["id"] for row in its_office.rows("user")}
    desks = []
    for desk in its_office.desks:
        dump = desk.dump()
        desks.append({"name": desk.name, "role": desk.role, "user": users[desk.email], "journal": lines(desk.journal),
                      "standing": dump[0], "records": dump[1:]})
    write("desks.json", desks)
    audit = subprocess.run([f"{world.BIN}/handrail-server", "--config", its_office.config(), "audit", "verify", "--agency",
                            office.AGENCY], capture_output=True, text=True, timeout=world.PATIENCE)
    write("world.json", {"now": now_ms(its_office), "zone": office.ZONE, "online": is_online, "audit_exit": audit.returncode, "audit_said": audit.stdout + audit.stderr})
