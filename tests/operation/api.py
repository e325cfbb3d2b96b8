# SPDX-License-Identifier: GPL-3.0-or-later
"""The server keeps to docs/openapi.yaml, which is valid, and describes every route that there is and no other."""
import base64
import hmac
import os
import re
import struct
import subprocess
import time
import urllib.parse

import world
from description import PATH, Description

JUDGE = os.path.join(os.path.dirname(__file__), "openapi")
ADMIN = "admin@opendoor.example"
# Seen to work by other tests, with the carriers and the organisation's account that they need.
ELSEWHERE = ("/hooks/", "/v1/sign-in/oidc")


def one_time_code(secret):
    """RFC 6238, as an authenticator app makes it."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.digest(key, struct.pack(">Q", int(time.time()) // 30), "sha1")
    at = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[at:at + 4])[0] & 0x7fffffff) % 1000000:06d}"


class Api(world.Case):
    def test_the_description_is_valid(self):
        made = subprocess.run([f"{JUDGE}/../../support/node-modules.sh", JUDGE, "openapi-judge"], capture_output=True, text=True, timeout=300)
        self.assertEqual(made.returncode, 0, made.stderr)
        judged = subprocess.run(["node", f"{JUDGE}/judge.mjs", PATH], capture_output=True, text=True,
                                timeout=world.PATIENCE, env={**os.environ, "HANDRAIL_OPENAPI_MODULES": made.stdout.strip()})
        self.assertEqual(judged.returncode, 0, judged.stdout + judged.stderr)

    def test_it_has_every_route_and_no_other(self):
        host = self.host({"metrics": {"token_file": "password"}})
        host.sections["server"]["public_url"] = "https://handrail.example.org"
        host.sections["texts"] = {"base_url": "https://api.twilio.com", "account_sid": "AC" + 32 * "0",
                                  "auth_token_file": "password"}
        routes = set(host.run("routes").splitlines())
        host.write("secret", "abcdefghijklmnopqrstuvwxyz\n")
        host.sections["texts"] = {}
        host.sections["kannel"] = {"url": "http://127.0.0.1:1/cgi-bin/sendsms", "user": "u", "password_file": "password",
                                   "hook_secret_file": "secret"}
        routes |= set(host.run("routes").splitlines())
        host.sections["oidc"] = {"issuer": "http://127.0.0.1:1", "client_id": "handrail"}
        routes |= set(host.run("routes").splitlines())
        described = {f"{method} {path}" for method, path, _ in Description().operations()}
        self.assertEqual(sorted(routes - described), [], "routes that are not described")
        self.assertEqual(sorted(described - routes), [], "described, and not there")
        self.assertGreater(len(routes), 15)

    def test_a_wrong_exchange_would_be_noticed(self):
        class Wrong:
            status, headers, body = 200, {"Content-Type": "application/json", "Handrail-Protocol": "1"}, ""

            @staticmethod
            def json():
                return {"changes": [{"id": "no id"}], "next": 1, "more": False, "server_time": 1}
        with self.assertRaises(Exception):
            Description().check("GET", "/v1/changes", None, Wrong)
        with self.assertRaises(AssertionError):
            Description().check("GET", "/v1/nothing", None, Wrong)

    def test_real_exchanges_are_as_described(self):
        self.judge = Description()
        host = self.host({"metrics": {"token_file": "password"}})
        host.add_carrier()
        host.add_agency()
        host.add_user(ADMIN, "administrator")
        self.server = host.serve()
        self.device = world.Device(self.server.port, ADMIN, self.judge.check)
        self.anybody = world.Device.__new__(world.Device)
        self.anybody.port, self.anybody.check, self.anybody.token = self.server.port, self.judge.check, None
        for part in ("health", "strangers", "sync", "sending", "pages", "administration", "people", "sign_in", "account"):
            getattr(self, "do_" + part)()
        lacking = [f"{method} {path}" for method, path, _ in self.judge.operations() if not path.startswith(ELSEWHERE) and
                   not any((method, path, status) in self.judge.seen for status in (200, 201, 204, 303))]
        self.assertEqual(lacking, [], "described, but never seen to work")
        print(f"{len(self.judge.seen)} kinds of exchanges were as described", flush=True)

    def do_health(self):
        for path in ("/healthz", "/readyz"):
            self.assertEqual(self.anybody.get(path).status, 200)
        self.assertEqual(self.anybody.get("/metrics").status, 401)
        token, self.device.token = self.device.token, world.PASSWORD
        self.assertEqual(self.device.get("/metrics").status, 200)
        self.device.token = token

    def do_strangers(self):
        """Who is not signed in gets 401 everywhere that says so, and garbage 400."""
        for method, path, operation in self.judge.operations():
            if not path.startswith("/v1/") or operation.get("security") == []:
                continue
            target = re.sub(r"\{[^}]+\}", world.new_id(), path)
            self.assertEqual(self.anybody.send(method, target, {} if method == "POST" else None).status, 401, path)
        self.assertEqual(self.anybody.post("/v1/sign-in", {"email": 7}).status, 400)
        wrong = {"email": ADMIN, "password": "wrong", "device_id": world.new_id(), "device_name": "d"}
        self.assertEqual(self.anybody.post("/v1/sign-in", wrong).status, 401)

    def do_sync(self):
        self.share = self.device.share(email="client@client.example")
        self.assertTrue(all(result["accepted"] for result in self.device.push(self.share["changes"])))
        refused = self.device.push([self.device.change("client", world.new_id(), {"given_name": 7})])
        self.assertFalse(refused[0]["accepted"])
        self.assertEqual(self.device.post("/v1/changes", {"changes": 7}).status, 400)
        self.assertGreater(len(self.device.get("/v1/changes?since=0").json()["changes"]), 5)
        self.assertEqual(self.device.get("/v1/changes?since=-1").status, 400)
        whole = self.device.get("/v1/snapshot").json()
        self.assertGreater(len(whole["records"]), 5)
        self.assertTrue(self.device.get("/v1/changes?since=0&sight=other").json()["snapshot"])
        since = f"/v1/changes?since={whole['position']}&sight={whole['sight']}"
        self.assertNotIn("snapshot", self.device.get(since).json())

    def do_sending(self):
        self.links = []
        text, mail = sorted(self.device.claim(), key=lambda lease: "unsubscribe_link" in lease)
        self.assertEqual(self.device.hand_over(text).json()["state"], "sent")
        self.links = [text["link"], mail["unsubscribe_link"]]
        path = f"/v1/messages/{mail['message_id']}"
        self.assertEqual(self.device.post(path + "/send", {"fence": mail["fence"] - 1, "body": "x"}).status, 409)
        self.assertEqual(self.device.post(path + "/send", {}).status, 400)
        held = self.device.post(path + "/release", {"fence": mail["fence"], "problem": "It can't be written."})
        self.assertEqual(held.json()["state"], "held")
        decided = self.device.post(path + "/decision", {"decision": "give_up", "note": "Not needed"})
        self.assertEqual(decided.json()["state"], "canceled")
        self.assertEqual(self.device.post(path + "/decision", {"decision": "send_again"}).status, 409)
        unknown = f"/v1/messages/{world.new_id()}/send"
        self.assertEqual(self.device.post(unknown, {"fence": 1, "body": "x"}).status, 404)
        printed = self.device.post("/v1/printed-links", {
            "client_id": self.share["client"], "referral_ids": [self.share["referral"]], "language": "en",
            "first_name": False})
        self.assertEqual(printed.status, 200, printed.body)
        listed = self.device.get(f"/v1/printed-links?client={self.share['client']}")
        self.assertEqual(listed.status, 200, listed.body)
        link = listed.json()["links"][0]["id"]
        self.assertEqual(self.device.post(f"/v1/printed-links/{link}/revoke", {}).status, 200)

    def do_pages(self):
        for link in self.links:
            path = urllib.parse.urlparse(link).path
            self.assertEqual(self.anybody.get(path).status, 200)
        unsubscribed = self.form(urllib.parse.urlparse(self.links[1]).path, "List-Unsubscribe=One-Click")
        self.assertEqual(unsubscribed.status, 200, unsubscribed.body)
        self.follow_up()
        for folder in "rfu":
            self.assertIn(self.anybody.get(f"/{folder}/AAAAAAAAAAAAAAAAAAAAAA").status, (404, 410))

    def form(self, path, fields):
        answer = world.ask(self.server.port, "POST", path, fields,
                           {"Content-Type": "application/x-www-form-urlencoded"})
        self.judge.check("POST", path, None, answer)
        return answer

    def follow_up(self):
        device, share = self.device, self.share
        message = world.new_id()
        now = device.wall
        fields = next(change["fields"] for change in share["changes"] if change["entity"] == "message")
        results = device.push([device.change("message", message, {
            **fields, "kind": "follow_up", "referral_id": share["referral"], "due_at": now - 1000})])
        self.assertTrue(results[0]["accepted"], results)
        leases = [lease for lease in device.claim() if lease["message_id"] == message]
        self.assertEqual(len(leases), 1, "the follow-up is due")
        self.assertEqual(device.hand_over(leases[0]).json()["state"], "sent")
        path = urllib.parse.urlparse(leases[0]["link"]).path
        cover = self.anybody.get(path)
        self.assertEqual(cover.status, 200)
        page = self.anybody.get(path + re.search(r'href="(\?show=\d+)"', cover.body).group(1))
        value = re.search(r'name="answer"[^>]*value="(\w+)"', page.body).group(1)
        self.assertEqual(self.form(path, f"answer={value}").status, 200)
        for link in (path, path.replace("/f/", "/r/")):
            self.assertEqual(self.form(link, "leave=now").status, 303)

    def do_administration(self):
        self.assertEqual(self.device.get("/v1/gateway").status, 200)
        tested = self.device.post("/v1/gateway/test", {"channel": "text", "address": "+19375550199"})
        self.assertEqual(tested.status, 200, tested.body)
        self.assertEqual(self.device.post("/v1/gateway/test", {"channel": "pigeon", "address": "x"}).status, 400)

    def do_people(self):
        path = "/v1/admin/people"
        made = self.device.post(path, {"display_name": "Ben", "email": "ben@opendoor.example", "role": "worker"})
        self.assertEqual(made.status, 200, made.body)
        self.assertEqual(self.device.post(path, {"display_name": "Ben"}).status, 400)
        self.assertEqual(self.device.get(path).status, 200)
        self.person = made.json()["user"]["id"]
        person = f"{path}/{self.person}"
        self.assertEqual(self.device.post(person, {"display_name": "Benjamin"}).status, 200)
        self.assertEqual(self.device.post(person + "/password", {}).status, 200)
        self.assertEqual(self.device.post(f"{path}/{world.new_id()}/password", {}).status, 404)
        feeds = "/v1/admin/feeds"
        county = {"source": "county", "url": "http://127.0.0.1:1/services", "every_hours": 24}
        self.assertEqual(self.device.get(feeds).status, 200)
        self.assertEqual(len(self.device.post(feeds, county).json()["feeds"]), 1)
        self.assertEqual(self.device.post(feeds, county | {"url": "ftp://x"}).status, 400)
        self.assertEqual(self.device.post(feeds + "/fetch", {"source": "county"}).status, 200)
        self.assertEqual(self.device.post(feeds + "/fetch", {"source": "other"}).status, 404)
        self.assertEqual(self.device.post(feeds + "/remove", {"source": "county"}).json(), {"feeds": []})
        self.assertEqual(self.device.get("/v1/admin/audit?limit=2").status, 200)
        self.assertEqual(self.device.get("/v1/admin/audit?limit=-1").status, 400)
        self.assertEqual(self.device.get("/v1/admin/retention?days=400").status, 200)
        idle = self.device.post("/v1/admin/retention", {"days": 36500, "expected": 0})
        self.assertEqual(idle.status, 200, idle.body)
        client = f"/v1/admin/clients/{self.share['client']}"
        self.assertEqual(self.device.get(client + "/export").status, 200)
        self.assertEqual(self.device.post(client + "/erase", {}).status, 200)

    def do_sign_in(self):
        self.assertEqual(self.anybody.get("/v1/sign-in/methods").status, 200)
        self.assertEqual(self.device.get("/v1/devices").status, 200)
        rule = self.device.get("/v1/sign-in-rule")
        self.assertEqual(self.device.post("/v1/sign-in-rule", rule.json()).status, 200)
        self.assertFalse(self.device.get("/v1/second-factor").json()["on"])
        secret = self.device.post("/v1/second-factor/set-up", {"password": world.PASSWORD}).json()["secret"]
        self.assertIn(self.device.post("/v1/second-factor/confirm", {"code": "nonsense"}).status, (400, 403))
        codes = self.device.post("/v1/second-factor/confirm", {"code": one_time_code(secret)}).json()["recovery_codes"]
        other = world.new_id()
        first = self.anybody.post("/v1/sign-in", {"email": ADMIN, "password": world.PASSWORD, "device_id": other,
                                                  "device_name": "Another", "knows_second_factor": True})
        self.assertIn("second_factor", first.json(), first.body)
        asked = first.json()
        signed_in = self.anybody.post("/v1/sign-in/second-factor",
                                      {"challenge": asked["second_factor"]["challenge"], "code": codes[0]})
        self.assertEqual(signed_in.status, 200, signed_in.body)
        self.assertEqual(self.device.send("POST", f"/v1/devices/{other}/revoke").status, 200)
        self.assertEqual(self.device.send("POST", "/v1/wipe").json(), {"wipe": False})
        off = self.device.post("/v1/second-factor/off", {"password": world.PASSWORD, "code": codes[1]})
        self.assertEqual(off.status, 200, off.body)
        reset = self.device.send("POST", f"/v1/users/{self.person}/second-factor/reset")
        self.assertEqual(reset.status, 200, reset.body)

    def do_account(self):
        changed = self.device.post("/v1/password", {"old_password": world.PASSWORD, "new_password": "another long one"})
        self.assertEqual(changed.status, 200, changed.body)
        wrong = self.device.post("/v1/password", {"old_password": "wrong", "new_password": "another long one"})
        self.assertEqual(wrong.status, 403)
        self.assertEqual(self.device.send("POST", "/v1/sign-out").status, 200)
        self.assertEqual(self.device.get("/v1/changes").status, 401)


if __name__ == "__main__":
    world.main()
