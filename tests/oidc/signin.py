#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""signin.py SERVER TESTS: the real handrail-server and a real OpenID Connect provider (HANDRAIL_OIDC_ISSUER), with this
script as desktop and browser. Signs in, and tries what an attacker would. Then the desktop's own half (TESTS, of
tests/composition) with browser.py as the browser."""
import base64
import hashlib
import http.cookiejar
import json
import os
import re
import secrets
import subprocess
import sys
import tempfile
import urllib.error
import urllib.parse
import urllib.request
import uuid

issuer = os.environ["HANDRAIL_OIDC_ISSUER"]
program = sys.argv[1]
redirect = "http://127.0.0.1:41234/"  # Nobody listens: the browser's last step is read off its address.
failures = 0


def check(fact, holds, seen=""):
    global failures
    print(("ok      " if holds else "FAILED  ") + fact + ("" if holds else f": {seen}"))
    failures += 0 if holds else 1


class Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


def ask(opener, url, data=None, headers=None):
    try:
        answer = opener.open(urllib.request.Request(url, data, headers or {}), timeout=20)
    except urllib.error.HTTPError as error:
        answer = error
    return answer.status, answer.headers.get("Location"), answer.read().decode()


plain = urllib.request.build_opener(Stay)


def post(path, body, token=None):
    headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {token}"} if token else {})
    status, _, text = ask(plain, server + path, json.dumps(body).encode(), headers)
    return status, json.loads(text)


def get(path, token=None):
    status, _, text = ask(plain, server + path, None, {"Authorization": f"Bearer {token}"} if token else {})
    return status, json.loads(text)


def url64(data):
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


class Desk:
    def __init__(self):
        self.verifier = url64(secrets.token_bytes(32))
        self.challenge = url64(hashlib.sha256(self.verifier.encode()).digest())
        self.state = url64(secrets.token_bytes(16))
        status, self.begun = post("/v1/sign-in/oidc/start", {
            "redirect_uri": redirect, "code_challenge": self.challenge, "device_id": str(uuid.uuid4()), "device_name": "desk"})
        if status != 200:
            raise SystemExit(f"the server did not begin: {status} {self.begun}")

    def browse(self, email, nonce=None):
        """The person in the browser: types the email, agrees. What comes back."""
        browser = urllib.request.build_opener(Stay, urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
        url = self.begun["authorization"] + "?" + urllib.parse.urlencode({
            "client_id": self.begun["client_id"], "redirect_uri": redirect, "response_type": "code",
            "scope": self.begun["scope"], "state": self.state, "nonce": nonce or self.begun["nonce"],
            "code_challenge": self.challenge, "code_challenge_method": "S256"})
        for _ in range(12):
            _, location, page = ask(browser, url)
            if not location:
                form = re.search(r'action="([^"]+)"', page).group(1)
                prompt = re.search(r'name="prompt" value="([^"]+)"', page).group(1)
                _, location, _ = ask(browser, urllib.parse.urljoin(url, form), urllib.parse.urlencode(
                    {"prompt": prompt, "login": email, "password": "any"}).encode())
            url = urllib.parse.urljoin(url, location)
            if url.startswith(redirect):
                back = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(url).query))
                assert back["state"] == self.state
                return back
        raise SystemExit("the browser did not come back")

    def finish(self, back, **changed):
        return post("/v1/sign-in/oidc", {"attempt": self.begun["attempt"], "code": back["code"],
                                         "code_verifier": self.verifier, "iss": back.get("iss", "")} | changed)


with tempfile.TemporaryDirectory(prefix="handrail-oidc-server.") as folder:
    config = os.path.join(folder, "server.ini")
    with open(config, "w", encoding="utf-8") as file:
        file.write(f"[server]\nlisten_port = 0\n[database]\nurl = sqlite:server.db\n"
                   f"[oidc]\nissuer = {issuer}\nclient_id = handrail\nname = Harbor County\n")

    def command(*arguments):
        return subprocess.run([program, "--config", config, *arguments], check=True, capture_output=True, text=True,
                              stdin=subprocess.DEVNULL).stdout

    command("agency", "add", "--name", "Harbor House", "--time-zone", "America/New_York")
    for name in ("maria", "ben", "unverified-ana"):
        command("user", "add", "--agency", "Harbor House", "--email", f"{name}@harbor.example")
    running = subprocess.Popen([program, "--config", config, "serve"], stdout=subprocess.PIPE, text=True)
    try:
        server = running.stdout.readline().split("listening on ")[1].strip()
        check("the sign-in page is told what there is",
              get("/v1/sign-in/methods") == (200, {"password": True, "organisation": "Harbor County"}),
              get("/v1/sign-in/methods"))

        desk = Desk()
        back = desk.browse("maria@harbor.example")
        check("the provider says who it is (RFC 9207)", back.get("iss") == issuer, back)
        status, answer = desk.finish(back)
        check("a user comes in by the organisation's account", status == 200 and "token" in answer, (status, answer))
        check("as themselves", answer.get("user", {}).get("email") == "maria@harbor.example", answer)
        check("and their token opens the agency's changes", get("/v1/changes", answer.get("token"))[0] == 200)
        check("the same answer works once", desk.finish(back)[0] == 404)

        desk = Desk()
        status, answer = desk.finish(desk.browse("maria@harbor.example"))
        check("and again the next day, on another device", status == 200, (status, answer))

        other = Desk()
        check("a code that was used is refused under a new attempt", other.finish(back)[0] == 403)
        other = Desk()
        mine = other.browse("maria@harbor.example")
        thief = Desk()
        check("a stolen code is worth nothing with another's attempt and verifier", thief.finish(mine)[0] == 403)
        check("nor an attempt without its verifier", other.finish(mine, code_verifier="x" * 43)[0] == 404)

        desk = Desk()
        check("an answer to another question (nonce) is refused",
              desk.finish(desk.browse("maria@harbor.example", nonce="another"))[0] == 403)
        desk = Desk()
        check("a mix-up of issuers is refused",
              desk.finish(desk.browse("maria@harbor.example"), iss="https://evil.example.org")[0] == 403)
        desk = Desk()
        check("whom the provider knows and Handrail does not is refused, and not made",
              desk.finish(desk.browse("stranger@harbor.example"))[0] == 403)
        check("no user was made", "stranger" not in command("user", "list", "--agency", "Harbor House"))
        desk = Desk()
        check("an email that the provider did not verify opens nothing",
              desk.finish(desk.browse("unverified-ana@harbor.example"))[0] == 403)
        status, _ = post("/v1/sign-in/oidc/start", {"redirect_uri": "http://evil.example.org:41234/", "device_name": "",
                                                    "code_challenge": desk.challenge, "device_id": str(uuid.uuid4())})
        check("an answer that would go to another host is not even begun", status == 400, status)

        desktop = subprocess.run([sys.argv[2], "[oidc-browser]"], capture_output=True, text=True, timeout=120, env=os.environ | {
            "HANDRAIL_OIDC_SERVER": server, "QT_QPA_PLATFORM": "offscreen",
            "HANDRAIL_OIDC_BROWSER": os.path.join(os.path.dirname(os.path.abspath(__file__)), "browser.py")})
        check("the desktop's own half of it works, by its loopback", desktop.returncode == 0 and "All tests passed" in desktop.stdout,
              desktop.stdout + desktop.stderr)

        desk = Desk()
        back = desk.browse("ben@harbor.example")
        command("user", "disable", "--agency", "Harbor House", "ben@harbor.example")
        check("a user who was disabled meanwhile stays out", desk.finish(back)[0] == 403)
    finally:
        running.terminate()
        running.wait(20)
sys.exit(1 if failures else 0)
