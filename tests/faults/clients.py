# SPDX-License-Identifier: GPL-3.0-or-later
"""The clients of an office: they answer by link, by text and by mail, say STOP, unsubscribe, by a seed."""
import json
import os
import random
import re
import sys
import threading
import urllib.parse

import office
import world

sys.path.insert(0, str(office.HERE.parents[1] / "app" / "trial" / "story"))
from client import Mailbox  # noqa: E402

FOLLOW_UP = re.compile(r"https?://[^/\s]+/f/([\w-]{22})")
UNSUBSCRIBE = re.compile(r"<https?://[^/\s]+(/u/[\w-]{22})>")
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


class Clients(threading.Thread):
    """Looks at what the carrier and the mail sink got. `answers`: what a page confirmed, as {"token", "answer"}."""

    def __init__(self, its_office, seed):
        super().__init__(daemon=True)
        self.office, self.random = its_office, random.Random(seed)
        self.answers = open(f"{its_office.folder}/answers.jsonl", "a", encoding="utf-8")
        self.done = threading.Event()
        self.read = 0
        self.mails = set()
        self.pending = []
        self.counts = {"by_link": 0, "by_text": 0, "stop": 0, "unsubscribed": 0}

    def run(self):
        while not self.done.wait(0.2):
            self.look_at_texts()
            self.look_at_mails()
            still, self.pending = self.pending, []
            for attempt in still:
                self.try_page(*attempt)

    def look_at_texts(self):
        path = f"{self.office.folder}/texts.jsonl"
        if not os.path.exists(path):
            return
        with open(path, encoding="utf-8") as journal:
            journal.seek(self.read)
            for line in journal.read().splitlines(keepends=True):
                if not line.endswith("\n"):
                    return
                self.read += len(line.encode())
                text = json.loads(line)
                if not text["inbound"] and not text["from_carrier"]:
                    self.got_text(text)

    def got_text(self, text):
        found = FOLLOW_UP.search(text["body"])
        chance = self.random.random()
        if chance < 0.04:
            self.text(text["to"], "STOP")
            self.counts["stop"] += 1
        elif found and chance < 0.45:
            self.answer(found.group(1))
        elif found and chance < 0.8:
            self.text(text["to"], self.random.choice(["1", "2", "3", "yes", "No.", "thank you so much"]))
            self.counts["by_text"] += 1

    def text(self, number, body):
        self.office.ask_carrier("POST", "/trial/text", json.dumps({"from": number, "body": body}))

    def look_at_mails(self):
        folder = f"{self.office.folder}/sink"
        for name in sorted(set(os.listdir(folder)) - self.mails if os.path.isdir(folder) else ()):
            self.mails.add(name)
            with open(f"{folder}/{name}", "rb") as file:
                import email
                import email.policy
                mail = email.message_from_bytes(file.read(), policy=email.policy.default)
            try:
                body = Mailbox.text(mail)
            except (AttributeError, KeyError):  # one that a kill cut off
                continue
            chance = self.random.random()
            if chance < 0.03 and (link := UNSUBSCRIBE.search(str(mail["List-Unsubscribe"]))):
                self.pending.append((link.group(1), "List-Unsubscribe=One-Click", None))
                self.counts["unsubscribed"] += 1
            elif (found := FOLLOW_UP.search(body)) and chance < 0.5:
                self.answer(found.group(1))

    def answer(self, token):
        choice = self.random.choice(["yes", "no", "no_longer_interested"])
        self.pending.append((f"/f/{token}", urllib.parse.urlencode({"answer": choice}), {"token": token, "answer": choice}))

    def try_page(self, path, body, record):
        """A person whose page does not open tries again."""
        try:
            page = self.office.ask_server("POST", path, body, FORM, timeout=5)
        except OSError:
            page = None
        if page is None or page.status >= 500 or page.status == 429:
            self.pending.append((path, body, record))
        elif page.status == 200 and record:
            self.answers.write(json.dumps(record) + "\n")
            self.answers.flush()
            self.counts["by_link"] += 1

    def stop(self):
        self.done.set()
        self.join(world.PATIENCE)
        self.answers.close()
