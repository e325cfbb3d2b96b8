# SPDX-License-Identifier: GPL-3.0-or-later
"""Sync beside bare inserts of the same rows, desktops that wait, and snapshots: sync.py FOLDER_OF_PROGRAMS

Pushes 100,000 changes from 1 and from 50 devices and pulls them, on SQLite, and on PostgreSQL where HANDRAIL_TEST_DATABASE
names one. The other side writes the very rows that the server wrote, into tables and indexes like its own, with nothing
between: prepared inserts in as many transactions on SQLite, COPY on PostgreSQL."""
import hashlib
import http.client
import json
import os
import re
import resource
import select
import socket
import sqlite3
import subprocess
import sys
import threading
import time
from urllib.parse import urlsplit

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "tests", "operation"))
import world  # noqa: E402
import serverdata  # noqa: E402
from report import QUICK, ROUNDS, at_least, at_most, median, result, say  # noqa: E402

CHANGES = 25000 if QUICK else 100000
PER_PUSH = 500  # core/protocol/wire.h
STATUSES = ("unstarted", "in_review", "service_in_progress", "service_completed", "canceled")


def family(device, number):
    """A client with a phone and an email, a referral and its first activity: five changes."""
    client, referral = world.new_id(), world.new_id()
    now = device.wall
    return [
        device.change("client", client, {"given_name": f"Maria{number % 997}", "family_name": f"Garcia{number % 1009}",
                                         "language": "en", "time_zone": "America/New_York", "assigned_worker_id": device.user}),
        device.change("contact_point", world.new_id(), {"client_id": client, "channel": "text", "label": "Mobile",
                                                        "address": f"+1937{2000000 + number}", "is_primary": True}),
        device.change("contact_point", world.new_id(), {"client_id": client, "channel": "email", "label": "Home",
                                                        "address": f"c{number}@client.example", "is_primary": True}),
        device.change("referral", referral, {"client_id": client, "site_id": world.new_id(), "status": STATUSES[number % 5],
                                             "created_by": device.user, "created_at": now}),
        device.change("activity", world.new_id(), {"kind": "created", "client_id": client, "referral_id": referral, "at": now,
                                                   "worker_id": device.user})]


def bodies(device, changes):
    """Pushes, written beforehand: the client's own work is no part of what is measured."""
    made = []
    for start in range(0, changes, PER_PUSH):
        some = [one for number in range(start, start + PER_PUSH, 5) for one in family(device, number)]
        made.append(json.dumps({"changes": some}).encode())
    return made


class Line:
    """A connection that stays open, as a desktop's does."""

    def __init__(self, device):
        self.headers = {"Handrail-Protocol": "2", "Authorization": f"Bearer {device.token}", "Content-Type": "application/json"}
        self.connection = http.client.HTTPConnection("127.0.0.1", device.port, timeout=600)

    def ask(self, method, path, body=None):
        self.connection.request(method, path, body=body, headers=self.headers)
        answer = self.connection.getresponse()
        text = answer.read()
        assert answer.status == 200, text
        return text


def at_once(devices, work):
    """Runs work(device, its number) for all of them at the same time; seconds."""
    threads = [threading.Thread(target=work, args=(device, number)) for number, device in enumerate(devices)]
    began = time.monotonic()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return time.monotonic() - began


def push_all(devices):
    written = [bodies(device, CHANGES // len(devices)) for device in devices]
    trouble = []

    def push(device, number):
        line = Line(device)
        for body in written[number]:
            if b"refused" in line.ask("POST", "/v1/changes", body):
                trouble.append(device.id)

    seconds = at_once(devices, push)
    assert not trouble, "changes were refused"
    return seconds


def pull_all(devices, before):
    """Each pulls its part of what was pushed."""
    part = CHANGES // len(devices)
    pulled = [0] * len(devices)

    def pull(device, number):
        line = Line(device)
        since, end = before + number * part, before + (number + 1) * part
        while since < end:
            page = line.ask("GET", f"/v1/changes?since={since}")
            pulled[number] += page.count(b'"stamp"')
            since = int(re.search(rb'"next":\s*(\d+)', page).group(1))

    seconds = at_once(devices, pull)
    assert sum(pulled) >= CHANGES, f"{sum(pulled)} of {CHANGES} came back"
    return seconds


class BareSqlite:
    """A file with the server's tables and indexes."""

    def __init__(self, host):
        self.server = f"{host.folder}/server.db"
        self.path = f"{host.folder}/bare.db"
        there = sqlite3.connect(self.server)
        self.before = {name: there.execute(f'SELECT COALESCE(MAX(rowid), 0) FROM "{name}"').fetchone()[0]
                       for name, in there.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        self.schema = [sql for sql, in there.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")]
        there.close()

    def write(self):
        there = sqlite3.connect(self.server)
        rows = {name: there.execute(f'SELECT * FROM "{name}" WHERE rowid > {last}').fetchall()
                for name, last in self.before.items()}
        there.close()
        here = sqlite3.connect(self.path, isolation_level=None)
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "cache_size = -32768"):
            here.execute(f"PRAGMA {pragma}")
        for sql in self.schema:
            here.execute(sql)
        pushes = CHANGES // PER_PUSH
        inserts = {name: f'INSERT INTO "{name}" VALUES ({",".join("?" * len(some[0]))})' for name, some in rows.items() if some}
        began = time.monotonic()
        for number in range(pushes):
            here.execute("BEGIN IMMEDIATE")
            for name, insert in inserts.items():
                some = rows[name]
                here.executemany(insert, some[len(some) * number // pushes:len(some) * (number + 1) // pushes])
            here.execute("COMMIT")
        seconds = time.monotonic() - began
        here.close()
        return seconds, sum(map(len, rows.values()))


class BarePostgres:
    """A database with the server's tables and indexes, filled by COPY."""

    def __init__(self, host):
        self.url = host.sections["database"]["url"]
        self.folder = host.folder
        self.bare = with_name(self.url, urlsplit(self.url).path[1:] + "_bare")
        psql(with_name(self.url, "postgres"), f"CREATE DATABASE {urlsplit(self.bare).path[1:]}")
        schema = subprocess.run(["pg_dump", "--schema-only", self.url], check=True, capture_output=True).stdout
        subprocess.run(["psql", "-q", self.bare], input=schema, check=True, stdout=subprocess.DEVNULL)

    def write(self):
        names = psql(self.url, "SELECT tablename FROM pg_tables WHERE schemaname = 'public'").split()
        rows = 0
        for name in names:
            with open(f"{self.folder}/{name}.copy", "wb") as file:
                subprocess.run(["psql", "-qc", f'COPY "{name}" TO STDOUT', self.url], check=True, stdout=file)
        seconds = 0
        for name in names:
            with open(f"{self.folder}/{name}.copy", "rb") as file:
                rows += sum(1 for _ in file)
                file.seek(0)
                began = time.monotonic()
                subprocess.run(["psql", "-qc", f'COPY "{name}" FROM STDIN', self.bare], check=True, stdin=file)
                seconds += time.monotonic() - began
            os.remove(f"{self.folder}/{name}.copy")
        return seconds, rows

    def drop(self):
        psql(with_name(self.url, "postgres"), f"DROP DATABASE {urlsplit(self.bare).path[1:]}")


def with_name(url, name):
    """The same server's other database; libpq takes the folder of the socket from the query."""
    parts = urlsplit(url)
    return parts._replace(path="/" + name).geturl()


def psql(url, sql):
    return subprocess.run(["psql", "-Atqc", sql, url], check=True, capture_output=True, text=True).stdout


databases_made = 0


def fresh_database():
    """Of HANDRAIL_TEST_DATABASE's server."""
    global databases_made
    databases_made += 1
    server = os.environ["HANDRAIL_TEST_DATABASE"]
    name = f"sync_{os.getpid()}_{databases_made}"
    psql(server, f"CREATE DATABASE {name}")
    return with_name(server, name)


def office(url, users=1):
    host = world.Host({"server": {"max_connections_per_address": 20000, "log": "warning"}, "database": {"url": url}})
    host.add_agency()
    for number in range(users):
        host.add_user(f"dana{number}@opendoor.example", "administrator")
    host.server = host.serve()
    return host


def database_size(host):
    url = host.sections["database"]["url"]
    if url.startswith("postgresql:"):
        return int(psql(url, "SELECT pg_database_size(current_database())"))
    return sum(os.path.getsize(f"{host.folder}/server.db{suffix}") for suffix in ("", "-wal"))


def one_round(name, count):
    """Seconds of push, pull and the bare inserts; rows."""
    host = office("sqlite:server.db" if name == "SQLite" else fresh_database())
    try:
        devices = [world.Device(host.server.port, "dana0@opendoor.example") for _ in range(count)]
        before = int(re.search(r'"next":\s*(\d+)', devices[0].get("/v1/changes?since=0").body).group(1))
        bare = BareSqlite(host) if name == "SQLite" else BarePostgres(host)
        pushed = push_all(devices)
        pulled = pull_all(devices, before)
        inserted, rows = bare.write()
        memory = host.server.resident_kb() / 1024
        size = database_size(host)
        if name != "SQLite":
            bare.drop()
    finally:
        host.close()
        if name != "SQLite":
            psql(os.environ["HANDRAIL_TEST_DATABASE"], f"DROP DATABASE {urlsplit(host.sections['database']['url']).path[1:]}"
                                                       " WITH (FORCE)")
    return {"push": pushed, "pull": pulled, "bare": inserted, "rows": rows, "memory": memory, "size": size}


def push_and_pull():
    names = ["SQLite"] + (["PostgreSQL"] if "HANDRAIL_TEST_DATABASE" in os.environ else [])
    measured = {(name, count): [] for name in names for count in (1, 50)}
    for number in range(ROUNDS):
        for (name, count), rounds in measured.items():
            rounds.append(one_round(name, count))
            last = rounds[-1]
            say(f"round {number + 1} of {ROUNDS}, {name}, {count}: push {last['push']:.1f} s, pull {last['pull']:.1f} s, "
                f"bare {last['bare']:.1f} s")
    for (name, count), rounds in measured.items():
        push, pull, bare, memory = (median([one[key] for one in rounds]) for key in ("push", "pull", "bare", "memory"))
        value = median([one["bare"] / (one["push"] + one["pull"]) for one in rounds])
        how = "COPY" if name == "PostgreSQL" else "prepared inserts"
        at_least(f"push + pull of {CHANGES:,} changes by bare {how} of the same rows, {name}, {count} device{'s' if count > 1 else ''}",
                 value, 0.5, f"push {push:.1f} s ({CHANGES / push:,.0f} changes a second), pull {pull:.1f} s "
                 f"({CHANGES / pull:,.0f} a second), bare {bare:.1f} s for {rounds[0]['rows']:,} rows; server {memory:.0f} MB; database "
                 f"{median([one['size'] for one in rounds]) / 1e6:.0f} MB for {CHANGES // 5:,} clients with a referral each")


WAITING = 2000 if QUICK else 10000
SNAPSHOT = 20000 if QUICK else 1000000


class Desk:
    """A device that waits for news, by hand and without a thread: a request is out, an answer comes some time."""

    def __init__(self, port, token, since):
        self.request = (f"GET /v1/changes?since={since}&wait=25&limit=10 HTTP/1.1\r\nHost: x\r\nHandrail-Protocol: 2\r\n"
                        f"Authorization: Bearer {token}\r\n\r\n").encode()
        self.socket = socket.create_connection(("127.0.0.1", port))
        self.socket.setblocking(False)
        self.answered = 0.0


def devices_by_hand(host, count):
    """Tokens of that many devices, put into the database beside the server: signing in is slow on purpose."""
    there = sqlite3.connect(f"{host.folder}/server.db")
    agency, user = there.execute('SELECT agency_id, id FROM "user" LIMIT 1').fetchone()
    now = int(time.time() * 1000)
    tokens = [f"{number:043d}" for number in range(count)]
    there.executemany("INSERT INTO device (agency_id, id, user_id, name, token_hash, created_at, last_seen_at, revoked)"
                      " VALUES (?, ?, ?, 'desk', ?, ?, ?, 0)",
                      [(agency, world.new_id(), user, hashlib.sha256(token.encode()).hexdigest(), now, now) for token in tokens])
    there.commit()
    there.close()
    return tokens


def waiting_desktops():
    """All of them wait; then one change comes, and the time until each has its answer is taken."""
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    host = office("sqlite:server.db")
    try:
        tokens = devices_by_hand(host, WAITING)
        pusher = world.Device(host.server.port, "dana0@opendoor.example")
        since = json.loads(pusher.get("/v1/changes?since=0").body)["next"]
        before = host.server.resident_kb() / 1024
        poll, desks = select.epoll(), {}
        for token in tokens:
            one = Desk(host.server.port, token, since)
            one.socket.send(one.request)
            desks[one.socket.fileno()] = one
            poll.register(one.socket.fileno(), select.EPOLLIN)
        time.sleep(3)  # all are held now
        early = len(poll.poll(0, WAITING))
        held = host.server.resident_kb() / 1024
        began = time.monotonic()
        pusher.push(family(pusher, 1))
        missing = WAITING
        while missing and time.monotonic() - began < 60:
            for number, _ in poll.poll(1, 1000):
                one = desks[number]
                one.answered = time.monotonic() - began
                assert b" 200 " in one.socket.recv(65536)[:20]
                poll.unregister(number)
                missing -= 1
        after = host.server.resident_kb() / 1024
        times = sorted(one.answered for one in desks.values())
        for one in desks.values():
            one.socket.close()
    finally:
        host.close()
    assert not early and not missing, f"{early} answered too early, {missing} not at all"
    at_most(f"{WAITING:,} desktops waiting for news on one server process", held, 500, "MB",
            f"{before:.0f} MB before; a change reached half of them in {times[len(times) // 2] * 1000:.0f} ms, all in "
            f"{times[-1] * 1000:.0f} ms, {after:.0f} MB then")


def snapshots():
    """A new administrator's desktop takes all there is, page by page."""
    names = ["SQLite"] + (["PostgreSQL"] if "HANDRAIL_TEST_DATABASE" in os.environ else [])
    for name in names:
        host = office("sqlite:server.db" if name == "SQLite" else fresh_database())
        try:
            serverdata.fill(host, SNAPSHOT)
            device = world.Device(host.server.port, "dana0@opendoor.example")
            line = Line(device)
            began, size, pages, cursor, referrals = time.monotonic(), 0, 0, "", 0
            slowest = 0.0
            while True:
                asked = time.monotonic()
                page = line.ask("GET", f"/v1/snapshot?cursor={cursor}" if cursor else "/v1/snapshot")
                slowest = max(slowest, time.monotonic() - asked)
                size, pages = size + len(page), pages + 1
                referrals += page.count(b'"entity":"referral"')
                cursor = re.search(rb'"cursor":"([^"]*)"', page).group(1).decode()
                if b'"more":false' in page:
                    break
            seconds = time.monotonic() - began
            with open(f"/proc/{host.server.process.pid}/status", encoding="ascii") as status:
                peak = int(re.search(r"VmHWM:\s+(\d+)", status.read()).group(1)) / 1024
        finally:
            host.close()
            if name != "SQLite":
                psql(os.environ["HANDRAIL_TEST_DATABASE"],
                     f"DROP DATABASE {urlsplit(host.sections['database']['url']).path[1:]} WITH (FORCE)")
        assert referrals >= SNAPSHOT, f"{referrals} of {SNAPSHOT} referrals came"
        result(f"snapshot of {SNAPSHOT:,} referrals, {name}", round(seconds, 1), "s",
               detail=f"{size / 1e6:,.0f} MB in {pages:,} pages, {SNAPSHOT / seconds:,.0f} referrals a second with their clients and "
                      f"activities, slowest page {slowest * 1000:.0f} ms; server at most {peak:.0f} MB resident")


def main():
    push_and_pull()
    waiting_desktops()
    snapshots()


if __name__ == "__main__":
    main()
