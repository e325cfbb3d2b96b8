# SPDX-License-Identifier: GPL-3.0-or-later
"""What the server's databases do for each question that is asked all day: plans.py FOLDER_OF_PROGRAMS [--write FILE]

A real server on PostgreSQL (with-plans.sh) with 3,000 clients and their records is asked everything that desks, agents and
clients ask; PostgreSQL writes down the plan of each statement (auto_explain), and SQLite, filled alike, explains the same
statements. PostgreSQL is told to read no table from end to end where there is another way (enable_seqscan): a table that it
reads all the same has no index for the question, however small it is here. Fails where one reads a big table so. --write keeps the plans as a page."""
import glob
import os
import re
import sqlite3
import sys
import textwrap
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [os.path.join(HERE, "..", "operation"), os.path.join(HERE, "..", "..", "benchmarks")]
import serverdata  # noqa: E402
import world  # noqa: E402

ROWS = 3000
BIG = {"client", "contact_point", "referral", "activity", "share", "consent", "message", "change_log", "record_owner",
       "client_care", "link_token", "resource_site", "reply", "opt_out", "intent", "lease", "device", "audit",
       "consent_withdrawal", "seen_inbound"}
# What may read all of a table, and why.
ALLOWED = []


def a_day(host):
    """Everything that is asked while people work: desks, an agent, a client, the carrier."""
    admin = world.Device(host.server.port, "dana@opendoor.example")
    worker = world.Device(host.server.port, "worker@opendoor.example")
    shared = worker.share(phone="+16505550111", email="c@client.example")
    told = worker.push(shared["changes"])
    assert all(one["accepted"] for one in told), told
    worker.push([worker.change("referral", shared["referral"], {"status": "in_review"})])
    # A big push, as after a day without a network.
    worker.push([one for number in range(20) for one in worker.share(phone=f"+1650555{1000 + number}", due_before_ms=-10**9)["changes"]])
    for device in (admin, worker):
        answer = device.get("/v1/changes?since=0").json()
        device.get(f"/v1/changes?since={answer['next']}")
        cursor = ""
        for _ in range(3):
            page = device.get(f"/v1/snapshot?cursor={cursor}" if cursor else "/v1/snapshot").json()
            cursor = page["cursor"]
        device.get("/v1/devices")
    leases = world.wait_until(admin.claim, "messages")
    for lease in leases:
        admin.hand_over(lease)
    link = leases[0]["link"].rsplit("/r/", 1)[1]
    assert world.ask(host.server.port, "GET", f"/r/{link}").status == 200
    world.ask(host.server.port, "GET", "/r/" + "A" * 22)
    host.carrier_says("+16505550111", "STOP")
    time.sleep(3)  # two rounds of the gateway: replies, statuses, look-up
    worker.post("/v1/sign-out", {})


def statement_of(text):
    """Without what differs from time to time: names of prepared statements, numbers of marks in lists."""
    text = " ".join(text.split())
    text = re.sub(r"^PREPARE \S+ AS ", "", text)
    text = re.sub(r"\(\$\d+(, \$\d+){4,}\)", "(...)", text)
    return text


def plans_of_postgres(log):
    """statement -> plan, of what auto_explain wrote."""
    plans = {}
    with open(log, encoding="utf-8", errors="replace") as file:
        entries = re.split(r"\n(?=\d{4}-\d\d-\d\d )", file.read())
    for entry in entries:
        found = re.search(r"plan:\n\s*Query Text: (.*?)\n\t?(\s*\S.*\(cost=.*)", entry, re.DOTALL)
        if found and "EXPLAIN" not in found.group(1)[:20]:
            plans.setdefault(" ".join(found.group(1).split()), []).append(found.group(2))
    return plans


def scanned_by_postgres(plan):
    return {name for name in re.findall(r"Seq Scan on \"?(\w+)\"?", plan) if name in BIG}


def sqlite_text(text):
    text = re.sub(r"^PREPARE \S+ AS ", "", text)
    return re.sub(r"\$(\d+)", r"?\1", text).replace(" FOR UPDATE", "")


def plan_of_sqlite(there, text):
    marks = max([int(number) for number in re.findall(r"\?(\d+)", text)] or [0])
    rows = there.execute("EXPLAIN QUERY PLAN " + text, [None] * marks).fetchall()
    return [row[3] for row in rows]


def scanned_by_sqlite(plan, text):
    """Tables whose rows are all read; in what is found by an index first, and where a name stands for another table, too."""
    names = dict(re.findall(r"(?:FROM|JOIN|,)\s+\"?(\w+)\"?\s+(?:AS\s+)?([a-z])\b", text))
    alias = {short: name for name, short in names.items()}
    scanned = set()
    for line in plan:
        found = re.match(r"SCAN (\w+)(?!.*USING.*(INDEX|PRIMARY KEY))", line)
        if found:
            scanned.add(alias.get(found.group(1), found.group(1)))
    return scanned & BIG


class Office(world.Host):
    def __init__(self, url):
        super().__init__(sections={"server": {"log": "warning", "max_connections_per_address": 1000}, "database": {"url": url}})
        self.carrier = self.add_carrier()
        self.add_agency()
        self.add_user("dana@opendoor.example", "administrator")
        self.add_user("worker@opendoor.example")

    def carrier_says(self, number, body):
        import json
        world.ask(self.carrier.port, "POST", "/trial/text", json.dumps({"from": number, "body": body}))


def collect():
    """statement -> (plan of PostgreSQL, plan of SQLite, tables that one of them reads from end to end)"""
    log = os.environ["HANDRAIL_POSTGRES_LOG"]
    host = Office(serverdata_database())
    plain = Office("sqlite:server.db")
    try:
        host.run("agency", "list")  # makes the tables
        plain.run("agency", "list")
        for one in (host, plain):
            serverdata.fill(one, ROWS)
        start = os.path.getsize(log)
        host.server = host.serve()
        a_day(host)
        host.server.end()
        with open(log, "rb") as file:
            file.seek(start)
            told = file.read()
        part = f"{host.folder}/plans.log"
        with open(part, "wb") as file:
            file.write(told)
        there = sqlite3.connect(f"{plain.folder}/server.db")
        found = {}
        for text, plans in plans_of_postgres(part).items():
            if not re.match(r"(PREPARE \S+ AS )?(SELECT|UPDATE|DELETE)", text):
                continue
            bad = set().union(*(scanned_by_postgres(plan) for plan in plans))
            try:
                lite = plan_of_sqlite(there, sqlite_text(text))
            except sqlite3.Error:
                lite = []  # asked of PostgreSQL only (pg_notify and its kind)
            bad |= scanned_by_sqlite(lite, text)
            known = found.get(statement_of(text))
            found[statement_of(text)] = (plans[-1], lite, bad | (known[2] if known else set()))
        there.close()
    finally:
        host.close()
        plain.close()
    return found


def serverdata_database():
    url = os.environ["HANDRAIL_TEST_DATABASE"]
    serverdata.psql(url, "CREATE DATABASE plans")
    from urllib.parse import urlsplit
    return urlsplit(url)._replace(path="/plans").geturl()


def trouble(found):
    return [f"reads all of {', '.join(sorted(bad))}: {text}" for text, (_, _, bad) in sorted(found.items())
            if bad and not any(re.search(pattern, text) for pattern in ALLOWED)]


def page(found):
    lines = ["# What the databases do for each question", "",
             f"Made by `tests/plans/plans.py --write`: a real server with {ROWS:,} clients was asked what desks, agents and clients ask",
             "all day; these are the plans that PostgreSQL followed, and those of SQLite for the same statements. PostgreSQL was told to read",
             "no table from end to end where there is another way, as it would prefer for tables as small as these; what it would still read",
             "so has no index. The test `plans` fails where one of the two databases reads a big table from end to end.", ""]
    for text, (postgres, lite, _) in sorted(found.items()):
        lines += ["```", textwrap.fill(text, 150), ""]
        lines += [re.sub(r"  \(cost.*?\)", "", line.rstrip().replace("\t", "")) for line in postgres.strip("\n").splitlines()
                  if not re.search(r"Settings:|Query Identifier", line)]
        lines += ["", *(f"SQLite: {line}" for line in lite), "```", ""]
    text = re.sub(r"'\{[^}]*\}'::text\[\]", "'{...}'", "\n".join(lines))
    return re.sub(r"'[0-9a-f-]{30,}'", "'...'", text)


def main():
    found = collect()
    assert len(found) > 20, f"only {len(found)} statements were seen: the check would prove nothing"
    assert any("change_log" in text for text in found), "the question for changes was not seen"
    if "--write" in sys.argv:
        with open(sys.argv[sys.argv.index("--write") + 1], "w", encoding="utf-8") as file:
            file.write(page(found))
    said = trouble(found)
    print("\n".join(said) or f"{len(found)} statements, none reads a big table from end to end.")
    sys.exit(1 if said else 0)


if __name__ == "__main__":
    main()
