# SPDX-License-Identifier: GPL-3.0-or-later
"""The clients' pages and the protocol as a stranger meets them: the real program, by its answers on the wire."""
import base64
import hashlib
import math
import os
import re
import socket
import sqlite3
import statistics
import sys
import time
import urllib.parse

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "operation"))
import world  # noqa: E402

WORKER = "dana@opendoor.example"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
UNKNOWN = "AAAAAAAAAAAAAAAAAAAAAA"


def raw(port, request):
    """All bytes of the answer to a request that asks to be closed after."""
    with socket.create_connection(("127.0.0.1", port), timeout=world.PATIENCE) as connection:
        connection.sendall(request)
        answer = b""
        while chunk := connection.recv(65536):
            answer += chunk
        return answer


def headers_of(answer):
    return [line.split(b":", 1)[0].lower() for line in answer.split(b"\r\n\r\n", 1)[0].split(b"\r\n")[1:]]


class Public(world.Case):
    @classmethod
    def setUpClass(cls):
        cls.office = world.Host()
        cls.addClassCleanup(cls.office.close)
        cls.office.add_carrier()
        cls.office.add_agency()
        cls.office.add_user(WORKER)
        cls.server = cls.office.serve(trusted_proxies="127.0.0.1", public_url="https://pages.example")
        cls.port = cls.server.port
        cls.desk = world.Device(cls.port, WORKER)

    def shared(self, send=True, **more):
        """A share's leases: what stands in the text and the email. Sent, so that they don't come again."""
        share = self.desk.share(**{"email": "maria@client.example", **more})
        for result in self.desk.push(share["changes"]):
            self.assertTrue(result["accepted"], result)
        leases = world.wait_until(self.desk.claim, "a claim")
        by_message = {lease["message_id"]: lease for lease in leases}
        mine = [by_message[message] for message in share["messages"]]
        for lease in mine if send else []:
            self.assertEqual(self.desk.hand_over(lease).status, 200)
        return mine

    def token(self, **more):
        return self.shared(**more)[0]["link"].rsplit("/", 1)[1]

    def ask(self, method, path, body=None, headers=None):
        return world.ask(self.port, method, path, body, headers)

    def test_tokens_have_128_random_bits(self):
        tokens = []
        for number in range(30):
            for lease in self.shared(phone=f"+1937555{number:04}", email=f"a{number}@client.example"):
                tokens.append(lease["link"].rsplit("/", 1)[1])
                if lease.get("unsubscribe_link"):
                    tokens.append(lease["unsubscribe_link"].rsplit("/", 1)[1])
        self.assertEqual(len(set(tokens)), len(tokens))
        raws = [base64.urlsafe_b64decode(token + "==") for token in tokens]
        self.assertEqual({len(one) for one in raws}, {16})
        # Every one of the 128 bits is set about half the time: six standard deviations in any of them would be no chance.
        bound = 6 * math.sqrt(len(raws)) / 2
        for bit in range(128):
            ones = sum(one[bit // 8] >> (bit % 8) & 1 for one in raws)
            self.assertLess(abs(ones - len(raws) / 2), bound, f"bit {bit} is set {ones} times in {len(raws)}")

    def test_unknown_expired_and_malformed_links_answer_alike(self):
        known = self.token()
        asked = {kind: self.ask("GET", f"/{kind}/{UNKNOWN}") for kind in "rfu"}
        bodies = {answer.body for answer in asked.values()}
        bodies |= {self.ask("GET", path).body for path in (f"/f/{known}", f"/u/{known}", "/r/short", "/r/" + "A" * 64)}
        self.assertEqual(len(bodies), 1, "one page for all links that don't work")
        names = {tuple(sorted(name.lower() for name in answer.headers if name != "X-Request-Id")) for answer in asked.values()}
        self.assertEqual(len(names), 1)

    def test_an_expired_link_answers_as_an_unknown_one(self):
        """Both are one look at an index. What they cost is printed, for who changes it: clocks decide no test."""
        expired = self.token(phone="+19375550888", email="late@client.example")
        with sqlite3.connect(f"{self.office.folder}/server.db", timeout=60) as database:
            database.execute("UPDATE link_token SET expires_at = 1 WHERE token_hash = ?",
                             (hashlib.sha256(expired.encode()).hexdigest(),))
        times, answers = {expired: [], UNKNOWN: []}, set()
        for _ in range(150):
            for token, took in times.items():
                begun = time.perf_counter()
                answer = self.ask("GET", f"/r/{token}")
                took.append(time.perf_counter() - begun)
                answers.add((answer.status, answer.body))
        self.assertEqual(len(answers), 1)
        self.assertEqual(next(iter(answers))[0], 404)
        late, never = (statistics.median(took) for took in times.values())
        print(f"expired {late * 1e6:.0f} us, unknown {never * 1e6:.0f} us (medians of 150)", flush=True)

    def test_no_answer_has_a_cookie_or_says_what_runs_here(self):
        token = self.token(phone="+19375550201")
        for path in (f"/r/{token}", "/r/x", "/healthz", "/v1/changes", "/nothing"):
            answer = self.ask("GET", path)
            for name in ("Set-Cookie", "Server", "X-Powered-By", "Access-Control-Allow-Origin"):
                self.assertIsNone(answer.headers[name], f"{path}: {name}")
            self.assertEqual(answer.headers["X-Content-Type-Options"], "nosniff", path)
            self.assertEqual(answer.headers["Cache-Control"], "no-store", path)
            self.assertTrue(answer.headers["Content-Type"].startswith(("text/html; charset=utf-8", "application/json")), path)

    def test_pages_can_not_be_framed_indexed_sniffed_or_scripted(self):
        answer = self.ask("GET", f"/r/{self.token(phone='+19375550202')}")
        policy = answer.headers["Content-Security-Policy"]
        for part in ("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'none'"):
            self.assertIn(part, policy)
        self.assertNotIn("unsafe", policy)
        self.assertEqual(answer.headers["X-Frame-Options"], "DENY")
        self.assertEqual(answer.headers["Referrer-Policy"], "no-referrer")
        self.assertEqual(answer.headers["X-Robots-Tag"], "noindex, nofollow")
        self.assertIn("max-age=31536000; includeSubDomains", answer.headers["Strict-Transport-Security"])

    def test_a_preview_of_a_link_shows_nothing_of_it(self):
        token = self.token(phone="+19375550203", name="Quetzalina")
        for agent in ("WhatsApp/2.23", "facebookexternalhit/1.1", "Twitterbot/1.0", "Mozilla/5.0 (iPhone) AppleWebKit"):
            page = self.ask("GET", f"/r/{token}", headers={"User-Agent": agent}).body
            for secret in ("Quetzalina", "Open Door", "og:", "description"):
                self.assertNotIn(secret, page)

    def test_too_many_guesses_from_one_network_are_refused_and_others_are_served(self):
        guess = lambda number: "".join(chr(65 + (number // 26 ** place) % 26) for place in range(22))  # noqa: E731
        statuses = [self.ask("GET", f"/r/{guess(number)}", headers={"X-Forwarded-For": "203.0.113.7"}).status
                    for number in range(310)]
        self.assertEqual(statuses[0], 404)
        self.assertEqual(statuses[-1], 429)
        refused = self.ask("GET", f"/r/{UNKNOWN}", headers={"X-Forwarded-For": "203.0.113.7"})
        self.assertEqual((refused.status, refused.headers["Retry-After"]), (429, "60"))
        self.assertEqual(self.ask("GET", f"/r/{UNKNOWN}", headers={"X-Forwarded-For": "203.0.113.8"}).status, 404)

    def test_one_link_can_not_be_asked_for_without_end(self):
        token = self.token(phone="+19375550204")
        # Another address each time, in the query too: an answer that is kept for two seconds costs nothing and is not counted.
        statuses = [self.ask("GET", f"/r/{token}?n={number}", headers={"X-Forwarded-For": f"198.51.100.{number}"}).status
                    for number in range(125)]
        self.assertEqual((statuses[0], statuses[-1]), (200, 429))

    def test_a_post_of_another_site_is_refused(self):
        token = self.token(phone="+19375550205")
        for headers in ({"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://evil.example"}):
            answer = self.ask("POST", f"/r/{token}", "leave=now", {**FORM, **headers})
            self.assertEqual(answer.status, 403, headers)
        answer = self.ask("POST", f"/r/{token}", "leave=now", {**FORM, "Origin": "https://pages.example"})
        self.assertEqual((answer.status, answer.headers["Location"]), (303, "https://www.wikipedia.org/"))

    def test_the_protocol_takes_no_browsers_cross_site_request(self):
        """A token in a header that no form can send; and nothing allows another origin to read."""
        answer = self.ask("OPTIONS", "/v1/changes", headers={"Origin": "https://evil.example",
                                                             "Access-Control-Request-Method": "POST"})
        self.assertEqual(answer.status, 405)
        self.assertIsNone(answer.headers["Access-Control-Allow-Origin"])
        self.assertEqual(self.ask("POST", "/v1/changes", "changes=x", FORM).status, 401)

    def test_links_come_from_the_configuration_whatever_host_is_asked_for(self):
        for lease in self.shared(phone="+19375550206"):
            self.assertTrue(lease["link"].startswith("https://pages.example/"), lease["link"])
        token = self.token(phone="+19375550207")
        pages = []
        for host in (b"pages.example", b"evil.example", b"127.0.0.1:1", b"evil.example/x?y", b"[::1]", b"a" * 300):
            answer = raw(self.port, b"GET /r/%s HTTP/1.1\r\nHost: %s\r\nX-Forwarded-Host: evil.example\r\n"
                         b"X-Original-URL: /metrics\r\nConnection: close\r\n\r\n" % (token.encode(), host))
            self.assertTrue(answer.startswith(b"HTTP/1.1 200 "), answer[:80])
            self.assertNotIn(b"evil", answer)
            pages.append(re.sub(rb"show=\d+", b"", answer.split(b"\r\n\r\n", 1)[1]))
        self.assertEqual(len(set(pages)), 1)

    def test_nothing_of_a_request_finds_its_way_into_the_answers_headers(self):
        plain = headers_of(raw(self.port, b"GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
        evil = urllib.parse.quote("x\r\nSet-Cookie: a=b\r\n\r\n<script>").encode()
        for path in (b"/r/" + evil, b"/r/%0d%0aSet-Cookie:a=b", b"/" + evil, b"/healthz?x=" + evil,
                     b"/r/AAAAAAAAAAAAAAAAAAAAAA?lang=" + evil + b"&show=" + evil + b"&part=" + evil):
            answer = raw(self.port, b"GET " + path + b" HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
            self.assertNotIn(b"set-cookie", headers_of(answer))
            self.assertNotIn(b"<script>", answer)
        for value in (b"a\x0bb", b"a b", b"<b>", b"\xff\xfe", b"%0d%0aX-Evil:1", b"x" * 5000):
            answer = raw(self.port, b"GET /healthz HTTP/1.1\r\nHost: x\r\nX-Request-Id: " + value +
                         b"\r\nAccept-Language: " + value + b"\r\nConnection: close\r\n\r\n")
            self.assertEqual(headers_of(answer), plain, value)
            self.assertNotIn(value, answer.split(b"\r\n\r\n", 1)[0])

    def test_the_log_has_no_token_and_no_name(self):
        token = self.token(phone="+19375550208", name="Xochitl")
        self.ask("GET", f"/r/{token}?show={int(time.time() * 1000)}")
        self.ask("POST", f"/r/{token}", "leave=now", FORM)
        said = "\n".join(self.server.lines)
        for secret in (token, "Xochitl", "9375550208", self.desk.token, world.PASSWORD):
            self.assertNotIn(secret, said)

    def test_text_from_people_is_never_a_mails_header(self):
        """Names and texts with line breaks: at the desk's end and at the gateway's, which believes no desk."""
        evil = "Pantry\r\nBcc: spy@evil.example\r\n\r\nHello"
        site = world.new_id()
        lease = next(one for one in self.shared(send=False, phone="+19375550209", email="bob@client.example", site=site,
                                                     name=evil[:40])
                     if "unsubscribe_link" in one and one["unsubscribe_link"])
        before = set(os.listdir(f"{self.office.folder}/mails"))
        body = {"fence": lease["fence"], "subject": evil, "body": f"{evil} {lease['link']}",
                "html": f"<p>{lease['link']}</p>"}
        self.desk.post(f"/v1/messages/{lease['message_id']}/send", body)
        new = set(os.listdir(f"{self.office.folder}/mails")) - before
        for name in new:
            with open(f"{self.office.folder}/mails/{name}", "rb") as file:
                head = re.split(rb"\r?\n\r?\n", file.read(), maxsplit=1)[0]
            self.assertNotRegex(head.lower(), rb"(?m)^bcc:")
            self.assertEqual(len(re.findall(rb"(?mi)^subject:", head)), 1)
        for address in ("a@b.example\r\nBcc: spy@evil.example", "a@b.example, spy@evil.example", "a@b.example\0"):
            share = self.desk.share(phone="+19375550210", email=address)
            told = {result["change_id"]: result for result in self.desk.push(share["changes"])}
            for change in share["changes"]:
                if change["entity"] in ("share", "consent") or change["fields"].get("channel") == "email":
                    self.assertFalse(told[change["id"]]["accepted"], f"{address!r} is no address: {change['entity']}")
                    self.assertTrue(told[change["id"]]["sentence"])
            self.assertNotIn(share["messages"][1], [lease["message_id"] for lease in self.desk.claim()])
        self.assertTrue(self.shared(phone="+19375550211", email="fine@client.example"), "others are not held up by it")


if __name__ == "__main__":
    world.main()
