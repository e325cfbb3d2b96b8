# SPDX-License-Identifier: GPL-3.0-or-later
"""/healthz, /readyz, /metrics, and a log from which nobody can be recognised."""
import json
import os
import sqlite3
import urllib.parse

from prometheus_client.parser import text_string_to_metric_families

import world

NAME, FAMILY = "Quetzalina", "Ybarra-Montenegro"
PHONE, EMAIL = "+19375550177", "quetzalina.ybarra@client.example"
WORKER = "dana.worker@opendoor.example"
WORDS = "Words-that-only-the-client-reads"


def metrics_port(server):
    return int(server.said(r"metrics on http://127\.0\.0\.1:(\d+)/metrics"))


def numbers(port, **more):
    answer = world.ask(port, "GET", "/metrics", **more)
    assert answer.status == 200, answer.body
    assert answer.headers["Content-Type"].startswith("text/plain; version=0.0.4")
    return {sample: value for family in text_string_to_metric_families(answer.body)
            for sample, value in [((s.name, tuple(sorted(s.labels.items()))), s.value) for s in family.samples]}


def number(found, name, **labels):
    return found.get((name, tuple(sorted(labels.items()))), 0)


class Observe(world.Case):
    def test_health_and_readiness(self):
        host = self.host()
        host.add_agency()
        server = host.serve()
        self.assertEqual(world.ask(server.port, "GET", "/healthz").json()["status"], "ok")
        ready = world.ask(server.port, "GET", "/readyz")
        self.assertEqual((ready.status, ready.json()["checks"]["database"]), (200, "ok"))
        # A newer program's schema: this one must not touch it, and says so to the balancer.
        with sqlite3.connect(f"{host.folder}/server.db") as database:
            database.execute("UPDATE server_fact SET value = '9999' WHERE name = 'schema_version'")
        ready = world.ask(server.port, "GET", "/readyz")
        self.assertEqual(ready.status, 503)
        self.assertIn("newer Handrail", ready.json()["checks"]["database"])
        self.assertEqual(ready.headers["Retry-After"], "5")
        self.assertEqual(world.ask(server.port, "GET", "/healthz").status, 200)

    def test_metrics_are_for_their_own_address_or_a_token(self):
        host = self.host()
        host.write("metrics-token", "let-prometheus-in\n")
        plain = host.serve()
        self.assertEqual(world.ask(plain.port, "GET", "/metrics").status, 404)
        numbers(metrics_port(plain))
        host.sections["metrics"]["token_file"] = "metrics-token"
        guarded = host.serve()
        self.assertEqual(world.ask(guarded.port, "GET", "/metrics").status, 401)
        self.assertEqual(world.ask(metrics_port(guarded), "GET", "/metrics").status, 401)
        numbers(guarded.port, headers={"Authorization": "Bearer let-prometheus-in"})
        self.assertEqual(
            world.ask(guarded.port, "GET", "/metrics", headers={"Authorization": "Bearer wrong"}).status, 401)

    def test_ids_of_requests_come_back(self):
        server = self.host().serve()
        given = world.ask(server.port, "GET", "/healthz", headers={"X-Request-Id": "Balancer-77"})
        self.assertEqual(given.headers["X-Request-Id"], "Balancer-77")
        ids = {world.ask(server.port, "GET", "/healthz", headers=headers).headers["X-Request-Id"]
               for headers in [{}, {}, {"X-Request-Id": "maria@client.example"}, {"X-Request-Id": "x" * 500}]}
        self.assertEqual(len(ids), 4)
        for found in ids:
            self.assertRegex(found, r"^[0-9a-f]{8}-[0-9a-f]+$")

    def test_the_main_job_is_counted_and_leaves_nobody_in_the_log(self):
        host = self.host({"log": {"format": "json"}})
        carrier = host.add_carrier()
        host.add_agency()
        host.add_user(WORKER)
        server = host.serve(log="debug")
        device = world.Device(server.port, WORKER)
        share = device.share(PHONE, EMAIL, name=NAME, family=FAMILY)
        self.assertTrue(all(result["accepted"] for result in device.push(share["changes"])))
        queue = numbers(metrics_port(server))
        self.assertEqual(number(queue, "handrail_queue_due_messages", channel="text"), 1)
        self.assertGreaterEqual(number(queue, "handrail_queue_oldest_due_seconds", channel="email"), 1)
        links = []
        for lease in device.claim():
            answer = device.hand_over(lease, WORDS)
            self.assertEqual(answer.json()["state"], "sent", answer.body)
            links.append(lease["link"])
        for link in links:
            path = urllib.parse.urlparse(link).path
            self.assertEqual(world.ask(server.port, "GET", path).status, 200)
        text = {"from": PHONE, "body": "STOP " + WORDS}
        self.assertEqual(world.ask(carrier.port, "POST", "/trial/text", json.dumps(text)).status, 200)
        world.wait_until(lambda: b"opt_out" in device.get("/v1/changes?since=0").body.encode(), "the reply")
        world.ask(server.port, "POST", "/v1/sign-in", json.dumps(
            {"email": EMAIL, "password": "wrong-secret", "device_id": world.new_id(), "device_name": NAME}))
        world.ask(server.port, "GET", f"/nothing/{NAME}?to={urllib.parse.quote(PHONE)}")

        found = numbers(metrics_port(server))
        self.assertEqual(number(found, "handrail_http_requests_total", method="GET", route="/r/{token}", status="200"),
                         2)
        self.assertEqual(number(found, "handrail_http_requests_total", method="GET", route="none", status="404"), 1)
        self.assertEqual(number(found, "handrail_http_request_duration_seconds_count", route="/r/{token}"), 2)
        for channel in ("text", "email"):
            for state in ("waiting", "sending", "sent"):
                self.assertEqual(
                    number(found, "handrail_message_transitions_total", channel=channel, state=state), 1, state)
            self.assertEqual(number(found, "handrail_carrier_calls_total", channel=channel, outcome="sent"), 1)
            self.assertEqual(number(found, "handrail_queue_due_messages", channel=channel), 0)
        self.assertGreater(number(found, "process_resident_memory_bytes"), 1_000_000)
        self.assertGreaterEqual(number(found, "handrail_database_connections"), 1)
        for (_, labels) in found:
            for (_, value) in labels:
                self.assertNotRegex(value, r"[0-9a-f]{8}-[0-9a-f]{4}|@|\+1", "a label with an id")

        self.assertEqual(server.end(), 0)
        log = "\n".join(server.lines)
        tokens = [device.token] + [link.rsplit("/", 1)[1] for link in links]
        for secret in [NAME, FAMILY, PHONE, PHONE[1:], EMAIL, WORKER, WORDS, "wrong-secret", world.PASSWORD, *tokens]:
            self.assertNotIn(secret.lower(), log.lower())
        lines = [json.loads(line) for line in server.lines if line.startswith("{")]
        pages = [line for line in lines if line.get("route") == "/r/{token}"]
        self.assertEqual(len(pages), 2)
        for key in ("time", "level", "method", "status", "ms", "request_id"):
            self.assertIn(key, pages[0])
        others = [line for line in server.lines if not line.startswith("{") and not line.startswith("listening on ")]
        self.assertEqual(others, [], "lines that are no JSON")

    def test_a_failing_carrier_is_counted(self):
        host = self.host()
        host.add_carrier().end()
        host.add_agency()
        server = host.serve()
        port = metrics_port(server)
        world.wait_until(lambda: number(numbers(port), "handrail_carrier_errors_total", work="poll") > 0, "an error")

    def test_a_log_that_nobody_reads_holds_up_nothing(self):
        host = self.host()
        fifo = f"{host.folder}/log"
        os.mkfifo(fifo)
        reader = os.open(fifo, os.O_RDONLY | os.O_NONBLOCK)
        self.addCleanup(os.close, reader)
        server = host.serve(before=["/bin/sh", "-c", f'exec "$@" 2>"{fifo}"', "sh"], log="debug")
        for _ in range(2000):  # Far more lines than a pipe holds.
            self.assertEqual(world.ask(server.port, "GET", "/healthz").status, 200)
        self.assertEqual(server.end(), 0)


if __name__ == "__main__":
    world.main()
