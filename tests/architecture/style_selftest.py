#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Proves that style.py can fail: each sin of a small bad tree is found, its good twin passes."""
import sys
import tempfile
from pathlib import Path

import style

HEAD = style.SPDX + "\n"
GOOD = {"core/domain/a.h": HEAD + "#pragma once\n",
        "core/domain/a.cpp": HEAD + "// QDateTime::currentDateTime() is not for us.\n",
        "core/system/clock.cpp": HEAD + "auto now = QDateTime::currentDateTimeUtc();\n",
        "core/storage/a.cpp": HEAD + 'QSqlQuery query("SELECT a FROM b WHERE c");\n',
        "tests/ui/a.cpp": HEAD + "QTest::qWait(0);\n",
        "tests/data/others.csv": "a\tb\r\n"}
BAD = [  # what is wrong, file, bytes, what must be said
    ("no licence", "core/a.cpp", "int a;\n", "SPDX"),
    ("no pragma once", "core/a.h", HEAD + "int a;\n", "#pragma once"),
    ("a tab", "core/a.cpp", HEAD + "\tint a;\n", "tab"),
    ("a tab in CMake", "core/CMakeLists.txt", "\tadd()\n", "tab"),
    ("CRLF", "README.md", "a\r\n", "CR line"),
    ("no last line end", "README.md", "a", "line end"),
    ("the system's time", "ui/a.cpp", HEAD + "auto a = QDateTime::currentDateTime();\n", "Clock"),
    ("the system's date", "server/a.cpp", HEAD + "auto a = QDate::currentDate();\n", "Clock"),
    ("the system's randomness", "core/sync/a.cpp", HEAD + "QUuid::createUuid();\n", "Random"),
    ("an event loop within", "ui/a.cpp", HEAD + "qApp->processEvents();\n", "event loop"),
    ("a sleep in a test", "tests/a.cpp", HEAD + "QTest::qSleep(10);\n", "sleeps"),
    ("a wait of a fixed time in a test", "tests/a.cpp", HEAD + "QTest::qWait(200);\n", "sleeps"),
    ("SQL in a use case", "core/casework/a.cpp", HEAD + 'run("DELETE FROM client WHERE id = 1");\n', "SQL"),
    ("SQL in a screen", "ui/a.cpp", HEAD + "QSqlQuery query;\n", "SQL"),
    ("a connect by name", "ui/a.cpp", HEAD + "connect(a, SIGNAL(b()), c, d);\n", "by name"),
]


def problems_of(files):
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name, text in files.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_bytes(text.encode())
        return style.check(root)


def main():
    failures = [f"the good tree was refused: {problem}" for problem in problems_of(GOOD)]
    for what, name, text, said in BAD:
        found = problems_of(GOOD | {name: text})
        if len(found) != 1 or said not in found[0]:
            failures.append(f"{what} was answered with {found}")
    if not problems_of({}):
        failures.append("an empty tree passed")
    print("\n".join(failures) or f"{len(BAD)} sins found, as they should be.")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
