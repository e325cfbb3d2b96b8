# SPDX-License-Identifier: GPL-3.0-or-later
"""Instructions of the hot paths, counted by callgrind in the build of ./test, against those kept in tests/counts: a row for
the table. The check itself is a test (tests/counts/check.py)."""
import json
import os
import subprocess
import sys

from report import result

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
sys.path.insert(0, f"{ROOT}/tests/counts")
import check  # noqa: E402


def build_key():
    """As CMake gave it to the test."""
    listed = subprocess.run(["ctest", "--test-dir", f"{ROOT}/build", "-R", "^counts$", "--show-only=json-v1"], check=True,
                            capture_output=True, text=True)
    return json.loads(listed.stdout)["tests"][0]["command"][-1]


def main():
    key = build_key()
    with open(check.KEPT, encoding="utf-8") as file:
        kept = json.load(file).get(key, {})
    counted = check.count(f"{ROOT}/build/bin/handrail_counts_tests")
    for name, number in counted.items():
        more = number / kept[name] - 1 if name in kept else None
        result(f"instructions: {name}", round(number / 1e6, 2), "million", "at most 1.1 of what is kept",
               None if more is None else more <= check.MORE, f"{more:+.1%}, {key}" if more is not None else f"nothing kept of {key}")


if __name__ == "__main__":
    main()
