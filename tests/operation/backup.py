# SPDX-License-Identifier: GPL-3.0-or-later
"""Backup while the server writes, and restore: nothing is sent twice, fences only grow, nobody is surprised."""
import contextlib
import os
import signal
import sqlite3
import stat
import threading

import world

WORKER = "dana@opendoor.example"


class Backup(world.Case):
    def setUp(self):
        self.office = self.host()
        self.carrier = self.office.add_carrier()
        self.office.add_agency()
        self.office.add_user(WORKER)
        self.copy = f"{self.office.folder}/copy.db"

    def rows(self, sql, file="server.db"):
        with contextlib.closing(sqlite3.connect(os.path.join(self.office.folder, file))) as database:
            return database.execute(sql).fetchall()

    def texts(self):
        return [text["to"] for text in self.carrier.phone()["texts"] if not text["inbound"]]

    def test_a_copy_that_is_made_under_load_is_whole(self):
        server = self.office.serve()
        devices = [world.Device(server.port, WORKER) for _ in range(3)]
        acknowledged, ended = [], threading.Event()

        def push(device):
            while not ended.is_set():
                client = world.new_id()
                if device.push([device.change("client", client, {"given_name": "Load"})])[0]["accepted"]:
                    acknowledged.append(client)
        threads = [threading.Thread(target=push, args=(device,)) for device in devices]
        for thread in threads:
            thread.start()
        world.wait_until(lambda: len(acknowledged) > 30, "some load")
        before = set(acknowledged)
        self.office.run("backup", "--to", self.copy)
        world.wait_until(lambda: len(acknowledged) > len(before) + 10, "more load")
        ended.set()
        for thread in threads:
            thread.join(world.PATIENCE)
        self.assertEqual(stat.S_IMODE(os.stat(self.copy).st_mode), 0o600)
        self.assertEqual(self.rows("PRAGMA integrity_check", self.copy), [("ok",)])
        kept = {row[0] for row in self.rows("SELECT id FROM client", self.copy)}
        self.assertEqual(before - kept, set(), "what was acknowledged before is in it")
        sequence = [row[0] for row in self.rows("SELECT seq FROM change_log ORDER BY seq", self.copy)]
        self.assertEqual(sequence, list(range(1, len(sequence) + 1)))
        self.assertFalse(os.path.exists(self.copy + "-wal"))
        self.assertIn("--force", self.office.run("backup", "--to", self.copy, code=1))
        self.office.run("backup", "--to", self.copy, "--force")

    def test_what_may_have_been_sent_since_is_held_and_never_sent_twice(self):
        server = self.office.serve()
        device = world.Device(server.port, WORKER)
        waiting = device.share("+19375550101")
        device.push(waiting["changes"])
        self.office.run("backup", "--to", self.copy)
        # Sent after the copy was made: one that it has as waiting, and one that it has never heard of.
        later = device.share("+19375550102")
        device.push(later["changes"])
        fences = []
        for lease in device.claim():
            fences.append(lease["fence"])
            self.assertEqual(device.hand_over(lease).json()["state"], "sent")
        since = device.get("/v1/changes?since=0").json()["next"]
        self.assertEqual(sorted(self.texts()), ["+19375550101", "+19375550102"])
        self.assertIn("Stop it first", self.office.run("restore", "--from", self.copy, "--force", code=1))
        self.assertEqual(server.end(), 0)

        self.assertIn("--force", self.office.run("restore", "--from", self.copy, code=1))
        # As where the journal is lost with the database.
        said = self.office.run("restore", "--from", self.copy, "--force", "--no-journal")
        aside = said.strip().rsplit(": ", 1)[1]
        self.assertEqual(self.rows("SELECT COUNT(*) FROM message WHERE state = 'sent'", aside), [(2,)])

        server = self.office.serve()
        device.port = server.port
        again = device.get(f"/v1/changes?since={since}&sight=0").json()
        self.assertIs(again.get("snapshot"), True, "what a device has seen since is void: it starts over")
        # One of the version before can't, and must not go on with numbers that now stand for something else.
        self.assertEqual(device.get(f"/v1/changes?since={since}").status, 426)
        device.push(later["changes"])  # As its desk has it: waiting, due before the restore.
        self.assertEqual(device.claim(), [])
        states = dict(self.rows("SELECT id, state FROM message"))
        self.assertEqual({states[message] for message in waiting["messages"] + later["messages"]}, {"held"})
        reason = self.rows("SELECT reason FROM message LIMIT 1")[0][0]
        self.assertIn("put back from a backup", reason)
        self.assertEqual(len(self.texts()), 2, "I3")
        # A worker decides, and what is made from now on goes out as ever, under higher fences.
        decided = device.post(f"/v1/messages/{waiting['messages'][0]}/decision", {"decision": "send_again"})
        self.assertEqual(decided.json()["state"], "waiting", decided.body)
        device.push(device.share("+19375550103", due_before_ms=0)["changes"])
        for lease in device.claim():
            self.assertGreater(lease["fence"], max(fences))
            self.assertEqual(device.hand_over(lease).json()["state"], "sent")
        self.assertEqual(sorted(self.texts()), ["+19375550101", "+19375550101", "+19375550102", "+19375550103"])

    def test_what_clients_said_since_comes_back_out_of_the_journal(self):
        server = self.office.serve()
        device = world.Device(server.port, WORKER)
        device.push(device.share("+19375550101", email="rosa@client.example")["changes"])
        self.office.run("backup", "--to", self.copy)
        lease = next(one for one in device.claim() if "unsubscribe_link" in one)
        self.assertEqual(device.hand_over(lease).json()["state"], "sent")
        path = "/u/" + lease["unsubscribe_link"].rsplit("/", 1)[1]
        self.assertEqual(world.ask(server.port, "POST", path, "List-Unsubscribe=One-Click",
                                   {"Content-Type": "application/x-www-form-urlencoded"}).status, 200)
        opted_out = "SELECT address, opted_out FROM opt_out"
        self.assertEqual(self.rows(opted_out), [("rosa@client.example", 1)])
        before = dict(self.rows("SELECT id, state FROM message"))
        server.end(signal.SIGKILL)
        said = self.office.run("restore", "--from", self.copy, "--force")
        self.assertRegex(said, r"journal .*: [1-9]\d* changes")
        self.assertEqual(self.rows(opted_out), [("rosa@client.example", 1)], "R10: for good, also through a restore")
        after = dict(self.rows("SELECT id, state FROM message"))
        self.assertEqual(after, before, "what was sent is known as sent")
        # Nothing goes to that address any more.
        server = self.office.serve()
        device.port = server.port
        again = device.share("+19375550102", email="rosa@client.example", due_before_ms=0)
        device.push(again["changes"])
        for one in device.claim():
            if one["message_id"] == again["messages"][1]:
                self.assertEqual(device.hand_over(one).json()["state"], "refused")
        states = dict(self.rows("SELECT id, state FROM message"))
        self.assertIn(states[again["messages"][1]], ("refused", "canceled", "waiting"))
        self.assertEqual(len(os.listdir(f"{self.office.folder}/mails")), 1, "I2: the mail from before, and no other")

    def test_what_can_not_be_put_back_is_refused_and_nothing_is_touched(self):
        server = self.office.serve()
        device = world.Device(server.port, WORKER)
        device.push(device.share()["changes"])
        self.office.run("backup", "--to", self.copy)
        self.assertEqual(server.end(), 0)
        before = self.rows("SELECT COUNT(*) FROM change_log")
        with open(self.copy, "rb") as file:
            whole = file.read()
        spoiled = bytearray(whole)
        spoiled[len(spoiled) // 2:len(spoiled) // 2 + 4096] = os.urandom(4096)
        for name, content in (("damaged.db", bytes(spoiled)), ("short.db", whole[:len(whole) // 2]),
                              ("text.db", b"no database" * 1000), ("empty.db", b"")):
            path = os.path.join(self.office.folder, name)
            with open(path, "wb") as file:
                file.write(content)
            with self.subTest(name):
                self.office.run("restore", "--from", path, "--force", code=1)
        with contextlib.closing(sqlite3.connect(self.copy)) as database:
            database.execute("UPDATE server_fact SET value = '9999' WHERE name = 'schema_version'")
            database.commit()
        self.assertIn("newer Handrail", self.office.run("restore", "--from", self.copy, "--force", code=1))
        self.assertEqual(self.rows("SELECT COUNT(*) FROM change_log"), before)
        self.assertEqual([name for name in os.listdir(self.office.folder) if "restor" in name], [])
        self.assertIn("no file", self.office.run("restore", "--from", "/nowhere", code=1))

    def test_postgresql_is_told_its_own_way(self):
        config = self.office.write("pg.ini", "[database]\nurl = postgresql://nobody@127.0.0.1:1/none\n")
        self.assertIn("pg_dump", self.office.run("backup", "--to", self.copy, code=1, config=config))
        self.assertIn("pg_restore", self.office.run("restore", "--from", self.copy, code=1, config=config))


if __name__ == "__main__":
    world.main()
