# SPDX-License-Identifier: GPL-3.0-or-later
"""The client of the story: has a phone (the trial's carrier), a mailbox (dropped .eml files) and a browser."""
import email
import email.policy
import html.parser
import json
import pathlib
import re
import subprocess
import tempfile
import urllib.parse
import urllib.request


def get_json(url):
    with urllib.request.urlopen(url, timeout=10) as answer:
        return json.load(answer)


class Phone:
    def __init__(self, carrier, number):
        self.carrier = carrier
        self.number = number

    def texts(self):
        """What this phone got, oldest first."""
        phone = get_json(f"{self.carrier}/trial/phone")
        return [t for t in phone["texts"] if t["to"] == self.number]

    def reply(self, body):
        data = json.dumps({"from": self.number, "body": body}).encode()
        request = urllib.request.Request(f"{self.carrier}/trial/text", data, {"Content-Type": "application/json"})
        urllib.request.urlopen(request, timeout=10).close()


class Mailbox:
    """Mails dropped into a folder, by Handrail itself or by smtp-sink."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)

    def mails(self):
        found = []
        for path in sorted(self.folder.rglob("*")):
            if path.is_file() and not path.name.startswith("."):
                message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
                if message["Message-ID"]:
                    found.append(message)
        return found

    @staticmethod
    def text(message):
        return message.get_body(preferencelist=("plain",)).get_content()


def links(text):
    return re.findall(r"https?://[^\s<>\")]+[A-Za-z0-9_/-]", text)


class _Forms(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.forms = []

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag == "form":
            self.forms.append({"action": given.get("action", ""), "method": given.get("method", "get").lower(), "fields": []})
        elif tag in ("input", "button") and self.forms and given.get("name"):
            self.forms[-1]["fields"].append((tag, given.get("type", ""), given["name"], given.get("value", "")))


class Browser:
    """Opens pages and presses their buttons; takes pictures with Chromium where it is there."""

    def __init__(self, pictures):
        self.pictures = pathlib.Path(pictures)

    def open(self, url):
        with urllib.request.urlopen(url, timeout=10) as answer:
            return answer.read().decode()

    def tap(self, url):
        """What the link of the page's cover opens: a message's link shows nothing before a tap."""
        found = re.search(r'<a class="act go" href="([^"]+)"', self.open(url))
        assert found, "the page has no cover"
        return urllib.parse.urljoin(url, html.unescape(found.group(1)))

    def picture(self, url, name, width=390, height=1400):
        with tempfile.TemporaryDirectory() as profile:
            subprocess.run(
                ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                 "--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars",
                 f"--user-data-dir={profile}", f"--window-size={width},{height}",
                 f"--screenshot={self.pictures / name}", url],
                check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=90)

    def press(self, url, value=None):
        """Opens the page and sends its form, with the button of that value (or the first); the page that answers."""
        parser = _Forms()
        parser.feed(self.open(url))
        for form in parser.forms:
            if form["method"] != "post":
                continue
            for tag, kind, name, its_value in form["fields"]:
                is_button = tag == "button" or kind in ("submit", "radio")
                if is_button and (value is None or its_value == value):
                    hidden = [(n, v) for t, k, n, v in form["fields"] if k == "hidden"]
                    data = urllib.parse.urlencode(hidden + [(name, its_value)]).encode()
                    target = urllib.parse.urljoin(url, form["action"] or url)
                    return self._post(target, data)
            if value is None:
                hidden = [(n, v) for t, k, n, v in form["fields"] if k == "hidden"]
                return self._post(urllib.parse.urljoin(url, form["action"] or url), urllib.parse.urlencode(hidden).encode())
        raise AssertionError(f"the page has no button for {value!r}")

    @staticmethod
    def _post(url, data):
        with urllib.request.urlopen(urllib.request.Request(url, data), timeout=10) as answer:
            return answer.read().decode()
