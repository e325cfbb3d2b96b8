#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Agreed rules that a search can check. Usage: style.py SOURCE_ROOT"""
import re
import subprocess
import sys
from pathlib import Path

CODE = (".h", ".cpp", ".c")
TEXT = CODE + (".txt", ".cmake", ".md", ".sh", ".py", ".sql", ".json", ".qrc", ".ui", ".ts", ".yml", ".css", ".html")
OWN_CODE = ("core/", "ui/", "server/", "app/", "tests/")
DATA = ("tests/data/", "third_party/")  # Kept as others wrote them.
SPDX = "// SPDX-License-Identifier: GPL-3.0-or-later"

# (what is said, pattern, folders where it is searched, folders where it is allowed)
BANNED = [
    ("asks the system for the time; take a Clock",
     re.compile(r"QDateTime::currentDateTime|QDate::currentDate|QTime::currentTime|currentMSecsSinceEpoch|"
                r"currentSecsSinceEpoch|system_clock::now|\btime\(nullptr\)"),
     ("core/", "ui/", "server/", "app/"), ("core/system/",)),
    ("asks the system for randomness; take a Random",
     re.compile(r"QRandomGenerator|QUuid::createUuid\b|std::random_device|\brand\(\)"),
     ("core/", "ui/", "server/", "app/"), ("core/system/",)),
    ("runs the event loop from within", re.compile(r"\bprocessEvents\s*\("), OWN_CODE, ()),
    ("sleeps; wait for a condition or move a clock",
     # qWait(0) and qWait(1) are a turn of the event loop.
     re.compile(r"\bQTest::(qSleep|qWait\s*\(\s*[^01)]|qWait\s*\(\s*\d\d)|sleep_for|\bQThread::m?sleep|\busleep\s*\("),
     ("tests/",), ()),
    ("has SQL outside the stores",
     re.compile(r"\bQSql\w+|\"\s*(SELECT\s.+\sFROM|INSERT\s+INTO|DELETE\s+FROM|CREATE\s+TABLE|UPDATE\s.+\sSET)\s"),
     ("core/", "ui/", "server/", "app/"), ("core/storage/", "server/store/", "server/gateway/", "server/auth/", "server/audit/", "server/privacy/",
                                           "server/routes/", "server/directory/", "server/pages/")),
    ("names the QSql classes in the user interface", re.compile(r"#include\s+<QSql"), ("ui/", "app/"), ()),
    ("puts something into a window's title that others read (task bar, other programs)",
     re.compile(r"setWindowTitle\(.*(\.arg\(|[a-z]\w*Name\b|\bname\b)"), ("ui/", "app/"), ()),
    ("connects by name", re.compile(r"\bSIGNAL\s*\(|\bSLOT\s*\("), OWN_CODE,
     ("app/desktop/session/linuxsessionwatch.cpp",)),  # QDBusConnection::connect has no other way
]


def tracked(root):
    """The files of the repository, or of the folder where it is none."""
    listed = subprocess.run(["git", "-C", str(root), "ls-files", "-z"], capture_output=True, check=False)
    if listed.returncode == 0 and listed.stdout:
        return [name for name in listed.stdout.decode().split("\0") if name and (root / name).is_file()]
    return [p.relative_to(root).as_posix() for p in sorted(root.rglob("*"))
            if p.is_file() and not p.relative_to(root).parts[0].startswith(("build", ".git"))]


def without_comment(line):
    return re.sub(r"(?<!:)//.*", "", line)


def check_code(name, text):
    problems = []
    if not text.startswith(SPDX):
        problems.append(f"{name}:1 does not begin with «{SPDX}»")
    if name.endswith(".h") and "#pragma once" not in text:
        problems.append(f"{name}:1 has no #pragma once")
    for number, line in enumerate(text.splitlines(), 1):
        code = without_comment(line)
        for what, pattern, searched, allowed in BANNED:
            if name.startswith(searched) and not name.startswith(allowed or ("\0",)) and pattern.search(code):
                problems.append(f"{name}:{number} {what}")
    return problems


def check_text(name, data):
    problems = []
    if b"\r" in data:
        problems.append(f"{name} has CR line endings")
    if data and not data.endswith(b"\n"):
        problems.append(f"{name} does not end with a line end")
    for number, line in enumerate(data.split(b"\n"), 1):
        if b"\t" in line:
            problems.append(f"{name}:{number} has a tab")
    return problems


def check_file(root, name):
    if name.startswith(DATA) or not name.endswith(TEXT):
        return []
    data = (root / name).read_bytes()
    problems = check_text(name, data)
    if name.endswith(CODE) and name.startswith(OWN_CODE):
        problems += check_code(name, data.decode("utf-8", errors="replace"))
    return problems


def check(root):
    root = Path(root)
    names = tracked(root)
    problems = [] if names else ["no files were found: the check would prove nothing"]
    for name in names:
        problems += check_file(root, name)
    return problems


if __name__ == "__main__":
    found = check(sys.argv[1])
    for problem in found:
        print(problem)
    print(f"{len(found)} against the agreed style." if found else "The agreed style is kept.")
    sys.exit(1 if found else 0)
