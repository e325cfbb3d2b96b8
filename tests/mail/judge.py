# SPDX-License-Identifier: GPL-3.0-or-later
"""judge.py MAIL...: reads mails with Python's own parser and says what is not as RFC 5322, 8058, 3834 and 2919 have it."""
import email
import email.policy
import re
import sys
from email.utils import parsedate_to_datetime


def problems(raw):
    mail = email.message_from_bytes(raw, policy=email.policy.default)
    for part in mail.walk():
        for defect in part.defects:
            yield f"{part.get_content_type()}: {defect!r}"
    for name in ("From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type", "Auto-Submitted",
                 "List-Id", "List-Unsubscribe", "List-Unsubscribe-Post", "Content-Language"):
        if len(mail.get_all(name, [])) != 1:
            yield f"{name} is there {len(mail.get_all(name, []))} times"
    if len(mail["From"].addresses) != 1 or len(mail["To"].addresses) != 1:
        yield "not one sender and one recipient"
    if parsedate_to_datetime(mail["Date"]).tzinfo is None:
        yield "the date has no zone"
    if not re.fullmatch(r"<[0-9a-f-]{36}@[a-z.]+>", mail["Message-ID"].strip()):
        yield "the Message-ID is not the message's own"
    if mail["List-Unsubscribe-Post"] != "List-Unsubscribe=One-Click":
        yield "no one-click unsubscribing"
    ways = re.findall(r"<([^>]+)>", mail["List-Unsubscribe"])
    if not [w for w in ways if w.startswith("https://")] or not [w for w in ways if w.startswith("mailto:")]:
        yield f"List-Unsubscribe has {ways}"
    if mail["Auto-Submitted"] != "auto-generated":
        yield "it does not say that a machine wrote it"
    if mail.get_content_type() != "multipart/alternative":
        yield "it is no multipart/alternative"
    parts = [part for part in mail.iter_parts()]
    if [part.get_content_type() for part in parts] != ["text/plain", "text/html"]:
        yield "its parts are not plain text, then HTML"
    if any(part.get_content_charset() != "utf-8" for part in parts):
        yield "a part is not UTF-8"
    plain = parts[0].get_content()
    if not re.search(r"https://\S+/[rf]/[\w-]{22}", plain) or not re.search(r"https://\S+/u/[\w-]{22}", plain):
        yield "the plain text lacks a link"
    if re.search(r"[<>{}]|&[a-z]+;", plain):
        yield "the plain text has marks in it that are no words"
    if any(len(line) > 998 for line in raw.split(b"\r\n")) or any(byte > 126 for byte in raw):
        yield "a line is too long, or not ASCII"
    if re.search(rb"(?<!\r)\n", raw):
        yield "a line does not end in CRLF"


bad = 0
for path in sys.argv[1:]:
    with open(path, "rb") as file:
        for problem in problems(file.read()):
            print(f"{path}: {problem}")
            bad += 1
print(f"Python's parser: {len(sys.argv) - 1} mails, {bad} problems")
sys.exit(1 if bad or len(sys.argv) < 2 else 0)
