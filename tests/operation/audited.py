# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything that the administrator's guide calls audited leaves its entry: each is done by its real command or route."""
import base64
import contextlib
import hmac
import http.server
import json
import os
import re
import sqlite3
import struct
import threading
import time

import world

GUIDE = os.path.join(os.path.dirname(__file__), "..", "..", "docs", "admin-guide.md")
ADMIN, WORKER, OTHER = "ana@opendoor.example", "dana@opendoor.example", "ben@opendoor.example"
SITES = json.dumps({"contents": [{"id": "1", "name": "Food Pantry", "status": "active"}], "total_pages": 1}).encode()


def documented():
    """The words of the guide's table of what is kept."""
    with open(GUIDE, encoding="utf-8") as guide:
        part = guide.read().split("\n## Audit\n")[1].split("\n## ")[0]
    return set(re.findall(r"^\| `(\w+)` \|", part, re.M))


def one_time_code(secret):
    """RFC 6238, as an authenticator app makes it."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.digest(key, struct.pack(">Q", int(time.time()) // 30), "sha1")
    at = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[at:at + 4])[0] & 0x7fffffff) % 1000000:06d}"


class Feed(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(SITES)))
        self.end_headers()
        self.wfile.write(SITES)

    def log_message(self, *_):
        pass


class Audited(world.Case):
    def test_every_audited_action_leaves_its_entry(self):
        self.office = self.host()
        self.office.add_carrier()
        self.office.add_agency()
        self.office.add_user(ADMIN, "administrator")
        for email in (WORKER, OTHER):
            self.office.add_user(email)
        self.server = self.office.serve()
        self.admin = world.Device(self.server.port, ADMIN)
        self.worker = world.Device(self.server.port, WORKER)
        self.share = self.worker.share()
        self.worker.push(self.share["changes"])
        seen = set()
        for word, what, deed in self.actions():
            with self.subTest(f"{word}: {what}"):
                before = self.entries(word)
                deed()
                self.assertGreater(self.entries(word), before, f"no entry {word} of: {what}")
            seen.add(word)
        self.assertEqual(sorted(documented() - seen), [], "in the guide, and not tried here")
        self.assertEqual(sorted(seen - documented()), [], "kept, and not in the guide")
        kept = {row[0] for row in self.rows("SELECT DISTINCT what FROM audit")}
        self.assertEqual(sorted(kept - documented()), [], "kept, and not in the guide")

    def rows(self, sql):
        with contextlib.closing(sqlite3.connect(f"{self.office.folder}/server.db")) as database:
            return database.execute(sql).fetchall()

    def entries(self, word):
        return self.rows(f"SELECT COUNT(*) FROM audit WHERE what = '{word}'")[0][0]

    def run_of(self, *command, **more):
        return self.office.run(*command, "--agency", "Open Door", **more)

    def posted(self, path, body, status=200, device=None):
        answer = (device or self.admin).post(path, body)
        self.assertEqual(answer.status, status, answer.body)
        return answer.json() if answer.body else {}

    def pushed(self, entity, key, fields):
        self.assertTrue(self.admin.push([self.admin.change(entity, key, fields)])[0]["accepted"])

    def actions(self):
        yield from self.signing_in()
        yield from self.people()
        yield from self.settings()
        yield from self.clients()
        yield from self.directory()
        yield from self.whole_server()

    def signing_in(self):
        yield "sign_in", "a password", lambda: world.Device(self.server.port, WORKER)
        yield "sign_in_refused", "a wrong password", lambda: self.posted(
            "/v1/sign-in", {"email": WORKER, "password": "wrong", "device_id": world.new_id(), "device_name": "x"}, 401)
        yield "sign_out", "a device", lambda: world.Device(self.server.port, WORKER).post("/v1/sign-out", {})
        lost = world.Device(self.server.port, WORKER)
        yield "device_revoked", "one's own", lambda: self.posted(f"/v1/devices/{lost.id}/revoke", {}, device=self.worker)
        other = world.Device(self.server.port, WORKER)
        yield "device_revoked", "by an administrator", lambda: self.posted(f"/v1/devices/{other.id}/revoke", {})
        gone = world.Device(self.server.port, WORKER)
        self.posted(f"/v1/devices/{gone.id}/revoke", {"wipe": True})
        yield "device_wiped", "told so", lambda: gone.post("/v1/wipe", {})
        new = {"old_password": world.PASSWORD, "new_password": world.PASSWORD + "!"}
        yield "password_changed", "one's own", lambda: self.posted("/v1/password", new, device=self.worker)
        yield "snapshot_read", "a new device", lambda: self.worker.get("/v1/snapshot")

    def people(self):
        person = {"display_name": "Cora", "email": "cora@opendoor.example"}
        yield "user_added", "by a command", lambda: self.office.add_user("eve@opendoor.example")
        yield "user_added", "by a route", lambda: self.posted("/v1/admin/people", person)
        ben = next(one["user"]["id"] for one in self.admin.get("/v1/admin/people").json()["people"]
                   if one["user"]["email"] == OTHER)
        path = f"/v1/admin/people/{ben}"
        yield "user_changed", "by a command", lambda: self.run_of("user", "set", OTHER, "--name", "Ben Ash")
        yield "user_changed", "by a route", lambda: self.posted(path, {"role": "supervisor"})
        yield "user_disabled", "by a command", lambda: self.run_of("user", "disable", OTHER)
        yield "user_enabled", "by a command", lambda: self.run_of("user", "enable", OTHER)
        yield "user_disabled", "by a route", lambda: self.posted(path, {"disabled": True})
        yield "user_enabled", "by a route", lambda: self.posted(path, {"disabled": False})
        yield "password_reset", "by a command", lambda: self.run_of("user", "reset-password", OTHER)
        password = []
        yield "password_reset", "by a route", lambda: password.append(self.posted(path + "/password", {})["password"])
        device = world.Device.__new__(world.Device)
        device.port, device.check, device.token = self.server.port, None, None
        device.token = device.post("/v1/sign-in", {"email": OTHER, "password": password[0], "device_id": world.new_id(),
                                                   "device_name": "x"}).json()["token"]

        def turn_on():
            secret = self.posted("/v1/second-factor/set-up", {"password": password[0]}, device=device)["secret"]
            self.posted("/v1/second-factor/confirm", {"code": one_time_code(secret)}, device=device)
        yield "second_factor_changed", "turned on", turn_on
        yield "second_factor_changed", "reset by a route", lambda: self.posted(f"/v1/users/{ben}/second-factor/reset", {})
        turn_on()
        yield "second_factor_changed", "reset by a command", lambda: self.office.run(
            "sign-in", "reset-second-factor", "--email", OTHER)
        secret = self.posted("/v1/second-factor/set-up", {"password": password[0]}, device=device)["secret"]
        codes = self.posted("/v1/second-factor/confirm", {"code": one_time_code(secret)}, device=device)["recovery_codes"]
        yield "second_factor_changed", "turned off", lambda: self.posted(
            "/v1/second-factor/off", {"password": password[0], "code": codes[0]}, device=device)

    def settings(self):
        yield "team_changed", "added by a command", lambda: self.run_of("team", "add", "North")
        yield "team_changed", "renamed by a command", lambda: self.run_of("team", "rename", "North", "North side")
        yield "team_changed", "removed by a command", lambda: self.run_of("team", "remove", "North side")
        self.team = world.new_id()
        yield "team_changed", "at a desk", lambda: self.pushed("team", self.team, {"name": "South"})
        yield "settings_changed", "by a command", lambda: self.run_of("agency", "set", "--hours", "00:00-23:58")
        yield "settings_changed", "at a desk", lambda: self.pushed("agency", self.office.agency, {"resend_after_hours": 24})
        yield "settings_changed", "how one signs in, by a command", lambda: self.run_of(
            "sign-in", "rule", "--second-factor", "optional")
        yield "settings_changed", "how one signs in, by a route", lambda: self.posted(
            "/v1/sign-in-rule", {"second_factor_required": False, "password_off": False})

    def clients(self):
        yield "records_changed", "at a desk", lambda: self.pushed("client", self.share["client"], {"family_name": "Y"})
        yield "shared", "at a desk", lambda: self.worker.push(self.worker.share(phone="+19375550177")["changes"])
        for deed in ("client_opened", "clients_searched", "report_opened", "printed", "exported"):
            about = {"client_id": self.share["client"]} if deed in ("client_opened", "printed") else {}
            told = {"deed": deed, "at": int(time.time() * 1000), **about}
            yield deed, "at a desk", lambda told=told: self.pushed("access", world.new_id(), told)
        message = f"/v1/messages/{self.share['messages'][0]}/decision"
        yield "message_decided", "called off", lambda: self.posted(message, {"decision": "give_up"}, device=self.worker)
        yield "client_moved", "to another team", lambda: self.pushed("client", self.share["client"], {"team_id": self.team})
        people = self.office.write("people.csv", "First name,Last name,Phone\nRosa,Diaz,(937) 401-0653\nOmar,Haddad,(937) 401-0654\n")
        yield "imported", "clients", lambda: self.run_of("client", "import", people, "--apply")
        rosa, omar = (json.loads(self.run_of("client", "find", name, "--json"))[0]["id"] for name in ("rosa", "omar"))
        folder = self.office.folder
        yield "exported", "a client by a command", lambda: self.run_of("export", "client", rosa, "--to", f"{folder}/one")
        yield "exported", "a client by a route", lambda: self.admin.get(f"/v1/admin/clients/{rosa}/export")
        yield "exported", "the agency", lambda: self.run_of("export", "agency", "--to", f"{folder}/all")
        yield "exported", "the audit itself", lambda: self.run_of("audit", "export", "--out", f"{folder}/audit.csv")
        yield "exported", "FHIR", lambda: self.run_of("export", "fhir", "--out", f"{folder}/fhir.json")
        yield "client_erased", "by a command", lambda: self.run_of("client", "erase", rosa, "--yes")
        yield "client_erased", "by a route", lambda: self.posted(f"/v1/admin/clients/{omar}/erase", {})

    def directory(self):
        source = self.office.write("sites.json", SITES.decode())
        yield "directory_imported", "from a file", lambda: self.run_of("directory", "import", source)
        feed = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Feed)
        threading.Thread(target=feed.serve_forever, daemon=True).start()
        self.addCleanup(feed.server_close)
        self.addCleanup(feed.shutdown)
        address = f"http://127.0.0.1:{feed.server_port}/services"
        yield "feed_changed", "subscribed", lambda: self.run_of("directory", "subscribe", "--url", address, "--source", "county")
        yield "feed_changed", "by a route", lambda: self.posted(
            "/v1/admin/feeds", {"source": "other", "url": address, "every_hours": 24})
        self.posted("/v1/admin/feeds/remove", {"source": "other"})
        yield "feed_changed", "fetched now", lambda: self.run_of("directory", "fetch", "--source", "county")
        world.wait_until(lambda: self.rows("SELECT 1 FROM directory_feed WHERE outcome = 'applied'"), "the first fetch")
        # Of a server or of the command, whoever came first.
        fetched = self.rows("SELECT COUNT(*) FROM audit WHERE what = 'directory_imported' AND who = 'server'")[0][0]
        self.assertGreaterEqual(fetched, 1, "a fetch leaves its entry")
        yield "feed_changed", "unsubscribed", lambda: self.run_of("directory", "unsubscribe", "--source", "county")

    def whole_server(self):
        yield "agency_added", "another", lambda: self.office.run("agency", "add", "--name", "Second", "--time-zone", "UTC")
        yield "agency_removed", "that one", lambda: self.office.run("agency", "remove", "--agency", "Second",
                                                                    "--without-export", "--yes")
        # A client whose last day is long ago by that clock.
        self.office.write("later", str(60 * 24 * 3600))
        later = self.office.config("later.ini", clock_file="later")
        yield "retention_applied", "by a command", lambda: self.run_of("retention", "--days", "30", "--apply", config=later)
        copy = f"{self.office.folder}/copy.db"
        yield "backup", "a copy", lambda: self.office.run("backup", "--to", copy)
        self.assertEqual(self.server.end(), 0)
        yield "restored", "the copy", lambda: self.office.run("restore", "--from", copy, "--force")


if __name__ == "__main__":
    world.main()
