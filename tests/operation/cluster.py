# SPDX-License-Identifier: GPL-3.0-or-later
"""Three servers on one PostgreSQL, under load, one of them killed: run by tests/server/with-postgres.sh."""
import collections
import concurrent.futures
import glob
import http.server
import os
import signal
import sqlite3
import subprocess
import threading
import time
import urllib.parse

import world

WORKER = "dana@opendoor.example"
# Tables that belong to the whole server, with the reason.
WITHOUT_AGENCY = {"server_fact": "the schema's version",
                  "single_sign_on_attempt": "looked up before anybody is known",
                  "guess": "attempts to sign in, counted before anybody knows whose agency they are for"}
DATABASE = os.environ.get("HANDRAIL_TEST_DATABASE", "")


def psql(database, sql):
    """Rows of a query, by PostgreSQL's own client."""
    where = urllib.parse.urlparse(DATABASE)
    folder = urllib.parse.parse_qs(where.query)["host"][0]
    program = sorted(glob.glob("/usr/lib/postgresql/*/bin/psql"))[-1]
    done = subprocess.run([program, "-h", folder, "-U", "handrail", "-d", database, "-AtqF", "|", "-v",
                           "ON_ERROR_STOP=1", "-c", sql], capture_output=True, text=True, timeout=world.PATIENCE)
    assert done.returncode == 0, done.stderr
    return [line.split("|") for line in done.stdout.splitlines()]


class Cluster(world.Case):
    def setUp(self):
        self.database = "cluster_" + world.new_id().replace("-", "")
        psql("postgres", f"CREATE DATABASE {self.database}")
        self.cluster = self.host({"database": {"url": DATABASE.replace("/postgres?", f"/{self.database}?")}})

    def query(self, sql):
        return psql(self.database, sql)

    def test_three_at_once_make_one_schema(self):
        config = self.cluster.config()
        with concurrent.futures.ThreadPoolExecutor(3) as pool:
            servers = list(pool.map(lambda _: self.cluster.serve(config), range(3)))
        for server in servers:
            self.assertEqual(world.ask(server.port, "GET", "/readyz").status, 200)
        self.assertEqual(self.query("SELECT COUNT(*) FROM server_fact WHERE name = 'schema_version'"), [["1"]])

    def test_pg_dump_and_pg_restore_bring_it_back(self):
        carrier = self.cluster.add_carrier()
        self.cluster.add_agency()
        self.cluster.add_user(WORKER)
        server = self.cluster.serve()
        device = world.Device(server.port, WORKER)
        share = device.share()
        device.push(share["changes"])
        folder = urllib.parse.parse_qs(urllib.parse.urlparse(DATABASE).query)["host"][0]
        programs = os.path.dirname(sorted(glob.glob("/usr/lib/postgresql/*/bin/psql"))[-1])
        copy = f"{self.cluster.folder}/copy"

        def run(program, *arguments):
            done = subprocess.run([f"{programs}/{program}", "-h", folder, "-U", "handrail", *arguments],
                                  capture_output=True, text=True, timeout=world.PATIENCE)
            self.assertEqual(done.returncode, 0, done.stderr)
        run("pg_dump", "-Fc", "-f", copy, self.database)
        lease, = device.claim()
        self.assertEqual(device.hand_over(lease).json()["state"], "sent")
        self.assertEqual(server.end(), 0)
        run("pg_restore", "--clean", "--if-exists", "-d", self.database, copy)
        # Its own log would bring all back; without, messages wait for a worker's word.
        self.cluster.run("restore", "--done")
        server = self.cluster.serve()
        device.port = server.port
        self.assertEqual(device.claim(), [])
        self.assertEqual(self.query("SELECT state FROM message"), [["held"]])
        self.assertEqual(len(carrier.phone()["texts"]), 1, "I3")

    def test_of_three_servers_one_fetches_a_directory(self):
        asked, hold = [], threading.Event()

        class Feed(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                asked.append(self.path)
                hold.wait(world.PATIENCE)
                body = b'{"contents": [{"id": "1", "name": "Food Pantry", "status": "active"}], "total_pages": 1}'
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass
        feed = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Feed)
        threading.Thread(target=feed.serve_forever, daemon=True).start()
        self.addCleanup(feed.server_close)
        self.addCleanup(feed.shutdown)
        self.cluster.add_agency()
        self.cluster.run("directory", "subscribe", "--agency", "Open Door", "--url",
                         f"http://127.0.0.1:{feed.server_port}/services")
        config = self.cluster.config()
        with concurrent.futures.ThreadPoolExecutor(3) as pool:
            servers = list(pool.map(lambda _: self.cluster.serve(config), range(3)))
        world.wait_until(lambda: asked, "the first to ask")
        # While that one waits for its answer, the others look too, and another one starts.
        servers.append(self.cluster.serve(config))
        self.assertEqual(world.ask(servers[-1].port, "GET", "/readyz").status, 200)
        hold.set()
        world.wait_until(lambda: self.query("SELECT 1 FROM directory_feed WHERE outcome = 'applied'"), "its end")
        servers.append(self.cluster.serve(config))
        self.assertEqual(world.ask(servers[-1].port, "GET", "/readyz").status, 200)
        for server in servers:
            self.assertEqual(server.end(), 0)  # Each has been through a round.
        self.assertEqual(len(asked), 1, "fetched once")
        self.assertEqual(self.query("SELECT COUNT(*) FROM audit WHERE what = 'directory_imported'"), [["1"]])

    def test_every_key_leads_with_the_agency(self):
        """So that Citus can spread every table by it."""
        self.cluster.add_agency()
        sqlite = self.host()
        sqlite.add_agency()
        for name, keys in (("SQLite", self.sqlite_keys(sqlite)), ("PostgreSQL", self.postgres_keys())):
            self.assertGreater(len(keys), 25, name)
            for (table, columns) in keys:
                if table not in WITHOUT_AGENCY:
                    self.assertEqual(columns[0], "agency_id", f"{name}: a key of {table} is {columns}")
        self.assertEqual({table for table, _ in self.sqlite_keys(sqlite)}, {table for table, _ in self.postgres_keys()})

    def sqlite_keys(self, host):
        with sqlite3.connect(f"{host.folder}/server.db") as database:
            tables = [row[0] for row in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'"
                                                         " AND name NOT LIKE 'sqlite%'")]
            keys = []
            for table in tables:
                primary = [row[1] for row in sorted(database.execute(f'PRAGMA table_info("{table}")'),
                                                    key=lambda row: row[5]) if row[5] > 0]
                self.assertTrue(primary, f"{table} has no primary key")
                keys.append((table, primary))
                for _, index, unique, *_ in database.execute(f'PRAGMA index_list("{table}")').fetchall():
                    if unique:
                        keys.append((table, [row[2] for row in database.execute(f'PRAGMA index_info("{index}")')]))
            return keys

    def postgres_keys(self):
        found = self.query(
            "SELECT c.relname, string_agg(a.attname, ',' ORDER BY k.n) FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid"
            " JOIN pg_namespace s ON s.oid = c.relnamespace AND s.nspname = 'public'"
            " CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY AS k(attnum, n)"
            " JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.attnum WHERE i.indisunique"
            " GROUP BY c.relname, i.indexrelid")
        return [(table, columns.split(",")) for table, columns in found]

    def test_news_of_one_wake_who_waits_at_another(self):
        self.cluster.add_agency()
        self.cluster.add_user(WORKER)
        one, other = self.cluster.serve(), self.cluster.serve()
        device = world.Device(one.port, WORKER)
        since = device.get("/v1/changes?since=0").json()["next"]
        for lost in (False, True):
            if lost:  # The database's restart, as the servers see it.
                self.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
                           " AND pid <> pg_backend_pid()")
                world.wait_until(lambda: self.listeners() == 2, "both to listen again", 15)
                for server in (one, other):
                    for _ in range(8):  # Every thread's connection was cut.
                        self.assertEqual(world.ask(server.port, "GET", "/readyz").status, 200)
            with concurrent.futures.ThreadPoolExecutor(1) as pool:
                began = time.monotonic()
                waiting = pool.submit(device.get, f"/v1/changes?since={since}&wait=25")
                world.wait_until(lambda: self.polls(one) == 1, "the poll")
                device.port = other.port
                self.assertTrue(device.push([device.change("client", world.new_id(), {"given_name": "A"})])[0]["accepted"])
                device.port = one.port
                found = waiting.result().json()
                self.assertEqual(len(found["changes"]), 1)
                self.assertLess(time.monotonic() - began, 10, "it did not just wait until its time was over")
                since = found["next"]

    def listeners(self):
        return int(self.query("SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database()"
                              " AND query = 'LISTEN \"handrail_news\"'")[0][0])

    def polls(self, server):
        port = int(server.said(r"metrics on http://127\.0\.0\.1:(\d+)/metrics"))
        for line in world.ask(port, "GET", "/metrics").body.splitlines():
            if line.startswith("handrail_http_waiting_polls "):
                return float(line.split()[1])
        return 0

    def test_load_on_three_of_which_one_is_killed(self):
        carrier = self.cluster.add_carrier()
        self.cluster.sections["texts"]["poll_seconds"] = 1
        self.cluster.add_agency()
        self.cluster.add_user(WORKER)
        servers = [self.cluster.serve(carrier_threads=8) for _ in range(3)]
        devices = [world.Device(servers[number % 3].port, WORKER) for number in range(6)]
        acknowledged, shared, trouble = [], set(), collections.Counter()
        stop = threading.Event()
        lock = threading.Lock()

        def at_any(device, deed):
            """Does it at the device's server, or at the next that answers: what a balancer in front of them does."""
            for _ in range(6):
                try:
                    return deed()
                except (OSError, ValueError, AssertionError, KeyError) as failure:
                    trouble[type(failure).__name__] += 1
                    device.port = servers[([s.port for s in servers].index(device.port) + 1) % 3].port
            raise AssertionError("no server answered")

        def push(device, number):
            count = 0
            while not stop.is_set():
                count += 1
                share = device.share(f"+1937555{number:01d}{count:03d}")
                results = at_any(device, lambda: device.push(share["changes"]))
                self.assertTrue(all(result["accepted"] for result in results), results)
                with lock:
                    acknowledged.extend(change["id"] for change in share["changes"])
                    shared.update(share["messages"])
                if count >= 60:
                    return

        def send(device):
            idle = 0
            while not stop.is_set() or idle < 3:
                leases = at_any(device, lambda: device.claim(10))
                idle = 0 if leases else idle + 1
                for lease in leases:
                    # As the agent: one that got no answer is left to the next claim.
                    try:
                        device.hand_over(lease)
                    except (OSError, ValueError) as failure:
                        trouble[type(failure).__name__] += 1

        pool = concurrent.futures.ThreadPoolExecutor(8)
        pushes = [pool.submit(push, device, number) for number, device in enumerate(devices[:3])]
        sends = [pool.submit(send, device) for device in devices[3:]]
        world.wait_until(lambda: len(carrier.phone()["texts"]) > 30, "some load")
        servers[1].end(signal.SIGKILL)
        for done in pushes:
            done.result(world.PATIENCE)
        stop.set()
        for done in sends:
            done.result(world.PATIENCE)
        pool.shutdown()
        self.check(carrier, acknowledged, shared, trouble)

    def check(self, carrier, acknowledged, shared, trouble):
        texts = [text for text in carrier.phone()["texts"] if not text["inbound"]]
        numbers = collections.Counter(text["to"] for text in texts)
        self.assertEqual([number for number, count in numbers.items() if count > 1], [], "I3: accepted twice")
        logged = {row[0] for row in self.query("SELECT change_id FROM change_log")}
        self.assertEqual(set(acknowledged) - logged, set(), "I5: an acknowledged change is not there")
        sequence = [int(row[0]) for row in self.query("SELECT seq FROM change_log ORDER BY seq")]
        self.assertEqual(sequence, list(range(1, len(sequence) + 1)), "the sequence has gaps")
        states = dict(self.query("SELECT id, state FROM message"))
        self.assertLessEqual(shared, set(states))
        intents = {row[0]: row[1] for row in self.query("SELECT message_id, COUNT(*) FROM intent GROUP BY message_id")}
        for message, state in states.items():
            self.assertIn(state, ("sent", "sending", "unknown", "waiting"), "I4: it is visible where it stands")
            if state == "sent":
                self.assertIn(message, intents, "I3: no acceptance without its intent")
        # What the carrier accepted is sent, or is still looked up because its server was killed.
        found = collections.Counter(states.values())
        self.assertGreaterEqual(found["sent"], len(texts) - found["sending"] - found["unknown"])
        self.assertEqual(found["waiting"], 0, "nothing was left behind")
        stamps = self.query("SELECT COUNT(*), COUNT(DISTINCT stamp) FROM change_log WHERE entity = 'message'")
        self.assertEqual(stamps[0][0], stamps[0][1])
        print(f"{len(acknowledged)} changes acknowledged, {len(texts)} texts accepted, messages {dict(found)}, what "
              f"clients met when a server died: {dict(trouble)}", flush=True)


if __name__ == "__main__":
    if not DATABASE:
        raise SystemExit("run it by tests/server/with-postgres.sh")
    world.main()
