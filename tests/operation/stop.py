# SPDX-License-Identifier: GPL-3.0-or-later
"""A server that is asked to stop under load: what was begun ends, what waits is answered, and nothing is lost."""
import json
import socket
import sqlite3
import threading
import time

import world

WORKER = "dana@opendoor.example"


class SlowCarrier:
    """Takes a text and does not answer until it is told to: a call that is in flight."""

    def __init__(self):
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
        self.taken = threading.Event()
        self.go_on = threading.Event()
        threading.Thread(target=self.run, daemon=True).start()

    def run(self):
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self.answer, args=(connection,), daemon=True).start()

    def answer(self, connection):
        request = connection.recv(65536)
        status, body = "200 OK", {"messages": [], "next_page_uri": None}
        if request.startswith(b"POST"):
            self.taken.set()
            self.go_on.wait(world.PATIENCE)
            status, body = "201 Created", {"sid": "SM" + 32 * "1", "status": "queued"}
        text = json.dumps(body)
        try:
            connection.sendall(f"HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {len(text)}\r\n"
                               f"Connection: close\r\n\r\n{text}".encode())
            connection.close()
        except OSError:
            pass


class Stop(world.Case):
    def start(self, carrier=None, **server):
        host = self.host()
        if carrier:
            host.write("token", "trial-token\n")
            host.sections["texts"] = {"base_url": carrier.address, "account_sid": "AC" + 32 * "0",
                                      "auth_token_file": "token", "poll_seconds": 3600}
        host.add_agency()
        host.add_user(WORKER)
        return host, host.serve(**server)

    def state_of(self, host, message):
        with sqlite3.connect(f"{host.folder}/server.db") as database:
            return database.execute("SELECT state FROM message WHERE id = ?", (message,)).fetchone()[0]

    def hand_over(self, host, server):
        """A text whose carrier has it and has not answered; the thread's answer, when there is one."""
        device = world.Device(server.port, WORKER)
        share = device.share()
        device.push(share["changes"])
        lease, = device.claim()
        answers = []

        def send():
            try:
                answers.append(device.hand_over(lease).json())
            except (OSError, ValueError) as trouble:
                answers.append(trouble)
        thread = threading.Thread(target=send)
        thread.start()
        return share["messages"][0], thread, answers

    def test_under_load_nothing_that_was_answered_is_lost(self):
        host, server = self.start()
        devices = [world.Device(server.port, WORKER) for _ in range(6)]
        acknowledged, ends = [], []

        def push(device):
            while True:
                client = world.new_id()
                try:
                    results = device.push([device.change("client", client, {"given_name": "Load"})])
                except (OSError, AssertionError, ValueError) as end:
                    ends.append(end)
                    return
                if results[0]["accepted"]:
                    acknowledged.append(client)
        idle = socket.create_connection(("127.0.0.1", server.port))
        self.addCleanup(idle.close)
        threads = [threading.Thread(target=push, args=(device,)) for device in devices]
        for thread in threads:
            thread.start()
        world.wait_until(lambda: len(acknowledged) > 50, "some load")
        began = time.monotonic()
        self.assertEqual(server.end(), 0)
        self.assertLess(time.monotonic() - began, 15)
        for thread in threads:
            thread.join(world.PATIENCE)
        self.assertEqual(len(ends), len(devices))
        with sqlite3.connect(f"{host.folder}/server.db") as database:
            kept = {row[0] for row in database.execute("SELECT id FROM client")}
            sequence = [row[0] for row in database.execute("SELECT seq FROM change_log ORDER BY seq")]
        self.assertEqual(set(acknowledged) - kept, set())
        self.assertEqual(sequence, list(range(1, len(sequence) + 1)))

    def test_while_it_drains_balancers_are_told_and_waiting_desks_answered(self):
        host, server = self.start(drain_seconds=3)
        device = world.Device(server.port, WORKER)
        last = device.get("/v1/changes?since=0").json()["next"]
        answers = []
        thread = threading.Thread(
            target=lambda: answers.append(device.get(f"/v1/changes?since={last}&wait=25")))
        thread.start()
        self.assertEqual(world.ask(server.port, "GET", "/readyz").status, 200)
        world.wait_until(lambda: len(answers) == 0 and thread.is_alive(), "the poll")
        server.process.terminate()
        ready = world.wait_until(
            lambda: (lambda found: found if found.status == 503 else None)(world.ask(server.port, "GET", "/readyz")),
            "the word to the balancer")
        self.assertIn("stops", ready.json()["checks"]["running"])
        thread.join(2.5)
        self.assertEqual([answer.status for answer in answers], [200], "the waiting desk was answered at once")
        again = device.get(f"/v1/changes?since={last}&wait=25", timeout=2)
        self.assertEqual((again.status, again.headers["Connection"]), (200, "close"))
        self.assertEqual(server.end(how=None), 0)
        with self.assertRaises(OSError):
            world.ask(server.port, "GET", "/healthz")

    def test_a_carrier_that_answers_in_time_is_heard(self):
        carrier = SlowCarrier()
        host, server = self.start(carrier)
        message, thread, answers = self.hand_over(host, server)
        self.assertTrue(carrier.taken.wait(world.PATIENCE))
        server.process.terminate()
        server.said("(asked to stop)")
        carrier.go_on.set()
        thread.join(world.PATIENCE)
        self.assertEqual(server.end(how=None), 0)
        self.assertEqual(answers[0]["state"], "sent")
        self.assertEqual(self.state_of(host, message), "sent")

    def test_a_carrier_that_does_not_is_recorded_as_unknown(self):
        carrier = SlowCarrier()
        host, server = self.start(carrier, stop_seconds=1)
        message, thread, _ = self.hand_over(host, server)
        self.assertTrue(carrier.taken.wait(world.PATIENCE))
        began = time.monotonic()
        self.assertEqual(server.end(), 0)
        self.assertLess(time.monotonic() - began, 11)
        thread.join(world.PATIENCE)
        self.assertEqual(self.state_of(host, message), "unknown")
        carrier.go_on.set()


if __name__ == "__main__":
    world.main()
