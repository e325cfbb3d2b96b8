#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Proves that layers.py can fail: each sin of a small bad tree is found, its good twin passes."""
import sys
import tempfile
from pathlib import Path

import layers

GOOD_LINKS = """handrail_domain|core/domain|Qt6::Core
handrail_storage|core/storage|part:core/ports Qt6::Sql sqlite3mc
handrail_ui|ui|part:core/casework Qt6::Widgets
handrail|app/desktop|part:app/composition part:ui
"""
GOOD = {"core/casework/share.cpp": '#include "core/domain/share.h"\n#include "core/casework/share.h"\n',
        "ui/dialogs/share.cpp": '#include "core/domain/share.h"\n#include "ui/models/x.h"\n#include <QWidget>\n'}
BAD = [  # what is wrong, its link line or file, what must be said
    ("a rule that links a port", "handrail_domain|core/domain|part:core/ports", None, "links core/ports"),
    ("a screen that links the store", "handrail_ui|ui|part:core/storage", None, "links core/storage"),
    ("a rule with widgets", "handrail_domain|core/domain|Qt6::Widgets", None, "links Qt's Widgets"),
    ("a use case with a library of its own", "handrail_casework|core/casework|CURL::libcurl", None, "CURL::libcurl"),
    ("a target in an unknown folder", "handrail_x|core/x|Qt6::Core", None, "parts.txt says nothing"),
    ("an include upwards", None, ("core/domain/a.h", '#include "core/ports/clock.h"\n'), "core/domain/a.h:1"),
    ("an include of an adapter", None, ("ui/a.cpp", '\n#  include "core/storage/db.h"\n'), "ui/a.cpp:2"),
    ("an include of a test", None, ("core/sync/a.cpp", '#include "tests/support/catch.h"\n'), "core/sync/a.cpp:1"),
]


def problems_of(links, files):
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name, text in files.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text)
        (root / "links.txt").write_text(links)
        return layers.check(root, root / "links.txt")


def main():
    failures = [f"the good tree was refused: {problem}" for problem in problems_of(GOOD_LINKS, GOOD)]
    for what, link, file, said in BAD:
        found = problems_of(GOOD_LINKS + (f"{link}\n" if link else ""), GOOD | ({file[0]: file[1]} if file else {}))
        if len(found) != 1 or said not in found[0]:
            failures.append(f"{what} was answered with {found}")
    if not problems_of("", GOOD) or not problems_of(GOOD_LINKS, {}):
        failures.append("an empty tree passed")
    print("\n".join(failures) or f"{len(BAD)} sins found, as they should be.")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
