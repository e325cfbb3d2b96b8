#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""browser.py ADDRESS EMAIL: a person with a browser. Opens the address, signs in at the provider's pages as EMAIL («no»:
goes back without signing in), and follows every redirect, the last one to the program that waits on loopback."""
import http.cookiejar
import re
import sys
import urllib.error
import urllib.parse
import urllib.request


class Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


browser = urllib.request.build_opener(Stay, urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))


def ask(url, data=None):
    try:
        answer = browser.open(urllib.request.Request(url, data), timeout=20)
    except urllib.error.HTTPError as error:
        answer = error
    return answer.headers.get("Location"), answer.read().decode()


url, email = sys.argv[1:]
for _ in range(14):
    location, page = ask(url)
    if not location and 'name="prompt"' not in page:
        print(page)  # What the program says to who signed in.
        sys.exit(0)
    if not location and email == "no":
        location = re.search(r'href="([^"]+/abort)"', page).group(1)
    elif not location:
        form = re.search(r'action="([^"]+)"', page).group(1)
        prompt = re.search(r'name="prompt" value="([^"]+)"', page).group(1)
        location, _ = ask(urllib.parse.urljoin(url, form), urllib.parse.urlencode(
            {"prompt": prompt, "login": email, "password": "any"}).encode())
    url = urllib.parse.urljoin(url, location)
raise SystemExit("the browser did not come back")
