# SPDX-License-Identifier: GPL-3.0-or-later
"""The real server for tests that see it from outside: in a folder of its own, on free loopback ports."""
import http.client
import json
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import unittest
import uuid

BIN = sys.argv[1] if len(sys.argv) > 1 else "build/bin"
PATIENCE = 60
PASSWORD = "correct horse battery"


def wait_until(condition, what, limit=PATIENCE):
    """Waits for a condition, with a limit; never for a time."""
    end = time.monotonic() + limit
    while time.monotonic() < end:
        found = condition()
        if found:
            return found
        time.sleep(0.02)
    raise AssertionError(f"waited {limit} seconds in vain for {what}")


class Program:
    """A process of this test, with what it says, and its end."""

    def __init__(self, arguments, **more):
        self.lines = []
        self.process = subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **more)
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    def _read(self):
        for line in self.process.stdout:
            self.lines.append(line.rstrip("\n"))

    def said(self, pattern):
        """The first group of the first line that matches, once there is one."""
        def look():
            for line in list(self.lines):
                if found := re.search(pattern, line):
                    return found.group(1)
            if self.process.poll() is not None and not self.reader.is_alive():
                raise AssertionError("it ended: " + "\n".join(self.lines))
            return None
        return wait_until(look, pattern)

    def end(self, how=signal.SIGTERM, limit=PATIENCE):
        """Ends it and answers its exit code."""
        if how and self.process.poll() is None:
            self.process.send_signal(how)
        code = self.process.wait(limit)
        self.reader.join(limit)
        self.process.stdout.close()
        return code

    def resident_kb(self):
        """Linux: VmRSS of /proc/PID/status."""
        with open(f"/proc/{self.process.pid}/status", encoding="ascii") as status:
            return int(re.search(r"VmRSS:\s+(\d+) kB", status.read()).group(1))


class Carrier(Program):
    """The trial's stand-in for Twilio."""

    def __init__(self, folder):
        super().__init__([f"{BIN}/handrail-trial-carrier", "--port", "0", "--journal", f"{folder}/texts.jsonl",
                          "--maildrop", f"{folder}/mails"])
        self.address = self.said(r"listens on (http://\S+)")
        self.port = int(self.address.rsplit(":", 1)[1])

    def phone(self):
        return json.loads(ask(self.port, "GET", "/trial/phone").body)

    def fault(self, **fault):
        assert ask(self.port, "POST", "/trial/fault", json.dumps(fault)).status == 200


class Host:
    """A folder with a configuration; commands and servers run by it."""

    def __init__(self, sections=None):
        self.temp = tempfile.TemporaryDirectory(prefix="handrail-operation-")
        self.folder = self.temp.name
        os.mkdir(f"{self.folder}/mails")
        self.write("password", PASSWORD + "\n")
        self.sections = {"server": {"listen_port": 0}, "metrics": {"listen": "127.0.0.1:0"},
                         "database": {"url": "sqlite:server.db"}, "mail": {"drop": "mails"}}
        for name, keys in (sections or {}).items():
            self.sections.setdefault(name, {}).update(keys)
        self.programs = []

    def write(self, name, text):
        path = f"{self.folder}/{name}"
        with open(path, "w", encoding="utf-8") as file:
            os.chmod(path, 0o600)  # as a carrier's credential has to be
            file.write(text)
        return path

    def config(self, name="server.ini", **server):
        text = ""
        for section, keys in self.sections.items():
            keys = {**keys, **server} if section == "server" else keys
            text += f"[{section}]\n" + "".join(f"{key} = {value}\n" for key, value in keys.items())
        return self.write(name, text)

    def run(self, *arguments, code=0, config=None):
        done = subprocess.run([f"{BIN}/handrail-server", "--config", config or self.config(), *arguments],
                              capture_output=True, text=True, timeout=PATIENCE, stdin=subprocess.DEVNULL)
        assert done.returncode == code, f"{arguments}: {done.returncode} {done.stdout} {done.stderr}"
        return done.stdout if code == 0 else done.stderr

    def add_carrier(self):
        carrier = Carrier(self.folder)
        self.programs.append(carrier)
        self.write("token", "trial-token\n")
        self.sections["texts"] = {"base_url": carrier.address, "account_sid": "AC" + 32 * "0",
                                  "auth_token_file": "token", "poll_seconds": 1, "per_second": 1000,
                                  "per_number_per_second": 1000}
        return carrier

    def add_agency(self, name="Open Door"):
        self.agency = self.run("agency", "add", "--name", name, "--number", "+16505550100", "--address",
                               "hello@opendoor.example", "--time-zone", "UTC", "--hours", "00:00-23:59").split()[0]
        return self.agency

    def add_user(self, email, role="worker", agency="Open Door"):
        self.run("user", "add", "--agency", agency, "--name", "Dana Worker", "--email", email, "--role", role,
                 "--password-file", f"{self.folder}/password")

    def serve(self, config=None, before=(), **server):
        program = Program([*before, f"{BIN}/handrail-server", "--config", config or self.config(**server), "serve"])
        self.programs.append(program)
        program.address = program.said(r"listening on (https?://\S+)")
        program.port = int(program.address.rsplit(":", 1)[1])
        return program

    def close(self):
        for program in self.programs:
            program.end(signal.SIGKILL)
        self.temp.cleanup()


class Answer:
    def __init__(self, response):
        self.status = response.status
        self.headers = response.headers
        self.body = response.read().decode("utf-8")

    def json(self):
        return json.loads(self.body)


def ask(port, method, path, body=None, headers=None, timeout=PATIENCE, source=None):
    """One request on a connection of its own."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=timeout,
                                            source_address=(source, 0) if source else None)
    try:
        connection.request(method, path, body=body, headers=headers or {})
        return Answer(connection.getresponse())
    finally:
        connection.close()


def new_id():
    """UUIDv7, as every id of the protocol."""
    now = int(time.time() * 1000)
    rest = uuid.uuid4().int & ((1 << 76) - 1)
    value = (now << 80) | (7 << 76) | rest
    value = (value & ~(3 << 62)) | (2 << 62)
    return str(uuid.UUID(int=value))


class Device:
    """A signed-in device that speaks the protocol by hand. `check`, where given, sees every exchange."""

    def __init__(self, port, email, check=None):
        self.port = port
        self.check = check
        self.id = new_id()
        self.token = None
        self.wall = int(time.time() * 1000)
        answer = self.post("/v1/sign-in", {"email": email, "password": PASSWORD, "device_id": self.id,
                                           "device_name": "desk"})
        assert answer.status == 200, answer.body
        self.token = answer.json()["token"]
        self.user = answer.json()["user"]["id"]

    def send(self, method, path, body=None, **more):
        headers = {"Handrail-Protocol": "2"}
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        text = None if body is None else json.dumps(body)
        if text is not None:
            headers["Content-Type"] = "application/json"
        answer = ask(self.port, method, path, text, headers, **more)
        if self.check:
            self.check(method, path, body, answer)
        return answer

    def get(self, path, **more):
        return self.send("GET", path, **more)

    def post(self, path, body, **more):
        return self.send("POST", path, body, **more)

    def change(self, entity, key, fields):
        self.wall = max(self.wall + 1, int(time.time() * 1000))
        return {"id": new_id(), "entity": entity, "key": key, "stamp": self.stamp(), "fields": fields}

    def stamp(self):
        return f"{self.wall:012x}0000-{self.id}"

    def share(self, phone="+19375550101", email=None, site=None, name="Quetzalina", family="Ybarra-Montenegro",
              due_before_ms=1000):
        """The changes of one client with one referral, shared by text (and email): what «Share with Client» makes."""
        client, referral, share, consent = new_id(), new_id(), new_id(), new_id()
        now = int(time.time() * 1000)
        addresses = [{"channel": "text", "address": phone}]
        if email:
            addresses.append({"channel": "email", "address": email})
        changes = [
            self.change("client", client, {"given_name": name, "family_name": family, "language": "en",
                                           "time_zone": "UTC", "assigned_worker_id": self.user}),
            self.change("referral", referral, {"client_id": client, "site_id": site or new_id(), "status": "unstarted",
                                               "created_by": self.user, "created_at": now}),
            self.change("share", share, {"client_id": client, "shared_by": self.user, "shared_at": now,
                                         "referral_ids": [referral], "addresses": addresses, "language": "en",
                                         "time_zone": "UTC"}),
            self.change("consent", consent, {"share_id": share, "client_id": client, "worker_id": self.user,
                                             "given_at": now, "addresses": addresses, "wording": "I consent",
                                             "language": "en"})]
        messages = []
        for address in addresses:
            message = new_id()
            messages.append(message)
            changes.append(self.change("message", message, {
                "share_id": share, "client_id": client, "kind": "initial", **address, "due_at": now - due_before_ms,
                "language": "en", "state": "waiting"}))
        return {"changes": changes, "client": client, "referral": referral, "messages": messages}

    def claim(self, limit=20):
        return self.post("/v1/messages/claim", {"limit": limit}).json()["leases"]

    def hand_over(self, lease, words="Resources for you:", **more):
        body = {"fence": lease["fence"], "subject": "Your resources", "body": f"{words} {lease['link']}",
                "html": f"<p>{words} <a href='{lease['link']}'>here</a></p>"}
        return self.post(f"/v1/messages/{lease['message_id']}/send", body, **more)

    def push(self, changes):
        answer = self.post("/v1/changes", {"changes": changes})
        assert answer.status == 200, answer.body
        return answer.json()["results"]


class Case(unittest.TestCase):
    """Ends what the test started, also where it failed."""

    def host(self, sections=None):
        host = Host(sections)
        self.addCleanup(host.close)
        return host


def main():
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]], verbosity=2)
